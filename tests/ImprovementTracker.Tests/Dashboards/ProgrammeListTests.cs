using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Dashboards;

public sealed class ProgrammeListTests : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private TestDatabase _database = null!;
    private TestProgramme _programme = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _programme = await TestProgramme.CreateAsync(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    private Task<ProgrammeList.Content> LoadAsync(Actor actor) => new ProgrammeList(_database).LoadAsync(actor, Never);

    private Task<string> StartAnotherAsync() => new CreateProgramme(_database).ExecuteAsync(_programme.As(Role.ProgrammeManager),
        new() { Authority = "Othershire Council", Name = "direction", Intervention = InterventionKind.StatutoryDirection, IntervenedOn = "May 2011", StartsOn = new DateOnly(2011, 5, 1) }, Never);

    [Fact]
    public async Task Each_line_says_how_many_areas_for_priority_action_are_open_and_which_inspection_was_last()
    {
        var letter = await _programme.InspectAsync(Visibility.Published,
            (FindingKind.AreaForPriorityAction, "One."), (FindingKind.AreaForPriorityAction, "Two."), (FindingKind.AreaForPriorityAction, "Three."), (FindingKind.AreaForDevelopment, "Four."));
        var manager = _programme.As(Role.ProgrammeManager);
        var visit = await new SaveInspection(_database).ExecuteAsync(manager,
            new() { Programme = TestProgramme.Slug, Kind = InspectionKind.MonitoringVisit, FieldworkFrom = "February 2011", Visibility = Visibility.Published }, Never);
        foreach (var (finding, outcome) in letter.Findings.Take(2).Zip([ReviewOutcome.Addressed, ReviewOutcome.StillOfConcern]))
            await new ReviewFinding(_database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, FindingId = finding.Id, VisitId = visit, Outcome = outcome, Note = "As the letter says." }, Never);

        var line = Assert.Single((await LoadAsync(_programme.As(Role.Reader))).Lines);

        Assert.Equal((2, new ProgrammeList.LastInspection(visit, "Monitoring visit", KnownDate.In(2011, 2)), false), (line.OpenPriorityAreas, line.LastInspection, line.IsByNameOnly));
    }

    [Fact]
    public async Task An_area_for_priority_action_of_an_inspection_in_confidence_is_not_counted_for_those_who_may_not_know()
    {
        await _programme.InspectAsync(Visibility.Embargoed, (FindingKind.AreaForPriorityAction, "One."));

        Assert.Equal(1, (await LoadAsync(_programme.As(Role.ProgrammeManager))).Lines.Single().OpenPriorityAreas);
        Assert.Equal(0, (await LoadAsync(_programme.As(Role.BoardMember))).Lines.Single().OpenPriorityAreas);
    }

    [Fact]
    public async Task People_see_the_programmes_that_they_have_a_role_in_and_an_administrator_the_names_of_all()
    {
        await _programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "One."));
        await StartAnotherAsync();

        Assert.Equal([TestProgramme.Slug], (await LoadAsync(_programme.As(Role.BoardMember))).Lines.Select(line => line.Slug));
        var all = (await LoadAsync(_programme.As(Role.Administrator))).Lines;
        Assert.Equal([("Othershire Council", true, null, 0, null), ("Testshire Council", true, null, 0, null)],
            all.Select(line => (line.Authority, line.IsByNameOnly, line.State, line.OpenPriorityAreas, line.LastInspection)));
        Assert.Empty((await LoadAsync(Actor.Nobody)).Lines);
    }

    [Fact]
    public async Task An_administrator_who_is_on_a_board_too_sees_that_programme_in_full()
    {
        await _programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "One."));
        await StartAnotherAsync();
        var both = Actor.Of(_programme[Role.Administrator].Id, "Both", [new ActorRole(null, Role.Administrator), new ActorRole(_programme.Programme.Id, Role.BoardMember)]);

        Assert.Equal([("Othershire Council", true, 0), ("Testshire Council", false, 1)], (await LoadAsync(both)).Lines.Select(line => (line.Authority, line.IsByNameOnly, line.OpenPriorityAreas)));
    }

    [Fact]
    public async Task The_latest_state_is_shown()
    {
        var slug = await StartAnotherAsync();
        await _programme.ChangeAsync((db, change) =>
            db.ProgrammeStatuses.Add(new ProgrammeStatus(db.Programmes.Single(programme => programme.Slug == slug), LifecycleState.OnTrack, KnownDate.On(2011, 6, 1), "The first review.", null, change)));
        var other = (await new WhoAsks(_database).FindAsync(_programme[Role.ProgrammeManager].Id, Never));

        Assert.Equal(LifecycleState.OnTrack, (await LoadAsync(other)).Lines.Single(line => line.Slug == slug).State);
    }

    [Theory]
    [InlineData(Role.ProgrammeManager, true)]
    [InlineData(Role.Administrator, true)]
    [InlineData(Role.ServiceDirector, false)]
    [InlineData(Role.PerformanceOfficer, false)]
    [InlineData(Role.ScrutinyOfficer, false)]
    [InlineData(Role.BoardMember, false)]
    [InlineData(Role.Reader, false)]
    public async Task Whoever_may_start_a_programme_is_offered_it(Role role, bool offered) =>
        Assert.Equal(offered, (await LoadAsync(_programme.As(role))).MayStart);
}
