using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Domain.Reports;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Reports;

public class CommitteeReportsTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month April2010 = new(2010, 4);
    private static readonly Month May2011 = new(2011, 5);

    private static async Task<CommitteeReport> LoadAsync(TestDatabase database, TestProgramme programme, Role role = Role.ScrutinyOfficer) =>
        await new CommitteeReports(database).LoadAsync(programme.As(role), TestProgramme.Slug, April2010, May2011, Never);

    private static IEnumerable<string> Texts(CommitteeReport report) =>
        report.Sections.SelectMany(section => section.Paragraphs).SelectMany(paragraph => paragraph.Points.Prepend(paragraph.Text));

    private static Task NoticeAsksAsync(TestProgramme programme, decimal percentage, bool isIllustrative) => programme.ChangeAsync((db, change) =>
    {
        db.Attach(programme.InTime);
        db.Add(new Target(programme.InTime, null, TargetSetter.DfeNotice, null, null, isIllustrative, April2010, null, change)
            .WithSteps(TargetPath.Steps, new TargetStep(April2010, percentage)).WithTolerance(5, ToleranceKind.Points));
    });

    [Fact]
    public async Task The_performance_sentence_comes_out_of_the_figures()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, April2010, RecordedValue.Counted(37, 100));
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100));
        await NoticeAsksAsync(programme, 80, isIllustrative: true);

        var texts = Texts(await LoadAsync(database, programme)).ToList();

        Assert.Contains("76% of assessments completed in time in May 2011 compared with 37% in April 2010 (provisional)", texts);
        Assert.Contains("Assessments in time: 4 points below the DfE notice's target of 80% in May 2011 (illustrative)", texts);
    }

    [Fact]
    public async Task Next_steps_reach_three_months_beyond_the_period()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(programme.Programme);
            foreach (var (on, sentence) in new[] { (KnownDate.In(May2011), "Peer challenge."), (KnownDate.On(2011, 6, 1), "Review meeting."), (KnownDate.In(new Month(2011, 8)), "Inspection expected."), (KnownDate.On(2011, 9, 1), "Inspection asked for.") })
                db.Add(new TimelineEntry(programme.Programme, on, TimelineKind.Review, sentence, null, null, false, change));
        });
        await programme.PlanAsync("A1", new DateOnly(2011, 1, 1), new DateOnly(2011, 8, 31));
        await programme.PlanAsync("A2", new DateOnly(2011, 1, 1), new DateOnly(2011, 9, 1));

        var next = (await LoadAsync(database, programme)).Sections.Single(section => section.Heading == "Next steps");

        Assert.Equal(
            ["1 June 2011: Review meeting.", "August 2011: Inspection expected.", "Actions due in the three months to 31 August 2011:"],
            next.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal(["A1 Action A1, due 31 August 2011"], next.Paragraphs[^1].Points);
    }

    [Fact]
    public async Task A_figure_just_short_of_its_target_is_not_rounded_onto_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(796, 1000));
        await NoticeAsksAsync(programme, 80, isIllustrative: false);

        var report = await LoadAsync(database, programme);

        Assert.Contains("79.6% of assessments completed in time in May 2011 (provisional)", Texts(report));
        Assert.StartsWith("79.6% in May 2011", report.Appendix.Measures[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_stands_as_the_latest_visit_left_it_whenever_that_was_entered()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var inspection = await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "Children are not seen."));
        foreach (var (visited, outcome) in new[] { (new DateOnly(2011, 2, 1), ReviewOutcome.Addressed), (new DateOnly(2010, 6, 1), ReviewOutcome.StillOfConcern) })
        {
            await programme.ChangeAsync((db, change) =>
            {
                db.Attach(inspection);
                var visit = new Inspection(inspection.Programme, change);
                visit.Describe(InspectionKind.UnannouncedContactReferralAssessment, "A later visit", "Ofsted", KnownDate.On(visited), null, null, Visibility.Published, null, null);
                db.Add(new FindingReview(inspection.Findings.First(), visit, outcome, null, null, null, change));
            });
        }

        Assert.Contains("The area for priority action found at the earlier visit (Unannounced inspection, October 2009) is recorded as addressed.", Texts(await LoadAsync(database, programme)));
    }

    [Fact]
    public async Task Paragraphs_are_numbered_through_all_headings()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100));

        var report = await LoadAsync(database, programme);

        var numbers = report.Sections.SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Number).OfType<int>().ToList();
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
        Assert.Equal(["Purpose", "Information", "Performance and workload", "Inspections", "Recommendation"], report.Sections.Select(section => section.Heading));
        Assert.All(report.Sections.Where(section => section.Heading != "Information"), section => Assert.NotEmpty(section.Paragraphs));
    }

    [Fact]
    public async Task Every_report_is_marked_not_for_publication()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        Assert.StartsWith("Not for publication.", (await LoadAsync(database, programme)).Marking, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_in_the_period_is_told_even_where_nothing_but_the_visit_is_known()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(programme.Programme);
            var visit = new Inspection(programme.Programme, change);
            visit.Describe(InspectionKind.UnannouncedContactReferralAssessment, "Second unannounced visit", "Ofsted", KnownDate.In(2011, 2), null, null, Visibility.Published, "Known from a newspaper only.", null);
            db.Add(visit);
        });

        Assert.Contains("Second unannounced visit (Ofsted, February 2011). Known from a newspaper only.", Texts(await LoadAsync(database, programme)));
    }

    [Fact]
    public async Task An_embargoed_inspection_is_in_no_report_not_even_the_programme_managers()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.InspectAsync(Visibility.Embargoed, (FindingKind.AreaForPriorityAction, "Children are not seen."));

        var texts = Texts(await LoadAsync(database, programme, Role.ProgrammeManager)).ToList();

        Assert.DoesNotContain(texts, text => text.Contains("Unannounced inspection", StringComparison.Ordinal));
        Assert.Contains("There was no published inspection in the period.", texts);
    }

    [Fact]
    public async Task An_earlier_inspections_areas_for_priority_action_are_followed_up()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var inspection = await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "One."), (FindingKind.AreaForPriorityAction, "Two."), (FindingKind.Strength, "Three."));
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(inspection);
            db.Add(new FindingReview(inspection.Findings.First(), inspection, ReviewOutcome.Addressed, null, "Seen at the visit.", null, change));
        });

        Assert.Contains("Of the two areas for priority action found at the earlier visit (Unannounced inspection, October 2009), one is recorded as addressed and one is still open.",
            Texts(await LoadAsync(database, programme)));
    }

    [Fact]
    public async Task A_month_without_a_figure_stays_in_the_appendix_and_says_why()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, April2010, RecordedValue.Counted(37, 100));
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(38, 50));

        var measure = (await LoadAsync(database, programme)).Appendix.Measures.Single(measure => measure.Code == "in-time");

        Assert.Equal(14, measure.Months.Count);
        Assert.Equal(("37%", "37 of 100"), (measure.Months[0].FigureText, measure.Months[0].Counts));
        Assert.Equal((null, "not recorded"), (measure.Months[1].Figure, measure.Months[1].FigureText));
        Assert.Equal((null, "1 of 2 reported"), (measure.Months[13].Figure, measure.Months[13].FigureText));
        Assert.Equal("No figure in May 2011; the latest is 37% in April 2010, the only figure from April 2010 to May 2011.", measure.Sentence);
    }

    [Fact]
    public async Task A_figure_of_another_period_is_quoted_and_kept_out_of_the_series()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var newspaper = new SourceDocument(programme.Programme, "A newspaper's report", "A newspaper", null);
        await programme.ChangeAsync((db, _) =>
        {
            db.Attach(programme.Programme);
            db.Add(newspaper);
        });
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(programme.InTime, programme.Whole, newspaper);
            var observation = new Observation(programme.InTime, programme.Whole, new Month(2011, 3), PeriodType.NotSaid);
            observation.Revise(RecordedValue.Stated(84, newspaper, null), change);
            db.Add(observation);
        });

        var report = await LoadAsync(database, programme);

        Assert.Contains("Assessments in time: 84%, reported in March 2011, period not stated, provisional (source 1)", Texts(report));
        Assert.Equal(["Source 1: A newspaper's report"], report.BackgroundPapers);
        Assert.All(report.Appendix.Measures.SelectMany(measure => measure.Months), month => Assert.Null(month.Figure));
    }

    [Theory]
    [InlineData("2011-05", "2010-04", "The period begins in May 2011, after it ends in April 2010. Choose the earlier month first.")]
    [InlineData("2005-01", "2010-04", "The period has 64 months. Choose at most 60.")]
    [InlineData("2011-05", "2011-08", "August 2011 has not begun. Choose a period that ends in July 2011 or before.")]
    public async Task A_period_that_cannot_be_is_refused_with_what_to_do(string from, string to, string says)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var error = await Assert.ThrowsAsync<BrokenRule>(() => new CommitteeReports(database).LoadAsync(programme.As(Role.ScrutinyOfficer), TestProgramme.Slug, Month.Parse(from), Month.Parse(to), Never));

        Assert.Equal(says, error.Message);
    }

    [Theory]
    [InlineData(Role.ProgrammeManager, true)]
    [InlineData(Role.ServiceDirector, false)]
    [InlineData(Role.PerformanceOfficer, false)]
    [InlineData(Role.ScrutinyOfficer, true)]
    [InlineData(Role.BoardMember, false)]
    [InlineData(Role.Reader, false)]
    [InlineData(Role.Administrator, false)]
    public async Task Only_those_who_write_reports_get_one(Role role, bool may)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100));

        var error = await Record.ExceptionAsync(() => LoadAsync(database, programme, role));
        var periods = await new ReportPeriods(database).LoadAsync(programme.As(role), Never);

        Assert.Equal(may, error is null);
        Assert.True(may || error is NotAllowed);
        Assert.Equal(may ? 1 : 0, periods.Count);
    }

    [Fact]
    public async Task Somebody_without_a_role_does_not_learn_that_the_programme_exists()
    {
        await using var database = await TestDatabase.CreateAsync();
        await TestProgramme.CreateAsync(database);
        var reports = new CommitteeReports(database);

        var there = await Assert.ThrowsAsync<NotFound>(() => reports.LoadAsync(Actor.Nobody, TestProgramme.Slug, April2010, May2011, Never));
        var notThere = await Assert.ThrowsAsync<NotFound>(() => reports.LoadAsync(Actor.Nobody, "nowhere", April2010, May2011, Never));

        Assert.Equal(notThere.Message, there.Message);
        Assert.Empty(await new ReportPeriods(database).LoadAsync(Actor.Nobody, Never));
    }

    [Fact]
    public async Task The_periods_offered_are_those_that_have_figures()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, April2010, RecordedValue.Counted(37, 100));
        await programme.RecordAsync(programme.Referrals, programme.South, May2011, RecordedValue.Counted(640, null));

        var period = Assert.Single(await new ReportPeriods(database).LoadAsync(Actor.System("Command line: report"), Never));

        Assert.Equal((TestProgramme.Slug, April2010, May2011), (period.Slug, period.First, period.Last));
    }
}
