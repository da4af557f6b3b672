using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementTracker.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReadingByMonth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Targets_EndedIn",
                table: "Targets");

            migrationBuilder.DropIndex(
                name: "IX_Rebases_EndedIn",
                table: "Rebases");

            migrationBuilder.DropIndex(
                name: "IX_ObservationRevisions_SupersededIn",
                table: "ObservationRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_EndedIn",
                table: "Memberships");

            migrationBuilder.DropIndex(
                name: "IX_InspectionReaders_EndedIn",
                table: "InspectionReaders");

            migrationBuilder.DropIndex(
                name: "IX_Commentaries_EndedIn",
                table: "Commentaries");

            migrationBuilder.DropIndex(
                name: "IX_Benchmarks_EndedIn",
                table: "Benchmarks");

            migrationBuilder.DropIndex(
                name: "IX_Annotations_EndedIn",
                table: "Annotations");

            migrationBuilder.DropIndex(
                name: "IX_ActionMeasures_EndedIn",
                table: "ActionMeasures");

            migrationBuilder.DropIndex(
                name: "IX_ActionFindings_EndedIn",
                table: "ActionFindings");

            migrationBuilder.CreateIndex(
                name: "IX_Observations_Month_MeasureId_AreaId_Period",
                table: "Observations",
                columns: new[] { "Month", "MeasureId", "AreaId", "Period" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Observations_Month_MeasureId_AreaId_Period",
                table: "Observations");

            migrationBuilder.CreateIndex(
                name: "IX_Targets_EndedIn",
                table: "Targets",
                column: "EndedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Rebases_EndedIn",
                table: "Rebases",
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
                name: "IX_InspectionReaders_EndedIn",
                table: "InspectionReaders",
                column: "EndedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Commentaries_EndedIn",
                table: "Commentaries",
                column: "EndedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Benchmarks_EndedIn",
                table: "Benchmarks",
                column: "EndedIn");

            migrationBuilder.CreateIndex(
                name: "IX_Annotations_EndedIn",
                table: "Annotations",
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
