using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Data;

/// <summary>
/// A small programme for a test: Testshire (authority) with North and South, a theme, a measure 'in-time' (percentage,
/// higher is better), a measure 'referrals' (count, no polarity), and one person in each role. Tests add what they are about.
/// </summary>
public sealed class TestProgramme
{
    public const string Slug = "testshire";

    private readonly IDbContextFactory<TrackerContext> _database;
    private readonly Dictionary<Role, Person> _people;

    private TestProgramme(IDbContextFactory<TrackerContext> database, Dictionary<Role, Person> people, Programme programme, Area whole, Area north, Area south, Theme theme, Measure inTime, Measure referrals)
    {
        (_database, _people, Programme, Whole, North, South, Theme, InTime, Referrals) = (database, people, programme, whole, north, south, theme, inTime, referrals);
    }

    public Programme Programme { get; }
    public Area Whole { get; }
    public Area North { get; }
    public Area South { get; }
    public Theme Theme { get; }
    public Measure InTime { get; }
    public Measure Referrals { get; }

    public Person this[Role role] => _people[role];

    /// <summary>The person of the role, asking.</summary>
    public Actor As(Role role) => Actor.Of(_people[role].Id, _people[role].Name, [new ActorRole(role == Role.Administrator ? null : Programme.Id, role)]);

    public static async Task<TestProgramme> CreateAsync(IDbContextFactory<TrackerContext> database)
    {
        await using var db = database.CreateDbContext();
        await using var scope = await db.StartChangeAsync(Actor.System("test"), null, null, CancellationToken.None);
        var programme = new Programme(Slug, "Testshire Council", "improvement notice", new DateOnly(2010, 1, 1));
        var whole = new Area(programme, "Testshire", AreaKind.Authority, null, new DateOnly(2009, 1, 1));
        var north = new Area(programme, "North", AreaKind.Locality, whole, new DateOnly(2009, 1, 1));
        var south = new Area(programme, "South", AreaKind.Locality, whole, new DateOnly(2009, 1, 1));
        var theme = new Theme(programme, "Assessment", 1);
        var inTime = new Measure(programme, "in-time");
        inTime.Begin(scope.Change);
        inTime.Define("Assessments in time", "assessments completed in time", "Share of assessments completed within ten working days.",
            "assessments completed in time", "assessments completed", MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth);
        inTime.Place(theme, null, 1);
        var referrals = new Measure(programme, "referrals");
        referrals.Begin(scope.Change);
        referrals.Define("Referrals", "referrals", "Referrals received in the month.", "referrals received", null, MeasureUnit.Count, 0, Polarity.None, PeriodType.InMonth);
        referrals.Place(theme, null, 2);
        var people = Enum.GetValues<Role>().ToDictionary(role => role, role => Person.Called($"The {role.Label().ToLowerInvariant()}", role.Label(), $"{role}@example.org"));
        db.AddRange(programme, whole, north, south, theme, inTime, referrals);
        db.AddRange(people.Values);
        await scope.CommitAsync("made a programme for a test", CancellationToken.None);

        var made = new TestProgramme(database, people, programme, whole, north, south, theme, inTime, referrals);
        await made.ChangeAsync((context, change) =>
        {
            foreach (var (role, person) in people)
            {
                context.Attach(person);
                context.Add(new Membership(person, role == Role.Administrator ? null : programme.Id, role, change));
            }
        });
        return made;
    }

    /// <summary>Changes the database directly, as one change, in the way that a use case would.</summary>
    public async Task ChangeAsync(Action<TrackerContext, Change> apply, Actor? actor = null)
    {
        await using var db = _database.CreateDbContext();
        await using var scope = await db.StartChangeAsync(actor ?? Actor.System("test"), Programme.Id, null, CancellationToken.None);
        apply(db, scope.Change);
        await scope.CommitAsync("changed for a test", CancellationToken.None);
    }

    /// <summary>Records a value without going through a use case.</summary>
    public Task RecordAsync(Measure measure, Area area, Month month, RecordedValue value, PeriodType period = PeriodType.InMonth) => ChangeAsync((db, change) =>
    {
        db.AttachRange(measure, area);
        var observation = new Observation(measure, area, month, period);
        observation.Revise(value, change);
        db.Add(observation);
    });

    /// <summary>An inspection with its findings, in order.</summary>
    public async Task<Inspection> InspectAsync(Visibility visibility, params (FindingKind Kind, string Words)[] findings)
    {
        Inspection inspection = null!;
        await ChangeAsync((db, change) =>
        {
            db.Attach(Programme);
            inspection = new Inspection(Programme, change);
            inspection.Describe(InspectionKind.UnannouncedContactReferralAssessment, "Unannounced inspection", "Ofsted", KnownDate.On(2009, 10, 8), KnownDate.On(2009, 10, 9), KnownDate.On(2009, 10, 29), visibility, null, null);
            foreach (var (finding, place) in findings.Select((finding, index) => (finding, index + 1)))
                inspection.Findings.Add(new Finding(inspection, finding.Kind, place, finding.Words, null, null, null, change));
            db.Add(inspection);
        });
        return inspection;
    }

    /// <summary>An action of its own objective, led by the service director and accountable to the programme manager.</summary>
    public async Task<PriorityAction> PlanAsync(string reference, DateOnly startsOn, DateOnly dueOn) => (await PlanAsync([reference], startsOn, dueOn)).Single();

    /// <summary>Several such actions, entered at once.</summary>
    public async Task<IReadOnlyList<PriorityAction>> PlanAsync(IEnumerable<string> references, DateOnly startsOn, DateOnly dueOn, Role lead = Role.ServiceDirector, Role accountable = Role.ProgrammeManager)
    {
        var actions = new List<PriorityAction>();
        await ChangeAsync((db, change) =>
        {
            db.AttachRange([Programme, .. new HashSet<Person> { this[lead], this[accountable] }]);
            foreach (var reference in references)
            {
                var objective = new Objective(Programme, $"O{reference}", $"Objective of {reference}", "Children are seen in time.", null);
                var action = new PriorityAction(objective, reference, startsOn, dueOn, isIllustrative: false);
                action.Describe(objective, $"Action {reference}", "Children are seen in time.", null);
                action.Assign(this[lead], this[accountable]);
                action.Record("Planned.", change);
                db.Add(action);
                actions.Add(action);
            }
        });
        return actions;
    }

    /// <summary>One more person with a role in the programme.</summary>
    public async Task<Person> AddPersonAsync(string name, Role role)
    {
        var person = Person.Called(name, role.Label(), $"{Guid.NewGuid():N}@example.org");
        await ChangeAsync((db, change) => db.AddRange(person, new Membership(person, Programme.Id, role, change)));
        return person;
    }
}
