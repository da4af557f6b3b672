using FsCheck;
using FsCheck.Fluent;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

/// <summary>Targets by chance, seen before, in and after their months: what is said of them holds against their data.</summary>
public class TargetPropertyTests
{
    private static readonly Month Start = new(2010, 4);

    private sealed record Made(TargetPlan Plan, Month Seen, Polarity Polarity, decimal?[] Figures);

    private static readonly Gen<Made> Cases =
        from wait in Gen.Choose(0, 6)
        from length in Gen.Choose(0, 12)
        from hasEnd in Gen.Elements(true, false)
        from seen in Gen.Choose(-3, 24)
        from level in Gen.Choose(0, 100)
        from tolerance in Gen.Choose(0, 6)
        from polarity in Gen.Elements(Enum.GetValues<Polarity>())
        from figures in Gen.OneOf(Gen.Constant((decimal?)null), from figure in Gen.Choose(0, 100) select (decimal?)figure, Gen.Constant((decimal?)level)).ArrayOf(4)
        let from0 = Start.AddMonths(wait)
        select new Made(
            new TargetPlan(1, 1, null, TargetSetter.Local, null, null, false, from0, hasEnd ? from0.AddMonths(length) : null, TargetPath.Steps, tolerance, ToleranceKind.Points, [new(from0, level)]),
            Start.AddMonths(seen), polarity, figures);

    [Fact]
    public void A_target_asks_something_exactly_while_it_is_said_to_be_in_force() => ForEvery.Case(Cases, made =>
    {
        Assert.Equal(made.Plan.TimeIn(made.Seen) == TargetTime.InForce, made.Plan.LevelIn(made.Seen) is not null);
        var said = made.Plan.InWords(MeasureUnit.Percentage, 0);
        Assert.StartsWith($"{made.Plan.Final.Value}% from {made.Plan.From}", said, StringComparison.Ordinal);
        Assert.Equal(made.Plan.To is not null, said.EndsWith($" until {made.Plan.To}", StringComparison.Ordinal) && said.Contains("until", StringComparison.Ordinal));
    }, 300);

    [Fact]
    public void Every_sentence_about_areas_counts_those_that_met_the_target() => ForEvery.Case(Cases, made =>
    {
        var level = made.Plan.LevelIn(made.Seen);
        var parts = made.Figures.Select((figure, place) => new AreaStanding($"Area {place}", AreaKind.Locality, TargetComparison.Of(figure, level, made.Polarity))).ToList();
        var shape = new MeasureShape(1, MeasureUnit.Percentage, 0, made.Polarity, PeriodType.InMonth);

        var said = AreasSentence.Of(made.Seen, TargetSetter.Local, hasTargets: true, [new("Visits in time", shape, level is not null, null, parts)], "Testshire");

        var compared = level is null || made.Polarity == Polarity.None ? [] : made.Figures.OfType<decimal>().ToList();
        var met = compared.Count(figure => made.Polarity switch
        {
            Polarity.HigherIsBetter => figure >= level!.Value,
            Polarity.LowerIsBetter => figure <= level!.Value,
            _ => Math.Abs(figure - level!.Value) <= made.Plan.Tolerance,
        });
        if (level is null)
            Assert.Equal($"None of the local targets is in force in {made.Seen}.", said);
        else if (compared.Count == 0)
            Assert.StartsWith($"Nothing is recorded for {made.Seen} that can be compared with the local targets.", said, StringComparison.Ordinal);
        else if (compared.Count > 2)
            Assert.Contains(met == compared.Count ? $"all {Words.InText(met)} localities" : $"{Words.InText(met)} of {(compared.Count < 4 ? "the " : "")}{Words.InText(compared.Count)} localities", said, StringComparison.Ordinal);
        else
            Assert.Equal(met < compared.Count, said.Contains("did not", StringComparison.Ordinal) || said.Contains("neither", StringComparison.Ordinal));
        Assert.DoesNotMatch(@"  |\.\.| \.", said);
    }, 300);

    private sealed record Part(bool IsAsked, bool IsRange, int? Figure);

    private static readonly Gen<Part[]> SomeAsked =
        from count in Gen.Choose(1, 5)
        from parts in (from isAsked in Gen.Elements(true, true, false)
                       from isRange in Gen.Elements(false, false, true)
                       from figure in Gen.OneOf(Gen.Constant((int?)null), from figure in Gen.Choose(60, 90) select (int?)figure)
                       select new Part(isAsked, isRange, figure)).ArrayOf(count)
        select parts;

    [Fact]
    public void Areas_are_counted_among_those_that_the_target_holds_for() => ForEvery.Case(SomeAsked, made =>
    {
        var month = Start.AddMonths(13);
        var parts = made.Select((part, place) => new AreaStanding($"Area {place}", AreaKind.Locality,
            TargetComparison.Of(part.Figure, !part.IsAsked ? null : part.IsRange ? new TargetLevel(70, 80) : new TargetLevel(75), Polarity.HigherIsBetter))
        { IsAsked = part.IsAsked }).ToList();
        var shape = new MeasureShape(1, MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth);

        var said = AreasSentence.Of(month, TargetSetter.Local, hasTargets: true, [new("Visits in time", shape, made.Any(part => part.IsAsked), null, parts) { IsAskedOfWhole = false }], "Testshire");

        var asked = made.Where(part => part.IsAsked).ToList();
        if (asked.Count == 0)
        {
            Assert.Equal($"None of the local targets is in force in {month}.", said);
            return;
        }
        if (asked.All(part => part.Figure is null))
        {
            Assert.StartsWith($"Nothing is recorded for {month} ", said, StringComparison.Ordinal);
            return;
        }
        // Targets are spoken of before ranges; each area is judged by what it is asked.
        var isRange = asked.TrueForAll(part => part.Figure is null || part.IsRange);
        var compared = asked.Where(part => part.Figure is not null && part.IsRange == isRange).ToList();
        var good = compared.Count(part => isRange ? part.Figure is >= 70 and <= 80 : part.Figure >= 75);
        Assert.Equal(isRange, said.Contains("range", StringComparison.Ordinal));
        var isAll = compared.Count == made.Length;
        var everyFigure = made.Count(part => part.Figure is not null) == compared.Count;
        // 'with a figure' alone claims that the others have none.
        if (System.Text.RegularExpressions.Regex.IsMatch(said, "localit(y|ies) with a figure"))
            Assert.True(!isAll && everyFigure, said);
        if (compared.Count > 1)
            Assert.Equal(!isAll, said.Contains(" with ", StringComparison.Ordinal));
        if (compared.Count > 2)
            Assert.Contains(good == compared.Count ? $"all {Words.InText(good)} localities" : $"{Words.InText(good)} of {(isAll ? "" : "the ")}{Words.InText(compared.Count)} localities", said, StringComparison.Ordinal);
    }, 300);
}
