using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>A measure as known at the two moments.</summary>
/// <param name="Definition">What it means now.</param>
/// <param name="LastBefore">The last month that had a figure at the first moment.</param>
/// <param name="LastNow">The last month that had one at the second.</param>
/// <param name="Earlier">What it meant before, in the order of the months.</param>
internal sealed record ChangedMeasure(MeasureShape Shape, string Code, string Name, string Definition, Month? LastBefore, Month? LastNow, IReadOnlyList<Redefinition> Earlier, IReadOnlyList<StandingTarget> Targets)
{
    public int Id => Shape.Id;
    public string Page => $"measures/{Uri.EscapeDataString(Code)}";

    /// <summary>By which definition a month is counted as known at the moment: figures by different ones are never compared.</summary>
    public Redefinition? Meaning(Month month, long moment) => Earlier.LastOrDefault(one => AsKnown.Stood(one.AddedIn, one.EndedIn, moment) && one.Until < month);
}

/// <summary>The end of a definition: from the month after, another holds.</summary>
internal sealed record Redefinition(Month Until, string Definition, string WhatChanged, long AddedIn, long? EndedIn, string? EndReason)
{
    public Month NewFrom => Until.AddMonths(1);
}

/// <summary>A target that stood at some moment of the interval.</summary>
internal sealed record StandingTarget(TargetPlan Plan, long AddedIn, long? EndedIn)
{
    public bool StoodAt(long moment) => AsKnown.Stood(AddedIn, EndedIn, moment);
}

/// <summary>A revision that stood at the first moment or at the second, as the person may see it.</summary>
internal sealed record StandingValue(int ObservationId, long RecordedIn, long EnteredIn, string? StatusReason, ValueRow Row);

/// <summary>How many figures of a measure stand at the second moment in months and areas that had none at the first, by the change that recorded them.</summary>
internal sealed record FirstFigures(int MeasureId, long RecordedIn, int Count, Month From, Month To, bool IsIllustrative);

/// <summary>What changed between two moments in measures, targets and figures, and which targets are met now and were not, or the other way. Three statements.</summary>
internal static class ChangesOfFigures
{
    /// <summary>How many months back from the last recorded the last figure of an area is looked for.</summary>
    private const int MonthsLookedBack = 3;

    public static async Task<IEnumerable<(ChangeTopic, WhatChanged.Line)>> LoadAsync(TrackerContext db, Actor actor, ProgrammeHeader programme, AreaTree areas, ChangesBetween between, CancellationToken cancel)
    {
        var measures = await LoadMeasuresAsync(db, actor, programme, between, cancel);
        var first = await LoadFirstAsync(db, actor, programme.Id, between, cancel);
        var values = await LoadValuesAsync(db, actor, programme.Id, between, measures, cancel);
        var changes = new FigureChanges(programme, areas, measures, values, first, between, actor.SeesOnlyPublished(programme.Id));
        return changes.Crossings().Select(line => (ChangeTopic.Crossings, line))
            .Concat(changes.Targets().Select(line => (ChangeTopic.Targets, line)))
            .Concat(changes.Definitions().Select(line => (ChangeTopic.Definitions, line)))
            .Concat(changes.Revised().Select(line => (ChangeTopic.Values, line)))
            .Concat(changes.Recorded().Select(line => (ChangeTopic.Figures, line)));
    }

    private static async Task<List<ChangedMeasure>> LoadMeasuresAsync(TrackerContext db, Actor actor, ProgrammeHeader programme, ChangesBetween between, CancellationToken cancel)
    {
        var judged = Month.Of(programme.JudgedOn);
        var (before, now) = (SeenAt(between.After), SeenAt(between.UpTo));
        var targets = db.Targets.KnownBetween(between.After, between.UpTo);
        var earlier = db.EarlierDefinitions.WithTakenBack();
        return await db.Measures.AsNoTracking()
            .Where(measure => measure.ProgrammeId == programme.Id)
            .OrderBy(measure => measure.ThemeId == null).ThenBy(measure => measure.Theme!.Order).ThenBy(measure => measure.Theme!.Id).ThenBy(measure => measure.Order).ThenBy(measure => measure.Id)
            .Select(measure => new ChangedMeasure(
                new MeasureShape(measure.Id, measure.Unit, measure.Decimals, measure.Polarity, measure.Period),
                measure.Code,
                measure.Name,
                measure.Definition,
                before.Where(observation => observation.MeasureId == measure.Id && observation.Period == measure.Period).OrderByDescending(observation => observation.Month).Select(observation => (Month?)observation.Month).FirstOrDefault(),
                now.Where(observation => observation.MeasureId == measure.Id && observation.Period == measure.Period).OrderByDescending(observation => observation.Month).Select(observation => (Month?)observation.Month).FirstOrDefault(),
                earlier.Where(one => one.MeasureId == measure.Id).OrderBy(one => one.Until).Select(one => new Redefinition(one.Until, one.Definition, one.WhatChanged, one.RecordedIn, one.EndedIn, one.EndReason)).ToList(),
                targets.Where(target => target.MeasureId == measure.Id).OrderBy(target => target.Id).Select(target => new StandingTarget(
                    new TargetPlan(target.Id, target.MeasureId, target.AreaId, target.SetBy, target.Source!.Title, target.Paragraph, target.IsIllustrative, target.From, target.To, target.Path, target.Tolerance, target.ToleranceKind,
                        target.Steps.OrderBy(step => step.Month).Select(step => new TargetPoint(step.Month, step.Value, step.UpperValue)).ToList()),
                    target.AddedIn,
                    target.EndedIn)).ToList()))
            .ToListAsync(cancel);

        IQueryable<Observation> SeenAt(long moment) => (actor.SeesOnlyPublished(programme.Id)
            ? db.RevisionsVisibleTo(actor, programme.Id, moment).Where(revision => revision.Kind != ValueKind.TakenBack).Select(revision => revision.Observation)
            : db.Observations.AsNoTracking().Where(observation => observation.Revisions.Any(revision => revision.RecordedIn <= moment && (revision.SupersededIn == null || revision.SupersededIn > moment) && revision.Kind != ValueKind.TakenBack)))
            .Where(observation => observation.Month <= judged);
    }

    /// <summary>Counted in the database: over a long time these are nearly all figures that there are.</summary>
    private static async Task<List<FirstFigures>> LoadFirstAsync(TrackerContext db, Actor actor, int programmeId, ChangesBetween between, CancellationToken cancel)
    {
        var (after, upTo) = (between.After, between.UpTo);
        var standing = db.RevisionsVisibleTo(actor, programmeId, upTo).Where(revision => revision.RecordedIn > after && revision.Kind != ValueKind.TakenBack);
        var first = actor.SeesOnlyPublished(programmeId)
            ? standing.Where(revision => !revision.Observation.Revisions.Any(earlier => earlier.Status == ValueStatus.Approved && earlier.RecordedIn <= after))
            : standing.Where(revision => revision.Number == 1 || !revision.Observation.Revisions.Any(earlier => earlier.Number == 1 && earlier.RecordedIn <= after));
        // Joined by hand: what is reached through the revision would be looked for again in every group.
        return await first.Join(db.Observations, revision => revision.ObservationId, observation => observation.Id, (revision, observation) => new { observation.MeasureId, revision.RecordedIn, observation.Month, Illustrative = revision.IsIllustrative ? 1 : 0 })
            .GroupBy(figure => new { figure.MeasureId, figure.RecordedIn })
            .Select(group => new FirstFigures(group.Key.MeasureId, group.Key.RecordedIn, group.Count(), group.Min(figure => figure.Month), group.Max(figure => figure.Month), group.Max(figure => figure.Illustrative) == 1))
            .ToListAsync(cancel);
    }

    /// <summary>
    /// What stood at either moment, as far as something stood at the first: what was revised; of every measure the months in
    /// which something of it was recorded in between; of all the last months known at each moment; and every month of those
    /// with another target.
    /// </summary>
    private static async Task<List<StandingValue>> LoadValuesAsync(TrackerContext db, Actor actor, int programmeId, ChangesBetween between, List<ChangedMeasure> measures, CancellationToken cancel)
    {
        var (after, upTo) = (between.After, between.UpTo);
        var recorded = db.ObservationRevisions.Where(revision => revision.RecordedIn > after && revision.RecordedIn <= upTo && revision.Observation.Measure.ProgrammeId == programmeId);
        var wanted = recorded.Where(revision => revision.Number > 1 && revision.Observation.Revisions.Any(first => first.Number == 1 && first.RecordedIn <= after)).Select(revision => revision.ObservationId);
        if (measures.Max(measure => measure.LastBefore) is { } last)
        {
            var touched = recorded.Where(revision => revision.Observation.Month <= last).Select(revision => new { revision.Observation.MeasureId, revision.Observation.Month }).Distinct();
            var lastMonths = measures.SelectMany(measure => LastMonths(measure.LastBefore).Concat(LastMonths(measure.LastNow))).Distinct().ToList();
            var retargeted = measures.Where(measure => measure.Targets.Any(target => between.Has(target.AddedIn) || between.Has(target.EndedIn))).Select(measure => measure.Id).ToList();
            wanted = wanted.Union(db.Observations.Join(touched, one => new { one.MeasureId, one.Month }, pair => pair, (one, _) => one.Id))
                .Union(db.Observations.Where(one => lastMonths.Contains(one.Month) && one.Measure.ProgrammeId == programmeId).Select(one => one.Id))
                .Union(db.Observations.Where(one => retargeted.Contains(one.MeasureId) && one.Month <= last).Select(one => one.Id));
        }
        var rows = await StandingAtEither()
            .Where(revision => wanted.Contains(revision.ObservationId))
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

        static IEnumerable<Month> LastMonths(Month? month) => month is { } one ? one.AddMonths(1 - MonthsLookedBack).To(one) : [];

        IQueryable<ObservationRevision> StandingAtEither() => actor.SeesOnlyPublished(programmeId)
            ? db.RevisionsVisibleTo(actor, programmeId, after).Union(db.RevisionsVisibleTo(actor, programmeId, upTo))
            : db.ObservationRevisions.AsNoTracking().Where(revision => revision.Observation.Measure.ProgrammeId == programmeId && revision.RecordedIn <= upTo
                && (revision.SupersededIn == null || revision.SupersededIn > upTo || (revision.RecordedIn <= after && revision.SupersededIn > after)));
    }
}
