using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementTracker.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InspectionHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Judgements_InspectionId_JudgedAreaId",
                table: "Judgements");

            migrationBuilder.AddColumn<long>(
                name: "EndedIn",
                table: "Judgements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TallyParagraph",
                table: "Inspections",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TallySourceId",
                table: "Inspections",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WasShown",
                table: "Inspections",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "EndedIn",
                table: "Findings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FindingCorrections",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FindingId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Paragraph = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ThemeId = table.Column<int>(type: "INTEGER", nullable: true),
                    DueOn = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: true),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FindingCorrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FindingCorrections_Changes_RecordedIn",
                        column: x => x.RecordedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FindingCorrections_Findings_FindingId",
                        column: x => x.FindingId,
                        principalTable: "Findings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FindingCorrections_Themes_ThemeId",
                        column: x => x.ThemeId,
                        principalTable: "Themes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GradeAims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    JudgedAreaId = table.Column<int>(type: "INTEGER", nullable: false),
                    Grade = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    By = table.Column<int>(type: "INTEGER", nullable: true),
                    IsIllustrative = table.Column<bool>(type: "INTEGER", nullable: false),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedIn = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GradeAims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GradeAims_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GradeAims_Changes_EndedIn",
                        column: x => x.EndedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GradeAims_JudgedAreas_JudgedAreaId",
                        column: x => x.JudgedAreaId,
                        principalTable: "JudgedAreas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InspectionCorrections",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InspectionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Inspectorate = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FieldworkFrom = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: false),
                    FieldworkTo = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: true),
                    Published = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: true),
                    Visibility = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: true),
                    TallyCount = table.Column<int>(type: "INTEGER", nullable: true),
                    TallyOutOf = table.Column<int>(type: "INTEGER", nullable: true),
                    TallyGrade = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    TallySourceId = table.Column<int>(type: "INTEGER", nullable: true),
                    TallyParagraph = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InspectionCorrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InspectionCorrections_Changes_RecordedIn",
                        column: x => x.RecordedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InspectionCorrections_Inspections_InspectionId",
                        column: x => x.InspectionId,
                        principalTable: "Inspections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InspectionCorrections_SourceDocuments_SourceId",
                        column: x => x.SourceId,
                        principalTable: "SourceDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InspectionCorrections_SourceDocuments_TallySourceId",
                        column: x => x.TallySourceId,
                        principalTable: "SourceDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            // What was shown before this is not known of a draft; every other inspection is one.
            migrationBuilder.Sql("UPDATE Inspections SET WasShown = 1 WHERE Visibility <> 'Draft'");
            // The change that set an aim is not known: the first that graded its area stands for it.
            migrationBuilder.Sql("INSERT INTO GradeAims (JudgedAreaId, Grade, [By], IsIllustrative, AddedIn) SELECT Id, AimedFor, AimedForBy, AimIsIllustrative, COALESCE((SELECT MIN(AddedIn) FROM Judgements WHERE JudgedAreaId = JudgedAreas.Id), (SELECT MIN(Sequence) FROM Changes)) FROM JudgedAreas WHERE AimedFor IS NOT NULL");

            migrationBuilder.DropColumn(
                name: "AimIsIllustrative",
                table: "JudgedAreas");

            migrationBuilder.DropColumn(
                name: "AimedFor",
                table: "JudgedAreas");

            migrationBuilder.DropColumn(
                name: "AimedForBy",
                table: "JudgedAreas");

            migrationBuilder.CreateIndex(
                name: "IX_Judgements_InspectionId_JudgedAreaId",
                table: "Judgements",
                columns: new[] { "InspectionId", "JudgedAreaId" },
                unique: true,
                filter: "EndedIn IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Inspections_TallySourceId",
                table: "Inspections",
                column: "TallySourceId");

            migrationBuilder.CreateIndex(
                name: "IX_FindingCorrections_FindingId",
                table: "FindingCorrections",
                column: "FindingId");

            migrationBuilder.CreateIndex(
                name: "IX_FindingCorrections_RecordedIn",
                table: "FindingCorrections",
                column: "RecordedIn");

            migrationBuilder.CreateIndex(
                name: "IX_FindingCorrections_ThemeId",
                table: "FindingCorrections",
                column: "ThemeId");

            migrationBuilder.CreateIndex(
                name: "IX_GradeAims_AddedIn",
                table: "GradeAims",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_GradeAims_JudgedAreaId",
                table: "GradeAims",
                column: "JudgedAreaId",
                unique: true,
                filter: "EndedIn IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_InspectionCorrections_InspectionId",
                table: "InspectionCorrections",
                column: "InspectionId");

            migrationBuilder.CreateIndex(
                name: "IX_InspectionCorrections_RecordedIn",
                table: "InspectionCorrections",
                column: "RecordedIn");

            migrationBuilder.CreateIndex(
                name: "IX_InspectionCorrections_SourceId",
                table: "InspectionCorrections",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_InspectionCorrections_TallySourceId",
                table: "InspectionCorrections",
                column: "TallySourceId");

            migrationBuilder.AddForeignKey(
                name: "FK_Findings_Changes_EndedIn",
                table: "Findings",
                column: "EndedIn",
                principalTable: "Changes",
                principalColumn: "Sequence",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Inspections_SourceDocuments_TallySourceId",
                table: "Inspections",
                column: "TallySourceId",
                principalTable: "SourceDocuments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Judgements_Changes_EndedIn",
                table: "Judgements",
                column: "EndedIn",
                principalTable: "Changes",
                principalColumn: "Sequence",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Findings_Changes_EndedIn",
                table: "Findings");

            migrationBuilder.DropForeignKey(
                name: "FK_Inspections_SourceDocuments_TallySourceId",
                table: "Inspections");

            migrationBuilder.DropForeignKey(
                name: "FK_Judgements_Changes_EndedIn",
                table: "Judgements");

            migrationBuilder.DropTable(
                name: "FindingCorrections");

            migrationBuilder.DropTable(
                name: "GradeAims");

            migrationBuilder.DropTable(
                name: "InspectionCorrections");

            migrationBuilder.DropIndex(
                name: "IX_Judgements_InspectionId_JudgedAreaId",
                table: "Judgements");

            migrationBuilder.DropIndex(
                name: "IX_Inspections_TallySourceId",
                table: "Inspections");

            migrationBuilder.DropColumn(
                name: "EndedIn",
                table: "Judgements");

            migrationBuilder.DropColumn(
                name: "TallyParagraph",
                table: "Inspections");

            migrationBuilder.DropColumn(
                name: "TallySourceId",
                table: "Inspections");

            migrationBuilder.DropColumn(
                name: "WasShown",
                table: "Inspections");

            migrationBuilder.DropColumn(
                name: "EndedIn",
                table: "Findings");

            migrationBuilder.AddColumn<bool>(
                name: "AimIsIllustrative",
                table: "JudgedAreas",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "AimedFor",
                table: "JudgedAreas",
                type: "TEXT",
                unicode: false,
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AimedForBy",
                table: "JudgedAreas",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Judgements_InspectionId_JudgedAreaId",
                table: "Judgements",
                columns: new[] { "InspectionId", "JudgedAreaId" },
                unique: true);
        }
    }
}
