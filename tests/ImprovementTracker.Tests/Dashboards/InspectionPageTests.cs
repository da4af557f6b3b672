using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Dashboards;

public sealed class InspectionPageTests : IAsyncLifetime
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

    private Task<InspectionPage.Content> LoadAsync(Role role, int id) => new InspectionPage(_database).LoadAsync(_programme.As(role), TestProgramme.Slug, id, Never);

    private Task<int> VisitAsync(Visibility visibility, params Role[] named) => new SaveInspection(_database).ExecuteAsync(_programme.As(Role.ProgrammeManager), new()
    {
        Programme = TestProgramme.Slug,
        Kind = InspectionKind.UnannouncedContactReferralAssessment,
        Title = "Second unannounced inspection",
        FieldworkFrom = "February 2011",
        Visibility = visibility,
        Readers = [.. named.Select(role => _programme[role].Id)],
    }, Never);

    private Task<int> ReviewAsync(Finding finding, int visitId, ReviewOutcome outcome) => new ReviewFinding(_database).ExecuteAsync(_programme.As(Role.ProgrammeManager),
        new() { Programme = TestProgramme.Slug, FindingId = finding.Id, VisitId = visitId, Outcome = outcome, Note = "A newspaper reports it." }, Never);

    private Task AnswerAsync(PriorityAction action, Finding finding) => _programme.ChangeAsync((db, change) =>
        db.ActionFindings.Add(new ActionFinding(db.PriorityActions.Single(one => one.Id == action.Id), db.Findings.Single(one => one.Id == finding.Id), change)));

    [Fact]
    public async Task Findings_stand_word_for_word_under_their_kinds_in_the_letters_order()
    {
        var inspection = await _programme.InspectAsync(Visibility.Published,
            (FindingKind.Strength, "Staff are committed."), (FindingKind.AreaForDevelopment, "Supervision is not consistent."),
            (FindingKind.AreaForDevelopment, "There is no system of auditing."), (FindingKind.AreaForPriorityAction, "Referrals are closed prematurely."));

        var page = await LoadAsync(Role.Reader, inspection.Id);

        Assert.Equal([FindingKind.Strength, FindingKind.AreaForDevelopment, FindingKind.AreaForPriorityAction], page.Groups.Select(group => group.Kind));
        Assert.Equal(["Supervision is not consistent.", "There is no system of auditing."], page.Groups[1].Findings.Select(finding => finding.Words));
        Assert.Equal((KnownDate.On(2009, 10, 8), KnownDate.On(2009, 10, 29), false), (page.FieldworkFrom, page.Published!.Value, page.MayEnter));
    }

    [Theory]
    [InlineData("Ofsted's letter to the council, 29 October 2009", "Ofsted", "2009-10-29", "Ofsted. Crown copyright 2009.", ". Ofsted. Crown copyright 2009.")]
    [InlineData("Letter to the director", "Ofsted", "2009-10-29", "Crown copyright 2009", ", Ofsted, 29 October 2009. Crown copyright 2009.")]
    [InlineData("Scrutiny report", "Testshire Council", "2011-06", null, ", Testshire Council, June 2011")]
    [InlineData("Letter", "Ofsted", null, null, ", Ofsted")]
    [InlineData("Ofsted's letter of October 2009", "Ofsted", "2009-10", null, "")]
    public void A_document_is_described_without_saying_twice_who_published_it_or_when(string title, string publisher, string? published, string? attribution, string after) =>
        Assert.Equal(after, new InspectionPage.Document(title, publisher, published is null ? null : KnownDate.Parse(published), null, attribution).AfterTitle);

    [Fact]
    public async Task Each_finding_carries_the_actions_that_answer_it_now_and_readers_see_none_of_the_plan()
    {
        var inspection = await _programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "Referrals are closed prematurely."));
        var finding = inspection.Findings.Single();
        var late = await _programme.PlanAsync("A2", new DateOnly(2011, 1, 1), new DateOnly(2011, 6, 30));
        var later = await _programme.PlanAsync("A10", new DateOnly(2011, 1, 1), new DateOnly(2011, 7, 1));
        var dropped = await _programme.PlanAsync("A1", new DateOnly(2011, 1, 1), new DateOnly(2011, 7, 1));
        foreach (var action in new[] { late, later, dropped })
            await AnswerAsync(action, finding);
        await _programme.ChangeAsync((db, change) => db.ActionFindings.Include(link => link.Action).Single(link => link.Action.Reference == "A1").End(change));

        Assert.Equal([("A2", ActionStatus.NotStarted, true), ("A10", ActionStatus.NotStarted, false)],
            Assert.Single((await LoadAsync(Role.BoardMember, inspection.Id)).Groups).Findings.Single().Answers.Select(answer => (answer.Reference, answer.Status, answer.IsOverdue)));
        var published = await LoadAsync(Role.Reader, inspection.Id);
        Assert.False(published.ShowsActions);
        Assert.Empty(published.Groups.Single().Findings.Single().Answers);
    }

    [Fact]
    public async Task What_a_later_visit_said_stands_with_the_finding_and_settles_how_it_stands()
    {
        var inspection = await _programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "Referrals are closed prematurely."));
        await ReviewAsync(inspection.Findings.Single(), await VisitAsync(Visibility.Published), ReviewOutcome.Addressed);

        var finding = (await LoadAsync(Role.Reader, inspection.Id)).Groups.Single().Findings.Single();

        var review = Assert.Single(finding.Reviews);
        Assert.Equal((ReviewOutcome.Addressed, "Second unannounced inspection", KnownDate.In(2011, 2), "A newspaper reports it.", new DateTime(2011, 7, 1, 12, 0, 0)),
            (finding.State, review.VisitTitle, review.VisitOn, review.Note, review.RecordedAt));
    }

    [Fact]
    public async Task What_an_embargoed_visit_said_is_shown_to_those_named_on_it_only()
    {
        var inspection = await _programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "Referrals are closed prematurely."));
        await ReviewAsync(inspection.Findings.Single(), await VisitAsync(Visibility.Embargoed, Role.BoardMember), ReviewOutcome.Addressed);

        foreach (var role in new[] { Role.ProgrammeManager, Role.BoardMember })
        {
            var seen = (await LoadAsync(role, inspection.Id)).Groups.Single().Findings.Single();
            Assert.Equal((ReviewOutcome.Addressed, true), (seen.State, Assert.Single(seen.Reviews).IsNotPublished));
        }
        foreach (var role in new[] { Role.ServiceDirector, Role.ScrutinyOfficer, Role.PerformanceOfficer, Role.Reader })
        {
            var unseen = (await LoadAsync(role, inspection.Id)).Groups.Single().Findings.Single();
            Assert.Equal(ReviewOutcome.Open, unseen.State);
            Assert.Empty(unseen.Reviews);
        }
    }

    [Theory]
    [InlineData(Visibility.Draft, new[] { Role.ProgrammeManager })]
    [InlineData(Visibility.Embargoed, new[] { Role.ProgrammeManager, Role.ServiceDirector })]
    [InlineData(Visibility.Published, new[] { Role.ProgrammeManager, Role.ServiceDirector, Role.PerformanceOfficer, Role.ScrutinyOfficer, Role.BoardMember, Role.Reader })]
    public async Task An_inspection_is_seen_by_those_it_is_for_and_is_not_there_for_the_others(Visibility visibility, Role[] seenBy)
    {
        var id = await VisitAsync(visibility, Role.ServiceDirector);

        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Administrator))
        {
            var listed = (await new InspectionList(_database).LoadAsync(_programme.As(role), TestProgramme.Slug, Never)).Lines;
            var dated = (await new Timeline(_database).LoadAsync(_programme.As(role), TestProgramme.Slug, TimelineTopic.Inspection, Never)).Items;
            var last = (await new ProgrammeList(_database).LoadAsync(_programme.As(role), Never)).Lines.Single().LastInspection;
            if (seenBy.Contains(role))
            {
                Assert.Equal("Second unannounced inspection", (await LoadAsync(role, id)).Title);
                Assert.Equal((1, 1, id), (listed.Count, dated.Count, last?.Id));
            }
            else
            {
                var missing = await Assert.ThrowsAsync<NotFound>(() => LoadAsync(role, id));
                Assert.Equal("There is no such inspection in this programme that you may see. Choose one from the list of inspections.", missing.Message);
                Assert.Equal(missing.Message, (await Assert.ThrowsAsync<NotFound>(() => LoadAsync(role, 77))).Message);
                Assert.Equal((0, 0, null), (listed.Count, dated.Count, last?.Id));
            }
        }
    }

    [Fact]
    public async Task Somebody_taken_off_the_names_sees_an_embargoed_inspection_no_longer()
    {
        var id = await VisitAsync(Visibility.Embargoed, Role.ServiceDirector);
        Assert.Equal(["The service director"], (await LoadAsync(Role.ProgrammeManager, id)).Named);
        Assert.Empty((await LoadAsync(Role.ServiceDirector, id)).Named);
        await _programme.ChangeAsync((db, change) => db.Inspections.Include(inspection => inspection.Readers).Single(inspection => inspection.Id == id).Readers.Single().End(change));

        await Assert.ThrowsAsync<NotFound>(() => LoadAsync(Role.ServiceDirector, id));
        Assert.Empty((await LoadAsync(Role.ProgrammeManager, id)).Named);
    }

    [Fact]
    public async Task An_inspection_of_another_programme_is_not_found()
    {
        var id = (await _programme.InspectAsync(Visibility.Published)).Id;
        var slug = await new CreateProgramme(_database).ExecuteAsync(_programme.As(Role.ProgrammeManager),
            new() { Authority = "Othershire Council", Name = "notice", Intervention = InterventionKind.None, StartsOn = new DateOnly(2010, 1, 1) }, Never);
        await using var db = _database.CreateDbContext();
        var other = await db.Programmes.SingleAsync(programme => programme.Slug == slug);
        var actor = Actor.Of(_programme[Role.ProgrammeManager].Id, "Manager", [new ActorRole(other.Id, Role.ProgrammeManager), new ActorRole(_programme.Programme.Id, Role.ProgrammeManager)]);

        await Assert.ThrowsAsync<NotFound>(() => new InspectionPage(_database).LoadAsync(actor, slug, id, Never));
        Assert.Equal(id, (await new InspectionPage(_database).LoadAsync(actor, TestProgramme.Slug, id, Never)).Id);
    }
}
