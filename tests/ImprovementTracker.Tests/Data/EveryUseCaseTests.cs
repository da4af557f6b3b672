using System.Reflection;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Measures.Library;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Measures;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Data;

/// <summary>
/// Every use case, asked by every role, by somebody with a role elsewhere and by nobody: who may is written down here by
/// hand from the table of who may do what. A new use case is found by itself and asks for its line.
/// </summary>
public sealed class EveryUseCaseTests : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Role[] Manager = [Role.ProgrammeManager];
    private static readonly Role[] Recorders = [Role.ProgrammeManager, Role.PerformanceOfficer];
    private static readonly Role[] KeepersOfAreas = [Role.ProgrammeManager, Role.Administrator];
    private static readonly Role[] Administrators = [Role.Administrator];

    /// <summary>The director leads the action and owns the measure that the inputs below are about.</summary>
    private static readonly Role[] Owners = [Role.ProgrammeManager, Role.ServiceDirector];

    private static readonly Dictionary<Type, (Role[] May, Func<EveryUseCaseTests, Actor, Task> Ask)> Doors = new()
    {
        [typeof(AddFindings)] = (Manager, (t, a) => new AddFindings(t._database).ExecuteAsync(a, new() { Programme = Slug, InspectionId = t._inspection.Id, Lines = [new() { Words = "Words.", Kind = FindingKind.Strength }] }, Never)),
        [typeof(CorrectFinding)] = (Manager, (t, a) => new CorrectFinding(t._database).ExecuteAsync(a, new() { Programme = Slug, FindingId = t.FindingId, Line = new() { Words = "Words.", Kind = FindingKind.Strength } }, Never)),
        [typeof(JudgeAreas)] = (Manager, (t, a) => new JudgeAreas(t._database).ExecuteAsync(a, new() { Programme = Slug, InspectionId = t._inspection.Id, Lines = [new() { Name = "Overall", Grade = Grade.Good }] }, Never)),
        [typeof(ReviewFinding)] = (Manager, (t, a) => new ReviewFinding(t._database).ExecuteAsync(a, new() { Programme = Slug, FindingId = t.FindingId, VisitId = t._inspection.Id, Outcome = ReviewOutcome.Open, Note = "Not looked at." }, Never)),
        [typeof(RecordSentPlan)] = (Manager, (t, a) => new RecordSentPlan(t._database).ExecuteAsync(a, new() { Programme = Slug, InspectionId = t._inspection.Id, Plan = StatutoryPlan.Final, SentOn = new DateOnly(2011, 5, 1) }, Never)),
        [typeof(TakeBackReview)] = (Manager, (t, a) => new TakeBackReview(t._database).ExecuteAsync(a, new() { Programme = Slug, FindingId = t.FindingId, ReviewId = 1, Reason = "Another finding was meant." }, Never)),
        [typeof(SaveInspection)] = (Manager, (t, a) => new SaveInspection(t._database).ExecuteAsync(a, new() { Programme = Slug, Kind = InspectionKind.FocusedVisit, FieldworkFrom = "May 2011" }, Never)),

        [typeof(AddFromLibrary)] = (Recorders, (t, a) => new AddFromLibrary(t._database).ExecuteAsync(a, new() { Programme = Slug, Sections = [new() { Section = MeasureLibrary.All[0].Section, Codes = [MeasureLibrary.All[0].Code] }] }, Never)),
        [typeof(Annotate)] = (Recorders, (t, a) => new Annotate(t._database).ExecuteAsync(a, new() { Programme = Slug, Measure = "in-time", Month = "2011-05", Text = "Backlog cleared." }, Never)),
        [typeof(ApproveMonth)] = (Recorders, (t, a) => new ApproveMonth(t._database).ExecuteAsync(a, new() { Programme = Slug, Month = "2011-05" }, Never)),
        [typeof(ApproveFigure)] = (Recorders, (t, a) => new ApproveFigure(t._database).ExecuteAsync(a, new() { Programme = Slug, Measure = "in-time", Id = 1 }, Never)),
        [typeof(CommentOnValue)] = ([.. Recorders, Role.ServiceDirector], (t, a) => new CommentOnValue(t._database).ExecuteAsync(a, new() { Programme = Slug, Measure = "in-time", AreaId = t._programme.Whole.Id, Month = "2011-05", Why = "Two posts were empty." }, Never)),
        [typeof(EndAnnotation)] = (Recorders, (t, a) => new EndAnnotation(t._database).ExecuteAsync(a, Slug, 1, Never)),
        [typeof(EndRebase)] = (Recorders, (t, a) => new EndRebase(t._database).ExecuteAsync(a, Slug, 1, Never)),
        [typeof(EndTarget)] = (Recorders, (t, a) => new EndTarget(t._database).ExecuteAsync(a, new() { Programme = Slug, Measure = "in-time", Target = 1, LastMonth = "2011-05", Why = "The notice was lifted." }, Never)),
        [typeof(GiveMeasures)] = (Recorders, (t, a) => new GiveMeasures(t._database).ExecuteAsync(a, new() { Programme = Slug, OwnerId = GiveMeasures.Input.Nobody, Measures = ["referrals"] }, Never)),
        [typeof(GiveUpImport)] = (Recorders, (t, a) => new GiveUpImport(t._database).ExecuteAsync(a, new() { Programme = Slug, FileId = 1 }, Never)),
        [typeof(ImportBenchmarks)] = (Recorders, (t, a) => new ImportBenchmarks(t._database).ExecuteAsync(a, new() { Programme = Slug, Measure = "in-time", File = "rates.csv" }, StatisticsText.Open(StatisticsText.File("referral_count", StatisticsText.England("2024", "621880"))), Never)),
        [typeof(ImportMeasures)] = (Recorders, (t, a) => new ImportMeasures(t._database).ExecuteAsync(a, new() { Programme = Slug, Name = "figures.csv" }, null, Never)),
        [typeof(KeepImport)] = (Recorders, (t, a) => new KeepImport(t._database).ExecuteAsync(a, new() { Programme = Slug, Name = "figures.csv", Content = [1] }, Never)),
        [typeof(KeepMonthDraft)] = (Recorders, (t, a) => new KeepMonthDraft(t._database).ExecuteAsync(a, new() { Programme = Slug, Month = "2011-05" }, Never)),
        [typeof(KeepStatisticsFile)] = (Recorders, (t, a) => new KeepStatisticsFile(t._database).ExecuteAsync(a, new() { Programme = Slug, Name = "rates.csv", Content = [1] }, Never)),
        [typeof(MapImport)] = (Recorders, (t, a) => new MapImport(t._database).ExecuteAsync(a, new() { Programme = Slug, FileId = 1 }, Never)),
        [typeof(RebaseSeries)] = (Recorders, (t, a) => new RebaseSeries(t._database).ExecuteAsync(a, new() { Programme = Slug, Measure = "in-time", From = "2011-05", Reason = "One team decides now." }, Never)),
        [typeof(RecordGrid)] = (Recorders, (t, a) => new RecordGrid(t._database).ExecuteAsync(a, new() { Programme = Slug, Month = "2011-05", Cells = [new() { Measure = "referrals", AreaId = t._programme.Whole.Id, Numerator = "4" }] }, Never)),
        [typeof(RecordMonth)] = (Recorders, (t, a) => new RecordMonth(t._database).ExecuteAsync(a, new() { Programme = Slug, Measure = "referrals", Month = "2011-04", Lines = [new() { AreaId = t._programme.Whole.Id, Numerator = "4" }] }, Never)),
        [typeof(RedefineMeasure)] = (Recorders, (t, a) => new RedefineMeasure(t._database).ExecuteAsync(a, new() { Programme = Slug, Measure = "referrals", From = "2011-05", Definition = "Otherwise.", Numerator = "all", WhatChanged = "Counted otherwise." }, Never)),
        [typeof(RetireMeasure)] = (Recorders, (t, a) => new RetireMeasure(t._database).ExecuteAsync(a, new() { Programme = Slug, Measure = "referrals", LastMonth = "2011-05" }, Never)),
        [typeof(SaveMeasure)] = (Recorders, (t, a) => new SaveMeasure(t._database).ExecuteAsync(a, new()
        {
            Programme = Slug,
            Name = $"Visits {a.Name}",
            Phrase = "visits",
            Definition = "Visits.",
            Unit = MeasureUnit.Count,
            Numerator = "visits",
            Decimals = 0,
            Polarity = Polarity.None,
            Period = PeriodType.InMonth,
        }, Never)),
        [typeof(SaveTarget)] = (Recorders, (t, a) => new SaveTarget(t._database).ExecuteAsync(a, new() { Programme = Slug, Measure = "in-time", SetBy = TargetSetter.Local, From = "2011-05", Lines = [new() { Month = "2011-05", Value = "80" }] }, Never)),
        [typeof(StateFigure)] = (Recorders, (t, a) => new StateFigure(t._database).ExecuteAsync(a, new()
        {
            Programme = Slug,
            Measure = "in-time",
            AreaId = t._programme.Whole.Id,
            Period = PeriodType.InMonth,
            Month = "2011-03",
            Printed = "84",
            Source = new() { New = new() { Title = "Report", Publisher = "The council" } },
        }, Never)),
        [typeof(TakeBackDefinition)] = (Recorders, (t, a) => new TakeBackDefinition(t._database).ExecuteAsync(a, new() { Programme = Slug, Measure = "in-time", From = "2011-05", Reason = "It is counted as before." }, Never)),
        [typeof(TakeBackFigure)] = (Recorders, (t, a) => new TakeBackFigure(t._database).ExecuteAsync(a, new() { Programme = Slug, Measure = "in-time", Id = 1, Reason = "Another measure was meant." }, Never)),
        [typeof(UnlockFigure)] = (Recorders, (t, a) => new UnlockFigure(t._database).ExecuteAsync(a, new() { Programme = Slug, Measure = "in-time", Id = 1, Reason = "It was misread." }, Never)),
        [typeof(UnlockMonth)] = (Recorders, (t, a) => new UnlockMonth(t._database).ExecuteAsync(a, new() { Programme = Slug, Month = "2011-05", Reason = "A count was wrong." }, Never)),

        [typeof(AddEvidence)] = (Owners, (t, a) => new AddEvidence(t._database).ExecuteAsync(a, new() { Programme = Slug, Action = "A1", Strength = EvidenceStrength.Statement, Title = "Seen.", DatedOn = new DateOnly(2011, 5, 1) }, Never)),
        [typeof(EndEvidence)] = (Owners, (t, a) => new EndEvidence(t._database).ExecuteAsync(a, new() { Programme = Slug, Action = "A1", EvidenceId = 1, Reason = "Of another action." }, Never)),
        [typeof(HandOverActions)] = (Owners, (t, a) => new HandOverActions(t._database).ExecuteAsync(a, new() { Programme = Slug, FromId = t._programme[Role.ServiceDirector].Id, ToId = t._programme[Role.BoardMember].Id, Led = ["A1"], Sentence = "She leaves.", On = new DateOnly(2011, 7, 1) }, Never)),
        [typeof(MoveAction)] = (Owners, (t, a) => new MoveAction(t._database).ExecuteAsync(a, new() { Programme = Slug, Action = "A1", Move = StageMove.Complete, Sentence = "Done." }, Never)),
        [typeof(SaveAction)] = (Manager, (t, a) => new SaveAction(t._database).ExecuteAsync(a, new() { Programme = Slug, ObjectiveId = 1, Reference = "A9", Title = "Train", OutcomeSought = "Children are seen.", StartsOn = new DateOnly(2011, 1, 1), DueOn = new DateOnly(2011, 2, 1) }, Never)),
        [typeof(SaveMilestone)] = (Owners, (t, a) => new SaveMilestone(t._database).ExecuteAsync(a, new() { Programme = Slug, Action = "A1", Title = "Half", DueOn = new DateOnly(2011, 2, 1) }, Never)),
        [typeof(SaveObjective)] = (Manager, (t, a) => new SaveObjective(t._database).ExecuteAsync(a, new() { Programme = Slug, Reference = "O9", Title = "In time", OutcomeSought = "Children are seen." }, Never)),
        [typeof(JudgeImpact)] = (Owners, (t, a) => new JudgeImpact(t._database).ExecuteAsync(a, new() { Programme = Slug, Action = "A1", Impact = Impact.Some, Sentence = "Fewer come back." }, Never)),
        [typeof(UpdateAction)] = (Owners, (t, a) => new UpdateAction(t._database).ExecuteAsync(a, new() { Programme = Slug, Action = "A1", Progress = Progress.OnTrack, Sentence = "Two started." }, Never)),

        [typeof(AddTimelineEntry)] = (Manager, (t, a) => new AddTimelineEntry(t._database).ExecuteAsync(a, new() { Programme = Slug, On = "May 2011", Kind = TimelineKind.Other, Sentence = "Something happened." }, Never)),
        [typeof(DescribeProgramme)] = (Manager, (t, a) => new DescribeProgramme(t._database).ExecuteAsync(a, new() { Programme = Slug, Name = "improvement notice", Seen = DescribeProgramme.Input.Of(t._programme.Programme.Name, t._programme.Programme.LegalBasis, null).Seen }, Never)),
        [typeof(MoveProgramme)] = (Manager, (t, a) => new MoveProgramme(t._database).ExecuteAsync(a, new() { Programme = Slug, State = LifecycleState.Issued, Since = "May 2011", Reason = "The notice came." }, Never)),
        [typeof(ReviewRequirement)] = (Manager, (t, a) => new ReviewRequirement(t._database).ExecuteAsync(a, new() { Programme = Slug, RequirementId = 1, Outcome = RequirementOutcome.Met, On = "May 2011", Said = "Six months." }, Never)),
        [typeof(PlanDate)] = (Manager, (t, a) => new PlanDate(t._database).ExecuteAsync(a, new() { Programme = Slug, Kind = PlannedKind.CommitteeMeeting, On = new DateOnly(2011, 7, 18), Title = "Scrutiny committee" }, Never)),
        [typeof(TakeBackPlannedDate)] = (Manager, (t, a) => new TakeBackPlannedDate(t._database).ExecuteAsync(a, new() { Programme = Slug, DateId = 1, Reason = "The committee has no business." }, Never)),
        [typeof(TakeBackEntry)] = (Manager, (t, a) => new TakeBackEntry(t._database).ExecuteAsync(a, new() { Programme = Slug, EntryId = 1, Reason = "It belongs to another programme." }, Never)),
        [typeof(TakeBackJudgement)] = (Manager, (t, a) => new TakeBackJudgement(t._database).ExecuteAsync(a, new() { Programme = Slug, RequirementId = 1, ReviewId = 1, Reason = "It was said of another." }, Never)),
        [typeof(TakeBackMove)] = (Manager, (t, a) => new TakeBackMove(t._database).ExecuteAsync(a, new() { Programme = Slug, StatusId = 1, Reason = "It was only asked for." }, Never)),
        [typeof(SaveArea)] = (KeepersOfAreas, (t, a) => new SaveArea(t._database).ExecuteAsync(a, new() { Programme = Slug, Name = $"Area {a.Name}", Kind = AreaKind.Locality, ParentId = t._programme.Whole.Id, From = new DateOnly(2011, 6, 1) }, Never)),
        [typeof(SaveAuthorityCode)] = (KeepersOfAreas, (t, a) => new SaveAuthorityCode(t._database).ExecuteAsync(a, new() { Programme = Slug, Code = "E10000024" }, Never)),
        [typeof(SaveFigureRules)] = (KeepersOfAreas, (t, a) => new SaveFigureRules(t._database).ExecuteAsync(a, new() { Programme = Slug, FiguresDueOn = 15, FewestForLimits = 3, FewestForFirmLimits = 12 }, Never)),
        [typeof(SaveRequirement)] = (Manager, (t, a) => new SaveRequirement(t._database).ExecuteAsync(a, new() { Programme = Slug, Words = "Children are seen in time." }, Never)),
        [typeof(SaveSourceDocument)] = (Manager, (t, a) => new SaveSourceDocument(t._database).ExecuteAsync(a, new() { Programme = Slug, Document = new() { Title = "Letter", Publisher = "Ofsted" } }, Never)),
        [typeof(SaveTheme)] = (KeepersOfAreas, (t, a) => new SaveTheme(t._database).ExecuteAsync(a, new() { Programme = Slug, Name = $"Theme {a.Name}" }, Never)),

        // Everybody who reads a programme has a calendar; who only keeps the doors has no dates to read.
        [typeof(ChangeCalendarAddress)] = ([.. Enum.GetValues<Role>().Where(role => role != Role.Administrator)], (t, a) => new ChangeCalendarAddress(t._database).ExecuteAsync(a, new() { Programme = Slug, Wish = CalendarWish.New }, Never)),
        [typeof(ChangeAccess)] = (Administrators, (t, a) => new ChangeAccess(t._database).ExecuteAsync(a, t._programme[Role.Reader].Id, maySignIn: false, Never)),
        // Whoever manages a programme may start the next one, wherever that is.
        [typeof(CreateProgramme)] = (KeepersOfAreas, (t, a) => new CreateProgramme(t._database).ExecuteAsync(a, new() { Authority = "Shire", Name = "notice", Intervention = InterventionKind.None, StartsOn = new DateOnly(2011, 1, 1) }, Never)),
        [typeof(EndNonWorkingDay)] = (Administrators, (t, a) => new EndNonWorkingDay(t._database).ExecuteAsync(a, new() { Id = 1 }, Never)),
        [typeof(GiveLink)] = (Administrators, (t, a) => new GiveLink(t._database).ExecuteAsync(a, t._programme[Role.Reader].Id, Never)),
        [typeof(GrantRole)] = (Administrators, (t, a) => new GrantRole(t._database).ExecuteAsync(a, new() { PersonId = t._programme[Role.Reader].Id, Role = Role.BoardMember, ProgrammeId = t._programme.Programme.Id }, Never)),
        [typeof(InvitePerson)] = (Administrators, (t, a) => new InvitePerson(t._database).ExecuteAsync(a, new() { Name = "Ann", Post = "Adviser", Email = "ann@example.org" }, Never)),
        [typeof(OfferFirstAdministrator)] = (Administrators, (t, a) => new OfferFirstAdministrator(t._database).ExecuteAsync(a, Never)),
        [typeof(RevokeRole)] = (Administrators, (t, a) => new RevokeRole(t._database).ExecuteAsync(a, 1, Never)),
        [typeof(SaveNonWorkingDay)] = (Administrators, (t, a) => new SaveNonWorkingDay(t._database).ExecuteAsync(a, new() { Day = new DateOnly(2022, 9, 20), Name = "State funeral" }, Never)),
    };

    /// <summary>Opened by holding the machine or a link, by no role: their own tests say by what.</summary>
    private static readonly Type[] ByOtherThanARole = [typeof(AppointAdministrator), typeof(BecomeFirstAdministrator), typeof(SetPassword)];

    private const string Slug = TestProgramme.Slug;
    private TestDatabase _database = null!;
    private TestProgramme _programme = null!;
    private Inspection _inspection = null!;

    private int FindingId => _inspection.Findings.Single().Id;

    public static TheoryData<string> UseCases => [.. Doors.Keys.Select(type => type.Name).Order()];

    private static (Role[] May, Func<EveryUseCaseTests, Actor, Task> Ask) Door(string name) => Doors.Single(door => door.Key.Name == name).Value;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _programme = await TestProgramme.CreateAsync(_database);
        _inspection = await _programme.InspectAsync(Visibility.Draft, (FindingKind.AreaForPriorityAction, "Referrals are closed prematurely."));
        await _programme.PlanAsync("A1", new DateOnly(2011, 1, 1), new DateOnly(2011, 12, 1));
        await _programme.RecordAsync(_programme.InTime, _programme.Whole, new Month(2011, 5), RecordedValue.Counted(40, 50));
        await _programme.ChangeAsync((db, change) =>
        {
            var measure = db.Measures.Include(one => one.Owners).Single(one => one.Code == "in-time");
            measure.GiveTo(db.Users.Single(person => person.Id == _programme[Role.ServiceDirector].Id), change);
        });
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public void Every_use_case_is_asked_here()
    {
        var all = TrackerServices.UseCasesAndReads.Where(type => type.GetMethod("ExecuteAsync", BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly) is not null);

        Assert.Equal(all.Select(type => type.Name).Order(), Doors.Keys.Concat(ByOtherThanARole).Select(type => type.Name).Order());
    }

    [Theory, MemberData(nameof(UseCases))]
    public async Task It_is_open_to_its_roles_and_to_no_other(string name)
    {
        var (may, ask) = Door(name);
        foreach (var role in Enum.GetValues<Role>())
        {
            // What stands in the way later, such as that something is not there, is no refusal of the role.
            var refused = await Record.ExceptionAsync(() => ask(this, _programme.As(role)));
            if (may.Contains(role))
                Assert.True(refused is null or (not NotAllowed and BrokenRule) or FluentValidation.ValidationException, $"{role} is refused: {refused}");
            else
                Assert.True(refused is NotAllowed, $"{role} is not refused: {refused?.Message ?? "it was done"}");
        }
    }

    [Theory, MemberData(nameof(UseCases))]
    public async Task Neither_nobody_nor_somebody_with_a_role_elsewhere_gets_in(string name)
    {
        var (may, ask) = Door(name);
        var elsewhere = Actor.Of(_programme[Role.Reader].Id, "Elsewhere", [.. may.Where(role => role != Role.Administrator && name != nameof(CreateProgramme)).Select(role => new ActorRole(_programme.Programme.Id + 1, role))]);
        foreach (var actor in new[] { Actor.Nobody, elsewhere })
        {
            var refused = await Record.ExceptionAsync(() => ask(this, actor));
            Assert.True(refused is NotFound or NotAllowed, refused?.Message ?? "It was done.");
        }
        await using var db = _database.CreateDbContext();
        Assert.DoesNotContain(await db.Changes.Select(change => change.PersonId).ToListAsync(), person => person == elsewhere.PersonId);
    }
}
