using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

/// <summary>Straight paths, expected ranges and verdicts by chance: what is compared is what is said.</summary>
public class TargetPathPropertyTests
{
    private static readonly Month Start = new(2010, 4);

    /// <summary>Two to four levels in tenths, one to nine months apart, seen from before the first to after the last.</summary>
    private static readonly Gen<(TargetPlan Plan, Month Seen)> Paths =
        from count in Gen.Choose(2, 4)
        from gaps in Gen.Choose(1, 9).ArrayOf(count)
        from levels in Gen.Choose(0, 1000).ArrayOf(count)
        from seen in Gen.Choose(0, 40)
        let points = levels.Select((level, place) => new TargetPoint(Start.AddMonths(gaps.Take(place + 1).Sum()), level / 10m)).ToList()
        select (new TargetPlan(1, 1, null, TargetSetter.Local, null, null, false, Start, null, TargetPath.StraightLine, 0, ToleranceKind.Points, points), Start.AddMonths(seen));

    [Fact]
    public void A_straight_path_goes_through_its_points_and_evenly_between_them() => ForEvery.Case(Paths, made =>
    {
        var (plan, seen) = made;
        var level = plan.LevelIn(seen)?.Value;
        var (before, after) = (plan.Points.LastOrDefault(point => point.Month <= seen), plan.Points.FirstOrDefault(point => point.Month > seen));
        if (before is null)
            Assert.Null(level);
        else if (after is null || before.Month == seen)
            Assert.Equal(before.Value, level);
        else
        {
            var share = (double)seen.MonthsSince(before.Month) / after.Month.MonthsSince(before.Month);
            Assert.InRange((double)level! - ((double)before.Value + (share * (double)(after.Value - before.Value))), -0.0050001, 0.0050001);
        }
    }, 300);

    [Fact]
    public void The_level_said_of_a_month_on_the_way_is_the_level_compared() => ForEvery.Case(Paths, made =>
    {
        var (plan, seen) = made;
        var said = plan.InWords(MeasureUnit.Percentage, 0, seen);
        if (plan.LevelIn(seen) is { } level && level.Value != plan.Points[^1].Value)
        {
            Assert.EndsWith($"% due by {seen}, on the way to {Written(plan.Points[^1].Value)}% by {plan.Points[^1].Month}", said, StringComparison.Ordinal);
            Assert.Equal(level.Value, Read(said[..said.IndexOf('%', StringComparison.Ordinal)]));
        }
        else
        {
            Assert.Equal($"{Written(plan.Points[^1].Value)}% by {plan.Points[^1].Month}", said);
        }
    }, 300);

    private sealed record Judged(decimal Figure, TargetLevel Level, Polarity Polarity, int Decimals);

    /// <summary>Figures in thousandths, often just beside a bound.</summary>
    private static readonly Gen<Judged> Figures =
        from level in Gen.Choose(1, 99)
        from width in Gen.Choose(0, 5)
        from isRange in Gen.Elements(true, false)
        from beside in Gen.Elements(0, width, -width)
        from off in Gen.OneOf(Gen.Choose(-20, 20), Gen.Choose(-1000, 1000))
        from polarity in Gen.Elements(Enum.GetValues<Polarity>())
        from decimals in Gen.Choose(0, 1)
        select new Judged(level + beside + (off / 1000m), isRange ? new(level, level + width) : new(level, Tolerance: width), polarity, decimals);

    [Fact]
    public void A_verdict_and_its_words_are_those_of_the_figure_against_the_level() => ForEvery.Case(Figures, made =>
    {
        var comparison = TargetComparison.Of(made.Figure, made.Level, made.Polarity);

        Assert.Equal(Expected(made.Figure, made), comparison.Verdict.Label());
        if (made.Level.IsRange)
            Assert.Equal(made.Figure - Math.Clamp(made.Figure, made.Level.Value, made.Level.UpperValue!.Value), comparison.Distance);
        else if (made.Polarity != Polarity.None)
            Assert.Equal(made.Figure - made.Level.Value, comparison.Distance);
    }, 500);

    [Fact]
    public void A_figure_is_never_written_so_that_it_says_otherwise_than_its_verdict() => ForEvery.Case(Figures, made =>
        Assert.Equal(Expected(made.Figure, made), Expected(Read(FigureText.Beside(made.Figure, made.Level, made.Polarity, MeasureUnit.Count, made.Decimals)), made)), 500);

    /// <summary>Rule M5 in words, for a figure as it is or as it is written.</summary>
    private static string Expected(decimal figure, Judged made)
    {
        var (level, tolerance) = (made.Level.Value, made.Level.Tolerance);
        if (made.Level.UpperValue is { } upper)
            return figure < level ? "Below the range" : figure > upper ? "Above the range" : "Within the range";
        return made.Polarity switch
        {
            Polarity.HigherIsBetter => figure >= level ? "Met" : figure >= level - tolerance ? "Within tolerance" : "Missed",
            Polarity.LowerIsBetter => figure <= level ? "Met" : figure <= level + tolerance ? "Within tolerance" : "Missed",
            Polarity.CloseToTarget => figure >= level - tolerance && figure <= level + tolerance ? "Met" : "Missed",
            Polarity.None => "No target",
        };
    }

    private static decimal Read(string written) => decimal.Parse(written.Replace('\u2212', '-'), CultureInfo.InvariantCulture);

    private static string Written(decimal level) => level.ToString("0.##", CultureInfo.InvariantCulture);
}
