using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Plan;

/// <summary>The actions that passed to somebody else by one change, with what the one who took over must know of each as it stands now. Five statements.</summary>
public sealed class HandoverList(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Who">Who entered it.</param>
    /// <param name="What">What was entered, as a sentence without its subject.</param>
    /// <param name="RecordedAt">UTC.</param>
    /// <param name="Actions">What is due first coming first; empty where by that change no action passed.</param>
    /// <param name="ReadAt">When it was read (UTC).</param>
    public sealed record Shown(ProgrammeHeader Programme, string Who, string What, DateTime RecordedAt, IReadOnlyList<Line> Actions, DateTime ReadAt);

    /// <param name="Lead">Who leads it since then; null where that did not change.</param>
    /// <param name="Accountable">Who is accountable for it since then; null where that did not change.</param>
    /// <param name="Said">The last update of those who led it; null where there was none.</param>
    /// <param name="NextStep">The milestone to reach next; null where there is none.</param>
    public sealed record Line(string Reference, string Title, Stage Stage, Progress? Progress, DateOnly StartsOn, DateOnly DueOn, DateOnly BaselineDueOn, DateOnly? RecheckOn, string? BlockedBy, bool IsIllustrative, DateOnly JudgedOn)
    {
        public string? Lead { get; init; }
        public string? Accountable { get; init; }
        public Entry? Said { get; init; }
        public Step? NextStep { get; init; }
        public ActionStatus Status => ActionWords.StatusOf(Stage, Progress);
        public bool IsOverdue => Overdue.Is(Stage, DueOn, JudgedOn);

        /// <summary>The date first agreed, where it is no longer the due date.</summary>
        public DateOnly? OriginallyDueOn => BaselineDueOn == DueOn ? null : BaselineDueOn;
    }

    public sealed record Entry(DateOnly On, string Sentence);

    public sealed record Step(string Title, DateOnly DueOn);

    /// <param name="change">Its number.</param>
    public async Task<Shown> LoadAsync(Actor actor, string slug, long change, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.ReadProgramme, cancel);
        var made = await db.Changes.AsNoTracking()
            .Where(one => one.Sequence == change && one.ProgrammeId == programme.Id)
            .Select(one => new { one.PersonName, one.What, one.RecordedAt })
            .SingleOrDefaultAsync(cancel);
        var actions = await db.ActionUpdates.AsNoTracking()
            .Where(update => update.RecordedIn == change && update.Action.ProgrammeId == programme.Id)
            .Select(update => new
            {
                update.ActionId,
                Line = new Line(update.Action.Reference, update.Action.Title, update.Action.Stage, update.Action.Progress, update.Action.StartsOn, update.Action.DueOn, update.Action.BaselineDueOn,
                    update.Action.RecheckOn, update.Action.BlockedBy, update.Action.IsIllustrative, programme.JudgedOn),
                update.LeadId,
                Lead = update.Lead!.Name,
                update.AccountableId,
                Accountable = update.Accountable!.Name,
            })
            .ToListAsync(cancel);
        var ids = actions.ConvertAll(action => action.ActionId);
        var history = (await db.ActionUpdates.AsNoTracking()
            .Where(update => ids.Contains(update.ActionId))
            .OrderByDescending(update => update.RecordedIn).ThenByDescending(update => update.Id)
            .Select(update => new { update.ActionId, update.RecordedIn, update.Move, update.SaidOn, update.Sentence, update.LeadId, update.AccountableId })
            .ToListAsync(cancel)).ToLookup(update => update.ActionId);
        var steps = (await db.MilestoneRevisions.AsNoTracking()
            .Where(revision => ids.Contains(revision.Milestone.ActionId) && revision.SupersededIn == null && revision.Milestone.EndedIn == null && revision.DoneOn == null)
            .OrderBy(revision => revision.DueOn).ThenBy(revision => revision.MilestoneId)
            .Select(revision => new { revision.Milestone.ActionId, Step = new Step(revision.Title, revision.DueOn) })
            .ToListAsync(cancel)).ToLookup(step => step.ActionId, step => step.Step);

        var passed = from action in actions
                     let before = history[action.ActionId].FirstOrDefault(update => update.RecordedIn < change)
                     where before is not null && (before.LeadId != action.LeadId || before.AccountableId != action.AccountableId)
                     let said = history[action.ActionId].FirstOrDefault(update => update.Move is not null)
                     orderby action.Line.DueOn, action.Line.Reference.Length, action.Line.Reference
                     select action.Line with
                     {
                         Lead = before.LeadId == action.LeadId ? null : action.Lead ?? "nobody yet",
                         Accountable = before.AccountableId == action.AccountableId ? null : action.Accountable ?? "nobody yet",
                         Said = said is null ? null : new(said.SaidOn, said.Sentence),
                         NextStep = steps[action.ActionId].FirstOrDefault(),
                     };
        return new(programme, made?.PersonName ?? "", made?.What ?? "", made?.RecordedAt ?? default, [.. passed], db.Clock.GetUtcNow().UtcDateTime);
    }
}
