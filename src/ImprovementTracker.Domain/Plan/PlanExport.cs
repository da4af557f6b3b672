using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Plan;

/// <summary>The plan as a file holds it: every action that is as chosen in the list, over all its pages.</summary>
public sealed class PlanExport(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Filters">What was chosen, in words.</param>
    /// <param name="AsAt">UTC.</param>
    public sealed record Shown(ProgrammeHeader Programme, string Filters, DateTime AsAt, string ExportedBy, IReadOnlyList<Line> Actions);

    /// <summary>What an action is and how it stands.</summary>
    public sealed record Facts(int Id, string Reference, string Title, string Objective, string? Theme, string OutcomeSought, string? Lead, string? Accountable, string? PartnerAgency,
        Stage Stage, Progress? Progress, Impact Impact, string? BlockedBy, DateOnly StartsOn, DateOnly BaselineDueOn, DateOnly DueOn, EvidenceStrength EvidenceNeeded, DateOnly? RecheckOn, bool IsIllustrative);

    /// <param name="Slips">How often its due date was moved.</param>
    /// <param name="LastSlipReason">Why it moved the last time.</param>
    /// <param name="LastSaid">The sentence said last of how it goes.</param>
    /// <param name="IsRecheckDue">Whether it is verified and to be looked at again by now.</param>
    /// <param name="Milestones">In the order of their days.</param>
    /// <param name="Findings">Only those of inspections that the person may know of.</param>
    /// <param name="Evidence">How many pieces of evidence count.</param>
    public sealed record Line(Facts Action, bool IsOverdue, int Slips, string? LastSlipReason, DateOnly? SaidOn, string? SaidBy, string? LastSaid,
        IReadOnlyList<string> Findings, IReadOnlyList<string> Requirements, IReadOnlyList<string> Measures, int Evidence, EvidenceStrength? Strongest, bool IsRecheckDue, IReadOnlyList<Step> Milestones)
    {
        /// <summary>2 of 5; empty where it has none.</summary>
        public string? Reached => Milestones.Count == 0 ? null : $"{Milestones.Count(step => step.DoneOn is not null)} of {Milestones.Count}";

        /// <summary>The first of those that are not reached.</summary>
        public Step? NextStep => Milestones.FirstOrDefault(step => step.DoneOn is null);
    }

    /// <summary>A milestone that stands.</summary>
    /// <param name="DoneOn">The day on which it was reached; null while it is not.</param>
    public sealed record Step(string Title, DateOnly DueOn, DateOnly? DoneOn);

    /// <summary>Eight statements, however long the plan is, and one more for each of theme and lead where that is chosen.</summary>
    public async Task<Shown> LoadAsync(Actor actor, string slug, PlanList.Filter filter, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.ReadProgramme, cancel);
        var all = db.PriorityActions.AsNoTracking().Where(action => action.ProgrammeId == programme.Id);
        var matching = PlanList.Matching(all, filter, programme.JudgedOn);
        var ids = matching.Select(action => action.Id);

        var actions = await PlanList.Ordered(matching, filter.Order)
            .Select(action => new Facts(action.Id, action.Reference, action.Title, action.Objective.Reference + " " + action.Objective.Title, action.Objective.Theme!.Name, action.OutcomeSought,
                action.Lead!.Name, action.Accountable!.Name, action.PartnerAgency, action.Stage, action.Progress, action.Impact, action.BlockedBy,
                action.StartsOn, action.BaselineDueOn, action.DueOn, action.EvidenceNeeded, action.RecheckOn, action.IsIllustrative))
            .ToListAsync(cancel);
        var updates = (await db.ActionUpdates.AsNoTracking()
            .Where(update => ids.Contains(update.ActionId) && ((update.MovedFrom != null && update.MovedFrom != update.DueOn) || update.RecordedIn == update.Action.Updates.AsQueryable().Where(ActionUpdate.SaysHowItGoes).Max(one => (long?)one.RecordedIn)))
            .Join(db.Changes, update => update.RecordedIn, change => change.Sequence, (update, change) => new { update.Id, update.ActionId, update.RecordedIn, update.SaidOn, update.Sentence, change.PersonName, update.MovedFrom, update.DueOn, update.SlipReason, update.Move })
            .OrderBy(update => update.RecordedIn).ThenBy(update => update.Id)
            .ToListAsync(cancel)).ToLookup(update => update.ActionId);
        var seen = db.Inspections.SeenBy(actor, programme.Id).Select(inspection => inspection.Id);
        var findings = (await db.ActionFindings.AsNoTracking()
            .Where(link => ids.Contains(link.ActionId) && link.EndedIn == null && seen.Contains(link.Finding.InspectionId))
            .OrderBy(link => link.Finding.Inspection.FieldworkFrom).ThenBy(link => link.Finding.InspectionId).ThenBy(link => link.Finding.Order)
            .Select(link => new { link.ActionId, link.Finding.Inspection.Title, link.Finding.Kind, link.Finding.Words })
            .ToListAsync(cancel)).ToLookup(link => link.ActionId, link => $"{link.Title}, {link.Kind.Label().ToLowerInvariant()}: {link.Words}");
        var requirements = (await db.ActionRequirements.AsNoTracking()
            .Where(link => ids.Contains(link.ActionId) && link.EndedIn == null)
            .OrderBy(link => link.Requirement.Reference.Length).ThenBy(link => link.Requirement.Reference)
            .Select(link => new { link.ActionId, link.Requirement.Reference, link.Requirement.Words, IsEnded = link.Requirement.EndedIn != null })
            .ToListAsync(cancel)).ToLookup(link => link.ActionId, link => $"{link.Reference}{(link.IsEnded ? " (no longer asked)" : "")}: {link.Words}");
        var measures = (await db.ActionMeasures.AsNoTracking()
            .Where(link => ids.Contains(link.ActionId) && link.EndedIn == null)
            .OrderBy(link => link.Measure.Order).ThenBy(link => link.Measure.Name)
            .Select(link => new { link.ActionId, link.Measure.Name })
            .ToListAsync(cancel)).ToLookup(link => link.ActionId, link => link.Name);
        var evidence = (await db.Evidence.AsNoTracking()
            .Where(one => ids.Contains(one.ActionId) && one.EndedIn == null)
            .Select(one => new { one.ActionId, one.Strength })
            .ToListAsync(cancel)).ToLookup(one => one.ActionId, one => one.Strength);
        var steps = (await db.MilestoneRevisions.AsNoTracking()
            .Where(revision => ids.Contains(revision.Milestone.ActionId) && revision.SupersededIn == null && revision.Milestone.EndedIn == null)
            .OrderBy(revision => revision.DueOn).ThenBy(revision => revision.MilestoneId)
            .Select(revision => new { revision.Milestone.ActionId, Step = new Step(revision.Title, revision.DueOn, revision.DoneOn) })
            .ToListAsync(cancel)).ToLookup(step => step.ActionId, step => step.Step);
        var theme = filter.ThemeId is { } themeId
            ? await db.Themes.AsNoTracking().Where(one => one.ProgrammeId == programme.Id && one.Id == themeId).Select(one => one.Name).SingleOrDefaultAsync(cancel) : null;
        var lead = filter.LeadId is { } leadId
            ? await all.Where(action => action.LeadId == leadId).Select(action => action.Lead!.Name).Distinct().SingleOrDefaultAsync(cancel) : null;

        return new(programme, InWords(filter, theme, lead), db.Clock.GetUtcNow().UtcDateTime, actor.Name, [.. actions.Select(action =>
        {
            var last = updates[action.Id].LastOrDefault(update => update.Move is not null);
            var moves = updates[action.Id].Where(update => update.MovedFrom is { } from && from != update.DueOn).ToList();
            return new Line(action, Overdue.Is(action.Stage, action.DueOn, programme.JudgedOn), moves.Count, moves.LastOrDefault()?.SlipReason, last?.SaidOn, last?.PersonName, last?.Sentence,
                [.. findings[action.Id]], [.. requirements[action.Id]], [.. measures[action.Id]],
                evidence[action.Id].Count(), evidence[action.Id].Select(strength => (EvidenceStrength?)strength).Max(), RecheckDue.Is(action.Stage, action.RecheckOn, programme.JudgedOn), [.. steps[action.Id]]);
        })]);
    }

    /// <summary>Status: at risk; only overdue. Actions that were withdrawn are left out.</summary>
    private static string InWords(PlanList.Filter filter, string? theme, string? lead)
    {
        List<string> chosen = [];
        if (filter.Status is { } status)
            chosen.Add($"status: {status.Label()}");
        if (filter.ThemeId is not null)
            chosen.Add($"theme: {theme ?? "one that is not in this programme"}");
        if (filter.LeadId is not null)
            chosen.Add($"lead: {lead ?? "somebody who leads no action"}");
        if (filter.OnlyOverdue)
            chosen.Add("only overdue");
        if (filter.OnlyRecheckDue)
            chosen.Add("only those to be looked at again");
        if (!string.IsNullOrWhiteSpace(filter.Text))
            chosen.Add($"words: ‘{filter.Text.Trim()}’");
        var said = chosen.Count == 0 ? "The whole plan." : Words.Sentence(string.Join("; ", chosen)) + ".";
        return filter.Status == ActionStatus.Withdrawn ? said : said + " Actions that were withdrawn are left out.";
    }
}
