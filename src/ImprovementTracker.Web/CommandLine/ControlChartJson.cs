using System.Text.Json;
using System.Text.Json.Serialization;
using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Web.CommandLine;

/// <summary>A control chart as JSON on one line, numbers unrounded; the order of the records' values is the order of the keys.</summary>
public static class ControlChartJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

    private sealed record Chart(bool Short, IEnumerable<Point> Points, Variation? Variation, IEnumerable<Judged> Assurance);

    private sealed record Point(DateOnly Date, decimal? Value, int Segment, decimal? Mean, decimal? Lower, decimal? Upper, decimal? NearLower, decimal? NearUpper, SpecialCause? Flag, Variation? Meaning);

    private sealed record Judged(decimal? Target, Assurance? Verdict);

    public static string Write(ControlChart chart, IEnumerable<decimal> targets) => JsonSerializer.Serialize(
        new Chart(
            chart.Latest.IsShort,
            chart.Points.Select(ToPoint),
            chart.Variation,
            targets.Select(target => new Judged(Plain(target), chart.AssuranceAgainst(target)))),
        Options);

    private static Point ToPoint(ControlPoint point) => new(
        point.On,
        Plain(point.Value),
        point.Segment,
        Plain(point.Limits?.Mean),
        Plain(point.Limits?.Lower),
        Plain(point.Limits?.Upper),
        Plain(point.Limits?.NearLower),
        Plain(point.Limits?.NearUpper),
        point.Cause,
        point.Meaning);

    /// <summary>Without the noughts that a decimal keeps at its end: 37 rather than 37.00.</summary>
    private static decimal? Plain(decimal? number) => number / 1.0000000000000000000000000000m;
}
