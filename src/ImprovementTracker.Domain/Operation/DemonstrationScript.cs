using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Operation;

/// <summary>A clock that shows the moment to which it was last moved.</summary>
internal sealed class DemonstrationClock : TimeProvider
{
    public DateTime Utc { get; set; } = new(2009, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    public override DateTimeOffset GetUtcNow() => new(Utc, TimeSpan.Zero);
}

/// <summary>
/// What was done in the demonstration's programmes, day by day. It is played in the order of the days with a clock moved
/// along, so the history reads as if the tracker had been in use then.
/// </summary>
internal sealed class DemonstrationScript(TrackerContext db, DemonstrationClock clock)
{
    private static readonly Actor Program = Actor.System("demonstration");
    private readonly List<Step> _steps = [];
    private readonly List<object> _finished = [];

    public TrackerContext Db => db;

    /// <summary>The person did this on the day; what was done is written as the use cases write it.</summary>
    public void On(DateOnly day, Person? by, Programme programme, string what, Action<Change> apply) =>
        _steps.Add(new(day, by, programme, what, apply));

    /// <summary>Nothing more will happen to these rows: they are let go once written, which keeps the filling fast.</summary>
    public void Finish(params IEnumerable<object> rows) => _finished.AddRange(rows);

    public async Task PlayAsync(CancellationToken cancel)
    {
        foreach (var day in _steps.GroupBy(step => step.Day).OrderBy(day => day.Key))
        {
            clock.Utc = day.Key.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);
            foreach (var step in day)
            {
                var actor = step.By is { } person ? Actor.Of(person.Id, person.Name, []) : Program;
                await using var scope = await db.StartChangeAsync(actor, step.Programme.Id == 0 ? null : step.Programme.Id, null, cancel);
                step.Apply(scope.Change);
                await scope.CommitAsync(step.What, cancel);
                foreach (var row in _finished)
                    db.Entry(row).State = EntityState.Detached;
                _finished.Clear();
                clock.Utc = clock.Utc.AddMinutes(7);
            }
        }
    }

    /// <summary>The day itself, or the Monday after it where it falls on a weekend.</summary>
    public static DateOnly OnWeekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private sealed record Step(DateOnly Day, Person? By, Programme Programme, string What, Action<Change> Apply);
}
