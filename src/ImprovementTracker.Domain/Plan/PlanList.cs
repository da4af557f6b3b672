using System.Linq.Expressions;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Plan;

/// <summary>In which order the plan's actions are listed.</summary>
public enum PlanOrder { Objective, DueDate, Lead }

/// <summary>The plan: its objectives with their actions, as chosen by status, theme, lead, what is overdue and words.</summary>
public sealed class PlanList(IDbContextFactory<TrackerContext> database)
{
    public const int PageSize = 50;

    /// <summary>Which actions to show; everything when nothing is chosen.</summary>
    public sealed record Filter(ActionStatus? Status = null, int? ThemeId = null, int? LeadId = null, bool OnlyOverdue = false, string? Text = null, PlanOrder Order = PlanOrder.Objective, int Page = 1, bool OnlyRecheckDue = false)
    {
        public bool IsEmpty => Status is null && ThemeId is null && LeadId is null && !OnlyOverdue && !OnlyRecheckDue && string.IsNullOrWhiteSpace(Text);
    }

    /// <param name="Matching">How many actions match, over all pages.</param>
    /// <param name="Counts">How many actions of the whole plan have each status; those withdrawn are no part of it.</param>
    /// <param name="Overdue">How many actions of the whole plan are overdue.</param>
    /// <param name="RechecksDue">How many verified actions are to be looked at again by now.</param>
    /// <param name="Withdrawn">How many actions were withdrawn: listed only where they are asked for.</param>
    public sealed record Shown(ProgrammeHeader Programme, bool MayEnter, IReadOnlyList<ObjectiveLine> Objectives, IReadOnlyList<ActionLine> Actions, int Matching,
        IReadOnlyDictionary<ActionStatus, int> Counts, int Overdue, int RechecksDue, int Withdrawn, IReadOnlyList<(int Id, string Name)> Leads, IReadOnlyList<(int Id, string Name)> Themes, int Page)
    {
        public int All => Counts.Values.Sum();
        public int Pages => Math.Max(1, (Matching + PageSize - 1) / PageSize);
    }

    public sealed record ObjectiveLine(int Id, string Reference, string Title, string OutcomeSought, string? Theme, int Actions);

    public sealed record ActionLine(string Reference, string Title, int ObjectiveId, string? Lead, Stage Stage, Progress? Progress, DateOnly DueOn, DateOnly BaselineDueOn, DateOnly? SaidLast, DateOnly? RecheckOn, bool IsIllustrative, DateOnly JudgedOn)
    {
        public ActionStatus Status => ActionWords.StatusOf(Stage, Progress);
        public bool IsOverdue => Overdue.Is(Stage, DueOn, JudgedOn);
        public bool IsRecheckDue => RecheckDue.Is(Stage, RecheckOn, JudgedOn);
        public DateOnly? OriginallyDueOn => BaselineDueOn == DueOn ? null : BaselineDueOn;
    }

    /// <summary>Four statements, however long the plan is.</summary>
    public async Task<Shown> LoadAsync(Actor actor, string slug, Filter filter, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.ReadProgramme, cancel);
        var all = db.PriorityActions.AsNoTracking().Where(action => action.ProgrammeId == programme.Id);
        var matching = Matching(all, filter, programme.JudgedOn);

        var objectives = await db.Objectives.AsNoTracking()
            .Where(objective => objective.ProgrammeId == programme.Id)
            .OrderBy(objective => objective.Reference.Length).ThenBy(objective => objective.Reference)
            .Select(objective => new
            {
                Line = new ObjectiveLine(objective.Id, objective.Reference, objective.Title, objective.OutcomeSought, objective.Theme!.Name, db.PriorityActions.Where(InPlan.Counted).Count(action => action.ObjectiveId == objective.Id)),
                objective.ThemeId,
            })
            .ToListAsync(cancel);
        var isOverdue = Overdue.On(programme.JudgedOn);
        var isRecheckDue = RecheckDue.On(programme.JudgedOn);
        var groups = await all
            .GroupBy(action => new { action.LeadId, Lead = action.Lead!.Name, action.Stage, action.Progress })
            .Select(group => new { group.Key.LeadId, group.Key.Lead, group.Key.Stage, group.Key.Progress, Count = group.Count(), Overdue = group.AsQueryable().Count(isOverdue), Due = group.AsQueryable().Count(isRecheckDue), Matching = matching.Count() })
            .ToListAsync(cancel);
        var found = groups.Count == 0 ? 0 : groups[0].Matching;
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (found + PageSize - 1) / PageSize));
        var actions = await Ordered(matching, filter.Order)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(action => new ActionLine(action.Reference, action.Title, action.ObjectiveId, action.Lead!.Name, action.Stage, action.Progress, action.DueOn, action.BaselineDueOn,
                action.Updates.AsQueryable().Where(ActionUpdate.SaysHowItGoes).Max(update => (DateOnly?)update.SaidOn), action.RecheckOn, action.IsIllustrative, programme.JudgedOn))
            .ToListAsync(cancel);

        return new(programme, actor.May(Permission.EnterPlan, programme.Id) == Extent.Yes, [.. objectives.Select(objective => objective.Line)], actions, found,
            groups.Where(group => InPlan.Is(group.Stage)).GroupBy(group => ActionWords.StatusOf(group.Stage, group.Progress)).ToDictionary(group => group.Key, group => group.Sum(one => one.Count)),
            groups.Sum(group => group.Overdue),
            groups.Sum(group => group.Due),
            groups.Where(group => !InPlan.Is(group.Stage)).Sum(group => group.Count),
            [.. groups.Where(group => group.LeadId is not null).Select(group => (group.LeadId!.Value, group.Lead)).Distinct().OrderBy(lead => lead.Lead, StringComparer.Create(Words.British, ignoreCase: true))],
            [.. objectives.Where(objective => objective.ThemeId is not null).Select(objective => (objective.ThemeId!.Value, objective.Line.Theme!)).Distinct()],
            page);
    }

    internal static IQueryable<PriorityAction> Matching(IQueryable<PriorityAction> actions, Filter filter, DateOnly judgedOn)
    {
        actions = actions.Where(filter.Status is { } status ? HasStatus(status) : InPlan.Counted);
        if (filter.ThemeId is { } theme)
            actions = actions.Where(action => action.Objective.ThemeId == theme);
        if (filter.LeadId is { } lead)
            actions = actions.Where(action => action.LeadId == lead);
        if (filter.OnlyOverdue)
            actions = actions.Where(Overdue.On(judgedOn));
        if (filter.OnlyRecheckDue)
            actions = actions.Where(RecheckDue.On(judgedOn));
        if (string.IsNullOrWhiteSpace(filter.Text))
            return actions;
        var pattern = $"%{filter.Text.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal)}%";
        return actions.Where(action => EF.Functions.Like(action.Reference, pattern, "\\") || EF.Functions.Like(action.Title, pattern, "\\") || EF.Functions.Like(action.OutcomeSought, pattern, "\\"));
    }

    private static Expression<Func<PriorityAction, bool>> HasStatus(ActionStatus status) => status switch
    {
        ActionStatus.NotStarted => action => action.Stage == Stage.NotStarted,
        ActionStatus.OnTrack => action => action.Stage == Stage.InProgress && (action.Progress == null || action.Progress == Progress.OnTrack),
        ActionStatus.AtRisk => action => action.Stage == Stage.InProgress && action.Progress == Progress.AtRisk,
        ActionStatus.OffTrack => action => action.Stage == Stage.InProgress && action.Progress == Progress.OffTrack,
        ActionStatus.Completed => action => action.Stage == Stage.Completed,
        ActionStatus.Verified => action => action.Stage == Stage.Verified,
        ActionStatus.Withdrawn => action => action.Stage == Stage.Withdrawn,
    };

    /// <summary>References are ordered by length first, so that A2 comes before A10.</summary>
    internal static IOrderedQueryable<PriorityAction> Ordered(IQueryable<PriorityAction> actions, PlanOrder order) => order switch
    {
        PlanOrder.Objective => actions.OrderBy(action => action.Objective.Reference.Length).ThenBy(action => action.Objective.Reference)
            .ThenBy(action => action.Reference.Length).ThenBy(action => action.Reference),
        PlanOrder.DueDate => actions.OrderBy(action => action.DueOn).ThenBy(action => action.Reference.Length).ThenBy(action => action.Reference),
        PlanOrder.Lead => actions.OrderBy(action => action.Lead == null).ThenBy(action => action.Lead!.Name)
            .ThenBy(action => action.DueOn).ThenBy(action => action.Reference.Length).ThenBy(action => action.Reference),
    };
}
