namespace ImprovementTracker.Domain.Measures;

/// <summary>Tells change from chance in one series: each point with the limits of its segment, and the whole in one word.</summary>
public sealed class ControlChart
{
    private readonly Polarity _polarity;

    private ControlChart(Polarity polarity, ControlPoint[] points, ControlSegment[] segments, IReadOnlyList<PlacedRebase> rebases)
    {
        _polarity = polarity;
        Points = points;
        Segments = segments;
        Rebases = rebases;
    }

    public IReadOnlyList<ControlPoint> Points { get; }

    /// <summary>At least one; without values in it when there are none since the definition changed, or none at all.</summary>
    public IReadOnlyList<ControlSegment> Segments { get; }

    /// <summary>Each rebase asked for, in the order of days, with what became of it.</summary>
    public IReadOnlyList<PlacedRebase> Rebases { get; }

    /// <summary>The segment that variation and assurance speak of.</summary>
    public ControlSegment Latest => Segments[^1];

    /// <summary>The dates that are there without a value.</summary>
    public IEnumerable<DateOnly> Missing => Points.Where(point => point.Value is null).Select(point => point.On);

    /// <summary>The meaning of the latest value; null where the latest segment has too few values.</summary>
    public Variation? Variation { get; private init; }

    /// <exception cref="ArgumentException">The values are not in the order of their dates, or a fixed baseline is too short.</exception>
    public static ControlChart Of(ControlSeries series)
    {
        var values = series.Values;
        for (var i = 1; i < values.Count; i++)
            if (values[i].On <= values[i - 1].On)
                throw new ArgumentException("Values come in the order of their dates, each date once.", nameof(series));
        if (series.Baseline < ControlSeries.ShortestBaseline)
            throw new ArgumentException($"A fixed baseline has at least {ControlSeries.ShortestBaseline} values.", nameof(series));

        var starts = SegmentStarts.Of(series);
        var points = new ControlPoint[values.Count];
        var segments = new ControlSegment[starts.Indexes.Count];
        for (var i = 0; i < segments.Length; i++)
        {
            var end = i + 1 < segments.Length ? starts.Indexes[i + 1] : values.Count;
            segments[i] = Judge(series, i + 1, starts.Indexes[i], end, points);
        }
        return new(series.Polarity, points, segments, starts.Rebases) { Variation = LatestMeaning(points, segments[^1]) };
    }

    private static ControlSegment Judge(ControlSeries series, int number, int start, int end, ControlPoint[] points)
    {
        var values = new decimal[end - start];
        var count = 0;
        for (var i = start; i < end; i++)
            if (series.Values[i].Value is { } value)
                values[count++] = value;
        var judged = values.AsSpan(0, count);
        var limits = count < Math.Max(2, series.FewestForLimits) ? null : ControlLimits.Of(judged[..Math.Min(series.Baseline ?? count, count)], series.Screened);
        var causes = limits is null ? null : SpecialCauses.Of(judged, limits);

        for (int i = start, next = 0; i < end; i++)
        {
            var (on, value) = series.Values[i];
            var cause = value is null ? null : causes?[next++];
            points[i] = new(on, value, number, limits, cause, cause?.Meaning(series.Polarity));
        }
        return new(number, start, end - start, count, limits, count < series.FewestForIcons);
    }

    private static Variation? LatestMeaning(ControlPoint[] points, ControlSegment latest)
    {
        for (var i = points.Length - 1; i >= latest.Start; i--)
            if (points[i].Value is not null)
                return points[i].Meaning;
        return null;
    }

    /// <summary>Whether a target can be expected to be met; null without polarity, and where the latest segment has too few values.</summary>
    public Assurance? AssuranceAgainst(decimal target)
    {
        if (_polarity is Polarity.None or Polarity.CloseToTarget || Latest.Limits is not { } limits)
            return null;
        var higher = _polarity == Polarity.HigherIsBetter;
        if (limits.AreFlat)
            return Points.Skip(Latest.Start).All(point => point.Value is not { } value || (higher ? value >= target : value <= target)) ? Assurance.ConsistentlyPassing : Assurance.ConsistentlyFailing;
        return limits.ZoneOf(target) switch
        {
            3 => higher ? Assurance.ConsistentlyFailing : Assurance.ConsistentlyPassing,
            -3 => higher ? Assurance.ConsistentlyPassing : Assurance.ConsistentlyFailing,
            _ => Assurance.HitAndMiss,
        };
    }
}
