using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Domain.Reports;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Reports;

public class CommitteeReportTextTests
{
    private static readonly Month April2010 = new(2010, 4);
    private static readonly Month May2011 = new(2011, 5);

    private static Task<CommitteeReport> LoadAsync(TestDatabase database, TestProgramme programme) =>
        new CommitteeReports(database).LoadAsync(programme.As(Role.ScrutinyOfficer), TestProgramme.Slug, April2010, May2011, CancellationToken.None);

    private static IEnumerable<string> Texts(CommitteeReport report) =>
        report.Sections.SelectMany(section => section.Paragraphs).SelectMany(paragraph => paragraph.Points.Prepend(paragraph.Text));

    [Fact]
    public async Task A_target_on_its_way_is_named_with_the_level_of_the_month_and_with_the_one_it_leads_to()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100));
        // From 75% in April 2011 two points a month: 77% in May.
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(programme.InTime);
            db.Add(new Target(programme.InTime, null, TargetSetter.Local, null, null, true, new Month(2011, 4), null, change)
                .WithSteps(TargetPath.StraightLine, new TargetStep(new Month(2011, 4), 75), new TargetStep(new Month(2011, 9), 85)));
            db.Add(new Target(programme.InTime, null, TargetSetter.DfeNotice, null, null, false, April2010, null, change).WithSteps(TargetPath.Steps, new TargetStep(April2010, 80)));
        });

        var report = await LoadAsync(database, programme);

        Assert.Contains("Assessments in time: 1 point below the local target of 77% in May 2011, on the way to 85% by September 2011 (illustrative)", Texts(report));
        Assert.Equal(["DfE notice 80%", "Local 77% in May 2011 (illustrative)"], report.Appendix.Measures[0].Targets.Select(target => target.Name));
    }

    [Fact]
    public async Task The_report_names_the_notice_by_its_date()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.ChangeAsync((db, _) => db.Attach(programme.Programme).Entity.PlaceUnder(InterventionKind.ImprovementNotice, KnownDate.In(2010, 6), null));

        Assert.Contains("This report updates Members on the improvement programme of Testshire Council, which answers the improvement notice of June 2010, in the period April 2010 to May 2011.",
            Texts(await LoadAsync(database, programme)));
    }

    [Theory]
    [InlineData(2, 2, "Both areas for priority action found at the earlier visit (Unannounced inspection, October 2009) are recorded as addressed.")]
    [InlineData(2, 0, "Both areas for priority action found at the earlier visit (Unannounced inspection, October 2009) are still open.")]
    [InlineData(3, 3, "All three areas for priority action found at the earlier visit (Unannounced inspection, October 2009) are recorded as addressed.")]
    [InlineData(1, 0, "The area for priority action found at the earlier visit (Unannounced inspection, October 2009) is still open.")]
    public async Task Earlier_areas_for_priority_action_that_all_stand_alike_are_said_together(int areas, int addressed, string sentence)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var inspection = await programme.InspectAsync(Visibility.Published, [.. Enumerable.Range(1, areas).Select(number => (FindingKind.AreaForPriorityAction, $"Finding {number}."))]);
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(inspection);
            foreach (var finding in inspection.Findings.Take(addressed))
                db.Add(new FindingReview(finding, inspection, ReviewOutcome.Addressed, null, "Seen at the visit.", null, change));
        });

        Assert.Contains(sentence, Texts(await LoadAsync(database, programme)));
    }
}
