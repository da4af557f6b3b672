using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Plan;

namespace ImprovementTracker.Tests.Dashboards;

public class ActionPageTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Start = new(2011, 1, 10);
    private static readonly DateOnly Due = new(2011, 6, 30);

    /// <summary>The action A1, a day overdue on 1 July 2011, which answers a finding of each of the given inspections.</summary>
    private static async Task<TestProgramme> AnsweringAsync(TestDatabase database, params Visibility[] inspections)
    {
        var programme = await TestProgramme.CreateAsync(database);
        var action = await programme.PlanAsync("A1", Start, Due);
        foreach (var visibility in inspections)
        {
            var inspection = await programme.InspectAsync(visibility, (FindingKind.AreaForPriorityAction, $"Words of the {visibility.Label().ToLowerInvariant()} letter."));
            await programme.ChangeAsync((db, change) =>
            {
                db.AttachRange(action, inspection);
                db.Add(new ActionFinding(action, inspection.Findings.Single(), change));
                if (visibility == Visibility.Embargoed)
                    db.Add(new InspectionReader(inspection, programme[Role.ServiceDirector].Id, change));
            });
        }
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(action, programme.InTime);
            db.Add(new ActionMeasure(action, programme.InTime, change));
        });
        return programme;
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task An_action_is_shown_with_what_it_answers_what_it_should_move_and_what_was_said_newest_first(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await AnsweringAsync(database, Visibility.Published);
        database.Clock.Utc = new DateTime(2011, 7, 2, 8, 30, 0, DateTimeKind.Utc);
        await new UpdateAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), new()
        {
            Programme = TestProgramme.Slug,
            Action = "A1",
            Version = 1,
            Progress = Progress.AtRisk,
            Sentence = "Two posts are empty.",
            NewDueOn = new DateOnly(2011, 7, 14),
            SlipReason = "Interviews are on 7 July.",
        }, Never);

        var page = await new ActionPage(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, "A1", Never);

        Assert.Equal(("Action A1", "OA1", "The service director", "The programme manager", ActionStatus.AtRisk), (page.Action.Title, page.Action.ObjectiveReference, page.Action.Lead, page.Action.Accountable, page.Action.Status));
        Assert.Equal((new DateOnly(2011, 7, 14), Due, false), (page.Action.DueOn, page.Action.BaselineDueOn, page.IsOverdue));
        var finding = Assert.Single(page.Findings);
        Assert.Equal(("Words of the published letter.", FindingKind.AreaForPriorityAction, "Unannounced inspection", KnownDate.On(2009, 10, 29)), (finding.Words, finding.Kind, finding.Inspection, finding.On));
        Assert.Equal([new ActionPage.MovedMeasure("in-time", "Assessments in time")], page.Measures);
        Assert.Equal([("Two posts are empty.", "The service director"), ("Planned.", "test")], page.History.Select(entry => (entry.Sentence, entry.Who)));
        Assert.Equal(new DateTime(2011, 7, 2, 8, 30, 0), page.History[0].RecordedAt);
        // 30 June to 14 July.
        Assert.Equal((14, "Interviews are on 7 July.", "The service director"), (page.Slips.Slips.Single().Days, page.Slips.Slips.Single().Why, page.Slips.Slips.Single().Who));
    }

    [Theory]
    [InlineData(Role.ProgrammeManager, "published embargoed draft")]
    [InlineData(Role.ServiceDirector, "published embargoed")]
    [InlineData(Role.PerformanceOfficer, "published")]
    [InlineData(Role.ScrutinyOfficer, "published")]
    [InlineData(Role.BoardMember, "published")]
    public async Task Findings_of_unpublished_inspections_are_shown_only_to_those_who_may_know_of_them(Role role, string expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await AnsweringAsync(database, Visibility.Published, Visibility.Embargoed, Visibility.Draft);

        var page = await new ActionPage(database).LoadAsync(programme.As(role), TestProgramme.Slug, "A1", Never);

        Assert.Equal(expected.Split(' ').Select(word => $"Words of the {word} letter."), page.Findings.Select(finding => finding.Words));
    }

    [Fact]
    public async Task Links_that_were_ended_are_no_longer_shown()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await AnsweringAsync(database, Visibility.Published);
        await programme.ChangeAsync((db, change) =>
        {
            foreach (var link in db.ActionFindings)
                link.End(change);
            foreach (var link in db.ActionMeasures)
                link.End(change);
        });

        var page = await new ActionPage(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, "A1", Never);

        Assert.Empty(page.Findings);
        Assert.Empty(page.Measures);
        Assert.True(page.IsOverdue);
    }

    [Theory]
    [InlineData(Role.ProgrammeManager, true, true)]
    [InlineData(Role.ServiceDirector, true, false)]
    [InlineData(Role.PerformanceOfficer, false, false)]
    [InlineData(Role.ScrutinyOfficer, false, false)]
    [InlineData(Role.BoardMember, false, false)]
    public async Task Updating_and_editing_are_offered_only_to_those_who_may(Role role, bool mayUpdate, bool mayEdit)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await AnsweringAsync(database);

        var page = await new ActionPage(database).LoadAsync(programme.As(role), TestProgramme.Slug, "A1", Never);

        Assert.Equal((mayUpdate, mayEdit), (page.MayUpdate, page.MayEdit));
    }

    [Fact]
    public async Task An_action_of_others_or_one_that_is_finished_is_not_offered_for_updating()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await AnsweringAsync(database);
        var other = await programme.AddPersonAsync("Another director", Role.ServiceDirector);
        var finished = await programme.PlanAsync("A2", Start, Due);
        await programme.ChangeAsync((db, change) => db.Attach(finished).Entity.BringTo(Stage.Completed, Impact.Some, "Done.", change));
        var asOther = Actor.Of(other.Id, other.Name, [new ActorRole(programme.Programme.Id, Role.ServiceDirector)]);

        Assert.False((await new ActionPage(database).LoadAsync(asOther, TestProgramme.Slug, "A1", Never)).MayUpdate);
        Assert.False((await new ActionPage(database).LoadAsync(programme.As(Role.ServiceDirector), TestProgramme.Slug, "A2", Never)).MayUpdate);
    }

    [Fact]
    public async Task Readers_and_nobody_see_no_action()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await AnsweringAsync(database, Visibility.Published);
        var read = new ActionPage(database);

        await Assert.ThrowsAsync<NotAllowed>(() => read.LoadAsync(programme.As(Role.Reader), TestProgramme.Slug, "A1", Never));
        await Assert.ThrowsAsync<NotAllowed>(() => read.LoadAsync(programme.As(Role.Reader), TestProgramme.Slug, "A99", Never));
        await Assert.ThrowsAsync<NotAllowed>(() => read.LoadAsync(programme.As(Role.Administrator), TestProgramme.Slug, "A1", Never));
        await Assert.ThrowsAsync<NotFound>(() => read.LoadAsync(Actor.Nobody, TestProgramme.Slug, "A1", Never));
        await Assert.ThrowsAsync<NotFound>(() => read.LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, "A99", Never));
    }

    [Fact]
    public async Task The_number_of_statements_does_not_grow_with_findings_and_history()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await AnsweringAsync(database, Visibility.Published);
        await programme.RecordAsync(programme.InTime, programme.Whole, new(2011, 5), RecordedValue.Counted(40, 50));
        var read = new ActionPage(database);
        database.Statements.Clear();
        await read.LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, "A1", Never);
        var withOne = database.Statements.Count;
        var inspection = await programme.InspectAsync(Visibility.Published, [.. Enumerable.Range(1, 100).Select(number => (FindingKind.AreaForDevelopment, $"Words {number}"))]);
        await programme.ChangeAsync((db, change) =>
        {
            var action = db.PriorityActions.Single();
            db.Attach(inspection);
            foreach (var finding in inspection.Findings)
            {
                db.Add(new ActionFinding(action, finding, change));
                action.Record($"Said of {finding.Words}.", change);
            }
        });

        database.Statements.Clear();
        var page = await read.LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, "A1", Never);

        Assert.Equal((101, 101), (page.Findings.Count, page.History.Count));
        Assert.Equal((10, 10), (withOne, database.Statements.Count));
    }
}
