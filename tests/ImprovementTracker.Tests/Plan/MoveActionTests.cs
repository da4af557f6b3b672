using FluentValidation;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Plan;

public sealed class MoveActionTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Start = new(2011, 1, 10);
    private static readonly DateOnly Due = new(2011, 8, 31);

    private static MoveAction.Input Input(StageMove? move, int version = 1) => new()
    {
        Programme = TestProgramme.Slug,
        Action = "A1",
        Version = version,
        Move = move,
        Sentence = "Twenty cases were read.",
        Progress = move is StageMove.Reopen ? Progress.AtRisk : null,
        AgreedBy = move is StageMove.Withdraw ? "Improvement board" : null,
    };

    private static async Task<PriorityAction> LoadAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return await db.PriorityActions.AsNoTracking().Include(action => action.Updates).SingleAsync();
    }

    /// <summary>One action, led by the service director and accountable to the programme manager, brought to a stage by others.</summary>
    private static async Task<TestProgramme> AtAsync(TestDatabase database, Stage stage, EvidenceStrength? evidence = EvidenceStrength.Document, Role accountable = Role.ProgrammeManager)
    {
        var programme = await TestProgramme.CreateAsync(database);
        var planned = (await programme.PlanAsync(["A1"], Start, Due, accountable: accountable)).Single();
        await programme.ChangeAsync((db, change) =>
        {
            var action = db.Attach(planned).Entity;
            action.BringTo(stage, Impact.Some, "Moved for the test.", change);
            if (stage != Stage.Verified && evidence is { } strength)
                action.Evidence.Add(new Evidence(action, strength, "Minutes of the board.", Due, change));
        });
        return programme;
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task An_action_is_completed_by_its_lead_verified_by_another_and_comes_back_when_it_does_not_hold(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await AtAsync(database, Stage.NotStarted);
        var (lead, chair) = (programme.As(Role.ServiceDirector), programme.As(Role.BoardMember));
        var move = new MoveAction(database);

        var complete = Input(StageMove.Complete);
        complete.Impact = Impact.Some;
        await move.ExecuteAsync(lead, complete, Never);
        var verify = Input(StageMove.Verify, 2);
        (verify.Sentence, verify.RecheckOn) = ("The sample holds.", new DateOnly(2012, 3, 1));
        await move.ExecuteAsync(chair, verify, Never);
        var verified = await LoadAsync(database);
        await move.ExecuteAsync(chair, Input(StageMove.Reopen, 3), Never);

        Assert.Equal((Stage.Verified, null, Impact.Some, new DateOnly(2012, 3, 1)), (verified.Stage, verified.Progress, verified.Impact, verified.RecheckOn!.Value));
        var action = await LoadAsync(database);
        Assert.Equal((Stage.InProgress, Progress.AtRisk, null), (action.Stage, action.Progress, action.RecheckOn));
        Assert.Equal(
            [(null, Stage.NotStarted), (StageMove.Complete, Stage.Completed), (StageMove.Verify, Stage.Verified), (StageMove.Reopen, Stage.InProgress)],
            action.Updates.OrderBy(update => update.Id).Select(update => (update.Move, update.Stage)));
        await using var db = database.CreateDbContext();
        Assert.Equal(["reopened action A1: Twenty cases were read.", "verified action A1: The sample holds.", "completed action A1: Twenty cases were read."],
            await db.Changes.OrderByDescending(change => change.Sequence).Take(3).Select(change => change.What).ToListAsync());
    }

    // product.md's table: update for who leads or is accountable and the programme manager; verify for a board member, and
    // for the programme manager of an action that is not their own; create, withdraw for the programme manager alone.
    private static bool IsFor(Role role, StageMove move, bool ledByManager) => (role, move) switch
    {
        (Role.ProgrammeManager, StageMove.Complete or StageMove.Withdraw or StageMove.Reopen) => true,
        (Role.ProgrammeManager, StageMove.Verify or StageMove.Recheck) => !ledByManager,
        (Role.ServiceDirector, StageMove.Complete) => !ledByManager,
        (Role.BoardMember, StageMove.Verify or StageMove.Recheck or StageMove.Reopen) => true,
        _ => false,
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_move_from_every_stage_is_for_its_roles_and_no_other_and_a_stage_that_forbids_it_says_what_to_do(bool ledByManager)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var references = Enum.GetValues<Stage>().ToDictionary(stage => stage, stage => $"A{(int)stage}");
        var owner = ledByManager ? Role.ProgrammeManager : Role.ServiceDirector;
        var planned = await programme.PlanAsync(references.Values, Start, Due, owner, owner);
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(planned);
            foreach (var (action, stage) in planned.Zip(references.Keys))
                action.BringTo(stage, Impact.Some, "Moved for the test.", change);
        });
        await using var db = database.CreateDbContext();
        var versions = await db.PriorityActions.ToDictionaryAsync(action => action.Reference, action => action.Version);
        var use = new MoveAction(database);
        var askers = Enum.GetValues<Role>().Select(role => (Role: (Role?)role, Actor: programme.As(role))).Append((null, Actor.Nobody));

        foreach (var (stage, reference) in references)
        {
            foreach (var move in Enum.GetValues<StageMove>().Where(move => move != StageMove.Update))
            {
                foreach (var (role, actor) in askers)
                {
                    var input = Input(move, versions[reference] - 1);
                    input.Action = reference;
                    var error = await Assert.ThrowsAnyAsync<BrokenRule>(() => use.ExecuteAsync(actor, input, Never));
                    // Reopening what was withdrawn is for who keeps the plan.
                    var expected = role is { } held && IsFor(held, move, ledByManager) && !(move == StageMove.Reopen && stage is not (Stage.Completed or Stage.Verified) && held == Role.BoardMember);
                    Assert.True(expected == error is not (NotAllowed or NotFound), $"{move} from {stage} by {role?.ToString() ?? "nobody"}: {error.Message}");
                }
            }
        }
    }

    [Fact]
    public async Task Every_move_ends_where_its_stage_leads_or_says_what_to_do_and_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var moves = Enum.GetValues<StageMove>().Where(move => move != StageMove.Update).ToList();
        var tried = Enum.GetValues<Stage>().SelectMany(stage => moves.Select(move => (Stage: stage, Move: move, Reference: $"A{(int)stage}{(int)move}"))).ToList();
        var planned = await programme.PlanAsync(tried.Select(one => one.Reference), Start, Due);
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(planned);
            foreach (var (action, (stage, _, _)) in planned.Zip(tried))
            {
                action.BringTo(stage, Impact.Some, "Moved for the test.", change);
                action.Evidence.Add(new Evidence(action, EvidenceStrength.External, "The inspectors' letter.", Due, change));
            }
        });
        var before = planned.ToDictionary(action => action.Reference, action => (action.Stage, action.Version));
        var use = new MoveAction(database);

        foreach (var (stage, move, reference) in tried)
        {
            var input = Input(move, before[reference].Version);
            input.Action = reference;
            var asker = programme.As(move is StageMove.Verify or StageMove.Recheck ? Role.BoardMember : Role.ProgrammeManager);
            if (StageMoves.From(stage, move) is not null)
                await use.ExecuteAsync(asker, input, Never);
            else
                Assert.Equal(StageMoves.WhyNot(reference, stage, move), (await Assert.ThrowsAsync<BrokenRule>(() => use.ExecuteAsync(asker, input, Never))).Message);
        }

        await using var db = database.CreateDbContext();
        var after = await db.PriorityActions.ToDictionaryAsync(action => action.Reference, action => (action.Stage, action.Version));
        Assert.All(tried, one => Assert.Equal(
            StageMoves.From(one.Stage, one.Move) is { } to ? (to, before[one.Reference].Version + 1) : before[one.Reference], after[one.Reference]));
    }

    [Theory]
    [InlineData(EvidenceStrength.Statement, false)]
    [InlineData(EvidenceStrength.Document, false)]
    [InlineData(EvidenceStrength.Data, true)]
    [InlineData(EvidenceStrength.AuditedSample, true)]
    [InlineData(EvidenceStrength.External, true)]
    [InlineData(null, false)]
    public async Task An_action_that_asks_for_data_is_verified_on_data_or_stronger_evidence_alone(EvidenceStrength? held, bool isEnough)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await AtAsync(database, Stage.Completed, held);
        await programme.ChangeAsync((db, _) => db.PriorityActions.Single().Demand(EvidenceStrength.Data));

        var verify = () => new MoveAction(database).ExecuteAsync(programme.As(Role.BoardMember), Input(StageMove.Verify, 2), Never);

        if (isEnough)
            await verify();
        else
            Assert.Equal("Action A1 asks for evidence of the strength 'Data' or stronger, and has none. Add the evidence first, or send the action back by reopening it.", (await Assert.ThrowsAsync<BrokenRule>(verify)).Message);
        Assert.Equal(isEnough ? Stage.Verified : Stage.Completed, (await LoadAsync(database)).Stage);
    }

    [Fact]
    public async Task Evidence_that_was_taken_out_verifies_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await AtAsync(database, Stage.Completed);
        await programme.ChangeAsync((db, change) => db.Evidence.Single().End("It was of another team.", change));

        await Assert.ThrowsAsync<BrokenRule>(() => new MoveAction(database).ExecuteAsync(programme.As(Role.BoardMember), Input(StageMove.Verify, 2), Never));
    }

    // A programme manager may verify what others lead, but not what they themselves said was done.
    [Fact]
    public async Task Nobody_verifies_what_they_completed_themselves()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await AtAsync(database, Stage.InProgress, accountable: Role.ServiceDirector);
        var manager = programme.As(Role.ProgrammeManager);
        await new MoveAction(database).ExecuteAsync(manager, Input(StageMove.Complete, 2), Never);

        var refused = await Assert.ThrowsAsync<NotAllowed>(() => new MoveAction(database).ExecuteAsync(manager, Input(StageMove.Verify, 3), Never));
        await new MoveAction(database).ExecuteAsync(programme.As(Role.BoardMember), Input(StageMove.Verify, 3), Never);

        Assert.Equal("Another person than the one who led this action must verify it.", refused.Message);
        Assert.Equal(Stage.Verified, (await LoadAsync(database)).Stage);
    }

    [Fact]
    public async Task Nobody_verifies_what_they_once_led()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await AtAsync(database, Stage.NotStarted);
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(programme[Role.BoardMember], programme[Role.ServiceDirector]);
            var action = db.PriorityActions.Single();
            action.Assign(programme[Role.BoardMember], null);
            action.Record("Lead: now the chair.", change);
            action.Assign(programme[Role.ServiceDirector], null);
            action.Record("Lead: the director again.", change);
        });
        await new MoveAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), Input(StageMove.Complete), Never);

        await Assert.ThrowsAsync<NotAllowed>(() => new MoveAction(database).ExecuteAsync(programme.As(Role.BoardMember), Input(StageMove.Verify, 2), Never));
    }

    [Fact]
    public async Task Nobody_verifies_what_they_were_accountable_for_not_even_after_giving_that_up()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await AtAsync(database, Stage.Completed);
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(programme[Role.ServiceDirector]);
            var action = db.PriorityActions.Single();
            action.Assign(programme[Role.ServiceDirector], null);
            action.Record("Accountable: nobody yet.", change);
        });
        var version = (await LoadAsync(database)).Version;

        await Assert.ThrowsAsync<NotAllowed>(() => new MoveAction(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Input(StageMove.Verify, version), Never));

        var offered = (await new ActionPage(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "A1", Never)).Moves;
        Assert.DoesNotContain(StageMove.Verify, offered);
        Assert.Contains(StageMove.Reopen, offered);
    }

    [Fact]
    public async Task A_form_sent_twice_acts_once_and_one_that_was_overtaken_not_at_all()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await AtAsync(database, Stage.InProgress);
        var input = Input(StageMove.Complete, 2);

        await new MoveAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), input, Never);
        Assert.Equal("A1", await new MoveAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), input, Never));
        await Assert.ThrowsAsync<BrokenRule>(() => new MoveAction(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Input(StageMove.Withdraw, 2), Never));

        var action = await LoadAsync(database);
        Assert.Equal((Stage.Completed, 3, 3), (action.Stage, action.Version, action.Updates.Count));
    }

    [Theory]
    [InlineData(null, "Choose what is to be done with the action.")]
    [InlineData(StageMove.Update, "Choose what is to be done with the action.")]
    [InlineData(StageMove.Complete, "Say in one sentence what was done.")]
    [InlineData(StageMove.Verify, "Say in one sentence what you saw.")]
    [InlineData(StageMove.Reopen, "Say why the action is reopened.")]
    [InlineData(StageMove.Withdraw, "Say why the action is withdrawn.")]
    public async Task Each_asks_for_its_sentence(StageMove? move, string expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        var input = Input(move);
        input.Sentence = move is null or StageMove.Update ? "Done." : " ";

        var error = await Assert.ThrowsAsync<ValidationException>(() => new MoveAction(database).ExecuteAsync(Actor.Nobody, input, Never));

        Assert.Equal(expected, Assert.Single(error.Errors).ErrorMessage);
    }

    [Theory]
    [InlineData("2010-12-31")]
    [InlineData("2031-08-31")]
    public async Task A_day_to_look_again_lies_ahead_and_within_ten_years(string day)
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Clock.Utc = new DateTime(2011, 6, 1, 12, 0, 0, DateTimeKind.Utc);
        var programme = await AtAsync(database, Stage.Completed);
        var input = Input(StageMove.Verify, 2);
        input.RecheckOn = DateOnly.ParseExact(day, "yyyy-MM-dd", null);

        var error = await Assert.ThrowsAsync<ValidationException>(() => new MoveAction(database).ExecuteAsync(programme.As(Role.BoardMember), input, Never));

        Assert.Equal(nameof(input.RecheckOn), Assert.Single(error.Errors).PropertyName);
    }

    [Fact]
    public async Task Evidence_that_came_in_the_place_of_what_the_verifier_saw_is_looked_at_first()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await AtAsync(database, Stage.Completed);
        var (lead, chair) = (programme.As(Role.ServiceDirector), programme.As(Role.BoardMember));
        var page = await new ActionPage(database).LoadAsync(chair, TestProgramme.Slug, "A1", Never);
        var verify = Input(StageMove.Verify, page.Action.Version);
        verify.EvidenceSeen = MoveAction.Input.SeenAs(page.Evidence.Select(one => one.Id));
        await new AddEvidence(database).ExecuteAsync(lead, new() { Programme = TestProgramme.Slug, Action = "A1", Strength = EvidenceStrength.Document, Title = "Other minutes", Address = "https://example.org/minutes", DatedOn = Start }, Never);
        await new EndEvidence(database).ExecuteAsync(lead, new() { Programme = TestProgramme.Slug, Action = "A1", EvidenceId = page.Evidence.Single().Id, Reason = "They were of another board." }, Never);

        var refused = await Assert.ThrowsAsync<BrokenRule>(() => new MoveAction(database).ExecuteAsync(chair, verify, Never));
        Assert.Equal("The evidence of action A1 has changed since you opened the form. Look at it as it stands now, then save again.", refused.Message);
        Assert.Equal(Stage.Completed, (await LoadAsync(database)).Stage);

        verify.EvidenceSeen = MoveAction.Input.SeenAs((await new ActionPage(database).LoadAsync(chair, TestProgramme.Slug, "A1", Never)).Evidence.Where(one => one.Counts).Select(one => one.Id));
        await new MoveAction(database).ExecuteAsync(chair, verify, Never);
        Assert.Equal(Stage.Verified, (await LoadAsync(database)).Stage);
    }
}
