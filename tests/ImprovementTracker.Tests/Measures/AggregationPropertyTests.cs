using FsCheck;
using FsCheck.Fluent;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

/// <summary>Sums of areas by chance: neither the order in which parts come or were recorded, nor how they are grouped, changes a figure.</summary>
public class AggregationPropertyTests
{
    private static readonly Month May2011 = new(2011, 5);
    private static readonly MeasureShape InTime = new(1, MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth);

    private static readonly Gen<MeasureValue> Counted =
        from all in Gen.Choose(0, 5000)
        from part in Gen.Choose(0, all)
        select (MeasureValue)new MeasureValue.Counted(MeasureUnit.Percentage, part, all);

    private static readonly Gen<MeasureValue> Value = Gen.Frequency(
        (8, Counted),
        (1, from printed in Gen.Choose(0, 100) select (MeasureValue)new MeasureValue.Stated(printed, 0)),
        (1, Gen.Constant((MeasureValue)new MeasureValue.NotCaptured("System down"))),
        (1, Gen.Constant<MeasureValue>(MeasureValue.Nothing.Recorded)));

    /// <summary>Two to five localities of one to four teams; each team with a value or none.</summary>
    private static readonly Gen<MeasureValue[][]> Localities =
        from count in Gen.Choose(2, 5)
        from localities in (from teams in Gen.Choose(1, 4) from values in Value.ArrayOf(teams) select values).ArrayOf(count)
        select localities;

    private static MeasureValue Sum(IEnumerable<MeasureValue> parts) => Aggregation.OfParts(MeasureUnit.Percentage, [.. parts]);

    [Fact]
    public void The_order_of_the_parts_changes_nothing() => ForEvery.Case(
        from parts in Value.ArrayOf() from shuffled in Gen.Shuffle(parts) select (parts, shuffled),
        made => Assert.Equal(Sum(made.parts), Sum(made.shuffled)));

    [Fact]
    public void Sums_of_sums_are_the_sum_of_all() => ForEvery.Case(Localities, localities =>
    {
        var (all, bySums) = (Sum(localities.SelectMany(teams => teams)), Sum(localities.Select(Sum)));

        Assert.Equal(all.Figure, bySums.Figure);
        Assert.Equal(all is MeasureValue.Counted, bySums is MeasureValue.Counted);
        if (all is MeasureValue.Counted)
            Assert.Equal(all, bySums);
    });

    [Fact]
    public void A_percentage_lies_between_those_of_its_parts() => ForEvery.Case(
        from count in Gen.Choose(1, 6) from parts in Counted.ArrayOf(count) select parts,
        parts =>
        {
            var figures = parts.Select(part => part.Figure).OfType<decimal>().ToList();
            if (Sum(parts).Figure is { } whole)
                Assert.InRange(whole, figures.Min(), figures.Max());
            else
                Assert.Empty(figures);
        });

    [Fact]
    public void In_whatever_order_values_were_recorded_every_area_shows_the_same() => ForEvery.Case(
        from localities in Localities
        let made = Make(localities)
        from shuffled in Gen.Shuffle(made.Rows)
        from areas in Gen.Shuffle(made.Areas)
        select (Made: made, Shuffled: shuffled, Areas: areas),
        one =>
        {
            var (before, after) = (new MonthlyFigures(new AreaTree(one.Made.Areas), one.Made.Rows, false), new MonthlyFigures(new AreaTree(one.Areas), one.Shuffled, false));
            Assert.All(one.Made.Areas, area => Assert.Equal(before.Of(InTime, area.Id, May2011), after.Of(InTime, area.Id, May2011)));
        });

    private static (AreaNode[] Areas, ValueRow[] Rows) Make(MeasureValue[][] localities)
    {
        var areas = new List<AreaNode> { new(1, null, "Testshire", AreaKind.Authority, new(2009, 1, 1), null) };
        var rows = new List<ValueRow>();
        foreach (var (place, teams) in localities.Index())
        {
            areas.Add(new(10 * (place + 1), 1, $"Locality {place}", AreaKind.Locality, new(2009, 1, 1), null));
            foreach (var (number, value) in teams.Index())
            {
                var team = new AreaNode((10 * (place + 1)) + number + 1, 10 * (place + 1), $"Team {number}", AreaKind.Team, new(2009, 1, 1), null);
                areas.Add(team);
                if (Row(team.Id, value) is { } row)
                    rows.Add(row);
            }
        }
        return ([.. areas], [.. rows]);
    }

    private static ValueRow? Row(int area, MeasureValue value)
    {
        ValueRow Of(ValueKind kind, long? numerator, long? denominator, decimal? printed, string? reason) =>
            new(1, area, May2011, PeriodType.InMonth, kind, numerator, denominator, printed, 0, reason, ValueStatus.Provisional, false, 1, false, null, null);
        return value switch
        {
            MeasureValue.Counted counted => Of(ValueKind.Counted, counted.Numerator, counted.Denominator, null, null),
            MeasureValue.Stated stated => Of(ValueKind.Stated, null, null, stated.Printed, null),
            MeasureValue.NotCaptured missing => Of(ValueKind.NotCaptured, null, null, null, missing.Reason),
            _ => null,
        };
    }
}
