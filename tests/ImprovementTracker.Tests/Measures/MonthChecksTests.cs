using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

public class MonthChecksTests
{
    private static readonly Month May2011 = new(2011, 5);
    private static readonly AreaNode North = new(2, 1, "North", AreaKind.Locality, new DateOnly(2009, 1, 1), new DateOnly(2011, 4, 30));
    private static readonly MeasureToRecord InTime = new(
        new MeasureShape(1, MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth), "in-time", "Assessments in time", "assessments completed in time", "assessments completed", NumeratorIsPart: true, null);
    private static readonly MeasureToRecord Referrals = new(
        new MeasureShape(2, MeasureUnit.Count, 0, Polarity.None, PeriodType.InMonth), "referrals", "Referrals", "referrals received", null, NumeratorIsPart: false, null);
    private static readonly MeasureToRecord Caseload = new(
        new MeasureShape(3, MeasureUnit.Average, 1, Polarity.LowerIsBetter, PeriodType.AtMonthEnd), "caseload", "Caseload", "open cases", "social workers", NumeratorIsPart: false, null);

    private static List<string> Wrong(MeasureToRecord measure, string? numerator, string? denominator = null, bool notCaptured = false, string? reason = null) =>
        [.. MonthChecks.Wrong(new TypedValue { Numerator = numerator, Denominator = denominator, NotCaptured = notCaptured, Reason = reason }, measure).Select(finding => $"{finding.Property}: {finding.Sentence}")];

    [Fact]
    public void Both_numbers_of_a_pair_are_needed()
    {
        Assert.Empty(Wrong(InTime, "40", "50"));
        Assert.Equal(["Denominator: Type the number of assessments completed too: a percentage needs both."], Wrong(InTime, "40"));
        Assert.Equal(["Numerator: Type the number of assessments completed in time, or mark it 'not captured' and say why."], Wrong(InTime, null, "50"));
        Assert.Empty(Wrong(Referrals, "1,598"));
    }

    [Fact]
    public void More_in_time_than_completed_is_wrong_only_where_the_one_is_counted_among_the_other()
    {
        Assert.Equal(["Numerator: 1,051 is more than the 1,050 assessments completed. Check both numbers: the first counts only some or all of the second."], Wrong(InTime, "1051", "1050"));
        Assert.Empty(Wrong(InTime, "50", "50"));
        Assert.Empty(Wrong(InTime, "0", "0"));
        Assert.Empty(Wrong(Caseload, "4330", "246"));
    }

    [Theory]
    [InlineData("46.5")]
    [InlineData("-3")]
    [InlineData("forty")]
    [InlineData("1000000000")]
    public void What_is_not_a_whole_number_is_said_for_each_of_the_two(string typed) => Assert.Equal(
        ["Numerator: Type a whole number, such as 464.", "Denominator: Type a whole number, such as 464."], Wrong(InTime, typed, typed));

    [Fact]
    public void Not_captured_needs_a_reason_and_no_number()
    {
        Assert.Equal(["Reason: Say why it was not captured."], Wrong(InTime, null, null, notCaptured: true, reason: " "));
        Assert.Equal(["Denominator: Either type figures or tick 'not captured', not both."], Wrong(InTime, null, "50", notCaptured: true, reason: "The system was down."));
        Assert.Equal(["Reason: Say it in at most 500 characters."], Wrong(InTime, "4", "5", reason: new string('a', 501)));
    }

    [Fact]
    public void Nothing_is_recorded_of_an_area_after_its_end_or_of_a_measure_no_longer_collected()
    {
        Assert.Equal("North was not there in May 2011. Leave it empty, or choose another month.", MonthChecks.OutOfPlace(InTime, North, May2011));
        Assert.Null(MonthChecks.OutOfPlace(InTime, North, new Month(2011, 4)));
        Assert.Equal("It is collected for the months up to March 2011 only. Choose one of these, or take the measure up again first.", MonthChecks.OutOfPlace(InTime with { LastMonth = new Month(2011, 3) }, North, new Month(2011, 4)));
        Assert.Null(MonthChecks.OutOfPlace(InTime with { LastMonth = new Month(2011, 4) }, North, new Month(2011, 4)));
    }

    [Fact]
    public void A_figure_far_from_the_earlier_months_asks_why()
    {
        var usual = new UsualRange(40, 62);

        Assert.Equal("This is far from the earlier months (between 40% and 62%): say why.", MonthChecks.AskWhy(RecordedValue.Counted(7, 10), InTime.Shape, usual));
        Assert.Null(MonthChecks.AskWhy(RecordedValue.Counted(62, 100), InTime.Shape, usual));
        Assert.Null(MonthChecks.AskWhy(RecordedValue.Counted(0, 0), InTime.Shape, usual));
        Assert.Null(MonthChecks.AskWhy(RecordedValue.NotCaptured("The system was down."), InTime.Shape, usual));
        Assert.Null(MonthChecks.AskWhy(RecordedValue.Counted(7, 10), InTime.Shape, null));
    }
}
