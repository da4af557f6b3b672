using System.Globalization;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Web.Measures;

namespace ImprovementTracker.Web.Dashboards;

/// <summary>The cells of areas against targets as they are drawn.</summary>
public static class AreaTargetCell
{
    /// <param name="address">The measure's page in the month shown, for the whole authority.</param>
    /// <param name="counts">Whether numerators, denominators and reasons are wanted.</param>
    public static TargetCell Of(AreaCell cell, AreaLine area, string address, bool counts) => new(
        cell.Verdict,
        cell.Text,
        cell.OwnTarget.Length == 0 ? cell.Gap : $"{cell.Gap}; own target {cell.OwnTarget}",
        !counts ? null : cell.HasFigure ? cell.Counts : cell.Reason,
        !cell.HasFigure ? null : area.Depth == 0 ? address : string.Create(CultureInfo.InvariantCulture, $"{address}&area={area.Id}"),
        CellMarkWords.Of(cell.Marks, cell.DiffersFromParts));
}
