using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementTracker.Domain.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Post = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    IsActive = table.Column<bool>(type: "bit", nullable: false),
                    IsDemonstration = table.Column<bool>(type: "bit", nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    PasswordHash = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SecurityStamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    PhoneNumber = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "bit", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "bit", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ChangeCounter",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeCounter", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "InstallationMarks",
                columns: table => new
                {
                    Name = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InstallationMarks", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Programmes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Slug = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Authority = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    Intervention = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    IntervenedOn = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: true),
                    LegalBasis = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordEndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Programmes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<int>(type: "int", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    ProviderKey = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    UserId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<int>(type: "int", nullable: false),
                    LoginProvider = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    Value = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Areas",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    ParentId = table.Column<int>(type: "int", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    FromDay = table.Column<DateOnly>(type: "date", nullable: false),
                    ToDay = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Areas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Areas_Areas_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Areas_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Changes",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: true),
                    PersonName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ProgrammeId = table.Column<int>(type: "int", nullable: true),
                    What = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Submission = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Outcome = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Changes", x => x.Sequence);
                    table.ForeignKey(
                        name: "FK_Changes_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Changes_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JudgedAreas",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Place = table.Column<int>(type: "int", nullable: false),
                    AimedFor = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    AimedForBy = table.Column<int>(type: "int", nullable: true),
                    AimIsIllustrative = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JudgedAreas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JudgedAreas_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SourceDocuments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false),
                    Publisher = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    Published = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: true),
                    Address = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Attribution = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourceDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SourceDocuments_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Themes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Place = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Themes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Themes_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PersonId = table.Column<int>(type: "int", nullable: false),
                    ProgrammeId = table.Column<int>(type: "int", nullable: true),
                    Role = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    EndedIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Memberships_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Memberships_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Memberships_Changes_EndedIn",
                        column: x => x.EndedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Memberships_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Inspections",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
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
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inspections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Inspections_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Inspections_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Inspections_SourceDocuments_SourceId",
                        column: x => x.SourceId,
                        principalTable: "SourceDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeStatuses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Since = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    SourceId = table.Column<int>(type: "int", nullable: true),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeStatuses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgrammeStatuses_Changes_RecordedIn",
                        column: x => x.RecordedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgrammeStatuses_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgrammeStatuses_SourceDocuments_SourceId",
                        column: x => x.SourceId,
                        principalTable: "SourceDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TimelineEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    OnDate = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Sentence = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Figure = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    SourceId = table.Column<int>(type: "int", nullable: true),
                    IsIllustrative = table.Column<bool>(type: "bit", nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TimelineEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TimelineEntries_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TimelineEntries_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TimelineEntries_SourceDocuments_SourceId",
                        column: x => x.SourceId,
                        principalTable: "SourceDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Measures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    Phrase = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Definition = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    WhyItMatters = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Numerator = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Denominator = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Unit = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Decimals = table.Column<int>(type: "int", nullable: false),
                    Polarity = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Period = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    NumeratorIsPart = table.Column<bool>(type: "bit", nullable: false),
                    ThemeId = table.Column<int>(type: "int", nullable: true),
                    OwnerId = table.Column<int>(type: "int", nullable: true),
                    Place = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Measures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Measures_AspNetUsers_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Measures_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Measures_Themes_ThemeId",
                        column: x => x.ThemeId,
                        principalTable: "Themes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Objectives",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    OutcomeSought = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    ThemeId = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Objectives", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Objectives_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Objectives_Themes_ThemeId",
                        column: x => x.ThemeId,
                        principalTable: "Themes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Findings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    InspectionId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Place = table.Column<int>(type: "int", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Paragraph = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    ThemeId = table.Column<int>(type: "int", nullable: true),
                    DueOn = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: true),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Findings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Findings_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Findings_Inspections_InspectionId",
                        column: x => x.InspectionId,
                        principalTable: "Inspections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Findings_Themes_ThemeId",
                        column: x => x.ThemeId,
                        principalTable: "Themes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InspectionReaders",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    InspectionId = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    EndedIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InspectionReaders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InspectionReaders_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InspectionReaders_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InspectionReaders_Changes_EndedIn",
                        column: x => x.EndedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InspectionReaders_Inspections_InspectionId",
                        column: x => x.InspectionId,
                        principalTable: "Inspections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Judgements",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    InspectionId = table.Column<int>(type: "int", nullable: false),
                    JudgedAreaId = table.Column<int>(type: "int", nullable: false),
                    Grade = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    SourceId = table.Column<int>(type: "int", nullable: true),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Judgements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Judgements_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Judgements_Inspections_InspectionId",
                        column: x => x.InspectionId,
                        principalTable: "Inspections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Judgements_JudgedAreas_JudgedAreaId",
                        column: x => x.JudgedAreaId,
                        principalTable: "JudgedAreas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Judgements_SourceDocuments_SourceId",
                        column: x => x.SourceId,
                        principalTable: "SourceDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Observations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MeasureId = table.Column<int>(type: "int", nullable: false),
                    AreaId = table.Column<int>(type: "int", nullable: false),
                    Month = table.Column<int>(type: "int", nullable: false),
                    Period = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Observations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Observations_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Observations_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Targets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MeasureId = table.Column<int>(type: "int", nullable: false),
                    AreaId = table.Column<int>(type: "int", nullable: true),
                    SetBy = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    SourceId = table.Column<int>(type: "int", nullable: true),
                    Paragraph = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    IsIllustrative = table.Column<bool>(type: "bit", nullable: false),
                    FromMonth = table.Column<int>(type: "int", nullable: false),
                    ToMonth = table.Column<int>(type: "int", nullable: true),
                    Path = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Tolerance = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    ToleranceKind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    EndedIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Targets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Targets_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Targets_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Targets_Changes_EndedIn",
                        column: x => x.EndedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Targets_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Targets_SourceDocuments_SourceId",
                        column: x => x.SourceId,
                        principalTable: "SourceDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PriorityActions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    ObjectiveId = table.Column<int>(type: "int", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    OutcomeSought = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    LeadId = table.Column<int>(type: "int", nullable: true),
                    AccountableId = table.Column<int>(type: "int", nullable: true),
                    PartnerAgency = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    BaselineDueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Stage = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Progress = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Impact = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    IsIllustrative = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriorityActions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PriorityActions_AspNetUsers_AccountableId",
                        column: x => x.AccountableId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PriorityActions_AspNetUsers_LeadId",
                        column: x => x.LeadId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PriorityActions_Objectives_ObjectiveId",
                        column: x => x.ObjectiveId,
                        principalTable: "Objectives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PriorityActions_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FindingReviews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FindingId = table.Column<int>(type: "int", nullable: false),
                    VisitId = table.Column<int>(type: "int", nullable: false),
                    Outcome = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    SourceId = table.Column<int>(type: "int", nullable: true),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FindingReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FindingReviews_Changes_RecordedIn",
                        column: x => x.RecordedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FindingReviews_Findings_FindingId",
                        column: x => x.FindingId,
                        principalTable: "Findings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FindingReviews_Inspections_VisitId",
                        column: x => x.VisitId,
                        principalTable: "Inspections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FindingReviews_SourceDocuments_SourceId",
                        column: x => x.SourceId,
                        principalTable: "SourceDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ObservationRevisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ObservationId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    IsRevised = table.Column<bool>(type: "bit", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Numerator = table.Column<long>(type: "bigint", nullable: true),
                    Denominator = table.Column<long>(type: "bigint", nullable: true),
                    Printed = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    PrintedDecimals = table.Column<int>(type: "int", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    SourceId = table.Column<int>(type: "int", nullable: true),
                    Paragraph = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    IsIllustrative = table.Column<bool>(type: "bit", nullable: false),
                    Status = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    SupersededIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ObservationRevisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ObservationRevisions_Changes_RecordedIn",
                        column: x => x.RecordedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ObservationRevisions_Changes_SupersededIn",
                        column: x => x.SupersededIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ObservationRevisions_Observations_ObservationId",
                        column: x => x.ObservationId,
                        principalTable: "Observations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ObservationRevisions_SourceDocuments_SourceId",
                        column: x => x.SourceId,
                        principalTable: "SourceDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TargetSteps",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    TargetId = table.Column<int>(type: "int", nullable: false),
                    Month = table.Column<int>(type: "int", nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    UpperValue = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TargetSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TargetSteps_Targets_TargetId",
                        column: x => x.TargetId,
                        principalTable: "Targets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ActionFindings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ActionId = table.Column<int>(type: "int", nullable: false),
                    FindingId = table.Column<int>(type: "int", nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    EndedIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActionFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActionFindings_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActionFindings_Changes_EndedIn",
                        column: x => x.EndedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActionFindings_Findings_FindingId",
                        column: x => x.FindingId,
                        principalTable: "Findings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActionFindings_PriorityActions_ActionId",
                        column: x => x.ActionId,
                        principalTable: "PriorityActions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ActionMeasures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ActionId = table.Column<int>(type: "int", nullable: false),
                    MeasureId = table.Column<int>(type: "int", nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    EndedIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActionMeasures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActionMeasures_Changes_AddedIn",
                        column: x => x.AddedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActionMeasures_Changes_EndedIn",
                        column: x => x.EndedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActionMeasures_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActionMeasures_PriorityActions_ActionId",
                        column: x => x.ActionId,
                        principalTable: "PriorityActions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ActionUpdates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ActionId = table.Column<int>(type: "int", nullable: false),
                    Sentence = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Stage = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Progress = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Impact = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    MovedFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    SlipReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    LeadId = table.Column<int>(type: "int", nullable: true),
                    AccountableId = table.Column<int>(type: "int", nullable: true),
                    SaidOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActionUpdates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActionUpdates_AspNetUsers_AccountableId",
                        column: x => x.AccountableId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActionUpdates_AspNetUsers_LeadId",
                        column: x => x.LeadId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActionUpdates_Changes_RecordedIn",
                        column: x => x.RecordedIn,
                        principalTable: "Changes",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActionUpdates_PriorityActions_ActionId",
                        column: x => x.ActionId,
                        principalTable: "PriorityActions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "ChangeCounter",
                columns: new[] { "Id", "RecordedAt", "Sequence" },
                values: new object[] { 1, new DateTime(2000, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), 0L });

            migrationBuilder.CreateIndex(
                name: "IX_ActionFindings_ActionId",
                table: "ActionFindings",
                column: "ActionId");

            migrationBuilder.CreateIndex(
                name: "IX_ActionFindings_AddedIn",
                table: "ActionFindings",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_ActionFindings_EndedIn",
                table: "ActionFindings",
                column: "EndedIn");

            migrationBuilder.CreateIndex(
                name: "IX_ActionFindings_FindingId",
                table: "ActionFindings",
                column: "FindingId");

            migrationBuilder.CreateIndex(
                name: "IX_ActionMeasures_ActionId",
                table: "ActionMeasures",
                column: "ActionId");

            migrationBuilder.CreateIndex(
                name: "IX_ActionMeasures_AddedIn",
                table: "ActionMeasures",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_ActionMeasures_EndedIn",
                table: "ActionMeasures",
                column: "EndedIn");

            migrationBuilder.CreateIndex(
                name: "IX_ActionMeasures_MeasureId",
                table: "ActionMeasures",
                column: "MeasureId");

            migrationBuilder.CreateIndex(
                name: "IX_ActionUpdates_AccountableId",
                table: "ActionUpdates",
                column: "AccountableId");

            migrationBuilder.CreateIndex(
                name: "IX_ActionUpdates_ActionId_RecordedIn",
                table: "ActionUpdates",
                columns: new[] { "ActionId", "RecordedIn" });

            migrationBuilder.CreateIndex(
                name: "IX_ActionUpdates_LeadId",
                table: "ActionUpdates",
                column: "LeadId");

            migrationBuilder.CreateIndex(
                name: "IX_ActionUpdates_RecordedIn",
                table: "ActionUpdates",
                column: "RecordedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Areas_ParentId",
                table: "Areas",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Areas_ProgrammeId",
                table: "Areas",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true,
                filter: "[NormalizedUserName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Changes_PersonId",
                table: "Changes",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Changes_ProgrammeId_Sequence",
                table: "Changes",
                columns: new[] { "ProgrammeId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Changes_RecordedAt",
                table: "Changes",
                column: "RecordedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Changes_Submission",
                table: "Changes",
                column: "Submission",
                unique: true,
                filter: "[Submission] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FindingReviews_FindingId",
                table: "FindingReviews",
                column: "FindingId");

            migrationBuilder.CreateIndex(
                name: "IX_FindingReviews_RecordedIn",
                table: "FindingReviews",
                column: "RecordedIn");

            migrationBuilder.CreateIndex(
                name: "IX_FindingReviews_SourceId",
                table: "FindingReviews",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_FindingReviews_VisitId",
                table: "FindingReviews",
                column: "VisitId");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_AddedIn",
                table: "Findings",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_InspectionId",
                table: "Findings",
                column: "InspectionId");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_ThemeId",
                table: "Findings",
                column: "ThemeId");

            migrationBuilder.CreateIndex(
                name: "IX_InspectionReaders_AddedIn",
                table: "InspectionReaders",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_InspectionReaders_EndedIn",
                table: "InspectionReaders",
                column: "EndedIn");

            migrationBuilder.CreateIndex(
                name: "IX_InspectionReaders_InspectionId",
                table: "InspectionReaders",
                column: "InspectionId");

            migrationBuilder.CreateIndex(
                name: "IX_InspectionReaders_PersonId",
                table: "InspectionReaders",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Inspections_AddedIn",
                table: "Inspections",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Inspections_ProgrammeId_FieldworkFrom",
                table: "Inspections",
                columns: new[] { "ProgrammeId", "FieldworkFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_Inspections_SourceId",
                table: "Inspections",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_JudgedAreas_ProgrammeId",
                table: "JudgedAreas",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_Judgements_AddedIn",
                table: "Judgements",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Judgements_InspectionId_JudgedAreaId",
                table: "Judgements",
                columns: new[] { "InspectionId", "JudgedAreaId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Judgements_JudgedAreaId",
                table: "Judgements",
                column: "JudgedAreaId");

            migrationBuilder.CreateIndex(
                name: "IX_Judgements_SourceId",
                table: "Judgements",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_OwnerId",
                table: "Measures",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_ProgrammeId_Code",
                table: "Measures",
                columns: new[] { "ProgrammeId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Measures_ThemeId",
                table: "Measures",
                column: "ThemeId");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_AddedIn",
                table: "Memberships",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_EndedIn",
                table: "Memberships",
                column: "EndedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_PersonId",
                table: "Memberships",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_ProgrammeId",
                table: "Memberships",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_Objectives_ProgrammeId_Reference",
                table: "Objectives",
                columns: new[] { "ProgrammeId", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Objectives_ThemeId",
                table: "Objectives",
                column: "ThemeId");

            migrationBuilder.CreateIndex(
                name: "IX_ObservationRevisions_ObservationId_Number",
                table: "ObservationRevisions",
                columns: new[] { "ObservationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ObservationRevisions_ObservationId_SupersededIn",
                table: "ObservationRevisions",
                columns: new[] { "ObservationId", "SupersededIn" });

            migrationBuilder.CreateIndex(
                name: "IX_ObservationRevisions_RecordedIn",
                table: "ObservationRevisions",
                column: "RecordedIn");

            migrationBuilder.CreateIndex(
                name: "IX_ObservationRevisions_SourceId",
                table: "ObservationRevisions",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_ObservationRevisions_SupersededIn",
                table: "ObservationRevisions",
                column: "SupersededIn");

            migrationBuilder.CreateIndex(
                name: "IX_Observations_AreaId",
                table: "Observations",
                column: "AreaId");

            migrationBuilder.CreateIndex(
                name: "IX_Observations_MeasureId_Month_AreaId_Period",
                table: "Observations",
                columns: new[] { "MeasureId", "Month", "AreaId", "Period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PriorityActions_AccountableId",
                table: "PriorityActions",
                column: "AccountableId");

            migrationBuilder.CreateIndex(
                name: "IX_PriorityActions_LeadId",
                table: "PriorityActions",
                column: "LeadId");

            migrationBuilder.CreateIndex(
                name: "IX_PriorityActions_ObjectiveId",
                table: "PriorityActions",
                column: "ObjectiveId");

            migrationBuilder.CreateIndex(
                name: "IX_PriorityActions_ProgrammeId_Reference",
                table: "PriorityActions",
                columns: new[] { "ProgrammeId", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Programmes_Slug",
                table: "Programmes",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeStatuses_ProgrammeId",
                table: "ProgrammeStatuses",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeStatuses_RecordedIn",
                table: "ProgrammeStatuses",
                column: "RecordedIn");

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeStatuses_SourceId",
                table: "ProgrammeStatuses",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_SourceDocuments_ProgrammeId",
                table: "SourceDocuments",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_Targets_AddedIn",
                table: "Targets",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Targets_AreaId",
                table: "Targets",
                column: "AreaId");

            migrationBuilder.CreateIndex(
                name: "IX_Targets_EndedIn",
                table: "Targets",
                column: "EndedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Targets_MeasureId",
                table: "Targets",
                column: "MeasureId");

            migrationBuilder.CreateIndex(
                name: "IX_Targets_SourceId",
                table: "Targets",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_TargetSteps_TargetId_Month",
                table: "TargetSteps",
                columns: new[] { "TargetId", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Themes_ProgrammeId",
                table: "Themes",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_TimelineEntries_AddedIn",
                table: "TimelineEntries",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_TimelineEntries_ProgrammeId_OnDate",
                table: "TimelineEntries",
                columns: new[] { "ProgrammeId", "OnDate" });

            migrationBuilder.CreateIndex(
                name: "IX_TimelineEntries_SourceId",
                table: "TimelineEntries",
                column: "SourceId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ActionFindings");

            migrationBuilder.DropTable(
                name: "ActionMeasures");

            migrationBuilder.DropTable(
                name: "ActionUpdates");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "ChangeCounter");

            migrationBuilder.DropTable(
                name: "FindingReviews");

            migrationBuilder.DropTable(
                name: "InspectionReaders");

            migrationBuilder.DropTable(
                name: "InstallationMarks");

            migrationBuilder.DropTable(
                name: "Judgements");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "ObservationRevisions");

            migrationBuilder.DropTable(
                name: "ProgrammeStatuses");

            migrationBuilder.DropTable(
                name: "TargetSteps");

            migrationBuilder.DropTable(
                name: "TimelineEntries");

            migrationBuilder.DropTable(
                name: "PriorityActions");

            migrationBuilder.DropTable(
                name: "Findings");

            migrationBuilder.DropTable(
                name: "JudgedAreas");

            migrationBuilder.DropTable(
                name: "Observations");

            migrationBuilder.DropTable(
                name: "Targets");

            migrationBuilder.DropTable(
                name: "Objectives");

            migrationBuilder.DropTable(
                name: "Inspections");

            migrationBuilder.DropTable(
                name: "Areas");

            migrationBuilder.DropTable(
                name: "Measures");

            migrationBuilder.DropTable(
                name: "Changes");

            migrationBuilder.DropTable(
                name: "SourceDocuments");

            migrationBuilder.DropTable(
                name: "Themes");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "Programmes");
        }
    }
}
