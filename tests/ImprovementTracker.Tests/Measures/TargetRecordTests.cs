using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

/// <summary>One area, a share in per cent of which higher is better, and the notice's target of 80% from April 2010 on, unless a test says otherwise.</summary>
public class TargetRecordTests
{
    private static readonly Month April2010 = new(2010, 4);
    private static readonly AreaTree Areas = new([new AreaNode(1, null, "Testshire", AreaKind.Authority, new DateOnly(2009, 1, 1), null)]);

    private static TargetPlan Asks(Month from, Month? to, TargetPath path, params (Month Month, decimal Value)[] steps) =>
        new(7, 1, null, TargetSetter.DfeNotice, null, null, false, from, to, path, 5, ToleranceKind.Points, [.. steps.Select(step => new TargetPoint(step.Month, step.Value))]);

    private static TargetPlan Asks80(Month? from = null, Month? to = null) => Asks(from ?? April2010, to, TargetPath.Steps, (from ?? April2010, 80));

    private static ValueRow Of100(Month month, long? done, ValueStatus status = ValueStatus.Approved) =>
        new(1, 1, month, PeriodType.InMonth, done is null ? ValueKind.NotCaptured : ValueKind.Counted, done, done is null ? null : 100, null, null, done is null ? "The system was down." : null, status, false, 1, false, null, null);

    /// <summary>Shares of 100 cases, month by month from April 2010; null where nothing is recorded.</summary>
    private static TargetRecord Of(TargetPlan target, Month due, params int?[] shares) => Of(target, due, null, [], Polarity.HigherIsBetter, shares);

    private static TargetRecord Of(TargetPlan target, Month due, Month? collectedUntil, EarlierMeaning[] earlier, Polarity polarity, params int?[] shares) =>
        Of(target, due, collectedUntil, earlier, polarity, false, [.. shares.Select((share, place) => (share, place)).Where(one => one.share is not null).Select(one => Of100(April2010.AddMonths(one.place), one.share))]);

    private static TargetRecord Of(TargetPlan target, Month due, Month? collectedUntil, EarlierMeaning[] earlier, Polarity polarity, bool publishedOnly, params ValueRow[] rows)
    {
        var measure = new MeasureRow(new(1, MeasureUnit.Percentage, 0, polarity, PeriodType.InMonth), "in-time", "In time", "in time", "In time.", null, "in time", "all", null, null,
            rows.Min(row => (Month?)row.Month), rows.Max(row => (Month?)row.Month), [target], collectedUntil, earlier, null);
        return TargetRecord.Of(measure, target, 1, new MonthlyFigures(Areas, rows, publishedOnly), due);
    }

    [Fact]
    public void A_target_met_in_the_last_three_of_four_months_has_been_sustained_for_three()
    {
        var record = Of(Asks80(), new(2010, 7), 70, 80, 85, 90);

        Assert.Equal((TargetOutcome.Met, 3, new Month(2010, 5), new Month(2010, 7)), (record.Outcome, record.InARow, record.Since, record.Last));
        Assert.Equal([false, true, true, true], record.Months.Select(month => month.IsMet));
        Assert.Equal(("Met for three months in a row, May 2010 to July 2010.", "three months, since May 2010"), (record.InWords(), record.HowLong()));
    }

    [Fact]
    public void A_month_without_a_figure_breaks_the_run()
    {
        var record = Of(Asks80(), new(2010, 7), 90, null, 90, 90);

        Assert.Equal((TargetOutcome.Met, 2, new Month(2010, 6)), (record.Outcome, record.InARow, record.Since));
        Assert.Equal("not recorded", record.Months[1].Text);
    }

    [Fact]
    public void A_last_month_that_is_due_and_has_no_figure_is_not_met()
    {
        var record = Of(Asks80(), new(2010, 7), 90, 90, 90);

        Assert.Equal((TargetOutcome.NoFigure, 0, null, new Month(2010, 7)), (record.Outcome, record.InARow, record.Since, record.Last));
        Assert.Equal(("No figure for July 2010: not recorded. Longest run: three months, April 2010 to June 2010.", ""), (record.InWords(), record.HowLong()));
    }

    [Fact]
    public void A_month_that_is_not_due_yet_counts_once_it_has_a_figure_and_is_held_against_nobody_before()
    {
        Assert.Equal((new Month(2010, 7), 4), Judged(Of(Asks80(), new(2010, 6), 90, 90, 90, 90)));
        Assert.Equal((new Month(2010, 6), 3), Judged(Of(Asks80(), new(2010, 6), 90, 90, 90)));
        // Of July only a reason is there: no figure yet.
        Assert.Equal((new Month(2010, 6), 3), Judged(Of(Asks80(), new(2010, 6), null, [], Polarity.HigherIsBetter, false,
            Of100(new(2010, 4), 90), Of100(new(2010, 5), 90), Of100(new(2010, 6), 90), Of100(new(2010, 7), null))));

        static (Month?, int) Judged(TargetRecord record) => (record.Last, record.InARow);
    }

    [Fact]
    public void Provisional_figures_count_and_are_said_to_be_provisional()
    {
        ValueRow[] rows = [Of100(new(2010, 4), 90), Of100(new(2010, 5), 90, ValueStatus.Provisional), Of100(new(2010, 6), 90, ValueStatus.Provisional)];

        Assert.Equal("Met for three months in a row, April 2010 to June 2010. Two of these figures are provisional.", Of(Asks80(), new(2010, 6), null, [], Polarity.HigherIsBetter, false, rows).InWords());
        Assert.Equal("Met in June 2010, for one month. The figure is provisional.", Of(Asks80(new(2010, 6)), new(2010, 6), null, [], Polarity.HigherIsBetter, false, rows).InWords());
    }

    [Fact]
    public void Who_sees_only_what_is_published_learns_nothing_from_small_numbers()
    {
        // 97 of 100: the three that were late could be told from it.
        var record = Of(Asks80(), new(2010, 5), null, [], Polarity.HigherIsBetter, true, Of100(new(2010, 4), 90), Of100(new(2010, 5), 97));

        Assert.Equal((TargetOutcome.NoFigure, 0, "withheld"), (record.Outcome, record.InARow, record.Months[^1].Text));
        Assert.Equal(TargetVerdict.NoData, record.Months[^1].Verdict);
    }

    [Fact]
    public void A_target_that_begins_later_asks_nothing_yet_and_knows_where_it_sets_out_from()
    {
        var record = Of(Asks80(new(2010, 9)), new(2010, 6), 37, 60, 76);

        Assert.Equal((TargetOutcome.NotBegun, 0, null), (record.Outcome, record.InARow, record.Last));
        Assert.Equal(("It begins in September 2010.", "76% in June 2010"), (record.InWords(), record.BaselineInWords()));
    }

    [Fact]
    public void A_target_that_has_run_out_is_judged_by_its_last_month()
    {
        var met = Of(Asks80(to: new(2010, 6)), new(2010, 9), 70, 80, 85, 10, 10, 10);
        var missed = Of(Asks80(to: new(2010, 6)), new(2010, 9), 90, 90, 74, 90, 90, 90);

        Assert.Equal((TargetOutcome.Met, 2, new Month(2010, 6)), (met.Outcome, met.InARow, met.Last));
        Assert.Equal("Met for two months in a row, May 2010 to June 2010. It was in force until June 2010.", met.InWords());
        Assert.Equal("Not met in June 2010: 74%, 6 points below 80%. Longest run: two months, April 2010 to May 2010. It was in force until June 2010.", missed.InWords());
    }

    [Fact]
    public void Within_tolerance_is_not_met()
    {
        var record = Of(Asks80(), new(2010, 4), 76);

        Assert.Equal(TargetOutcome.NotMet, record.Outcome);
        Assert.Equal("Not met in April 2010: 76%, 4 points below 80%, within its tolerance.", record.InWords());
    }

    [Fact]
    public void Steps_met_on_the_way_are_on_course_and_the_level_they_lead_to_is_counted_apart()
    {
        // 50% from April, 80% from August: every month meets its step, June and July the final level too.
        var target = Asks(April2010, null, TargetPath.Steps, (April2010, 50), (new(2010, 8), 80));
        var onTheWay = Of(target, new(2010, 7), 55, 60, 81, 82);
        var there = Of(target, new(2010, 8), 55, 60, 81, 82, 83);

        Assert.Equal((TargetOutcome.OnCourse, 4, 2), (onTheWay.Outcome, onTheWay.InARow, onTheWay.FinalInARow));
        Assert.Equal("What is asked so far was met for four months in a row, April 2010 to July 2010. 80% is asked from August 2010. 80% itself was reached for two months in a row, June 2010 to July 2010.", onTheWay.InWords());
        Assert.Equal("Met for five months in a row, April 2010 to August 2010. 80% itself was reached for three months in a row, June 2010 to August 2010.", there.InWords());
    }

    [Fact]
    public void A_straight_path_asks_more_each_month()
    {
        // From 60% in April to 80% in August, 5 points a month: 60, 65, 70, 75, 80.
        var record = Of(Asks(April2010, null, TargetPath.StraightLine, (April2010, 60), (new(2010, 8), 80)), new(2010, 7), 60, 65, 69, 75);

        Assert.Equal([true, true, false, true], record.Months.Select(month => month.IsMet));
        Assert.Equal("What is asked so far was met in July 2010, for one month. 80% is asked from August 2010. 80% itself was not reached.", record.InWords());
    }

    [Fact]
    public void A_measure_of_which_neither_way_is_better_meets_no_target_and_may_lie_within_a_range()
    {
        Assert.Equal(TargetOutcome.NotJudged, Of(Asks80(), new(2010, 5), null, [], Polarity.None, 90, 90).Outcome);
        Assert.Equal(TargetOutcome.NotJudged, Of(Asks80(), new(2010, 5), null, [], Polarity.None, 90).Outcome);

        var range = Asks80() with { Points = [new TargetPoint(April2010, 60, 80)] };
        Assert.Equal("Within it for two months in a row, April 2010 to May 2010.", Of(range, new(2010, 5), null, [], Polarity.None, 60, 80).InWords());
        Assert.Equal("Outside it in May 2010: 85%, 5 points above 60% to 80%. Longest run: one month, April 2010.", Of(range, new(2010, 5), null, [], Polarity.None, 70, 85).InWords());
    }

    [Fact]
    public void Where_lower_is_better_a_higher_figure_is_not_met() =>
        Assert.Equal("Not met in May 2010: 86%, 6 points above 80%. Longest run: one month, April 2010.", Of(Asks80(), new(2010, 5), null, [], Polarity.LowerIsBetter, 79, 86).InWords());

    [Fact]
    public void Months_that_were_counted_differently_are_no_part_of_a_run_nor_a_baseline()
    {
        var earlier = new EarlierMeaning(new(2010, 5), "Ten days instead of seven.", "In time.", "in time", "all");

        var record = Of(Asks80(new(2010, 5)), new(2010, 7), null, [earlier], Polarity.HigherIsBetter, 90, 90, 90, 90);

        Assert.Equal((2, new Month(2010, 6), null), (record.InARow, record.Months[0].Month, record.Baseline));
    }

    [Fact]
    public void It_sets_out_from_the_last_figure_before_it_was_in_force()
    {
        Assert.Equal("66% in May 2010", Of(Asks80(new(2010, 7)), new(2010, 7), 60, 66, null, 80).BaselineInWords());
        Assert.Equal("", Of(Asks80(), new(2010, 4), 80).BaselineInWords());
    }

    [Fact]
    public void What_is_invented_or_provisional_is_said_beside_the_figure_that_it_set_out_from_and_the_one_that_falls_short()
    {
        var record = Of(Asks80(new(2010, 5)), new(2010, 5), null, [], Polarity.HigherIsBetter, false,
            Of100(new(2010, 4), 41) with { IsIllustrative = true }, Of100(new(2010, 5), 70, ValueStatus.Provisional) with { IsIllustrative = true });

        Assert.Equal(("41% in April 2010 (illustrative)", "Not met in May 2010: 70% (provisional, illustrative), 10 points below 80%."), (record.BaselineInWords(), record.InWords()));
    }

    [Fact]
    public void A_measure_that_is_collected_no_more_is_judged_by_its_last_month()
    {
        Assert.Equal((new Month(2010, 5), 2), (Of(Asks80(), new(2010, 9), new(2010, 5), [], Polarity.HigherIsBetter, 90, 90) is var record ? (record.Last!.Value, record.InARow) : default));
        Assert.Equal("It asks nothing: the measure was collected until May 2010 only.", Of(Asks80(new(2010, 8)), new(2010, 9), new(2010, 5), [], Polarity.HigherIsBetter, 90, 90).InWords());
    }

    [Fact]
    public void A_figure_just_short_of_its_target_is_written_so_that_it_reads_short()
    {
        // 399 of 500 are 79.8%.
        var row = Of100(April2010, 399) with { Denominator = 500 };

        Assert.Equal("Not met in April 2010: 79.8%, 0.2 points below 80%, within its tolerance.", Of(Asks80(), April2010, null, [], Polarity.HigherIsBetter, false, row).InWords());
    }

    [Theory]
    [InlineData("2011-06-14", 15, "2011-04")]
    [InlineData("2011-06-15", 15, "2011-04")]
    [InlineData("2011-06-16", 15, "2011-05")]
    [InlineData("2011-03-01", 31, "2011-01")]
    public void A_month_is_due_once_its_day_in_the_next_month_has_passed(string on, int dueOn, string expected) =>
        Assert.Equal(Month.Parse(expected), MonthState.LastDue(DateOnly.ParseExact(on, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), dueOn));
}
