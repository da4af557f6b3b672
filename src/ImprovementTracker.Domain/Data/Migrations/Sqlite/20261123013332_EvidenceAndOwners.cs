using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementTracker.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EvidenceAndOwners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "RequirementId",
                table: "Targets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BlockedBy",
                table: "PriorityActions",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EvidenceNeeded",
                table: "PriorityActions",
                type: "TEXT",
                unicode: false,
                maxLength: 40,
                nullable: false,
                defaultValue: "Document");

            migrationBuilder.AddColumn<DateOnly>(
                name: "RecheckOn",
                table: "PriorityActions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AddedIn",
                table: "Measures",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReceivedOn",
                table: "Inspections",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReceivedOn",
                table: "InspectionCorrections",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Neighbours",
                table: "Benchmarks",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SourceId",
                table: "Benchmarks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AgreedBy",
                table: "ActionUpdates",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BlockedBy",
                table: "ActionUpdates",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EvidenceNeeded",
                table: "ActionUpdates",
                type: "TEXT",
                unicode: false,
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Move",
                table: "ActionUpdates",
                type: "TEXT",
                unicode: false,
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RecheckOn",
                table: "ActionUpdates",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MeasureOwners",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MeasureId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedIn = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureOwners", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasureOwners_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeasureOwners_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeasureOwners_Changes_EndedIn",
                        column: x => x.EndedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeasureOwners_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            // An owner named before owners had a history has been one since the programme began in the tracker.
            migrationBuilder.Sql(
                """
                INSERT INTO "MeasureOwners" ("MeasureId", "PersonId", "AddedIn") SELECT m."Id", m."OwnerId", (SELECT MIN(c."Sequence") FROM "Changes" AS c WHERE c."ProgrammeId" = m."ProgrammeId") FROM "Measures" AS m WHERE m."OwnerId" IS NOT NULL;
                """);

            migrationBuilder.CreateTable(
                name: "Milestones",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ActionId = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedIn = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Milestones", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Milestones_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Milestones_Changes_EndedIn",
                        column: x => x.EndedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Milestones_PriorityActions_ActionId",
                        column: x => x.ActionId,
                        principalTable: "PriorityActions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NonWorkingDays",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OnDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedIn = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NonWorkingDays", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NonWorkingDays_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NonWorkingDays_Changes_EndedIn",
                        column: x => x.EndedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Requirements",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProgrammeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    IsVerbatim = table.Column<bool>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: true),
                    Paragraph = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ThemeId = table.Column<int>(type: "INTEGER", nullable: true),
                    DueOn = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: true),
                    IsIllustrative = table.Column<bool>(type: "INTEGER", nullable: false),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedIn = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Requirements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Requirements_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Requirements_Changes_EndedIn",
                        column: x => x.EndedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Requirements_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Requirements_SourceDocuments_SourceId",
                        column: x => x.SourceId,
                        principalTable: "SourceDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Requirements_Themes_ThemeId",
                        column: x => x.ThemeId,
                        principalTable: "Themes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StoredFiles",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredFiles", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "MilestoneRevisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MilestoneId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    SupersededIn = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MilestoneRevisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MilestoneRevisions_Changes_RecordedIn",
                        column: x => x.RecordedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MilestoneRevisions_Changes_SupersededIn",
                        column: x => x.SupersededIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MilestoneRevisions_Milestones_MilestoneId",
                        column: x => x.MilestoneId,
                        principalTable: "Milestones",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ActionRequirements",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ActionId = table.Column<int>(type: "INTEGER", nullable: false),
                    RequirementId = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedIn = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActionRequirements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActionRequirements_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActionRequirements_Changes_EndedIn",
                        column: x => x.EndedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActionRequirements_PriorityActions_ActionId",
                        column: x => x.ActionId,
                        principalTable: "PriorityActions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActionRequirements_Requirements_RequirementId",
                        column: x => x.RequirementId,
                        principalTable: "Requirements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RequirementReviews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RequirementId = table.Column<int>(type: "INTEGER", nullable: false),
                    IsMet = table.Column<bool>(type: "INTEGER", nullable: false),
                    OnDate = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: false),
                    Said = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: true),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequirementReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RequirementReviews_Changes_RecordedIn",
                        column: x => x.RecordedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RequirementReviews_Requirements_RequirementId",
                        column: x => x.RequirementId,
                        principalTable: "Requirements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RequirementReviews_SourceDocuments_SourceId",
                        column: x => x.SourceId,
                        principalTable: "SourceDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Evidence",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ActionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Strength = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DatedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    FileHash = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedIn = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Evidence_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Evidence_Changes_EndedIn",
                        column: x => x.EndedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Evidence_PriorityActions_ActionId",
                        column: x => x.ActionId,
                        principalTable: "PriorityActions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Evidence_StoredFiles_FileHash",
                        column: x => x.FileHash,
                        principalTable: "StoredFiles",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Targets_RequirementId",
                table: "Targets",
                column: "RequirementId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_AddedIn",
                table: "Measures",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Benchmarks_SourceId",
                table: "Benchmarks",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_ActionRequirements_ActionId",
                table: "ActionRequirements",
                column: "ActionId");

            migrationBuilder.CreateIndex(
                name: "IX_ActionRequirements_AddedIn",
                table: "ActionRequirements",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_ActionRequirements_RequirementId",
                table: "ActionRequirements",
                column: "RequirementId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_ActionId",
                table: "Evidence",
                column: "ActionId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_AddedIn",
                table: "Evidence",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_FileHash",
                table: "Evidence",
                column: "FileHash");

            migrationBuilder.CreateIndex(
                name: "IX_MeasureOwners_AddedIn",
                table: "MeasureOwners",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_MeasureOwners_MeasureId",
                table: "MeasureOwners",
                column: "MeasureId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasureOwners_PersonId",
                table: "MeasureOwners",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_MilestoneRevisions_MilestoneId",
                table: "MilestoneRevisions",
                column: "MilestoneId");

            migrationBuilder.CreateIndex(
                name: "IX_MilestoneRevisions_RecordedIn",
                table: "MilestoneRevisions",
                column: "RecordedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_ActionId",
                table: "Milestones",
                column: "ActionId");

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_AddedIn",
                table: "Milestones",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_NonWorkingDays_AddedIn",
                table: "NonWorkingDays",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_RequirementReviews_RecordedIn",
                table: "RequirementReviews",
                column: "RecordedIn");

            migrationBuilder.CreateIndex(
                name: "IX_RequirementReviews_RequirementId",
                table: "RequirementReviews",
                column: "RequirementId");

            migrationBuilder.CreateIndex(
                name: "IX_RequirementReviews_SourceId",
                table: "RequirementReviews",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Requirements_AddedIn",
                table: "Requirements",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Requirements_ProgrammeId_Reference",
                table: "Requirements",
                columns: new[] { "ProgrammeId", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Requirements_SourceId",
                table: "Requirements",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Requirements_ThemeId",
                table: "Requirements",
                column: "ThemeId");

            migrationBuilder.AddForeignKey(
                name: "FK_Benchmarks_SourceDocuments_SourceId",
                table: "Benchmarks",
                column: "SourceId",
                principalTable: "SourceDocuments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Measures_Changes_AddedIn",
                table: "Measures",
                column: "AddedIn",
                principalTable: "Changes",
                principalColumn: "Sequence",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Targets_Requirements_RequirementId",
                table: "Targets",
                column: "RequirementId",
                principalTable: "Requirements",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Benchmarks_SourceDocuments_SourceId",
                table: "Benchmarks");

            migrationBuilder.DropForeignKey(
                name: "FK_Measures_Changes_AddedIn",
                table: "Measures");

            migrationBuilder.DropForeignKey(
                name: "FK_Targets_Requirements_RequirementId",
                table: "Targets");

            migrationBuilder.DropTable(
                name: "ActionRequirements");

            migrationBuilder.DropTable(
                name: "Evidence");

            migrationBuilder.DropTable(
                name: "MeasureOwners");

            migrationBuilder.DropTable(
                name: "MilestoneRevisions");

            migrationBuilder.DropTable(
                name: "NonWorkingDays");

            migrationBuilder.DropTable(
                name: "RequirementReviews");

            migrationBuilder.DropTable(
                name: "StoredFiles");

            migrationBuilder.DropTable(
                name: "Milestones");

            migrationBuilder.DropTable(
                name: "Requirements");

            migrationBuilder.DropIndex(
                name: "IX_Targets_RequirementId",
                table: "Targets");

            migrationBuilder.DropIndex(
                name: "IX_Measures_AddedIn",
                table: "Measures");

            migrationBuilder.DropIndex(
                name: "IX_Benchmarks_SourceId",
                table: "Benchmarks");

            migrationBuilder.DropColumn(
                name: "RequirementId",
                table: "Targets");

            migrationBuilder.DropColumn(
                name: "BlockedBy",
                table: "PriorityActions");

            migrationBuilder.DropColumn(
                name: "EvidenceNeeded",
                table: "PriorityActions");

            migrationBuilder.DropColumn(
                name: "RecheckOn",
                table: "PriorityActions");

            migrationBuilder.DropColumn(
                name: "AddedIn",
                table: "Measures");

            migrationBuilder.DropColumn(
                name: "ReceivedOn",
                table: "Inspections");

            migrationBuilder.DropColumn(
                name: "ReceivedOn",
                table: "InspectionCorrections");

            migrationBuilder.DropColumn(
                name: "Neighbours",
                table: "Benchmarks");

            migrationBuilder.DropColumn(
                name: "SourceId",
                table: "Benchmarks");

            migrationBuilder.DropColumn(
                name: "AgreedBy",
                table: "ActionUpdates");

            migrationBuilder.DropColumn(
                name: "BlockedBy",
                table: "ActionUpdates");

            migrationBuilder.DropColumn(
                name: "EvidenceNeeded",
                table: "ActionUpdates");

            migrationBuilder.DropColumn(
                name: "Move",
                table: "ActionUpdates");

            migrationBuilder.DropColumn(
                name: "RecheckOn",
                table: "ActionUpdates");
        }
    }
}
