using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Inspections;

public sealed class StatutoryClocksTests
{
    private static readonly WorkingDays England = new([]);
    private static readonly KnownDate July2022 = KnownDate.On(2022, 7, 11);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", null);

    private static IReadOnlyList<StatutoryClock> AfterInadequate(DateOnly? received, WorkingDays? days = null) =>
        StatutoryClocks.Of(InspectionKind.IlacsStandard, July2022, Grade.Inadequate, false, received, days ?? England);

    private static IReadOnlyList<StatutoryClock> AfterVisit(KnownDate on, DateOnly? received) => StatutoryClocks.Of(InspectionKind.FocusedVisit, on, null, true, received, England);

    // Worked out on wall calendars: fourteen weeks, and a day more for each bank holiday among them.
    [Theory]
    // 22, 25 and 29 April, 2 and 30 May 2011.
    [InlineData("2011-03-07", "2011-06-20")]
    // 6 and 9 April, 7 May, 4 and 5 June 2012.
    [InlineData("2012-04-02", "2012-07-16")]
    // 2 May, 2 and 3 June 2022.
    [InlineData("2022-04-19", "2022-07-29")]
    // 19 September 2022.
    [InlineData("2022-09-06", "2022-12-14")]
    // 1, 8 and 29 May 2023.
    [InlineData("2023-04-18", "2023-07-28")]
    // Christmas on a Saturday: 27 and 28 December, 3 January.
    [InlineData("2010-11-01", "2011-02-10")]
    [InlineData("2021-11-01", "2022-02-10")]
    // Christmas on a Sunday: 26 and 27 December 2016, 2 January 2017.
    [InlineData("2016-11-01", "2017-02-10")]
    public void The_final_plan_is_due_seventy_working_days_after_the_report_of_an_inadequate_authority_was_received(string received, string due)
    {
        var clock = Assert.Single(AfterInadequate(Day(received)));

        Assert.Equal(("Final action plan", 70, Day(received), Day(due), false), (clock.Name, clock.Length, clock.CountedFrom!.Value, clock.DueOn!.Value, clock.MayMove));
        Assert.Contains("after an inadequate judgement", clock.Source, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Regulations 2007", clock.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_focused_visit_with_an_area_for_priority_action_asks_for_a_draft_within_twenty_working_days_since_September_2018()
    {
        // Four weeks and 1 and 8 May 2023 for the draft; fourteen weeks and 1, 8 and 29 May for the plan.
        Assert.Equal([("Draft action plan", 20, Day("2023-05-18")), ("Final action plan", 70, Day("2023-07-28"))],
            AfterVisit(KnownDate.On(2023, 3, 14), Day("2023-04-18")).Select(clock => (clock.Name, clock.Length, clock.DueOn!.Value)));
        Assert.Equal(["Draft action plan", "Final action plan"], AfterVisit(KnownDate.In(2018, 9), null).Select(clock => clock.Name));
        Assert.Equal(["Final action plan"], AfterVisit(KnownDate.On(2018, 8, 31), null).Select(clock => clock.Name));
    }

    [Theory]
    [InlineData(InspectionKind.UnannouncedContactReferralAssessment)]
    [InlineData(InspectionKind.SafeguardingAndLookedAfterChildren)]
    [InlineData(InspectionKind.ProtectionOfChildren)]
    [InlineData(InspectionKind.MonitoringVisit)]
    [InlineData(InspectionKind.AssuranceVisit)]
    [InlineData(InspectionKind.JointTargetedAreaInspection)]
    [InlineData(InspectionKind.AreaSend)]
    [InlineData(InspectionKind.PeerChallenge)]
    public void No_clock_runs_where_no_source_says_so(InspectionKind kind) =>
        Assert.Empty(StatutoryClocks.Of(kind, KnownDate.On(2009, 10, 8), Grade.Inadequate, true, Day("2009-10-29"), England));

    [Fact]
    public void No_clock_runs_after_a_better_judgement_one_not_entered_or_a_visit_without_an_area_for_priority_action()
    {
        foreach (var grade in new Grade?[] { Grade.RequiresImprovement, Grade.Good, Grade.Outstanding, null })
            Assert.Empty(StatutoryClocks.Of(InspectionKind.SingleInspection, KnownDate.On(2016, 10, 10), grade, true, Day("2016-11-28"), England));
        Assert.Empty(StatutoryClocks.Of(InspectionKind.FocusedVisit, KnownDate.On(2023, 3, 14), null, false, Day("2023-04-18"), England));
    }

    [Fact]
    public void A_clock_that_cannot_be_counted_says_what_to_enter()
    {
        var clock = Assert.Single(AfterInadequate(null));

        Assert.Equal((null, null, false), (clock.CountedFrom, clock.DueOn, clock.MayMove));
        Assert.Equal("cannot be counted: the day on which the letter or report was received is not known. Enter it as ‘Received on’ in the inspection's entry",
            clock.State(Day("2022-09-30"), false, England));
    }

    // Due on Wednesday 14 December 2022. In between to 3 January 2023: 15, 16, 19 to 23, 28, 29, 30 December, 3 January.
    [Theory]
    [InlineData("2022-09-06", "due in 70 working days")]
    [InlineData("2022-12-07", "due in five working days")]
    [InlineData("2022-12-13", "due in one working day")]
    [InlineData("2022-12-14", "due today")]
    [InlineData("2022-12-15", "one working day overdue: no day is recorded on which it was sent")]
    [InlineData("2023-01-03", "11 working days overdue: no day is recorded on which it was sent")]
    public void A_clock_says_how_it_stands(string on, string expected) => Assert.Equal(expected, AfterInadequate(Day("2022-09-06"))[0].State(Day(on), false, England));

    [Fact]
    public void On_the_weekend_after_its_day_a_clock_says_since_when_it_is_overdue() =>
        Assert.Equal("overdue since 28 July 2023: no day is recorded on which it was sent", AfterInadequate(Day("2023-04-18"))[0].State(Day("2023-07-29"), false, England));

    // Due on Wednesday 14 December 2022; the working days after it are 15, 16, 19 and 20 December.
    [Theory]
    [InlineData("2022-12-07", "met: sent on 7 December 2022, with five working days left")]
    [InlineData("2022-12-13", "met: sent on 13 December 2022, with one working day left")]
    [InlineData("2022-12-14", "met: sent on 14 December 2022")]
    [InlineData("2022-12-15", "sent late, on 15 December 2022, one working day after it was due")]
    [InlineData("2022-12-20", "sent late, on 20 December 2022, four working days after it was due")]
    public void A_clock_stops_with_the_day_on_which_the_plan_was_sent(string sent, string expected) =>
        Assert.Equal(expected, (AfterInadequate(Day("2022-09-06"))[0] with { SentOn = Day(sent) }).State(Day("2023-03-01"), false, England));

    [Fact]
    public void A_plan_sent_after_the_day_looked_at_stops_nothing_yet_and_without_the_day_received_nobody_can_tell_whether_it_was_in_time()
    {
        Assert.Equal("due in one working day", (AfterInadequate(Day("2022-09-06"))[0] with { SentOn = Day("2022-12-14") }).State(Day("2022-12-13"), false, England));
        Assert.Equal("sent on 1 December 2022; whether that was in time cannot be counted, because the day on which the letter or report was received is not known",
            (AfterInadequate(null)[0] with { SentOn = Day("2022-12-01") }).State(Day("2023-03-01"), false, England));
    }

    // From Friday 30 September 2022: ten weeks to 9 December and three days.
    [Theory]
    [InlineData("2022-09-30", "due in 53 working days, judged on 30 September 2022")]
    [InlineData("2022-12-14", "due that day, judged on 14 December 2022")]
    public void Where_the_programmes_record_has_ended_a_clock_says_on_which_day_it_is_judged(string on, string expected) =>
        Assert.Equal(expected, AfterInadequate(Day("2022-09-06"))[0].State(Day(on), true, England));

    [Fact]
    public void A_day_that_an_administrator_adds_makes_a_clock_longer() =>
        Assert.Equal(Day("2022-12-15"), AfterInadequate(Day("2022-09-06"), new WorkingDays([Day("2022-11-02")]))[0].DueOn);

    [Fact]
    public void A_day_beyond_the_announced_bank_holidays_may_still_move()
    {
        // Four weeks and 27 and 28 December 2027: the last announced day. Fourteen weeks and also 3 January 2028.
        Assert.Equal([(Day("2027-12-31"), false), (Day("2028-03-13"), true)],
            AfterVisit(KnownDate.On(2027, 11, 9), Day("2027-12-01")).Select(clock => (clock.DueOn!.Value, clock.MayMove)));
    }

    [Fact]
    public void The_overall_grade_is_that_of_the_judged_area_called_so()
    {
        Assert.Equal(Grade.Inadequate, StatutoryClocks.Overall([("Help and protection", Grade.Good), ("overall effectiveness", Grade.Inadequate)]));
        Assert.Null(StatutoryClocks.Overall([("Help and protection", Grade.Inadequate)]));
    }
}
