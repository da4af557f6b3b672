using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>A measure whose figures or targets changed between two moments.</summary>
internal sealed record ChangedMeasure(MeasureShape Shape, string Code, string Name, Month? LastBefore)
{
    public int Id => Shape.Id;
    public string Page => $"measures/{Uri.EscapeDataString(Code)}";
}

/// <summary>A target that stood at some moment of the interval.</summary>
internal sealed record StandingTarget(TargetPlan Plan, long AddedIn, long? EndedIn)
{
    public bool StoodAt(long moment) => AsKnown.Stood(AddedIn, EndedIn, moment);
}

/// <summary>A revision that stood at the first moment or at the second, as the person may see it.</summary>
internal sealed record StandingValue(int ObservationId, long RecordedIn, long EnteredIn, string? StatusReason, ValueRow Row);

/// <summary>What changed between two moments in targets and figures, and which targets are met now and were not, or the other way.</summary>
internal static class ChangesOfFigures
{
    /// <summary>How many months back from the last recorded the last figure of an area is looked for.</summary>
    private const int MonthsLookedBack = 3;

    public static async Task<IEnumerable<(ChangeTopic, WhatChanged.Line)>> LoadAsync(TrackerContext db, Actor actor, ProgrammeHeader programme, AreaTree areas, ChangesBetween between, CancellationToken cancel)
    {
        var (after, upTo) = (between.After, between.UpTo);
        var targets = await db.Targets.AsNoTracking()
            .Where(target => target.Measure.ProgrammeId == programme.Id).KnownBetween(after, upTo)
            .OrderBy(target => target.Id)
            .Select(target => new
            {
                Plan = new TargetPlan(target.Id, target.MeasureId, target.AreaId, target.SetBy, target.Source!.Title, target.Paragraph, target.IsIllustrative, target.From, target.To, target.Path, target.Tolerance, target.ToleranceKind,
                    target.Steps.OrderBy(step => step.Month).Select(step => new TargetPoint(step.Month, step.Value, step.UpperValue)).ToList()),
                target.AddedIn,
                target.EndedIn,
            })
            .ToListAsync(cancel);
        var standing = targets.ConvertAll(target => new StandingTarget(target.Plan, target.AddedIn, target.EndedIn));
        var measures = await LoadMeasuresAsync(db, actor, programme, after, cancel);
        var retargeted = standing.Where(target => between.Has(target.AddedIn) || between.Has(target.EndedIn)).Select(target => target.Plan.MeasureId).Distinct().ToList();
        var values = await LoadValuesAsync(db, actor, programme.Id, between, measures, retargeted, cancel);
        var changes = new FigureChanges(programme, areas, measures, standing, values, between, actor.SeesOnlyPublished(programme.Id));
        return changes.Crossings().Select(line => (ChangeTopic.Crossings, line))
            .Concat(changes.Targets().Select(line => (ChangeTopic.Targets, line)))
            .Concat(changes.Revised().Select(line => (ChangeTopic.Values, line)))
            .Concat(changes.Recorded().Select(line => (ChangeTopic.Figures, line)));
    }

    private static async Task<List<ChangedMeasure>> LoadMeasuresAsync(TrackerContext db, Actor actor, ProgrammeHeader programme, long after, CancellationToken cancel)
    {
        var seen = actor.SeesOnlyPublished(programme.Id)
            ? db.RevisionsVisibleTo(actor, programme.Id, after).Where(revision => revision.Kind != ValueKind.TakenBack).Select(revision => revision.Observation)
            : db.Observations.AsNoTracking().Where(observation => observation.Revisions.Any(revision => revision.RecordedIn <= after && (revision.SupersededIn == null || revision.SupersededIn > after) && revision.Kind != ValueKind.TakenBack));
        var judged = Month.Of(programme.JudgedOn);
        return await db.Measures.AsNoTracking()
            .Where(measure => measure.ProgrammeId == programme.Id)
            .OrderBy(measure => measure.ThemeId == null).ThenBy(measure => measure.Theme!.Order).ThenBy(measure => measure.Theme!.Id).ThenBy(measure => measure.Order).ThenBy(measure => measure.Id)
            .Select(measure => new ChangedMeasure(
                new MeasureShape(measure.Id, measure.Unit, measure.Decimals, measure.Polarity, measure.Period),
                measure.Code,
                measure.Name,
                seen.Where(observation => observation.MeasureId == measure.Id && observation.Period == measure.Period && observation.Month <= judged)
                    .OrderByDescending(observation => observation.Month).Select(observation => (Month?)observation.Month).FirstOrDefault()))
            .ToListAsync(cancel);
    }

    /// <summary>
    /// What stood at either moment: of every measure in the months in which something of it was recorded in between, of all
    /// in the last months known at the first moment, and of those with another target in every month.
    /// </summary>
    private static async Task<List<StandingValue>> LoadValuesAsync(TrackerContext db, Actor actor, int programmeId, ChangesBetween between, List<ChangedMeasure> measures, List<int> retargeted, CancellationToken cancel)
    {
        var (after, upTo) = (between.After, between.UpTo);
        var lastMonths = measures.Where(measure => measure.LastBefore is not null).SelectMany(measure => measure.LastBefore!.Value.AddMonths(1 - MonthsLookedBack).To(measure.LastBefore.Value)).Distinct().ToList();
        var touched = db.ObservationRevisions
            .Where(revision => revision.RecordedIn > after && revision.RecordedIn <= upTo && revision.Observation.Measure.ProgrammeId == programmeId)
            .Select(revision => new { revision.Observation.MeasureId, revision.Observation.Month }).Distinct();
        var wanted = db.Observations.Join(touched, one => new { one.MeasureId, one.Month }, pair => pair, (one, _) => one.Id)
            .Union(db.Observations.Where(one => lastMonths.Contains(one.Month) && one.Measure.ProgrammeId == programmeId).Select(one => one.Id))
            .Union(db.Observations.Where(one => retargeted.Contains(one.MeasureId)).Select(one => one.Id));
        var rows = await db.RevisionsVisibleTo(actor, programmeId, after).Where(revision => wanted.Contains(revision.ObservationId))
            .Union(db.RevisionsVisibleTo(actor, programmeId, upTo).Where(revision => wanted.Contains(revision.ObservationId)))
            .Select(revision => new
            {
                revision.ObservationId,
                revision.RecordedIn,
                revision.EnteredIn,
                revision.StatusReason,
                Row = new ValueRow(revision.Observation.MeasureId, revision.Observation.AreaId, revision.Observation.Month, revision.Observation.Period, revision.Kind, revision.Numerator, revision.Denominator,
                    revision.Printed, revision.PrintedDecimals, revision.Reason, revision.Status, revision.IsIllustrative, revision.Number, revision.IsRevised, revision.Source!.Title, revision.Paragraph),
            })
            .ToListAsync(cancel);
        return rows.ConvertAll(row => new StandingValue(row.ObservationId, row.RecordedIn, row.EnteredIn, row.StatusReason, row.Row));
    }
}
