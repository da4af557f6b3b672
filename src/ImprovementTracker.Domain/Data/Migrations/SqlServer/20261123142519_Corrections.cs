using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementTracker.Domain.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Corrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_EarlierDefinitions_MeasureId_UntilMonth",
                table: "EarlierDefinitions");

            migrationBuilder.AddColumn<string>(
                name: "EndReason",
                table: "TimelineEntries",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EndedIn",
                table: "TimelineEntries",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndReason",
                table: "EarlierDefinitions",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EndedIn",
                table: "EarlierDefinitions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CalendarKey",
                table: "AspNetUsers",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StartsOn",
                table: "ActionUpdates",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PlannedDates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    OnDate = table.Column<DateOnly>(type: "date", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    IsIllustrative = table.Column<bool>(type: "bit", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    EndedIn = table.Column<long>(type: "bigint", nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlannedDates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlannedDates_Changes_EndedIn",
                        column: x => x.EndedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlannedDates_Changes_RecordedIn",
                        column: x => x.RecordedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlannedDates_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RequirementCorrections",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RequirementId = table.Column<int>(type: "int", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    IsVerbatim = table.Column<bool>(type: "bit", nullable: false),
                    SourceId = table.Column<int>(type: "int", nullable: true),
                    Paragraph = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    ThemeId = table.Column<int>(type: "int", nullable: true),
                    DueOn = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequirementCorrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RequirementCorrections_Changes_RecordedIn",
                        column: x => x.RecordedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RequirementCorrections_Requirements_RequirementId",
                        column: x => x.RequirementId,
                        principalTable: "Requirements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RequirementCorrections_SourceDocuments_SourceId",
                        column: x => x.SourceId,
                        principalTable: "SourceDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RequirementCorrections_Themes_ThemeId",
                        column: x => x.ThemeId,
                        principalTable: "Themes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EarlierDefinitions_MeasureId_UntilMonth",
                table: "EarlierDefinitions",
                columns: new[] { "MeasureId", "UntilMonth" },
                unique: true,
                filter: "EndedIn IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_CalendarKey",
                table: "AspNetUsers",
                column: "CalendarKey",
                unique: true,
                filter: "CalendarKey IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedDates_ProgrammeId_OnDate",
                table: "PlannedDates",
                columns: new[] { "ProgrammeId", "OnDate" });

            migrationBuilder.CreateIndex(
                name: "IX_PlannedDates_RecordedIn",
                table: "PlannedDates",
                column: "RecordedIn");

            migrationBuilder.CreateIndex(
                name: "IX_RequirementCorrections_RecordedIn",
                table: "RequirementCorrections",
                column: "RecordedIn");

            migrationBuilder.CreateIndex(
                name: "IX_RequirementCorrections_RequirementId",
                table: "RequirementCorrections",
                column: "RequirementId");

            migrationBuilder.CreateIndex(
                name: "IX_RequirementCorrections_SourceId",
                table: "RequirementCorrections",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_RequirementCorrections_ThemeId",
                table: "RequirementCorrections",
                column: "ThemeId");

            migrationBuilder.AddForeignKey(
                name: "FK_EarlierDefinitions_Changes_EndedIn",
                table: "EarlierDefinitions",
                column: "EndedIn",
                principalTable: "Changes",
                principalColumn: "Sequence",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_TimelineEntries_Changes_EndedIn",
                table: "TimelineEntries",
                column: "EndedIn",
                principalTable: "Changes",
                principalColumn: "Sequence",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_EarlierDefinitions_Changes_EndedIn",
                table: "EarlierDefinitions");

            migrationBuilder.DropForeignKey(
                name: "FK_TimelineEntries_Changes_EndedIn",
                table: "TimelineEntries");

            migrationBuilder.DropTable(
                name: "PlannedDates");

            migrationBuilder.DropTable(
                name: "RequirementCorrections");

            migrationBuilder.DropIndex(
                name: "IX_EarlierDefinitions_MeasureId_UntilMonth",
                table: "EarlierDefinitions");

            migrationBuilder.DropIndex(
                name: "IX_AspNetUsers_CalendarKey",
                table: "AspNetUsers");

            migrationBuilder.DropColumn(
                name: "EndReason",
                table: "TimelineEntries");

            migrationBuilder.DropColumn(
                name: "EndedIn",
                table: "TimelineEntries");

            migrationBuilder.DropColumn(
                name: "EndReason",
                table: "EarlierDefinitions");

            migrationBuilder.DropColumn(
                name: "EndedIn",
                table: "EarlierDefinitions");

            migrationBuilder.DropColumn(
                name: "CalendarKey",
                table: "AspNetUsers");

            migrationBuilder.DropColumn(
                name: "StartsOn",
                table: "ActionUpdates");

            migrationBuilder.CreateIndex(
                name: "IX_EarlierDefinitions_MeasureId_UntilMonth",
                table: "EarlierDefinitions",
                columns: new[] { "MeasureId", "UntilMonth" },
                unique: true);
        }
    }
}
