using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Inspections;

/// <summary>Who may enter and see inspections: every role, a person with a role elsewhere only, and nobody.</summary>
public sealed class RolesOfInspectionsTests : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Role[] Everybody = [.. Enum.GetValues<Role>().Where(role => role != Role.Administrator)];
    private TestDatabase _database = null!;
    private TestProgramme _programme = null!;
    private Inspection _inspection = null!;
    private Inspection _visit = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _programme = await TestProgramme.CreateAsync(_database);
        _inspection = await _programme.InspectAsync(Visibility.Draft, (FindingKind.AreaForPriorityAction, "Referrals are closed prematurely."));
        _visit = await _programme.InspectAsync(Visibility.Published);
        await _programme.ChangeAsync((db, _) => db.Inspections.Single(visit => visit.Id == _visit.Id)
            .Describe(InspectionKind.IlacsStandard, "Later inspection", "Ofsted", KnownDate.In(2011, 2), null, null, Visibility.Published, null, null));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    public static TheoryData<string, Role[]> Doors => new()
    {
        { nameof(SaveInspection), [Role.ProgrammeManager] },
        { nameof(InspectionToEdit), [Role.ProgrammeManager] },
        { nameof(AddFindings), [Role.ProgrammeManager] },
        { nameof(FindingsToAdd), [Role.ProgrammeManager] },
        { nameof(CorrectFinding), [Role.ProgrammeManager] },
        { nameof(FindingToCorrect), [Role.ProgrammeManager] },
        { nameof(JudgeAreas), [Role.ProgrammeManager] },
        { nameof(AreasToJudge), [Role.ProgrammeManager] },
        { nameof(ReviewFinding), [Role.ProgrammeManager] },
        { nameof(FindingToReview), [Role.ProgrammeManager] },
        { nameof(RecordSentPlan), [Role.ProgrammeManager] },
        { nameof(PlanToRecord), [Role.ProgrammeManager] },
        { nameof(InspectionList), Everybody },
        { nameof(JudgedAreas), Everybody },
        { nameof(InspectionPage), Everybody },
    };

    private int FindingId => _inspection.Findings.Single().Id;

    private static string Mark(Finding finding) => CorrectFinding.Input.Of(finding.Id, finding.Kind, finding.Words, finding.Paragraph, finding.ThemeId, finding.DueOn).Seen!;

    private Task TryAsync(string door, Actor actor) => door switch
    {
        nameof(SaveInspection) => new SaveInspection(_database).ExecuteAsync(actor, new() { Programme = TestProgramme.Slug, Kind = InspectionKind.FocusedVisit, FieldworkFrom = "May 2011" }, Never),
        nameof(InspectionToEdit) => new InspectionToEdit(_database).LoadAsync(actor, TestProgramme.Slug, _inspection.Id, Never),
        nameof(AddFindings) => new AddFindings(_database).ExecuteAsync(actor, new() { Programme = TestProgramme.Slug, InspectionId = _inspection.Id, Lines = [new() { Words = "Words.", Kind = FindingKind.Strength }] }, Never),
        nameof(FindingsToAdd) => new FindingsToAdd(_database).LoadAsync(actor, TestProgramme.Slug, _inspection.Id, Never),
        nameof(CorrectFinding) => new CorrectFinding(_database).ExecuteAsync(actor, new() { Programme = TestProgramme.Slug, FindingId = FindingId, Seen = Mark(_inspection.Findings.Single()), Line = new() { Words = "Words.", Kind = FindingKind.Strength } }, Never),
        nameof(FindingToCorrect) => new FindingToCorrect(_database).LoadAsync(actor, TestProgramme.Slug, FindingId, Never),
        nameof(JudgeAreas) => new JudgeAreas(_database).ExecuteAsync(actor, new() { Programme = TestProgramme.Slug, InspectionId = _visit.Id, Lines = [new() { Name = "Overall", Grade = Grade.Good }] }, Never),
        nameof(AreasToJudge) => new AreasToJudge(_database).LoadAsync(actor, TestProgramme.Slug, _visit.Id, Never),
        nameof(ReviewFinding) => new ReviewFinding(_database).ExecuteAsync(actor, new() { Programme = TestProgramme.Slug, FindingId = FindingId, VisitId = _visit.Id, Outcome = ReviewOutcome.Open, Note = "Not looked at." }, Never),
        nameof(FindingToReview) => new FindingToReview(_database).LoadAsync(actor, TestProgramme.Slug, FindingId, Never),
        nameof(RecordSentPlan) => new RecordSentPlan(_database).ExecuteAsync(actor, new() { Programme = TestProgramme.Slug, InspectionId = _visit.Id, Plan = StatutoryPlan.Final, SentOn = new DateOnly(2011, 6, 30), Seen = RecordSentPlan.Input.Of(_visit.Id, StatutoryPlan.Final, null, null).Seen }, Never),
        nameof(PlanToRecord) => new PlanToRecord(_database).LoadAsync(actor, TestProgramme.Slug, _visit.Id, StatutoryPlan.Final, Never),
        nameof(InspectionList) => new InspectionList(_database).LoadAsync(actor, TestProgramme.Slug, Never),
        nameof(JudgedAreas) => new JudgedAreas(_database).LoadAsync(actor, TestProgramme.Slug, Never),
        nameof(InspectionPage) => new InspectionPage(_database).LoadAsync(actor, TestProgramme.Slug, _visit.Id, Never),
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
        await Assert.ThrowsAsync<NotFound>(() => TryAsync(door, Actor.Of(_programme[Role.Reader].Id, "Elsewhere", [new ActorRole(_programme.Programme.Id + 1, open[0])])));
        await Assert.ThrowsAsync<NotFound>(() => TryAsync(door, Actor.Nobody));
    }
}
