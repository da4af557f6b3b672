using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

/// <summary>Sentences about figures by chance, read back word by word: rises, falls, ties, missing months, targets on either side, no polarity.</summary>
public partial class PerformanceSentencePropertyTests
{
    private static readonly Month Start = new(2010, 4);

    private sealed record Made(MeasureShape Shape, IReadOnlyList<SeriesPoint> Points, Month Last, LineReach Reach, TargetLevel Level, TargetSetter Setter);

    private static readonly Gen<MeasureShape> Shape =
        from unit in Gen.Elements(Enum.GetValues<MeasureUnit>())
        from decimals in Gen.Choose(0, 3)
        from polarity in Gen.Elements(Enum.GetValues<Polarity>())
        from period in Gen.Elements(PeriodType.InMonth, PeriodType.AtMonthEnd)
        select new MeasureShape(1, unit, decimals, polarity, period);

    /// <summary>Often so near to one another that rounding could hide which is more.</summary>
    private static Gen<decimal> Figure(MeasureUnit unit) => unit == MeasureUnit.Count
        ? from count in Gen.Choose(0, 5000) select (decimal)count
        : from all in Gen.Choose(1, 400) from part in Gen.Choose(0, all) select new MeasureValue.Counted(unit, part, all).Figure!.Value;

    private static readonly Gen<Made> Lines =
        from shape in Shape
        from pool in Figure(shape.Unit).ArrayOf(3)
        from months in Gen.Choose(0, 14)
        from places in Gen.SubListOf(Enumerable.Range(0, months + 1).ToArray())
        from figures in Gen.Elements(pool).ArrayOf(places.Count)
        from asked in Gen.OneOf(Gen.Elements(pool), Figure(shape.Unit))
        from tenths in Gen.Choose(0, 30)
        from isRange in Gen.Elements(true, false)
        from setter in Gen.Elements(Enum.GetValues<TargetSetter>())
        from endsEarly in Gen.Elements(true, false)
        from publishedOnly in Gen.Elements(true, false)
        from isLater in Gen.Elements(true, false)
        let level = Math.Round(asked, 1)
        select new Made(
            shape,
            [.. places.Order().Zip(figures, (place, figure) => new SeriesPoint(Start.AddMonths(place), figure))],
            Start.AddMonths(months),
            new(isLater ? Start : null, endsEarly, publishedOnly),
            isRange ? new(level, level + (tenths / 10m)) : new(level, Tolerance: tenths / 10m),
            setter);

    private static void ReadsWell(string sentence)
    {
        Assert.Matches(@"^\S(.*\S)?$", sentence);
        Assert.DoesNotMatch(@"NaN|∞|Infinity|  |,\s*,|\.\.| ,|\(\)|:\s*$", sentence);
        Assert.Matches(@"[^.]\.$", sentence + ".");
    }

    /// <summary>The number as it is written is the figure, rounded half away from zero to the places written.</summary>
    private static decimal Number(string written, decimal figure)
    {
        var number = decimal.Parse(written.Replace('−', '-').TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture);
        Assert.Equal(Math.Round(figure, number.Scale, MidpointRounding.AwayFromZero), number);
        return number;
    }

    [Fact]
    public void Every_sentence_about_a_line_is_true_of_it() => ForEvery.Case(Lines, made =>
    {
        var sentence = PerformanceSentence.Change(made.Shape, made.Points, made.Last, made.Reach);

        ReadsWell(sentence);
        if (made.Points.Count == 0)
        {
            Assert.StartsWith(made.Reach.PublishedOnly ? "No published figure" : "No figure", sentence, StringComparison.Ordinal);
            return;
        }
        var (first, latest) = (made.Points[0], made.Points[^1]);
        Assert.Equal(latest.Month < made.Last, sentence.StartsWith("No ", StringComparison.Ordinal));
        var said = Latest().Match(sentence);
        Assert.True(said.Success, sentence);
        Assert.Equal(latest.Month, Month.Parse(Iso(said.Groups["month"].Value)));
        var shown = Number(said.Groups["figure"].Value, latest.Figure);
        var since = Since().Match(sentence);
        Assert.Equal(made.Points.Count > 1 && latest.Figure != first.Figure, since.Success);
        Assert.Equal(made.Points.Count > 1 && latest.Figure == first.Figure, sentence.Contains("the same as", StringComparison.Ordinal));
        if (since.Success)
        {
            Assert.Equal(first.Month, Month.Parse(Iso(since.Groups["month"].Value)));
            var before = Number(since.Groups["figure"].Value, first.Figure);
            Assert.Equal(latest.Figure > first.Figure ? "up" : "down", since.Groups["way"].Value);
            Assert.Equal(latest.Figure > first.Figure, shown > before);
        }
        if (made.Points.Count == 1 && sentence.Contains("the only figure there is", StringComparison.Ordinal))
            Assert.True(made.Reach is { Since: null, EndsEarly: false, PublishedOnly: false });
    }, 300);

    [Fact]
    public void Every_distance_to_a_target_has_its_true_side_and_size() => ForEvery.Case(Lines, made =>
    {
        if (made.Points is not [.., var latest])
            return;
        var sentence = PerformanceSentence.AgainstTarget(made.Shape, latest.Figure, made.Level, made.Setter);
        var distance = made.Level.UpperValue is { } upper
            ? Math.Min(latest.Figure - made.Level.Value, 0) + Math.Max(latest.Figure - upper, 0)
            : latest.Figure - made.Level.Value;

        if (!made.Level.IsRange && made.Shape.Polarity == Polarity.None)
        {
            Assert.Equal("", sentence);
            return;
        }
        ReadsWell(sentence);
        Assert.Contains(made.Setter.Possessive(), sentence, StringComparison.Ordinal);
        if (distance == 0)
        {
            Assert.StartsWith(made.Level.IsRange ? "within " : "exactly ", sentence, StringComparison.Ordinal);
            return;
        }
        var said = Distance().Match(sentence);
        Assert.True(said.Success, sentence);
        Assert.Equal(distance < 0 ? "below" : "above", said.Groups["side"].Value);
        // The figure as it is written beside this target, less the bound that it is measured from.
        var written = Number(FigureText.Beside(latest.Figure, made.Level, made.Shape.Polarity, made.Shape.Unit, made.Shape.Decimals), latest.Figure);
        var bound = latest.Figure - distance;
        Assert.Equal(distance < 0, written < bound);
        Assert.Equal(Math.Abs(written - bound), decimal.Parse(said.Groups["size"].Value, NumberStyles.Number, CultureInfo.InvariantCulture));
    }, 300);

    [Fact]
    public void Every_sentence_of_a_report_is_true_of_its_period() => ForEvery.Case(Lines, made =>
    {
        var sentence = PerformanceSentence.ForReport(made.Shape, "visits made on time", made.Points, made.Last);
        if (made.Points.Count == 0)
        {
            Assert.Null(sentence);
            return;
        }
        ReadsWell(sentence!);
        var (first, latest) = (made.Points[0], made.Points[^1]);
        var said = Reported().Match(sentence!);
        Assert.True(said.Success, sentence);
        Number(said.Groups["figure"].Value, latest.Figure);
        Assert.Equal(latest.Month, Month.Parse(Iso(said.Groups["month"].Value)));
        Assert.Equal(latest.Month < made.Last, sentence!.EndsWith($"there is no figure for {made.Last}", StringComparison.Ordinal));
        Assert.Equal(made.Points.Count > 1 && latest.Figure != first.Figure, sentence.Contains(" compared with ", StringComparison.Ordinal));
    }, 300);

    private static string Iso(string month) => DateTime.ParseExact(month, "MMMM yyyy", CultureInfo.InvariantCulture).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(No .*; the latest is )?(?<figure>[\d,.]+%?) (in|at the end of) (?<month>\w+ \d{4})")]
    private static partial Regex Latest();

    [GeneratedRegex(@", (?<way>up|down) from (?<figure>[\d,.]+%?) (in|at the end of) (?<month>\w+ \d{4})$")]
    private static partial Regex Since();

    [GeneratedRegex(@"^(?<size>[\d,.]+)( points?)? (?<side>below|above) ")]
    private static partial Regex Distance();

    [GeneratedRegex(@"^(?<figure>[\d,.]+%?)( of)? visits made on time (in|at the end of) (?<month>\w+ \d{4})")]
    private static partial Regex Reported();
}
