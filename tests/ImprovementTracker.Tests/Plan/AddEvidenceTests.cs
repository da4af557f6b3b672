using FluentValidation;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Plan;

public sealed class AddEvidenceTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static AddEvidence.Input Statement() => new()
    {
        Programme = TestProgramme.Slug,
        Action = "A1",
        Strength = EvidenceStrength.Statement,
        Title = "The team says that every case was read.",
        DatedOn = new DateOnly(2011, 5, 31),
    };

    private static AddEvidence.Input File(params byte[] content)
    {
        var input = Statement();
        (input.Strength, input.FileName, input.ContentType, input.Content) = (EvidenceStrength.AuditedSample, "sample.pdf", "application/pdf", content);
        return input;
    }

    private static async Task<(TestDatabase Database, TestProgramme Programme)> PlannedAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var database = await TestDatabase.CreateAsync(provider);
        database.Clock.Utc = new DateTime(2011, 6, 14, 9, 0, 0, DateTimeKind.Utc);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync(["A1", "A2"], new DateOnly(2011, 1, 10), new DateOnly(2011, 8, 31));
        return (database, programme);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task The_same_file_handed_in_for_two_actions_is_kept_once_and_opened_from_each(DatabaseProvider provider)
    {
        var (database, programme) = await PlannedAsync(provider);
        await using var _ = database;
        var director = programme.As(Role.ServiceDirector);
        var second = File(1, 2, 3);
        (second.Action, second.FileName) = ("A2", "the same.pdf");

        await new AddEvidence(database).ExecuteAsync(director, File(1, 2, 3), Never);
        await new AddEvidence(database).ExecuteAsync(director, second, Never);

        await using var db = database.CreateDbContext();
        var held = await db.Evidence.Include(evidence => evidence.Action).OrderBy(evidence => evidence.Id).ToListAsync();
        Assert.Equal([("A1", "sample.pdf"), ("A2", "the same.pdf")], held.Select(one => (one.Action.Reference, one.FileName!)));
        var file = Assert.Single(await db.StoredFiles.ToListAsync());
        // sha256 of the bytes 1, 2, 3, by another program.
        Assert.Equal(("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81", 3), (file.Hash, file.Size));
        var opened = await new EvidenceToOpen(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, held[1].Id, Never);
        Assert.Equal(("the same.pdf", "application/pdf", "AQID"), (opened.FileName, opened.ContentType, Convert.ToBase64String(opened.Content)));
    }

    [Fact]
    public async Task A_form_sent_twice_adds_once_and_another_file_under_its_mark_is_asked_about()
    {
        var (database, programme) = await PlannedAsync();
        await using var _ = database;
        var input = File(1, 2, 3);
        var other = File(4, 5, 6);
        other.Submission = input.Submission;

        await new AddEvidence(database).ExecuteAsync(programme.As(Role.ServiceDirector), input, Never);
        await new AddEvidence(database).ExecuteAsync(programme.As(Role.ServiceDirector), input, Never);
        await Assert.ThrowsAsync<SavedAlready>(() => new AddEvidence(database).ExecuteAsync(programme.As(Role.ServiceDirector), other, Never));

        await using var db = database.CreateDbContext();
        Assert.Equal(1, await db.Evidence.CountAsync());
    }

    // Those who update the action, and no board member: who verifies does so on what others brought.
    [Theory]
    [InlineData(Role.ProgrammeManager, true)]
    [InlineData(Role.ServiceDirector, true)]
    [InlineData(Role.BoardMember, false)]
    [InlineData(Role.PerformanceOfficer, false)]
    [InlineData(Role.ScrutinyOfficer, false)]
    [InlineData(Role.Reader, false)]
    [InlineData(Role.Administrator, false)]
    public async Task Evidence_is_added_and_taken_out_by_its_roles(Role role, bool may)
    {
        var (database, programme) = await PlannedAsync();
        await using var _ = database;
        var actor = programme.As(role);
        await programme.ChangeAsync((db, change) => db.Evidence.Add(new Evidence(db.PriorityActions.Single(action => action.Reference == "A1"), EvidenceStrength.Data, "May's figures.", new DateOnly(2011, 5, 31), change)));
        await using var db = database.CreateDbContext();
        var end = new EndEvidence.Input { Programme = TestProgramme.Slug, Action = "A1", EvidenceId = (await db.Evidence.SingleAsync()).Id, Reason = "They were of another team." };

        foreach (var act in new Func<Task>[] { () => new AddEvidence(database).ExecuteAsync(actor, Statement(), Never), () => new EndEvidence(database).ExecuteAsync(actor, end, Never) })
        {
            if (may)
                await act();
            else
                await Assert.ThrowsAsync<NotAllowed>(act);
        }
        Assert.Equal((may ? 2 : 1, may ? 1 : 0), (await db.Evidence.CountAsync(), await db.Evidence.CountAsync(one => one.EndedBecause == "They were of another team.")));
    }

    [Fact]
    public async Task A_board_member_is_offered_no_evidence_to_add_or_take_out_and_is_told_whom_to_ask()
    {
        var (database, programme) = await PlannedAsync();
        await using var _ = database;
        await programme.ChangeAsync((db, change) => db.Evidence.Add(new Evidence(db.PriorityActions.Single(action => action.Reference == "A1"), EvidenceStrength.Data, "May's figures.", new DateOnly(2011, 5, 31), change)));

        var page = await new ActionPage(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, "A1", Never);

        Assert.Equal((false, false), (page.MayAddEvidence, page.Evidence.Single().MayEnd));
        var refused = await Assert.ThrowsAsync<NotAllowed>(() => new AddEvidence(database).ExecuteAsync(programme.As(Role.BoardMember), Statement(), Never));
        Assert.Equal("Evidence is added and taken out by who leads the action or is accountable for it, or by the programme manager. Ask one of them.", refused.Message);
    }

    [Fact]
    public async Task What_a_verified_action_rests_on_stays_until_there_is_other_evidence()
    {
        var (database, programme) = await PlannedAsync();
        await using var _ = database;
        await programme.ChangeAsync((db, change) => db.PriorityActions.Single(action => action.Reference == "A1").BringTo(Stage.Verified, Impact.Some, "Moved for the test.", change));
        await using var db = database.CreateDbContext();
        var end = new EndEvidence.Input { Programme = TestProgramme.Slug, Action = "A1", EvidenceId = (await db.Evidence.SingleAsync()).Id, Reason = "They were of another team." };

        var refused = await Assert.ThrowsAsync<BrokenRule>(() => new EndEvidence(database).ExecuteAsync(programme.As(Role.ServiceDirector), end, Never));
        await new AddEvidence(database).ExecuteAsync(programme.As(Role.ServiceDirector), File(1), Never);
        await new EndEvidence(database).ExecuteAsync(programme.As(Role.ServiceDirector), end, Never);

        Assert.Equal("Action A1 is verified on this evidence alone. Add other evidence first, or reopen the action.", refused.Message);
        Assert.Equal(1, await db.Evidence.CountAsync(one => one.EndedIn == null));
    }

    public static TheoryData<string, Action<AddEvidence.Input>, string> Wrong() => new()
    {
        { nameof(AddEvidence.Input.Title), input => input.Title = " ", "Say in one sentence what it is and shows." },
        { nameof(AddEvidence.Input.Title), input => input.Title = new string('a', 201), "Say it in at most 200 characters." },
        { nameof(AddEvidence.Input.Strength), input => input.Strength = null, "Choose what kind of evidence it is." },
        { nameof(AddEvidence.Input.Strength), input => input.Strength = EvidenceStrength.Data, "Without a file or an address it is a statement. Add the file or the address, or choose 'Statement'." },
        { nameof(AddEvidence.Input.DatedOn), input => input.DatedOn = null, "Choose the date of the evidence." },
        { nameof(AddEvidence.Input.DatedOn), input => input.DatedOn = new DateOnly(2011, 6, 15), "15 June 2011 lies ahead. Choose a day up to 14 June 2011." },
        { nameof(AddEvidence.Input.Address), input => input.Address = "javascript:alert(1)", "Write an address that begins with https:// or http://." },
        { nameof(AddEvidence.Input.Address), input => input.Address = @"\\server\share\sample.pdf", "Write an address that begins with https:// or http://." },
        { nameof(AddEvidence.Input.Address), input => (input.Address, input.Content, input.FileName) = ("https://example.org/", [1], "sample.pdf"), "Give the file or the address, and the other as evidence of its own." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_said_at_its_field(string field, Action<AddEvidence.Input> mistype, string expected)
    {
        var (database, programme) = await PlannedAsync();
        await using var _ = database;
        var input = Statement();
        mistype(input);

        var error = await Assert.ThrowsAsync<ValidationException>(() => new AddEvidence(database).ExecuteAsync(programme.As(Role.ServiceDirector), input, Never));

        var failure = Assert.Single(error.Errors);
        Assert.Equal((field, expected), (failure.PropertyName, failure.ErrorMessage));
    }

    [Fact]
    public async Task A_file_of_another_programme_is_not_opened_from_this_one()
    {
        var (database, programme) = await PlannedAsync();
        await using var _ = database;
        await new AddEvidence(database).ExecuteAsync(programme.As(Role.ServiceDirector), File(1), Never);
        await programme.ChangeAsync((db, _) => db.Programmes.Add(new Programme("elsewhere", "Elsewhere Council", "improvement notice", new DateOnly(2010, 1, 1))));
        await using var db = database.CreateDbContext();
        var id = (await db.Evidence.SingleAsync()).Id;
        var stranger = Actor.Of(1000, "Stranger", [new ActorRole((await db.Programmes.SingleAsync(one => one.Slug == "elsewhere")).Id, Role.ProgrammeManager)]);
        var open = new EvidenceToOpen(database);

        await Assert.ThrowsAsync<NotFound>(() => open.LoadAsync(stranger, "elsewhere", id, Never));
        await Assert.ThrowsAnyAsync<BrokenRule>(() => open.LoadAsync(stranger, TestProgramme.Slug, id, Never));
        await Assert.ThrowsAsync<NotAllowed>(() => open.LoadAsync(programme.As(Role.Reader), TestProgramme.Slug, id, Never));
    }
}
