using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Plan;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Dashboards;

/// <summary>The reads of programmes and inspections ask the database no oftener for a hundred of everything than for one, and ask SQL Server in its own words.</summary>
public class ReadsOfProgrammesAndInspectionsTests(ReadsOfProgrammesAndInspectionsTests.Databases databases) : IClassFixture<ReadsOfProgrammesAndInspectionsTests.Databases>
{
    private static readonly CancellationToken Never = CancellationToken.None;

    public static TheoryData<string, int> Reads => new()
    {
        { nameof(ProgrammeList), 4 },
        { nameof(ProgrammeFrame), 1 },
        { nameof(ProgrammeSetup), 7 },
        { nameof(ProgrammeToStart), 1 },
        { nameof(EntryToAdd), 2 },
        { nameof(Timeline), 9 },
        { nameof(InspectionList), 5 },
        { nameof(InspectionPage), 9 },
        { nameof(JudgedAreas), 4 },
        { nameof(InspectionToEdit), 4 },
        { nameof(FindingsToAdd), 3 },
        { nameof(FindingToCorrect), 3 },
        { nameof(FindingToReview), 4 },
        { nameof(AreasToJudge), 3 },
    };

    private static Task LoadAsync(IDbContextFactory<TrackerContext> database, string read, Actor manager, Actor administrator, Inspection first) => read switch
    {
        nameof(ProgrammeList) => new ProgrammeList(database).LoadAsync(manager, Never),
        nameof(ProgrammeFrame) => new ProgrammeFrame(database).LoadAsync(manager, TestProgramme.Slug, Never),
        nameof(ProgrammeSetup) => new ProgrammeSetup(database).LoadAsync(manager, TestProgramme.Slug, Never),
        nameof(ProgrammeToStart) => new ProgrammeToStart(database).LoadAsync(administrator, Never),
        nameof(EntryToAdd) => new EntryToAdd(database).LoadAsync(manager, TestProgramme.Slug, Never),
        nameof(Timeline) => new Timeline(database).LoadAsync(manager, TestProgramme.Slug, null, Never),
        nameof(InspectionList) => new InspectionList(database).LoadAsync(manager, TestProgramme.Slug, Never),
        nameof(InspectionPage) => new InspectionPage(database).LoadAsync(manager, TestProgramme.Slug, first.Id, Never),
        nameof(JudgedAreas) => new JudgedAreas(database).LoadAsync(manager, TestProgramme.Slug, Never),
        nameof(InspectionToEdit) => new InspectionToEdit(database).LoadAsync(manager, TestProgramme.Slug, first.Id, Never),
        nameof(FindingsToAdd) => new FindingsToAdd(database).LoadAsync(manager, TestProgramme.Slug, first.Id, Never),
        nameof(FindingToCorrect) => new FindingToCorrect(database).LoadAsync(manager, TestProgramme.Slug, first.Findings.First().Id, Never),
        nameof(FindingToReview) => new FindingToReview(database).LoadAsync(manager, TestProgramme.Slug, first.Findings.First().Id, Never),
        nameof(AreasToJudge) => new AreasToJudge(database).LoadAsync(manager, TestProgramme.Slug, first.Id, Never),
        _ => throw new ArgumentOutOfRangeException(nameof(read), read, "The test does not know this read."),
    };

    /// <summary>So many inspections with as many findings, grades, reviews, answering actions, entries, documents, areas, themes, states and people named.</summary>
    private static async Task<(TestProgramme Programme, Inspection First)> FillAsync(TestDatabase database, int count)
    {
        var programme = await TestProgramme.CreateAsync(database);
        var first = await programme.InspectAsync(Visibility.Embargoed, [.. Enumerable.Range(1, count).Select(number => (FindingKind.AreaForPriorityAction, $"Finding {number}."))]);
        var action = await programme.PlanAsync("A1", new DateOnly(2011, 1, 1), new DateOnly(2011, 3, 31));
        await programme.ChangeAsync((db, _) => db.AddRange(Enumerable.Range(1, count).Select(number => Person.Called($"Person {number}", "Chair", $"person{number}@example.org"))));
        await programme.ChangeAsync((db, change) =>
        {
            var people = db.Users.Where(person => person.Post == "Chair").OrderBy(person => person.Id).ToList();
            var (here, letter, done) = (db.Programmes.Single(), db.Inspections.Include(inspection => inspection.Findings).Single(), db.PriorityActions.Single(one => one.Id == action.Id));
            done.BringTo(Stage.Completed, Impact.Some, "Done.", change);
            foreach (var (finding, number) in letter.Findings.Select((finding, index) => (finding, index + 1)))
            {
                var source = new SourceDocument(here, $"Document {number}", "Ofsted", KnownDate.In(2010, 1));
                var visit = new Inspection(here, change);
                visit.Describe(InspectionKind.IlacsStandard, $"Visit {number}", "Ofsted", KnownDate.In(2011, 2), null, null, Visibility.Embargoed, null, source);
                visit.StateTally(1, 2, Grade.Good, source);
                visit.Corrections.Add(new InspectionCorrection(visit, $"Reason {number}.", change));
                letter.Corrections.Add(new InspectionCorrection(letter, $"Reason {number}.", change));
                var area = new JudgedArea(here, $"Judged {number}", number);
                area.AimFor(Grade.Good, null, isIllustrative: false, change);
                db.AddRange(source, visit, new Judgement(visit, area, Grade.Good, source, change), new Judgement(letter, area, Grade.Good, null, change),
                    new FindingReview(finding, visit, ReviewOutcome.Open, "Words.", null, source, change), new ActionFinding(done, finding, change),
                    new TimelineEntry(here, KnownDate.In(2011, 3), TimelineKind.Other, $"Entry {number}.", null, source, false, change),
                    new Area(here, $"Area {number}", AreaKind.Locality, null, new DateOnly(2009, 1, 1)), new Theme(here, $"Theme {number}", number),
                    new ProgrammeStatus(here, LifecycleState.OnTrack, KnownDate.In(2011, 1), $"Reason {number}.", source, change), new Membership(people[number - 1], here.Id, Role.BoardMember, change),
                    new InspectionReader(letter, people[number - 1].Id, change));
            }
        });
        return (programme, first);
    }

    /// <summary>A database with so many of everything, made once for all reads.</summary>
    public sealed class Databases : IAsyncLifetime
    {
        private readonly Dictionary<int, (TestDatabase Database, TestProgramme Programme, Inspection First)> _filled = [];

        public async Task<(TestDatabase Database, TestProgramme Programme, Inspection First)> OfAsync(int count)
        {
            if (_filled.TryGetValue(count, out var known))
                return known;
            var database = await TestDatabase.CreateAsync();
            var (programme, first) = await FillAsync(database, count);
            return _filled[count] = (database, programme, first);
        }

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync()
        {
            foreach (var (database, _, _) in _filled.Values)
                await database.DisposeAsync();
        }
    }

    private async Task<int> CountAsync(string read, int count)
    {
        var (database, programme, first) = await databases.OfAsync(count);
        database.Statements.Clear();
        await LoadAsync(database, read, programme.As(Role.ProgrammeManager), programme.As(Role.Administrator), first);
        return database.Statements.Count;
    }

    [Theory, MemberData(nameof(Reads))]
    public async Task A_hundred_of_everything_takes_as_many_statements_as_one(string read, int statements)
    {
        Assert.Equal((statements, statements), (await CountAsync(read, 1), await CountAsync(read, 100)));
    }

    [Theory, MemberData(nameof(Reads))]
    public async Task SQL_Server_understands_each_of_them(string read, int statements)
    {
        var (database, programme, first) = await databases.OfAsync(2);

        var sent = await SqlServerRehearsal.RunAsync(database, factory => LoadAsync(factory, read, programme.As(Role.ProgrammeManager), programme.As(Role.Administrator), first));

        Assert.Equal(statements, sent.Count);
    }
}
