using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Operation;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Operation;

/// <summary>What the documents say must be there as they say it.</summary>
public sealed class DemonstrationKnownFiguresTests(DemonstrationDatabase demonstration) : IClassFixture<DemonstrationDatabase>
{
    [Theory]
    [InlineData(Demonstration.InitialAssessments, "2010-04", 37)]
    [InlineData(Demonstration.InitialAssessments, "2011-05", 76)]
    [InlineData(Demonstration.CoreAssessments, "2010-04", 50)]
    [InlineData(Demonstration.CoreAssessments, "2011-05", 73)]
    public async Task The_councils_report_states_the_countys_percentages_in_paragraph_3(string measure, string month, int printed)
    {
        var revision = await CountyAsync(measure, Month.Parse(month), PeriodType.InMonth);

        Assert.Equal((ValueKind.Stated, printed, 0, "3", false, ValueStatus.Approved), (revision.Kind, revision.Printed, revision.PrintedDecimals, revision.Paragraph, revision.IsIllustrative, revision.Status));
        Assert.Equal(("Nottinghamshire County Council", KnownDate.In(2011, 6)), (revision.Source!.Publisher, revision.Source.Published));
    }

    [Fact]
    public async Task The_newspapers_84_per_cent_is_kept_out_of_the_monthly_series_because_it_names_no_period()
    {
        var revision = await CountyAsync(Demonstration.InitialAssessments, new Month(2011, 3), PeriodType.NotSaid);

        Assert.Equal((ValueKind.Stated, 84m), (revision.Kind, revision.Printed));
        Assert.StartsWith("Newspaper report, spring 2011", revision.Source!.Title);
        await using var db = demonstration.Database.CreateDbContext();
        Assert.Equal(1, await db.Observations.CountAsync(observation => observation.Period == PeriodType.NotSaid));
    }

    [Fact]
    public async Task The_1598_contacts_of_July_2010_are_contacts_and_not_referrals()
    {
        var revision = await CountyAsync(Demonstration.Contacts, new Month(2010, 7), PeriodType.InMonth);

        Assert.Equal((ValueKind.Stated, 1598m), (revision.Kind, revision.Printed));
        await using var db = demonstration.Database.CreateDbContext();
        Assert.False(await db.Observations.AnyAsync(observation => observation.Measure.Code == Demonstration.Referrals && observation.Area.Kind == AreaKind.Authority));
    }

    [Fact]
    public async Task These_six_are_the_only_figures_that_documents_state()
    {
        await using var db = demonstration.Database.CreateDbContext();

        Assert.Equal(6, await db.ObservationRevisions.CountAsync(revision => revision.SupersededIn == null && revision.Kind == ValueKind.Stated));
    }

    [Fact]
    public async Task The_inspections_of_Nottinghamshire_are_those_of_the_documents()
    {
        var inspections = await InspectionsAsync(Demonstration.NottinghamshireSlug);

        Assert.Equal(["8 October 2009", "March 2010", "February 2011", "May 2011"], inspections.Select(inspection => inspection.FieldworkFrom.ToString()));
        var (letter, full, visit, peers) = (inspections[0], inspections[1], inspections[2], inspections[3]);
        Assert.Equal(("9 October 2009", "29 October 2009"), (letter.FieldworkTo.ToString(), letter.Published.ToString()));
        Assert.Equal((13, 33, Grade.Inadequate), (full.TallyCount, full.TallyOutOf, full.TallyGrade));
        Assert.Equal("Newspaper report, spring 2011", full.TallySource!.Title);
        Assert.Equal(
            [("Safeguarding services", Grade.Inadequate), ("Services for looked after children", Grade.Adequate)],
            full.Judgements.OrderBy(judgement => judgement.JudgedArea.Order).Select(judgement => (judgement.JudgedArea.Name, judgement.Grade)));
        Assert.All(full.Judgements, judgement => Assert.Equal("Independent Inquiry into Child Sexual Abuse", judgement.Source!.Publisher));
        Assert.Contains("Only a newspaper reports", visit.Note);
        Assert.Contains("40 cases", visit.Note);
        Assert.Contains("no area for priority action remained", visit.Note);
        Assert.Equal(InspectionKind.PeerChallenge, peers.Kind);
        Assert.All([letter, visit, peers], ungraded => Assert.Empty(ungraded.Judgements));
    }

    [Fact]
    public async Task The_inspection_of_the_city_has_the_reports_four_grades_and_the_visits_have_none()
    {
        var inspections = await InspectionsAsync(Demonstration.NottinghamSlug);

        Assert.Equal(["11 July 2022", "February 2023", "July 2023"], inspections.Select(inspection => inspection.FieldworkFrom.ToString()));
        Assert.Equal(("22 July 2022", "5 September 2022"), (inspections[0].FieldworkTo.ToString(), inspections[0].Published.ToString()));
        Assert.Equal(
            [Grade.RequiresImprovement, Grade.Inadequate, Grade.RequiresImprovement, Grade.Inadequate],
            inspections[0].Judgements.OrderBy(judgement => judgement.JudgedArea.Order).Select(judgement => judgement.Grade));
        Assert.Equal("Overall effectiveness", inspections[0].Judgements.Single(judgement => judgement.JudgedArea.Order == 4).JudgedArea.Name);
        Assert.Equal("29 August 2023", inspections[2].Published.ToString());
        Assert.Contains("The letter's words are not held", inspections[2].Note);
        Assert.All(inspections.Skip(1), visit => Assert.Empty(visit.Judgements));
    }

    [Theory]
    [InlineData(Demonstration.NottinghamshireSlug, "2010-07", "1,598 contacts")]
    [InlineData(Demonstration.NottinghamshireSlug, "2011-03", "25 million pounds")]
    [InlineData(Demonstration.NottinghamshireSlug, "2011-03", "60 staff")]
    [InlineData(Demonstration.NottinghamSlug, "2023-01", "6.5 million pounds")]
    [InlineData(Demonstration.NottinghamSlug, "2023-01", "2.4 million pounds")]
    [InlineData(Demonstration.NottinghamSlug, "2023-01", "6 apprentices")]
    public async Task The_timeline_gives_the_figure_with_its_source(string programme, string on, string figure)
    {
        var entries = await EntriesAsync(programme);

        var entry = Assert.Single(entries, entry => entry.Figure == figure);
        Assert.Equal(KnownDate.Parse(on), entry.On);
        Assert.NotNull(entry.Source);
        Assert.False(entry.IsIllustrative);
    }

    [Theory]
    [InlineData(Demonstration.NottinghamshireSlug, "2009-10-29", "one area delivered satisfactorily, two strengths, seven areas for development and two areas for priority action", "Ofsted's letter to the council, 29 October 2009")]
    [InlineData(Demonstration.NottinghamshireSlug, "2010-03", "13 of 33 judged areas inadequate", "Newspaper report, spring 2011")]
    [InlineData(Demonstration.NottinghamshireSlug, "2010-06", "The Secretary of State issued an improvement notice", "Scrutiny report on safeguarding improvement, June 2011")]
    [InlineData(Demonstration.NottinghamshireSlug, "2011-02", "40 cases were looked at", "Newspaper report, spring 2011")]
    [InlineData(Demonstration.NottinghamshireSlug, "2011-04-15", "significant progress was being made", "Scrutiny report on safeguarding improvement, June 2011")]
    [InlineData(Demonstration.NottinghamSlug, "2022-09-05", "eight areas for improvement", "Ofsted's inspection report, 5 September 2022")]
    [InlineData(Demonstration.NottinghamSlug, "2023-02", "noted evidence of progress", "Scrutiny committee's minutes, after August 2023")]
    [InlineData(Demonstration.NottinghamSlug, "2023-07", "practice is variable and that tangible progress is being made", "Scrutiny committee's minutes, after August 2023")]
    public async Task What_happened_stands_on_the_timeline_once_with_its_source(string programme, string on, string words, string source)
    {
        var items = await TimelineAsync(programme);

        var item = Assert.Single(items, item => $"{item.Sentence} {item.Figure} {item.Note}".Contains(words, StringComparison.Ordinal));
        Assert.Equal((KnownDate.Parse(on), source, false), (item.On, item.SourceTitle, item.IsIllustrative));
    }

    [Theory]
    [InlineData("2009-04", TimelineTopic.Audit)]
    [InlineData("2009-10-29", TimelineTopic.Inspection)]
    [InlineData("2010-06", TimelineTopic.Notice)]
    [InlineData("2011-05", TimelineTopic.PeerChallenge)]
    public async Task A_day_on_which_one_thing_happened_has_one_entry_and_a_peer_challenge_or_an_audit_is_no_inspection(string on, TimelineTopic topic) =>
        Assert.Equal(topic, Assert.Single(await TimelineAsync(Demonstration.NottinghamshireSlug), item => item.On == KnownDate.Parse(on)).Topic);

    [Fact]
    public async Task The_review_meetings_are_those_of_15_April_and_July_2011_the_second_still_to_come()
    {
        var reviews = (await EntriesAsync(Demonstration.NottinghamshireSlug)).Where(entry => entry.Kind == TimelineKind.Review).ToList();

        Assert.Equal(["15 April 2011", "July 2011"], reviews.Select(review => review.On.ToString()));
        Assert.Contains("is to take place", reviews[1].Sentence);
    }

    [Fact]
    public async Task The_committees_two_resolutions_are_quoted_and_it_is_said_that_their_day_is_not_known()
    {
        var entries = await EntriesAsync(Demonstration.NottinghamSlug);

        var first = entries.Single(entry => entry.Figure == "Resolution (1)");
        var second = entries.Single(entry => entry.Figure == "Resolution (2)");
        Assert.Contains("assess how the Council can make the Care leaver offer more equitable for those that do not reside in Nottingham", first.Sentence);
        Assert.Contains("review how the Council actively encourages agency staff to join us on a permanent basis such as through a formal procedure", second.Sentence);
        Assert.All([first, second], resolution => Assert.Contains("bears no date", resolution.Sentence));
    }

    [Fact]
    public async Task The_notice_was_issued_in_June_2010_and_the_city_has_none()
    {
        await using var db = demonstration.Database.CreateDbContext();
        var programmes = await db.Programmes.AsNoTracking().Include(programme => programme.Statuses).OrderBy(programme => programme.Id).ToListAsync();

        Assert.Equal(["Nottinghamshire County Council", "Nottingham City Council"], programmes.Select(programme => programme.Authority));
        var (county, city) = (programmes[0], programmes[1]);
        Assert.Equal((InterventionKind.ImprovementNotice, "June 2010"), (county.Intervention, county.IntervenedOn.ToString()));
        Assert.Equal(
            [(LifecycleState.Preparing, "March 2010"), (LifecycleState.Issued, "June 2010"), (LifecycleState.OnTrack, "15 April 2011")],
            county.Statuses.OrderBy(status => status.RecordedIn).Select(status => (status.State, status.Since.ToString())));
        Assert.Equal((InterventionKind.None, null), (city.Intervention, city.IntervenedOn));
        Assert.Equal((new DateOnly(2011, 6, 14), new DateOnly(2023, 9, 30)), (county.RecordEndsOn, city.RecordEndsOn));
    }

    private async Task<ObservationRevision> CountyAsync(string measure, Month month, PeriodType period)
    {
        await using var db = demonstration.Database.CreateDbContext();
        return await db.ObservationRevisions.AsNoTracking().Include(revision => revision.Source).SingleAsync(revision => revision.SupersededIn == null
            && revision.Observation.Measure.Code == measure && revision.Observation.Month == month && revision.Observation.Period == period && revision.Observation.Area.Name == "Nottinghamshire");
    }

    private async Task<List<Inspection>> InspectionsAsync(string slug)
    {
        await using var db = demonstration.Database.CreateDbContext();
        return await db.Inspections.AsNoTracking()
            .Include(inspection => inspection.Judgements).ThenInclude(judgement => judgement.JudgedArea)
            .Include(inspection => inspection.Judgements).ThenInclude(judgement => judgement.Source)
            .Include(inspection => inspection.TallySource)
            .Where(inspection => inspection.Programme.Slug == slug).OrderBy(inspection => inspection.FieldworkFrom).ToListAsync();
    }

    private async Task<IReadOnlyList<Timeline.Item>> TimelineAsync(string slug) =>
        (await new Timeline(demonstration.Database).LoadAsync(Actor.System("test"), slug, null, CancellationToken.None)).Items;

    private async Task<List<TimelineEntry>> EntriesAsync(string slug)
    {
        await using var db = demonstration.Database.CreateDbContext();
        return await db.TimelineEntries.AsNoTracking().Include(entry => entry.Source).Where(entry => entry.Programme.Slug == slug).OrderBy(entry => entry.On).ToListAsync();
    }
}
