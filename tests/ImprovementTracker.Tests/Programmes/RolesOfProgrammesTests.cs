using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Programmes;

/// <summary>Who may do and see what of a programme: every role, a person with a role elsewhere only, and nobody.</summary>
public sealed class RolesOfProgrammesTests : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private TestDatabase _database = null!;
    private TestProgramme _programme = null!;
    private int _requirement;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _programme = await TestProgramme.CreateAsync(_database);
        await _programme.ChangeAsync((db, change) =>
        {
            var requirement = new Requirement(db.Programmes.Single(), "R1", isIllustrative: false, change);
            requirement.Describe("Children are seen in time.", isVerbatim: false, null, null, null, null);
            db.Add(requirement);
        });
        await using var db = _database.CreateDbContext();
        _requirement = db.Requirements.Single().Id;
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    public static TheoryData<string, Role[]> Doors => new()
    {
        { nameof(SaveArea), [Role.ProgrammeManager, Role.Administrator] },
        { nameof(SaveTheme), [Role.ProgrammeManager, Role.Administrator] },
        { nameof(SaveSourceDocument), [Role.ProgrammeManager] },
        { nameof(AddTimelineEntry), [Role.ProgrammeManager] },
        { nameof(EntryToAdd), [Role.ProgrammeManager] },
        { nameof(SaveRequirement), [Role.ProgrammeManager] },
        { nameof(RequirementToEdit), [Role.ProgrammeManager] },
        { nameof(ReviewRequirement), [Role.ProgrammeManager] },
        { nameof(RequirementToReview), [Role.ProgrammeManager] },
        { nameof(MoveProgramme), [Role.ProgrammeManager] },
        { nameof(ProgrammeToMove), [Role.ProgrammeManager] },
        { nameof(NoticeAndRequirements), [Role.ProgrammeManager, Role.ServiceDirector, Role.PerformanceOfficer, Role.ScrutinyOfficer, Role.BoardMember] },
        { nameof(ProgrammeSetup), [Role.ProgrammeManager, Role.ServiceDirector, Role.PerformanceOfficer, Role.ScrutinyOfficer, Role.BoardMember, Role.Administrator] },
        { nameof(Timeline), [Role.ProgrammeManager, Role.ServiceDirector, Role.PerformanceOfficer, Role.ScrutinyOfficer, Role.BoardMember, Role.Reader] },
        { nameof(ProgrammeFrame), Enum.GetValues<Role>() },
    };

    private Task TryAsync(string door, Actor actor) => door switch
    {
        nameof(SaveArea) => new SaveArea(_database).ExecuteAsync(actor, new() { Programme = TestProgramme.Slug, Name = $"Area {actor.Name}", Kind = AreaKind.Locality, ParentId = _programme.Whole.Id, From = new DateOnly(2010, 1, 1) }, Never),
        nameof(SaveTheme) => new SaveTheme(_database).ExecuteAsync(actor, new() { Programme = TestProgramme.Slug, Name = $"Theme {actor.Name}" }, Never),
        nameof(SaveSourceDocument) => new SaveSourceDocument(_database).ExecuteAsync(actor, new() { Programme = TestProgramme.Slug, Document = new() { Title = "Letter", Publisher = "Ofsted" } }, Never),
        nameof(AddTimelineEntry) => new AddTimelineEntry(_database).ExecuteAsync(actor, new() { Programme = TestProgramme.Slug, On = "May 2011", Kind = TimelineKind.Other, Sentence = "Something happened." }, Never),
        nameof(EntryToAdd) => new EntryToAdd(_database).LoadAsync(actor, TestProgramme.Slug, Never),
        nameof(SaveRequirement) => new SaveRequirement(_database).ExecuteAsync(actor, new() { Programme = TestProgramme.Slug, Words = "Children are seen in time." }, Never),
        nameof(RequirementToEdit) => new RequirementToEdit(_database).LoadAsync(actor, TestProgramme.Slug, null, Never),
        nameof(ReviewRequirement) => new ReviewRequirement(_database).ExecuteAsync(actor, new() { Programme = TestProgramme.Slug, RequirementId = _requirement, Version = 1, Outcome = RequirementOutcome.Met, On = "May 2011", Said = "The board saw it." }, Never),
        nameof(RequirementToReview) => new RequirementToReview(_database).LoadAsync(actor, TestProgramme.Slug, _requirement, Never),
        nameof(MoveProgramme) => new MoveProgramme(_database).ExecuteAsync(actor, new() { Programme = TestProgramme.Slug, State = LifecycleState.Issued, Since = "June 2010", Reason = "It was issued.", Intervention = InterventionKind.ImprovementNotice }, Never),
        nameof(ProgrammeToMove) => new ProgrammeToMove(_database).LoadAsync(actor, TestProgramme.Slug, Never),
        nameof(NoticeAndRequirements) => new NoticeAndRequirements(_database).LoadAsync(actor, TestProgramme.Slug, Never),
        nameof(ProgrammeSetup) => new ProgrammeSetup(_database).LoadAsync(actor, TestProgramme.Slug, Never),
        nameof(Timeline) => new Timeline(_database).LoadAsync(actor, TestProgramme.Slug, null, Never),
        nameof(ProgrammeFrame) => new ProgrammeFrame(_database).LoadAsync(actor, TestProgramme.Slug, Never),
        _ => throw new ArgumentOutOfRangeException(nameof(door), door, "The test does not know this door."),
    };

    [Theory, MemberData(nameof(Doors))]
    public async Task Each_door_opens_to_its_roles_and_to_no_other(string door, Role[] open)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            if (open.Contains(role))
                await TryAsync(door, _programme.As(role));
            else
                await Assert.ThrowsAsync<NotAllowed>(() => TryAsync(door, _programme.As(role)));
        }
    }

    [Theory, MemberData(nameof(Doors))]
    public async Task Without_a_role_in_it_there_is_no_such_programme(string door, Role[] open)
    {
        var elsewhere = Actor.Of(_programme[Role.Reader].Id, "Elsewhere", [new ActorRole(_programme.Programme.Id + 1, open[0] == Role.Administrator ? Role.ProgrammeManager : open[0])]);

        var missing = await Assert.ThrowsAsync<NotFound>(() => TryAsync(door, elsewhere));
        await Assert.ThrowsAsync<NotFound>(() => TryAsync(door, Actor.Nobody));
        Assert.Equal("There is no such programme, or you have no role in it. Choose one of your programmes.", missing.Message);
    }

    [Fact]
    public async Task Documents_of_the_programme_are_listed_to_those_who_enter_them_only()
    {
        await TryAsync(nameof(SaveSourceDocument), _programme.As(Role.ProgrammeManager));

        foreach (var role in Doors.Single(door => (string)door[0] == nameof(ProgrammeSetup))[1] as Role[] ?? [])
        {
            var setup = await new ProgrammeSetup(_database).LoadAsync(_programme.As(role), TestProgramme.Slug, Never);
            Assert.Equal(role == Role.ProgrammeManager ? 1 : 0, setup.Documents.Count);
            Assert.Equal((role is Role.ProgrammeManager or Role.Administrator, role == Role.ProgrammeManager), (setup.MayManageAreas, setup.MayEnterDocuments));
        }
    }
}
