using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using static ImprovementTracker.Tests.Dashboards.WhatChangedInJune;

namespace ImprovementTracker.Tests.Dashboards;

/// <summary>What was entered of an inspection while it was under embargo, as it is told before and after its publication.</summary>
public class WhatChangedOnPublicationTests
{
    private static readonly WhatChanged.Interval July = new(new DateOnly(2011, 7, 1), new DateOnly(2011, 7, 31));

    /// <summary>In June a visit under embargo judges an old finding again, gives a grade and finds something that an action answers; it is published on 8 July.</summary>
    private static async Task<(TestProgramme Programme, Func<Task> Publish)> EnterInJuneAsync(TestDatabase database)
    {
        Inspection letter = null!;
        var programme = await SetUpAsync(database, async programme =>
        {
            letter = await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "Timescales are poor."));
            await programme.PlanAsync("A1", Start, Due);
        });
        var manager = programme.As(Role.ProgrammeManager);
        await programme.ChangeAsync((db, change) =>
        {
            var entry = new Inspection(db.Programmes.Single(), change);
            entry.Describe(InspectionKind.IlacsStandard, "Second visit", "Ofsted", KnownDate.On(2011, 6, 1), null, KnownDate.On(2011, 7, 8), Visibility.Embargoed, null, null);
            var found = new Finding(entry, FindingKind.AreaForImprovement, 1, "Supervision is thin.", null, null, null, change);
            db.AddRange(entry, found, new FindingReview(db.Findings.Single(finding => finding.InspectionId == letter.Id), entry, ReviewOutcome.Addressed, "Children are seen in time.", null, null, change),
                new Judgement(entry, new JudgedArea(db.Programmes.Single(), "Leadership", 1), Grade.Good, null, change), new ActionFinding(db.PriorityActions.Single(), found, change));
        }, manager);
        return (programme, PublishAsync);

        async Task PublishAsync()
        {
            database.Clock.Utc = new DateTime(2011, 7, 8, 12, 0, 0, DateTimeKind.Utc);
            await using var db = database.CreateDbContext();
            var visit = db.Inspections.Single(inspection => inspection.Title == "Second visit").Id;
            var form = (await new InspectionToEdit(database).LoadAsync(manager, TestProgramme.Slug, visit, Never)).Input;
            form.Visibility = Visibility.Published;
            await new SaveInspection(database).ExecuteAsync(manager, form, Never);
        }
    }

    private static ChangeTopic[] Topics(WhatChanged.Content content) => [.. content.Groups.Select(group => group.Topic)];

    [Theory]
    [InlineData(Role.ProgrammeManager)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    public async Task June_reads_the_same_before_and_after_the_publication_in_July(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var (programme, publish) = await EnterInJuneAsync(database);
        database.Clock.Utc = new DateTime(2011, 7, 1, 12, 0, 0, DateTimeKind.Utc);
        var before = Told(await AskAsync(database, programme.As(role)));

        await publish();

        Assert.Equal(before, Told(await AskAsync(database, programme.As(role))));
        Assert.Equal("[]", before[..2]);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task What_was_entered_under_embargo_is_told_once_with_the_publication(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (programme, publish) = await EnterInJuneAsync(database);
        await publish();

        var content = await AskAsync(database, programme.As(Role.BoardMember), July);

        Assert.Equal([ChangeTopic.Inspections, ChangeTopic.Grades, ChangeTopic.Findings, ChangeTopic.Links], Topics(content));
        var finding = Only(content, ChangeTopic.Findings);
        Assert.Equal(("Open", "Addressed", "Addressed: Second visit, 1 June 2011", new DateTime(2011, 7, 8, 12, 0, 0, DateTimeKind.Utc)), (finding.Before, finding.After, finding.Entries.Single().What, finding.Entries.Single().RecordedAt));
        Assert.Equal(("", "Good"), (Only(content, ChangeTopic.Grades).Before, Only(content, ChangeTopic.Grades).After));
        Assert.Equal(("A1 answers the finding: Supervision is thin.", "Not linked", "Linked"), (Only(content, ChangeTopic.Links).Title, Only(content, ChangeTopic.Links).Before, Only(content, ChangeTopic.Links).After));
        var both = await AskAsync(database, programme.As(Role.BoardMember), new(June.From, July.To));
        Assert.Equal(Topics(content), Topics(both));
    }

    [Fact]
    public async Task What_was_taken_back_under_embargo_is_never_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (programme, publish) = await EnterInJuneAsync(database);
        await using (var db = database.CreateDbContext())
        {
            var review = db.FindingReviews.Single();
            await new TakeBackReview(database).ExecuteAsync(programme.As(Role.ProgrammeManager),
                new() { Programme = TestProgramme.Slug, FindingId = review.FindingId, ReviewId = review.Id, Reason = "It was another finding." }, Never);
        }
        await publish();

        Assert.DoesNotContain(ChangeTopic.Findings, Topics(await AskAsync(database, programme.As(Role.BoardMember), July)));
        Assert.Empty(Topics(await AskAsync(database, programme.As(Role.BoardMember))));
    }
}
