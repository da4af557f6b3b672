using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementTracker.Domain.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Measures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateTable(
                name: "Annotations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MeasureId = table.Column<int>(type: "int", nullable: false),
                    AreaId = table.Column<int>(type: "int", nullable: true),
                    Month = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
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
                name: "ImportFiles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Mapping = table.Column<string>(type: "nvarchar(max)", nullable: true),
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
                name: "MonthDrafts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: false),
                    Month = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false),
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
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
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

            migrationBuilder.CreateIndex(
                name: "IX_Annotations_AddedIn",
                table: "Annotations",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Annotations_AreaId",
                table: "Annotations",
                column: "AreaId");

            migrationBuilder.CreateIndex(
                name: "IX_Annotations_EndedIn",
                table: "Annotations",
                column: "EndedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Annotations_MeasureId",
                table: "Annotations",
                column: "MeasureId");

            migrationBuilder.CreateIndex(
                name: "IX_Benchmarks_AddedIn",
                table: "Benchmarks",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Benchmarks_EndedIn",
                table: "Benchmarks",
                column: "EndedIn");

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
                name: "IX_Commentaries_EndedIn",
                table: "Commentaries",
                column: "EndedIn");

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
                name: "IX_Rebases_EndedIn",
                table: "Rebases",
                column: "EndedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Rebases_MeasureId",
                table: "Rebases",
                column: "MeasureId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Annotations");

            migrationBuilder.DropTable(
                name: "Benchmarks");

            migrationBuilder.DropTable(
                name: "Commentaries");

            migrationBuilder.DropTable(
                name: "EarlierDefinitions");

            migrationBuilder.DropTable(
                name: "ImportFiles");

            migrationBuilder.DropTable(
                name: "ImportWords");

            migrationBuilder.DropTable(
                name: "MonthDrafts");

            migrationBuilder.DropTable(
                name: "Rebases");

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
        }
    }
}
