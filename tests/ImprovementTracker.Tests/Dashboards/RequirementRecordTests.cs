using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Dashboards;

/// <summary>Requirements with targets of 80% each, judged up to July 2010.</summary>
public class RequirementRecordTests
{
    private static readonly Month April2010 = new(2010, 4);
    private static readonly Month July2010 = new(2010, 7);
    private static readonly AreaTree Areas = new([new AreaNode(1, null, "Testshire", AreaKind.Authority, new DateOnly(2009, 1, 1), null)]);

    /// <summary>Shares of 100 cases, month by month from April 2010.</summary>
    private static TargetRecord Target(int?[] shares, Month? from = null, Month? to = null, Month? more = null)
    {
        var begins = from ?? April2010;
        var target = new TargetPlan(7, 1, null, TargetSetter.DfeNotice, null, null, false, begins, to, TargetPath.Steps, 0, ToleranceKind.Points,
            more is { } later ? [new(begins, 80), new(later, 90)] : [new(begins, 80)]);
        List<ValueRow> rows = [.. shares.Select((share, place) => (share, place)).Where(one => one.share is not null)
            .Select(one => new ValueRow(1, 1, April2010.AddMonths(one.place), PeriodType.InMonth, ValueKind.Counted, one.share, 100, null, null, null, ValueStatus.Approved, false, 1, false, null, null))];
        var measure = new MeasureRow(new(1, MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth), "in-time", "In time", "in time", "In time.", null, "in time", "all", null, null,
            rows.Min(row => (Month?)row.Month), rows.Max(row => (Month?)row.Month), [target], null, [], null);
        return TargetRecord.Of(measure, target, 1, new MonthlyFigures(Areas, rows, publishedOnly: false), July2010);
    }

    private static (RequirementStanding, KnownDate?, string) Of(params TargetRecord[] targets) =>
        RequirementRecord.Of(targets) is var record ? (record.State.Standing, record.State.Since, record.InWords) : default;

    [Fact]
    public void With_one_target_it_stands_as_that_target_does() =>
        Assert.Equal((RequirementStanding.Met, KnownDate.In(2010, 6), ""), Of(Target([70, 70, 80, 80])));

    [Fact]
    public void With_several_it_is_met_only_when_all_are_and_since_the_last_of_them_was() =>
        Assert.Equal((RequirementStanding.Met, KnownDate.In(2010, 7), "Both of its targets have been met since July 2010."), Of(Target([90, 90, 90, 90]), Target([90, 90, 70, 80])));

    [Fact]
    public void One_that_is_missed_makes_it_not_met() =>
        Assert.Equal((RequirementStanding.NotMet, null, "Two of its three targets are met."), Of(Target([90, 90, 90, 90]), Target([90, 90, 90, 79]), Target([80, 80, 80, 80])));

    [Fact]
    public void Where_none_is_met_it_says_so()
    {
        Assert.Equal("Neither of its two targets is met.", Of(Target([90, 90, 90, 70]), Target([90, 90, 90, 79])).Item3);
        Assert.Equal("None of its three targets is met.", Of(Target([90, 90, 90, 70]), Target([90, 90, 90, 79]), Target([10, 10, 10, 10])).Item3);
        Assert.Equal("All three of its targets have been met since July 2010.", Of(Target([90, 90, 90, 80]), Target([90, 90, 70, 80]), Target([10, 10, 90, 90])).Item3);
    }

    [Fact]
    public void One_without_a_figure_leaves_it_open_to_doubt() =>
        Assert.Equal((RequirementStanding.NoFigure, null, "One of its two targets is met."), Of(Target([90, 90, 90, 90]), Target([90, 90, 90, null])));

    [Fact]
    public void One_that_has_not_begun_keeps_it_open() =>
        Assert.Equal((RequirementStanding.Open, null, "One of its two targets is met."), Of(Target([90, 90, 90, 90]), Target([90, 90, 90, 90], from: new(2010, 9))));

    [Fact]
    public void One_that_will_ask_more_keeps_it_on_course() =>
        Assert.Equal((RequirementStanding.OnCourse, KnownDate.In(2010, 5), "Both of its targets have been met since May 2010."), Of(Target([70, 90, 90, 90]), Target([90, 90, 90, 90], more: new(2010, 9))));

    [Fact]
    public void One_that_has_run_out_met_does_not_shorten_the_run_and_one_that_ran_out_missed_stands_in_the_way()
    {
        Assert.Equal((RequirementStanding.Met, KnownDate.In(2010, 5), "Both of its targets have been met since May 2010."), Of(Target([70, 80, 80, 80]), Target([70, 70, 80, 10], to: new(2010, 6))));
        Assert.Equal((RequirementStanding.NotMet, null, "One of its two targets is met."), Of(Target([80, 80, 80, 80]), Target([80, 80, 70, 90], to: new(2010, 6))));
    }

    [Fact]
    public void Where_all_have_run_out_it_is_since_the_last_was_met() =>
        Assert.Equal((RequirementStanding.Met, KnownDate.In(2010, 6)), Of(Target([80, 80, 10, 10], to: new(2010, 5)), Target([70, 70, 80, 10], to: new(2010, 6))) is var (standing, since, _) ? (standing, since) : default);
}
