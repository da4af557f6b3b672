using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Plan;

public class UpdateActionTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Start = new(2011, 1, 10);
    private static readonly DateOnly Due = new(2011, 8, 31);

    private static UpdateAction.Input AtRisk(int version = 1) =>
        new() { Programme = TestProgramme.Slug, Action = "A1", Version = version, Progress = Progress.AtRisk, Sentence = "Two of six posts are still empty." };

    private static async Task<PriorityAction> LoadAsync(TestDatabase database, string reference = "A1")
    {
        await using var db = database.CreateDbContext();
        return await db.PriorityActions.AsNoTracking().Include(action => action.Updates).SingleAsync(action => action.Reference == reference);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task An_update_with_a_new_date_is_one_entry_in_the_history_and_the_date_first_agreed_stays(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, Due);
        var director = programme.As(Role.ServiceDirector);
        var input = AtRisk();
        (input.NewDueOn, input.SlipReason) = (new DateOnly(2011, 9, 30), "Agency staff could not be found.");

        var reference = await new UpdateAction(database).ExecuteAsync(director, input, Never);

        Assert.Equal("A1", reference);
        var action = await LoadAsync(database);
        Assert.Equal((Stage.InProgress, Progress.AtRisk, new DateOnly(2011, 9, 30), Due, 2), (action.Stage, action.Progress, action.DueOn, action.BaselineDueOn, action.Version));
        Assert.Equal(2, action.Updates.Count);
        var update = action.Updates.OrderBy(update => update.Id).Last();
        Assert.Equal(("Two of six posts are still empty.", Progress.AtRisk, new DateOnly(2011, 9, 30), Due, "Agency staff could not be found."),
            (update.Sentence, update.Progress, update.DueOn, update.MovedFrom, update.SlipReason));
        await using var db = database.CreateDbContext();
        var change = await db.Changes.SingleAsync(change => change.Sequence == update.RecordedIn);
        Assert.Equal((director.PersonId, "updated action A1: at risk, due date moved from 31 August 2011 to 30 September 2011"), (change.PersonId, change.What));
    }

    [Fact]
    public async Task Without_a_new_date_the_due_date_stays()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, Due);

        await new UpdateAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), AtRisk(), Never);

        var action = await LoadAsync(database);
        Assert.Equal((Due, Due), (action.DueOn, action.BaselineDueOn));
        Assert.Null(action.Updates.OrderBy(update => update.Id).Last().MovedFrom);
    }

    [Fact]
    public async Task A_reason_for_a_date_that_stays_is_not_dropped_in_silence()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, Due);
        var input = AtRisk();
        (input.NewDueOn, input.SlipReason) = (Due, "Agency staff could not be found.");

        var error = await Assert.ThrowsAsync<BrokenRule>(() => new UpdateAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), input, Never));

        Assert.Equal("The date is as it was, 31 August 2011: change the date, or take the reason out.", error.Message);
        Assert.Single((await LoadAsync(database)).Updates);
    }

    [Theory]
    [InlineData(null, "Text.", "Choose how the action goes: on track, at risk or off track.")]
    [InlineData(Progress.OnTrack, "  ", "Say in one sentence where the action stands.")]
    public async Task Progress_and_a_sentence_are_asked_for(Progress? progress, string sentence, string expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, Due);
        var input = AtRisk();
        (input.Progress, input.Sentence) = (progress, sentence);

        var error = await Assert.ThrowsAsync<ValidationException>(() => new UpdateAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), input, Never));

        Assert.Equal(expected, Assert.Single(error.Errors).ErrorMessage);
        Assert.Single((await LoadAsync(database)).Updates);
    }

    [Fact]
    public async Task A_sentence_of_500_characters_is_kept_and_one_of_501_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, Due);
        var input = AtRisk();

        input.Sentence = new string('x', 501);
        var error = await Assert.ThrowsAsync<ValidationException>(() => new UpdateAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), input, Never));
        Assert.Equal("Say it in at most 500 characters.", Assert.Single(error.Errors).ErrorMessage);

        input.Sentence = new string('x', 500);
        await new UpdateAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), input, Never);
        Assert.Contains((await LoadAsync(database)).Updates, update => update.Sentence.Length == 500);
    }

    public static TheoryData<string, string?, string, string> WrongDates => new()
    {
        { "2011-09-30", " ", "SlipReason", "Say why the due date moves." },
        { "", "The office moved.", "NewDueOn", "Choose the new due date, or clear its reason." },
        { "2011-06-30", "Sooner.", "NewDueOn", "30 June 2011 has passed. Choose 1 July 2011 or a later day." },
        { "2101-09-30", "Later.", "NewDueOn", "30 September 2101 is more than 10 years after the present due date. Check the year." },
    };

    [Theory, MemberData(nameof(WrongDates))]
    public async Task A_new_date_needs_its_reason_and_must_be_possible(string date, string? reason, string property, string expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, Due);
        var input = AtRisk();
        (input.NewDueOn, input.SlipReason) = (date.Length == 0 ? null : DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), reason);

        var error = await Assert.ThrowsAsync<ValidationException>(() => new UpdateAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), input, Never));

        Assert.Equal((property, expected), (error.Errors.Single().PropertyName, error.Errors.Single().ErrorMessage));
        var action = await LoadAsync(database);
        Assert.Equal((Due, 1), (action.DueOn, action.Updates.Count));
    }

    [Theory]
    [InlineData(Role.ServiceDirector)]
    [InlineData(Role.PerformanceOfficer)]
    [InlineData(Role.ScrutinyOfficer)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task Somebody_elses_action_is_refused_whatever_the_page_showed(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var action = await programme.PlanAsync("A1", Start, Due);
        await programme.ChangeAsync((db, _) =>
        {
            db.AttachRange(action, programme[Role.ProgrammeManager]);
            action.Assign(programme[Role.ProgrammeManager], programme[Role.ProgrammeManager]);
        });

        var error = await Assert.ThrowsAsync<NotAllowed>(() => new UpdateAction(database).ExecuteAsync(programme.As(role), AtRisk(), Never));

        Assert.Equal("Only the person who leads this action or is accountable for it, and the programme manager, can update it. Ask the programme manager if it should be yours.", error.Message);
        Assert.Single((await LoadAsync(database)).Updates);
    }

    [Fact]
    public async Task The_lead_of_another_action_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, Due);
        var other = await programme.AddPersonAsync("Another director", Role.ServiceDirector);
        var action = await programme.PlanAsync("A2", Start, Due);
        await programme.ChangeAsync((db, _) =>
        {
            db.AttachRange(action, other);
            action.Assign(other, other);
        });
        var asOther = Actor.Of(other.Id, other.Name, [new ActorRole(programme.Programme.Id, Role.ServiceDirector)]);

        await Assert.ThrowsAsync<NotAllowed>(() => new UpdateAction(database).ExecuteAsync(asOther, AtRisk(), Never));
        var ofTheirOwn = AtRisk();
        ofTheirOwn.Action = "A2";
        await new UpdateAction(database).ExecuteAsync(asOther, ofTheirOwn, Never);

        Assert.Equal((1, 2), ((await LoadAsync(database)).Updates.Count, (await LoadAsync(database, "A2")).Updates.Count));
    }

    [Fact]
    public async Task Who_is_accountable_but_does_not_lead_may_update_and_so_may_the_programme_manager()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var action = await programme.PlanAsync("A1", Start, Due);
        await programme.ChangeAsync((db, _) =>
        {
            db.AttachRange(action, programme[Role.ServiceDirector]);
            action.Assign(null, programme[Role.ServiceDirector]);
        });

        await new UpdateAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), AtRisk(version: 1), Never);
        await new UpdateAction(database).ExecuteAsync(programme.As(Role.ProgrammeManager), AtRisk(version: 2), Never);

        Assert.Equal(3, (await LoadAsync(database)).Updates.Count);
    }

    [Fact]
    public async Task Nobody_and_the_director_of_another_programme_do_not_even_learn_that_the_programme_is_there()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, Due);
        var elsewhere = Actor.Of(programme[Role.ServiceDirector].Id, "Director", [new ActorRole(programme.Programme.Id + 1, Role.ServiceDirector)]);

        await Assert.ThrowsAsync<NotFound>(() => new UpdateAction(database).ExecuteAsync(Actor.Nobody, AtRisk(), Never));
        await Assert.ThrowsAsync<NotFound>(() => new UpdateAction(database).ExecuteAsync(elsewhere, AtRisk(), Never));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Of_two_people_saving_over_each_other_the_second_is_told_and_nothing_is_overwritten(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, Due);
        var late = AtRisk();
        (late.Progress, late.Sentence, late.NewDueOn, late.SlipReason) = (Progress.OnTrack, "All is well.", new DateOnly(2012, 1, 31), "More time.");

        await new UpdateAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), AtRisk(), Never);
        var error = await Assert.ThrowsAsync<BrokenRule>(() => new UpdateAction(database).ExecuteAsync(programme.As(Role.ProgrammeManager), late, Never));

        Assert.StartsWith("Somebody changed action A1 while you were writing, so nothing was saved.", error.Message, StringComparison.Ordinal);
        var action = await LoadAsync(database);
        Assert.Equal((Progress.AtRisk, Due, 2), (action.Progress, action.DueOn, action.Updates.Count));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task The_same_form_sent_twice_acts_once(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, Due);
        var input = AtRisk();

        var first = await new UpdateAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), input, Never);
        var second = await new UpdateAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), input, Never);

        Assert.Equal(("A1", "A1"), (first, second));
        Assert.Equal(2, (await LoadAsync(database)).Updates.Count);
    }

    [Theory]
    [InlineData(Stage.Completed)]
    [InlineData(Stage.Verified)]
    [InlineData(Stage.Withdrawn)]
    public async Task An_action_that_is_finished_takes_no_more_progress(Stage stage)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var action = await programme.PlanAsync("A1", Start, Due);
        await programme.ChangeAsync((db, change) => db.Attach(action).Entity.BringTo(stage, Impact.NotYetKnown, "Moved for the test.", change));

        var before = await LoadAsync(database);

        await Assert.ThrowsAsync<BrokenRule>(() => new UpdateAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), AtRisk(before.Version), Never));

        var after = await LoadAsync(database);
        Assert.Equal((stage, before.Updates.Count, before.Version), (after.Stage, after.Updates.Count, after.Version));
    }

    [Fact]
    public async Task An_action_that_is_not_in_the_plan_is_not_found()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await Assert.ThrowsAsync<NotFound>(() => new UpdateAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), AtRisk(), Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new UpdateAction(database).ExecuteAsync(programme.As(Role.Reader), AtRisk(), Never));
    }
}
