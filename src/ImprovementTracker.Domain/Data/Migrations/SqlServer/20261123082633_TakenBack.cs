using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementTracker.Domain.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class TakenBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "EndReason",
                table: "RequirementReviews",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EndedIn",
                table: "RequirementReviews",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndReason",
                table: "ProgrammeStatuses",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EndedIn",
                table: "ProgrammeStatuses",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndReason",
                table: "FindingReviews",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EndedIn",
                table: "FindingReviews",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddForeignKey(
                name: "FK_FindingReviews_Changes_EndedIn",
                table: "FindingReviews",
                column: "EndedIn",
                principalTable: "Changes",
                principalColumn: "Sequence",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ProgrammeStatuses_Changes_EndedIn",
                table: "ProgrammeStatuses",
                column: "EndedIn",
                principalTable: "Changes",
                principalColumn: "Sequence",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_RequirementReviews_Changes_EndedIn",
                table: "RequirementReviews",
                column: "EndedIn",
                principalTable: "Changes",
                principalColumn: "Sequence",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_FindingReviews_Changes_EndedIn",
                table: "FindingReviews");

            migrationBuilder.DropForeignKey(
                name: "FK_ProgrammeStatuses_Changes_EndedIn",
                table: "ProgrammeStatuses");

            migrationBuilder.DropForeignKey(
                name: "FK_RequirementReviews_Changes_EndedIn",
                table: "RequirementReviews");

            migrationBuilder.DropColumn(
                name: "EndReason",
                table: "RequirementReviews");

            migrationBuilder.DropColumn(
                name: "EndedIn",
                table: "RequirementReviews");

            migrationBuilder.DropColumn(
                name: "EndReason",
                table: "ProgrammeStatuses");

            migrationBuilder.DropColumn(
                name: "EndedIn",
                table: "ProgrammeStatuses");

            migrationBuilder.DropColumn(
                name: "EndReason",
                table: "FindingReviews");

            migrationBuilder.DropColumn(
                name: "EndedIn",
                table: "FindingReviews");
        }
    }
}
