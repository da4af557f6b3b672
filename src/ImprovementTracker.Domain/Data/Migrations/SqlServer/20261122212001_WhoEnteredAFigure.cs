using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementTracker.Domain.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class WhoEnteredAFigure : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FiguresDueOn",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "EnteredIn",
                table: "ObservationRevisions");
        }
    }
}
