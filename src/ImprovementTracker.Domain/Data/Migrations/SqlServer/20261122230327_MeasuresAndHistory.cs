using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementTracker.Domain.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class MeasuresAndHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Targets_EndedIn",
                table: "Targets");

            migrationBuilder.DropIndex(
                name: "IX_ObservationRevisions_SupersededIn",
                table: "ObservationRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_EndedIn",
                table: "Memberships");

            migrationBuilder.DropIndex(
                name: "IX_Judgements_InspectionId_JudgedAreaId",
                table: "Judgements");

            migrationBuilder.DropIndex(
                name: "IX_InspectionReaders_EndedIn",
                table: "InspectionReaders");

            migrationBuilder.DropIndex(
                name: "IX_ActionMeasures_EndedIn",
                table: "ActionMeasures");

            migrationBuilder.DropIndex(
                name: "IX_ActionFindings_EndedIn",
                table: "ActionFindings");

            migrationBuilder.AddColumn<string>(
                name: "AuthorityCode",
                table: "Programmes",
                type: "varchar(9)",
                unicode: false,
                maxLength: 9,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FewestForFirmLimits",
                table: "Programmes",
                type: "int",
                nullable: false,
                defaultValue: 12);

            migrationBuilder.AddColumn<int>(
                name: "FewestForLimits",
                table: "Programmes",
                type: "int",
                nullable: false,
                defaultValue: 3);

            migrationBuilder.AddColumn<int>(
                name: "FiguresDueOn",
                table: "Programmes",
                type: "int",
                nullable: false,
                defaultValue: 15);

            migrationBuilder.AddColumn<long>(
                name: "EnteredIn",
                table: "ObservationRevisions",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "StatusReason",
                table: "ObservationRevisions",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CollectedFrom",
                table: "Measures",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GoodLooksLike",
                table: "Measures",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LastMonth",
                table: "Measures",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Timescale",
                table: "Measures",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EndedIn",
                table: "Judgements",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TallyParagraph",
                table: "Inspections",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TallySourceId",
                table: "Inspections",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WasShown",
                table: "Inspections",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "EndedIn",
                table: "Findings",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Said",
                table: "Changes",
                type: "char(64)",
                unicode: false,
                fixedLength: true,
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Annotations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MeasureId = table.Column<int>(type: "int", nullable: false),
                    AreaId = table.Column<int>(type: "int", nullable: true),
                    Month = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    EndedIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Annotations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Annotations_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Annotations_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Annotations_Changes_EndedIn",
                        column: x => x.EndedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Annotations_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Benchmarks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MeasureId = table.Column<int>(type: "int", nullable: false),
                    Comparator = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    PeriodEnd = table.Column<int>(type: "int", nullable: false),
                    Period = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    Symbol = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    Known = table.Column<int>(type: "int", nullable: true),
                    OfHowMany = table.Column<int>(type: "int", nullable: true),
                    File = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    EndedIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Benchmarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Benchmarks_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Benchmarks_Changes_EndedIn",
                        column: x => x.EndedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Benchmarks_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Commentaries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MeasureId = table.Column<int>(type: "int", nullable: false),
                    AreaId = table.Column<int>(type: "int", nullable: false),
                    Month = table.Column<int>(type: "int", nullable: false),
                    Why = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    WhatNext = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    EndedIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Commentaries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Commentaries_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Commentaries_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Commentaries_Changes_EndedIn",
                        column: x => x.EndedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Commentaries_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EarlierDefinitions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MeasureId = table.Column<int>(type: "int", nullable: false),
                    Definition = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Numerator = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Denominator = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    UntilMonth = table.Column<int>(type: "int", nullable: false),
                    WhatChanged = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarlierDefinitions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EarlierDefinitions_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EarlierDefinitions_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FindingCorrections",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FindingId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Paragraph = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    ThemeId = table.Column<int>(type: "int", nullable: true),
                    DueOn = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: true),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    JudgedAreaId = table.Column<int>(type: "int", nullable: false),
                    Grade = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    By = table.Column<int>(type: "int", nullable: true),
                    IsIllustrative = table.Column<bool>(type: "bit", nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    EndedIn = table.Column<long>(type: "bigint", nullable: true)
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
                name: "ImportFiles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Mapping = table.Column<string>(type: "nvarchar(max)", maxLength: 1000000, nullable: true),
                    UploadedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportFiles_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImportFiles_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportWords",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Meaning = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportWords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportWords_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InspectionCorrections",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    InspectionId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Inspectorate = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    FieldworkFrom = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: false),
                    FieldworkTo = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: true),
                    Published = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: true),
                    Visibility = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    SourceId = table.Column<int>(type: "int", nullable: true),
                    TallyCount = table.Column<int>(type: "int", nullable: true),
                    TallyOutOf = table.Column<int>(type: "int", nullable: true),
                    TallyGrade = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    TallySourceId = table.Column<int>(type: "int", nullable: true),
                    TallyParagraph = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "MonthDrafts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: false),
                    Month = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: 2000000, nullable: false),
                    KeptAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MonthDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MonthDrafts_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MonthDrafts_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Rebases",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MeasureId = table.Column<int>(type: "int", nullable: false),
                    AreaId = table.Column<int>(type: "int", nullable: true),
                    FromMonth = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    EndedIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rebases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rebases_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Rebases_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Rebases_Changes_EndedIn",
                        column: x => x.EndedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Rebases_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            // The first of the value's revisions with the same figure is the one with which it was entered.
            migrationBuilder.Sql(
                """
                EXEC(N'UPDATE ObservationRevisions SET EnteredIn = (
                    SELECT MIN(same.RecordedIn) FROM ObservationRevisions AS same
                    WHERE same.ObservationId = ObservationRevisions.ObservationId AND same.Kind = ObservationRevisions.Kind
                        AND COALESCE(same.Numerator, -1) = COALESCE(ObservationRevisions.Numerator, -1)
                        AND COALESCE(same.Denominator, -1) = COALESCE(ObservationRevisions.Denominator, -1)
                        AND COALESCE(same.Printed, -1) = COALESCE(ObservationRevisions.Printed, -1))')
                """);

            // What was shown before this is not known of a draft; every other inspection is one.
            migrationBuilder.Sql("EXEC(N'UPDATE Inspections SET WasShown = 1 WHERE Visibility <> ''Draft''')");
            // The change that set an aim is not known: the first that graded its area stands for it.
            migrationBuilder.Sql("EXEC(N'INSERT INTO GradeAims (JudgedAreaId, Grade, [By], IsIllustrative, AddedIn) SELECT Id, AimedFor, AimedForBy, AimIsIllustrative, COALESCE((SELECT MIN(AddedIn) FROM Judgements WHERE JudgedAreaId = JudgedAreas.Id), (SELECT MIN(Sequence) FROM Changes)) FROM JudgedAreas WHERE AimedFor IS NOT NULL')");

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
                name: "IX_Observations_Month_MeasureId_AreaId_Period",
                table: "Observations",
                columns: new[] { "Month", "MeasureId", "AreaId", "Period" });

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
                name: "IX_Annotations_AddedIn",
                table: "Annotations",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Annotations_AreaId",
                table: "Annotations",
                column: "AreaId");

            migrationBuilder.CreateIndex(
                name: "IX_Annotations_MeasureId",
                table: "Annotations",
                column: "MeasureId");

            migrationBuilder.CreateIndex(
                name: "IX_Benchmarks_AddedIn",
                table: "Benchmarks",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Benchmarks_MeasureId_PeriodEnd",
                table: "Benchmarks",
                columns: new[] { "MeasureId", "PeriodEnd" });

            migrationBuilder.CreateIndex(
                name: "IX_Commentaries_AddedIn",
                table: "Commentaries",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Commentaries_AreaId",
                table: "Commentaries",
                column: "AreaId");

            migrationBuilder.CreateIndex(
                name: "IX_Commentaries_MeasureId_Month_AreaId",
                table: "Commentaries",
                columns: new[] { "MeasureId", "Month", "AreaId" });

            migrationBuilder.CreateIndex(
                name: "IX_EarlierDefinitions_AddedIn",
                table: "EarlierDefinitions",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_EarlierDefinitions_MeasureId_UntilMonth",
                table: "EarlierDefinitions",
                columns: new[] { "MeasureId", "UntilMonth" },
                unique: true);

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
                name: "IX_ImportFiles_PersonId",
                table: "ImportFiles",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportFiles_ProgrammeId_PersonId",
                table: "ImportFiles",
                columns: new[] { "ProgrammeId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportWords_ProgrammeId_Kind_Text",
                table: "ImportWords",
                columns: new[] { "ProgrammeId", "Kind", "Text" },
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_MonthDrafts_PersonId",
                table: "MonthDrafts",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_MonthDrafts_ProgrammeId_PersonId_Month",
                table: "MonthDrafts",
                columns: new[] { "ProgrammeId", "PersonId", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Rebases_AddedIn",
                table: "Rebases",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Rebases_AreaId",
                table: "Rebases",
                column: "AreaId");

            migrationBuilder.CreateIndex(
                name: "IX_Rebases_MeasureId",
                table: "Rebases",
                column: "MeasureId");

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
                name: "Annotations");

            migrationBuilder.DropTable(
                name: "Benchmarks");

            migrationBuilder.DropTable(
                name: "Commentaries");

            migrationBuilder.DropTable(
                name: "EarlierDefinitions");

            migrationBuilder.DropTable(
                name: "FindingCorrections");

            migrationBuilder.DropTable(
                name: "GradeAims");

            migrationBuilder.DropTable(
                name: "ImportFiles");

            migrationBuilder.DropTable(
                name: "ImportWords");

            migrationBuilder.DropTable(
                name: "InspectionCorrections");

            migrationBuilder.DropTable(
                name: "MonthDrafts");

            migrationBuilder.DropTable(
                name: "Rebases");

            migrationBuilder.DropIndex(
                name: "IX_Observations_Month_MeasureId_AreaId_Period",
                table: "Observations");

            migrationBuilder.DropIndex(
                name: "IX_Judgements_InspectionId_JudgedAreaId",
                table: "Judgements");

            migrationBuilder.DropIndex(
                name: "IX_Inspections_TallySourceId",
                table: "Inspections");

            migrationBuilder.DropColumn(
                name: "AuthorityCode",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "FewestForFirmLimits",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "FewestForLimits",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "FiguresDueOn",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "EnteredIn",
                table: "ObservationRevisions");

            migrationBuilder.DropColumn(
                name: "StatusReason",
                table: "ObservationRevisions");

            migrationBuilder.DropColumn(
                name: "CollectedFrom",
                table: "Measures");

            migrationBuilder.DropColumn(
                name: "GoodLooksLike",
                table: "Measures");

            migrationBuilder.DropColumn(
                name: "LastMonth",
                table: "Measures");

            migrationBuilder.DropColumn(
                name: "Timescale",
                table: "Measures");

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

            migrationBuilder.DropColumn(
                name: "Said",
                table: "Changes");

            migrationBuilder.AddColumn<bool>(
                name: "AimIsIllustrative",
                table: "JudgedAreas",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "AimedFor",
                table: "JudgedAreas",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AimedForBy",
                table: "JudgedAreas",
                type: "int",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Targets_EndedIn",
                table: "Targets",
                column: "EndedIn");

            migrationBuilder.CreateIndex(
                name: "IX_ObservationRevisions_SupersededIn",
                table: "ObservationRevisions",
                column: "SupersededIn");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_EndedIn",
                table: "Memberships",
                column: "EndedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Judgements_InspectionId_JudgedAreaId",
                table: "Judgements",
                columns: new[] { "InspectionId", "JudgedAreaId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InspectionReaders_EndedIn",
                table: "InspectionReaders",
                column: "EndedIn");

            migrationBuilder.CreateIndex(
                name: "IX_ActionMeasures_EndedIn",
                table: "ActionMeasures",
                column: "EndedIn");

            migrationBuilder.CreateIndex(
                name: "IX_ActionFindings_EndedIn",
                table: "ActionFindings",
                column: "EndedIn");
        }
    }
}
