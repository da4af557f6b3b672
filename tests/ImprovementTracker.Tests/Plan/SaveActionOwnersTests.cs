using FluentValidation;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Plan;

public class SaveActionOwnersTests
{
    [Fact]
    public async Task A_new_lead_is_an_entry_in_the_history_and_the_due_date_cannot_be_moved_here()
    {
        await using var database = await TestDatabase.CreateAsync();
        var setting = await ActionsToSave.CreateAsync(database);
        await setting.SaveAsync(setting.New());

        await setting.SaveAsync(await setting.ChangeAsync(input =>
        {
            (input.LeadId, input.AccountableId) = (setting.Programme[Role.PerformanceOfficer].Id, null);
            input.DueOn = new DateOnly(2013, 1, 1);
            input.Title = "Rebuild the teams";
            input.Reason = "The director moves to another council";
        }));

        var action = await setting.LoadAsync();
        Assert.Equal(("Rebuild the teams", new DateOnly(2011, 12, 31), new DateOnly(2011, 12, 31), 2), (action.Title, action.DueOn, action.BaselineDueOn, action.Version));
        var entry = action.Updates.OrderBy(update => update.Id).Last();
        Assert.Equal("Lead: now The performance officer, before The service director. Accountable: now nobody yet, before The programme manager. The director moves to another council.", entry.Sentence);
        Assert.Equal((setting.Programme[Role.PerformanceOfficer].Id, null), (entry.LeadId, entry.AccountableId));
        Assert.Null(entry.MovedFrom);
    }

    [Fact]
    public async Task The_same_people_saved_again_make_no_entry()
    {
        await using var database = await TestDatabase.CreateAsync();
        var setting = await ActionsToSave.CreateAsync(database);
        await setting.SaveAsync(setting.New());

        await setting.SaveAsync(await setting.ChangeAsync(input => input.Title = "Other words"));

        Assert.Single((await setting.LoadAsync()).Updates);
    }

    [Fact]
    public async Task Somebody_without_a_role_in_the_programme_cannot_be_given_an_action_but_may_keep_one()
    {
        await using var database = await TestDatabase.CreateAsync();
        var setting = await ActionsToSave.CreateAsync(database);
        var administrator = setting.New();
        administrator.LeadId = setting.Programme[Role.Administrator].Id;

        var error = await Assert.ThrowsAsync<ValidationException>(() => setting.SaveAsync(administrator));
        Assert.Equal(("LeadId", "This person has no role in the programme any more. Choose another."), (error.Errors.Single().PropertyName, error.Errors.Single().ErrorMessage));

        await setting.SaveAsync(setting.New());
        await setting.Programme.ChangeAsync((db, change) =>
        {
            foreach (var membership in db.Memberships.Where(membership => membership.PersonId == setting.Programme[Role.ServiceDirector].Id))
                membership.End(change);
        });
        await setting.SaveAsync(await setting.ChangeAsync(input => input.Title = "Other words"));
        Assert.Equal(setting.Programme[Role.ServiceDirector].Id, (await setting.LoadAsync()).LeadId);
    }

    [Fact]
    public async Task Another_owner_start_or_evidence_without_a_reason_is_refused_and_nothing_is_stored()
    {
        await using var database = await TestDatabase.CreateAsync();
        var setting = await ActionsToSave.CreateAsync(database);
        await setting.SaveAsync(setting.New());

        foreach (var how in new Action<SaveAction.Input>[] { input => input.LeadId = null, input => input.AccountableId = null, input => input.StartsOn = new DateOnly(2011, 8, 1), input => input.EvidenceNeeded = EvidenceStrength.Data })
        {
            var error = await Assert.ThrowsAsync<ValidationException>(async () => await setting.SaveAsync(await setting.ChangeAsync(input =>
            {
                how(input);
                input.Reason = " ";
            })));
            Assert.Equal(("Reason", "Say in one sentence why: it changes who has the action, when it starts or on what it is verified, and the history keeps the reason."), (error.Errors.Single().PropertyName, error.Errors.Single().ErrorMessage));
        }

        var action = await setting.LoadAsync();
        Assert.Equal((setting.Programme[Role.ServiceDirector].Id, new DateOnly(2011, 7, 1), EvidenceStrength.Document), (action.LeadId, action.StartsOn, action.EvidenceNeeded));
        Assert.Single(action.Updates);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Another_start_is_an_entry_that_keeps_both_days_and_the_reason(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var setting = await ActionsToSave.CreateAsync(database);
        await setting.SaveAsync(setting.New());

        await setting.SaveAsync(await setting.ChangeAsync(input => (input.StartsOn, input.Reason) = (new DateOnly(2011, 8, 1), "The trainer is booked until July.")));

        var entries = (await setting.LoadAsync()).Updates.OrderBy(update => update.Id).ToList();
        Assert.Equal("Starts: now 1 August 2011, before 1 July 2011. The trainer is booked until July.", entries[1].Sentence);
        Assert.Equal([new DateOnly(2011, 7, 1), new DateOnly(2011, 8, 1)], entries.Select(entry => entry.StartsOn!.Value));
    }

    [Fact]
    public async Task A_reason_that_would_make_the_entry_too_long_is_refused_with_how_much_is_too_much()
    {
        await using var database = await TestDatabase.CreateAsync();
        var setting = await ActionsToSave.CreateAsync(database);
        await setting.SaveAsync(setting.New());
        // Four names of a hundred characters each.
        await using (var db = database.CreateDbContext())
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(person => person.Name, person => new string('n', 99) + (person.Id % 10)));

        var error = await Assert.ThrowsAsync<ValidationException>(async () => await setting.SaveAsync(await setting.ChangeAsync(input =>
            (input.LeadId, input.AccountableId, input.Reason) = (input.AccountableId, setting.Programme[Role.PerformanceOfficer].Id, new string('r', 150)))));

        // "Lead: now n, before n." is 20 characters and two names of 100, "Accountable: now n, before n." 27 and two; with two spaces, 150 and a full stop: 600.
        Assert.Equal("Say why in 100 characters less: the entry in the history would be too long with all that changes.", error.Errors.Single().ErrorMessage);
    }

    [Fact]
    public async Task Handing_an_action_on_does_not_stand_for_an_update_of_how_it_goes()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Clock.Utc = new DateTime(2011, 7, 1, 9, 0, 0, DateTimeKind.Utc);
        var setting = await ActionsToSave.CreateAsync(database);
        var programme = setting.Programme;
        await setting.SaveAsync(setting.New());
        await new UpdateAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), new() { Programme = TestProgramme.Slug, Action = "A1", Version = 1, Progress = Progress.OnTrack, Sentence = "Two posts are filled." }, CancellationToken.None);
        database.Clock.Utc = new DateTime(2011, 8, 1, 9, 0, 0, DateTimeKind.Utc);
        await setting.SaveAsync(await setting.ChangeAsync(input => (input.LeadId, input.Reason) = (programme[Role.PerformanceOfficer].Id, "The director moves on.")));

        var page = await new ActionPage(database).LoadAsync(setting.Manager, TestProgramme.Slug, "A1", CancellationToken.None);
        Assert.Equal(["No update for 31 days: the last was on 1 July 2011."], page.Lenses.ByRule.Reasons.Where(reason => reason.Sign == RuleSign.NoUpdate).Select(reason => reason.Sentence));
        Assert.Equal(new DateOnly(2011, 7, 1), (await new PlanList(database).LoadAsync(setting.Manager, TestProgramme.Slug, new(), CancellationToken.None)).Actions.Single().SaidLast);
        Assert.Equal("Two posts are filled.", (await new PlanExport(database).LoadAsync(setting.Manager, TestProgramme.Slug, new(), CancellationToken.None)).Actions.Single().LastSaid);
        Assert.Contains((await new DisagreementsAndGaps(database).LoadAsync(setting.Manager, TestProgramme.Slug, CancellationToken.None)).Disagreements, one => one.Reasons.Any(reason => reason.Sign == RuleSign.NoUpdate));
    }
}
