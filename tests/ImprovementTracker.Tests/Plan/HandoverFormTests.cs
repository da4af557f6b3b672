using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Plan;

/// <summary>On 1 July 2011. The service director leads every action and the programme manager is accountable.</summary>
public class HandoverFormTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Start = new(2011, 1, 1);

    private static Task<HandoverForm.Opened> LoadAsync(TestDatabase database, Actor actor, int? from = null) => new HandoverForm(database).LoadAsync(actor, TestProgramme.Slug, from, Never);

    [Theory, OnSqlite, OnSqlServer]
    public async Task The_manager_chooses_among_those_who_hold_open_actions_and_finds_all_of_them_ticked(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, new DateOnly(2011, 8, 1));
        await programme.PlanAsync("A2", Start, new DateOnly(2011, 6, 30));
        var finished = await programme.PlanAsync("A3", Start, new DateOnly(2011, 5, 1));
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(finished).Entity.BringTo(Stage.Completed, Impact.Some, "Done.", change);
            db.Users.Single(person => person.Id == programme[Role.ServiceDirector].Id).Leave();
        });

        var unchosen = await LoadAsync(database, programme.As(Role.ProgrammeManager));
        Assert.Null(unchosen.From);
        Assert.Empty(unchosen.Actions);
        Assert.Equal([("The programme manager", 2), ("The service director", 2)], unchosen.Holders.Select(holder => (holder.Name, holder.Open)));

        var form = await LoadAsync(database, programme.As(Role.ProgrammeManager), programme[Role.ServiceDirector].Id);
        Assert.Equal(("The service director", true, 0), (form.From?.Name, form.MayChoose, form.Further));
        Assert.Equal([("A2", true), ("A1", false)], form.Actions.Select(line => (line.Reference, line.IsOverdue)));
        Assert.All(form.Actions, line => Assert.Equal((true, false), (line.IsLed, line.IsAccountable)));
        Assert.Equal(["A2", "A1"], form.Input.Led);
        Assert.Empty(form.Input.Accountable);
        Assert.Equal(new DateOnly(2011, 7, 1), form.Input.On);
        Assert.Equal(["The board member", "The performance officer", "The programme manager", "The reader", "The scrutiny officer"], form.Takers.Select(taker => taker.Name));
    }

    [Fact]
    public async Task A_service_director_sees_their_own_actions_without_choosing_and_nobody_elses()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, new DateOnly(2011, 8, 1));

        var form = await LoadAsync(database, programme.As(Role.ServiceDirector));

        Assert.Equal((false, "The service director", "A1"), (form.MayChoose, form.From?.Name, Assert.Single(form.Actions).Reference));
        Assert.Equal(["The service director"], form.Holders.Select(holder => holder.Name));
        var refused = await Assert.ThrowsAsync<NotAllowed>(() => LoadAsync(database, programme.As(Role.ServiceDirector), programme[Role.ProgrammeManager].Id));
        Assert.Equal("You hand over your own actions; the programme manager hands over anybody's.", refused.Message);
    }

    [Theory]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.PerformanceOfficer)]
    [InlineData(Role.ScrutinyOfficer)]
    public async Task Who_updates_no_action_hands_none_over(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await Assert.ThrowsAsync<NotAllowed>(() => LoadAsync(database, programme.As(role)));
    }

    [Fact]
    public async Task Of_more_than_two_hundred_the_first_due_stand_in_the_form_and_the_others_are_counted()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync(Enumerable.Range(1, 203).Select(number => $"A{number}"), Start, new DateOnly(2011, 8, 1));
        database.Statements.Clear();

        var form = await LoadAsync(database, programme.As(Role.ProgrammeManager), programme[Role.ServiceDirector].Id);

        Assert.Equal(4, database.Statements.Count);
        Assert.Equal((200, 3, "A200"), (form.Actions.Count, form.Further, form.Actions[^1].Reference));
        var input = form.Input;
        (input.ToId, input.Sentence) = (programme[Role.PerformanceOfficer].Id, "She leaves.");
        await new HandOverActions(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);
        Assert.Equal(["A201", "A202", "A203"], (await LoadAsync(database, programme.As(Role.ProgrammeManager), programme[Role.ServiceDirector].Id)).Actions.Select(line => line.Reference));
    }
}
