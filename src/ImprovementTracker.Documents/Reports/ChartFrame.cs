using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Documents.Reports;

/// <summary>Where the plot stands within a chart, as shares of its width and height; at the right is room for the labels.</summary>
internal sealed record ChartFrame(double Left, double Top, double Width, double Height)
{
    public const long WidthEmu = 5_904_000;
    public const long HeightEmu = 2_484_000;
    public const double HeightPoints = HeightEmu / 12_700.0;

    /// <summary>A percentage says its unit at each step; any other unit stands in words above the axis.</summary>
    public static ChartFrame For(MeasureUnit unit, bool hasTurnedMonths)
    {
        var top = unit switch
        {
            MeasureUnit.Percentage => 0.05,
            MeasureUnit.Count or MeasureUnit.Average => 0.13,
            // Its words need two lines in some offices.
            MeasureUnit.RatePer10000 => 0.19,
        };
        return new(0.08, top, 0.69, Math.Round((hasTurnedMonths ? 0.74 : 0.83) - top, 2));
    }
}
