using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Plan;

/// <summary>On 1 July 2011. The service director leads every action and the programme manager is accountable, unless said otherwise.</summary>
public class HandOverActionsTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Start = new(2011, 1, 1);
    private static readonly DateOnly Due = new(2011, 8, 1);

    private static Task<HandoverForm.Opened> OpenAsync(TestDatabase database, TestProgramme programme, Role by = Role.ProgrammeManager, Role from = Role.ServiceDirector) =>
        new HandoverForm(database).LoadAsync(programme.As(by), TestProgramme.Slug, programme[from].Id, Never);

    /// <summary>The form as it opens, filled in for the performance officer to take over.</summary>
    private static async Task<HandOverActions.Input> FilledInAsync(TestDatabase database, TestProgramme programme, Role by = Role.ProgrammeManager, Role from = Role.ServiceDirector)
    {
        var input = (await OpenAsync(database, programme, by, from)).Input;
        (input.ToId, input.Sentence) = (programme[Role.PerformanceOfficer].Id, "She leaves the council.");
        return input;
    }

    private static Task<long> SaveAsync(TestDatabase database, TestProgramme programme, HandOverActions.Input input, Role by = Role.ProgrammeManager) =>
        new HandOverActions(database).ExecuteAsync(programme.As(by), input, Never);

    private static async Task<List<PriorityAction>> ActionsAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return await db.PriorityActions.AsNoTracking().Include(action => action.Updates).OrderBy(action => action.Reference).ToListAsync();
    }

    private static Task AssignAsync(TestProgramme programme, string reference, Person? lead, Person? accountable) => programme.ChangeAsync((db, change) =>
    {
        var action = db.PriorityActions.Include(one => one.Lead).Include(one => one.Accountable).Single(one => one.Reference == reference);
        Person? Known(Person? person) => person is null ? null : db.Users.Single(one => one.Id == person.Id);
        action.HandOver(Known(lead), Known(accountable), "Assigned.", change);
    });

    [Theory, OnSqlite, OnSqlServer]
    public async Task Each_open_action_passes_where_the_person_stood_and_says_so_in_its_history(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync(["A1", "A2", "A3", "A4"], Start, Due);
        var (director, manager, officer) = (programme[Role.ServiceDirector], programme[Role.ProgrammeManager], programme[Role.PerformanceOfficer]);
        await AssignAsync(programme, "A2", manager, director);
        await AssignAsync(programme, "A3", director, director);
        await programme.ChangeAsync((db, change) => db.PriorityActions.Single(action => action.Reference == "A4").Complete("Done.", null, change));

        var sequence = await SaveAsync(database, programme, await FilledInAsync(database, programme));

        var actions = await ActionsAsync(database);
        Assert.Equal([(officer.Id, manager.Id), (manager.Id, officer.Id), (officer.Id, officer.Id), (director.Id, manager.Id)], actions.Select(action => (action.LeadId!.Value, action.AccountableId!.Value)));
        var entries = actions.SelectMany(action => action.Updates.Where(update => update.RecordedIn == sequence)).ToList();
        Assert.Equal(
        [
            "Lead: now The performance officer, before The service director. Handed over on 1 July 2011: She leaves the council.",
            "Accountable: now The performance officer, before The service director. Handed over on 1 July 2011: She leaves the council.",
            "Lead and accountable: now The performance officer, before The service director. Handed over on 1 July 2011: She leaves the council.",
        ], entries.Select(entry => entry.Sentence));
        Assert.Equal([(officer.Id, manager.Id), (manager.Id, officer.Id), (officer.Id, officer.Id)], entries.Select(entry => (entry.LeadId!.Value, entry.AccountableId!.Value)));
        Assert.All(entries, entry => Assert.Equal((null, Due), (entry.Move, entry.DueOn)));
        await using var db = database.CreateDbContext();
        Assert.Equal("handed over 3 actions from The service director to The performance officer on 1 July 2011: She leaves the council.", (await db.Changes.SingleAsync(change => change.Sequence == sequence)).What);
    }

    [Fact]
    public async Task Only_what_is_ticked_passes()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync(["A1", "A2", "A3"], Start, Due);
        await AssignAsync(programme, "A3", programme[Role.ServiceDirector], programme[Role.ServiceDirector]);
        var input = await FilledInAsync(database, programme);
        Assert.Equal(["A1", "A2", "A3"], input.Led);
        Assert.Equal(["A3"], input.Accountable);
        (input.Led, input.Accountable) = (["A2", "A3"], []);

        await SaveAsync(database, programme, input);

        var (director, manager, officer) = (programme[Role.ServiceDirector].Id, programme[Role.ProgrammeManager].Id, programme[Role.PerformanceOfficer].Id);
        Assert.Equal([(director, manager), (officer, manager), (officer, director)], (await ActionsAsync(database)).Select(action => (action.LeadId!.Value, action.AccountableId!.Value)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Sent_twice_it_acts_once(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, Due);
        var input = await FilledInAsync(database, programme);

        var first = await SaveAsync(database, programme, input);
        var second = await SaveAsync(database, programme, input);

        Assert.Equal(first, second);
        Assert.Equal(2, Assert.Single(await ActionsAsync(database)).Updates.Count);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task What_somebody_else_changed_meanwhile_is_shown_and_nothing_passes_until_it_is_sent_again(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync(["A1", "A2"], Start, Due);
        var input = await FilledInAsync(database, programme);
        await AssignAsync(programme, "A2", programme[Role.BoardMember], programme[Role.ProgrammeManager]);

        var changed = await Assert.ThrowsAsync<ChangedMeanwhile>(() => SaveAsync(database, programme, input));

        Assert.StartsWith("Somebody else changed the open actions of The service director while you were writing, so nothing was saved.", changed.Message, StringComparison.Ordinal);
        var now = Assert.IsType<HandOverActions.Input>(changed.AsItStands);
        Assert.Equal((programme[Role.PerformanceOfficer].Id, "She leaves the council.", new DateOnly(2011, 7, 1)), (now.ToId, now.Sentence, now.On));
        Assert.Equal(["A1"], now.Led);
        Assert.Equal([programme[Role.ServiceDirector].Id, programme[Role.BoardMember].Id], (await ActionsAsync(database)).Select(action => action.LeadId!.Value));

        (input.Seen, input.Led) = (now.Seen, ["A1"]);
        await SaveAsync(database, programme, input);
        Assert.Equal([programme[Role.PerformanceOfficer].Id, programme[Role.BoardMember].Id], (await ActionsAsync(database)).Select(action => action.LeadId!.Value));
    }

    [Fact]
    public async Task An_action_that_is_not_the_persons_passes_by_no_form_and_then_none_does()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync(["A1", "A2"], Start, Due);
        await AssignAsync(programme, "A2", programme[Role.BoardMember], programme[Role.ProgrammeManager]);
        var input = await FilledInAsync(database, programme, by: Role.ServiceDirector);
        input.Led.Add("A2");

        await Assert.ThrowsAsync<NotFound>(() => SaveAsync(database, programme, input, by: Role.ServiceDirector));

        Assert.Equal([programme[Role.ServiceDirector].Id, programme[Role.BoardMember].Id], (await ActionsAsync(database)).Select(action => action.LeadId!.Value));
    }

    [Fact]
    public async Task A_service_director_hands_over_what_is_theirs_and_nobody_elses()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, Due);
        var managers = await FilledInAsync(database, programme, from: Role.ProgrammeManager);

        await Assert.ThrowsAsync<NotAllowed>(() => SaveAsync(database, programme, managers, by: Role.ServiceDirector));
        await SaveAsync(database, programme, await FilledInAsync(database, programme, by: Role.ServiceDirector), by: Role.ServiceDirector);

        var action = Assert.Single(await ActionsAsync(database));
        Assert.Equal((programme[Role.PerformanceOfficer].Id, programme[Role.ProgrammeManager].Id), (action.LeadId, action.AccountableId));
    }

    [Fact]
    public async Task Who_has_left_hands_over_and_who_has_no_role_takes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, Due);
        await programme.ChangeAsync((db, _) => db.Users.Single(person => person.Id == programme[Role.ServiceDirector].Id).Leave());
        var input = await FilledInAsync(database, programme);
        input.ToId = programme[Role.Administrator].Id;

        var refused = await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(database, programme, input));
        Assert.Equal(("ToId", "This person has no role in the programme any more. Choose another."), (refused.Errors.Single().PropertyName, refused.Errors.Single().ErrorMessage));

        input.ToId = programme[Role.BoardMember].Id;
        await SaveAsync(database, programme, input);
        Assert.Equal(programme[Role.BoardMember].Id, Assert.Single(await ActionsAsync(database)).LeadId);
    }

    [Fact]
    public async Task What_is_missing_or_impossible_is_asked_for()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, Due);

        async Task<string[]> RefusedAsync(Action<HandOverActions.Input> how)
        {
            var input = await FilledInAsync(database, programme);
            how(input);
            return [.. (await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(database, programme, input))).Errors.Select(error => error.ErrorMessage)];
        }

        Assert.Equal(["Choose who takes over.", "Tick at least one action.", "Say in one sentence why, or what must be known of it.", "Choose the day of the handover."],
            await RefusedAsync(input => (input.ToId, input.Led, input.Sentence, input.On) = (null, null!, " ", null)));
        Assert.Equal(["Choose somebody else than the person who hands over."], await RefusedAsync(input => input.ToId = input.FromId));
        Assert.Equal(["Tick at most 200 actions, and hand over the others after them."], await RefusedAsync(input => (input.Led, input.Accountable) = ([.. Enumerable.Range(1, 120).Select(number => $"A{number}")], [.. Enumerable.Range(100, 102).Select(number => $"A{number}")])));
        Assert.Equal(["Say it in at most 220 characters."], await RefusedAsync(input => input.Sentence = new string('x', 221)));
        Assert.Equal(["2 July 2011 lies ahead, and the actions change hands as soon as this is saved. Choose a day up to 1 July 2011."], await RefusedAsync(input => input.On = new DateOnly(2011, 7, 2)));
        Assert.Equal(["31 December 2009 lies before the programme began on 1 January 2010. Check the year."], await RefusedAsync(input => input.On = new DateOnly(2009, 12, 31)));
        Assert.Single(Assert.Single(await ActionsAsync(database)).Updates);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task The_longest_names_and_sentence_have_room_in_the_history(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, Due);
        var (leaver, taker) = (await programme.AddPersonAsync(new string('L', Person.NameLength), Role.ServiceDirector), await programme.AddPersonAsync(new string('T', Person.NameLength), Role.ServiceDirector));
        await AssignAsync(programme, "A1", leaver, leaver);
        var input = (await new HandoverForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, leaver.Id, Never)).Input;
        (input.ToId, input.Sentence) = (taker.Id, new string('x', HandOverActions.SentenceLength));
        database.Clock.Utc = new DateTime(2011, 9, 30, 12, 0, 0, DateTimeKind.Utc);
        input.On = new DateOnly(2011, 9, 30);

        await SaveAsync(database, programme, input);

        Assert.InRange(Assert.Single(await ActionsAsync(database)).Updates.Max(update => update.Sentence.Length), 400, ActionUpdate.SentenceLength);
    }
}
