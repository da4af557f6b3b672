using FsCheck;
using FsCheck.Fluent;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

/// <summary>What readers see of counts by chance, most of them small.</summary>
public class SmallNumbersPropertyTests
{
    private static readonly Month First = new(2010, 4);
    private static readonly MeasureShape InTime = new(1, MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth);

    private static readonly Gen<(int Part, int All)> Counts =
        from all in Gen.Frequency((1, Gen.Choose(0, 12)), (4, Gen.Choose(20, 60)))
        from part in Gen.Frequency((1, Gen.Choose(0, all)), (3, Gen.Choose(all / 2, all)))
        select (part, all);

    private static void IsNotSmall(long count) => Assert.False(count is >= 1 and <= 5, $"{count} is shown");

    [Fact]
    public void No_count_from_1_to_5_is_shown_nor_left_over() => ForEvery.Case(Counts, counts =>
    {
        if (SmallNumbers.Withhold(new MeasureValue.Counted(MeasureUnit.Percentage, counts.Part, counts.All), MeasureUnit.Percentage) is not MeasureValue.Counted shown)
            return;
        IsNotSmall(shown.Numerator);
        IsNotSmall(shown.Denominator!.Value);
        IsNotSmall(shown.Denominator!.Value - shown.Numerator);
    }, 500);

    [Fact]
    public void No_total_of_months_gives_a_withheld_month_away_by_subtraction() => ForEvery.Case(Counts.ArrayOf(18), months =>
    {
        var rows = months.Select((counts, index) => new ValueRow(1, 1, First.AddMonths(index), PeriodType.InMonth, ValueKind.Counted, counts.Part, counts.All, null, null, null, ValueStatus.Approved, false, 1, false, null, null));
        var figures = new MonthlyFigures(new AreaTree([new(1, null, "Testshire", AreaKind.Authority, new(2009, 1, 1), null)]), rows, publishedOnly: true);

        foreach (var month in First.To(First.AddMonths(17)))
            foreach (var period in PeriodTotals.Longer)
                if (PeriodTotals.Of(figures, InTime, 1, period, month, []) is { Value.Figure: not null } total)
                    Assert.All(total.From.To(total.To), part => Assert.IsNotType<MeasureValue.Withheld>(figures.Of(InTime, 1, part).Value));
    });
}
