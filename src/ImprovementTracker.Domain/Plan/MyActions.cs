using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Plan;

/// <summary>The actions that the person asking leads or is accountable for: what is overdue and due first comes first.</summary>
public sealed class MyActions(IDbContextFactory<TrackerContext> database)
{
    /// <param name="MayUpdate">Whether the person's role lets them update their own actions.</param>
    public sealed record Shown(ProgrammeHeader Programme, bool MayUpdate, IReadOnlyList<Line> Actions)
    {
        public IEnumerable<Line> Open => Actions.Where(line => line.Stage.IsOpen());
        public IEnumerable<Line> Finished => Actions.Where(line => !line.Stage.IsOpen());
        public int Overdue => Actions.Count(line => line.IsOverdue);
    }

    /// <param name="SaidLast">The day of the last entry in its history; null when there is none.</param>
    /// <param name="Leads">Whether the person leads it; otherwise they are accountable for it.</param>
    public sealed record Line(string Reference, string Title, Stage Stage, Progress? Progress, DateOnly DueOn, DateOnly BaselineDueOn, DateOnly? SaidLast, string? LastSentence, bool Leads, bool IsIllustrative, DateOnly JudgedOn)
    {
        public ActionStatus Status => ActionWords.StatusOf(Stage, Progress);
        public bool IsOverdue => Overdue.Is(Stage, DueOn, JudgedOn);

        /// <summary>The date first agreed, where it is no longer the due date.</summary>
        public DateOnly? OriginallyDueOn => BaselineDueOn == DueOn ? null : BaselineDueOn;

        /// <summary>Null where nothing was said, and where it was said after the day on which the programme is judged.</summary>
        public int? DaysSinceSaid => SaidLast is { } day && day <= JudgedOn ? JudgedOn.DayNumber - day.DayNumber : null;
    }

    public async Task<Shown> LoadAsync(Actor actor, string slug, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.ReadProgramme, cancel);
        var mayUpdate = actor.May(Permission.UpdateAction, programme.Id, isTheirs: true);
        if (actor.PersonId is not { } person)
            return new(programme, mayUpdate, []);

        var found = await db.PriorityActions.AsNoTracking()
            .Where(action => action.ProgrammeId == programme.Id && (action.LeadId == person || action.AccountableId == person))
            .Select(action => new
            {
                action.Reference,
                action.Title,
                action.Stage,
                action.Progress,
                action.DueOn,
                action.BaselineDueOn,
                action.LeadId,
                action.IsIllustrative,
                Last = action.Updates.AsQueryable().Where(ActionUpdate.SaysHowItGoes).OrderByDescending(update => update.RecordedIn).ThenByDescending(update => update.Id)
                    .Select(update => new { update.SaidOn, update.Sentence }).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return new(programme, mayUpdate,
            [.. found
                .Select(action => new Line(action.Reference, action.Title, action.Stage, action.Progress, action.DueOn, action.BaselineDueOn,
                    action.Last?.SaidOn, action.Last?.Sentence, action.LeadId == person, action.IsIllustrative, programme.JudgedOn))
                .OrderBy(line => !line.Stage.IsOpen()).ThenBy(line => line.DueOn).ThenBy(line => line.Reference.Length).ThenBy(line => line.Reference, StringComparer.Ordinal)]);
    }
}
