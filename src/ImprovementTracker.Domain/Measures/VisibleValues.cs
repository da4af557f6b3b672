using System.Linq.Expressions;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A recorded value as it stands now, with where it comes from.</summary>
/// <param name="IsRevised">Whether another number was recorded before; an approval alone changes none.</param>
public sealed record ValueRow(
    int MeasureId,
    int AreaId,
    Month Month,
    PeriodType Period,
    ValueKind Kind,
    long? Numerator,
    long? Denominator,
    decimal? Printed,
    int? PrintedDecimals,
    string? Reason,
    ValueStatus Status,
    bool IsIllustrative,
    int Revision,
    bool IsRevised,
    string? Source,
    string? Paragraph)
{
    public MeasureValue ToValue(MeasureUnit unit) => Kind switch
    {
        ValueKind.Counted => new MeasureValue.Counted(unit, Numerator ?? 0, Denominator),
        ValueKind.Stated => new MeasureValue.Stated(Printed ?? 0, PrintedDecimals ?? 0),
        ValueKind.NotCaptured => new MeasureValue.NotCaptured(Reason ?? ""),
        ValueKind.TakenBack => MeasureValue.Nothing.Recorded,
    };

    /// <summary>The value as a person sees it.</summary>
    /// <param name="publishedOnly">Small numbers are withheld.</param>
    public MeasureValue Shown(MeasureUnit unit, bool publishedOnly) => publishedOnly ? SmallNumbers.Withhold(ToValue(unit), unit) : ToValue(unit);

    /// <summary>The same without its numbers, which are nobody's to see where the value is withheld.</summary>
    public ValueRow WithoutNumbers() => this with { Numerator = null, Denominator = null, Printed = null };
}

/// <summary>
/// The values that a person may see: everybody with a full view the current revision; a reader the last approved one of
/// the whole authority, since what the parts would give away of each other is not withheld yet.
/// </summary>
public static class VisibleValues
{
    /// <param name="from">The first month wanted; null for all.</param>
    /// <param name="to">The last month wanted; null for all.</param>
    public static IQueryable<ValueRow> ValuesVisibleTo(this TrackerContext db, Actor actor, int programmeId, Month? from = null, Month? to = null)
    {
        var revisions = db.RevisionsVisibleTo(actor, programmeId);
        if (from is { } first)
            revisions = revisions.Where(revision => revision.Observation.Month >= first);
        if (to is { } last)
            revisions = revisions.Where(revision => revision.Observation.Month <= last);
        return revisions.AsRows();
    }

    /// <summary>The revisions behind those values, for a read that narrows them further before it takes them as rows.</summary>
    public static IQueryable<ObservationRevision> RevisionsVisibleTo(this TrackerContext db, Actor actor, int programmeId)
    {
        var revisions = db.ObservationRevisions.AsNoTracking().Where(revision => revision.Observation.Measure.ProgrammeId == programmeId);
        return actor.SeesOnlyPublished(programmeId)
            ? revisions.Where(revision => revision.Observation.Area.ParentId == null && revision.Status == ValueStatus.Approved
                && !revision.Observation.Revisions.Any(later => later.Status == ValueStatus.Approved && later.Number > revision.Number))
            : revisions.Where(revision => revision.SupersededIn == null);
    }

    /// <summary>The same as it was known at a moment: what had been recorded, or for a reader approved, by then.</summary>
    public static IQueryable<ObservationRevision> RevisionsVisibleTo(this TrackerContext db, Actor actor, int programmeId, long moment)
    {
        var revisions = db.ObservationRevisions.AsNoTracking().Where(revision => revision.Observation.Measure.ProgrammeId == programmeId);
        return actor.SeesOnlyPublished(programmeId)
            ? revisions.Where(revision => revision.Observation.Area.ParentId == null && revision.Status == ValueStatus.Approved && revision.RecordedIn <= moment
                && !revision.Observation.Revisions.Any(later => later.Status == ValueStatus.Approved && later.RecordedIn <= moment && later.Number > revision.Number))
            : revisions.RevisionsKnownAt(moment);
    }

    public static IQueryable<ValueRow> AsRows(this IQueryable<ObservationRevision> revisions) =>
        revisions.Select(revision => new ValueRow(
            revision.Observation.MeasureId,
            revision.Observation.AreaId,
            revision.Observation.Month,
            revision.Observation.Period,
            revision.Kind,
            revision.Numerator,
            revision.Denominator,
            revision.Printed,
            revision.PrintedDecimals,
            revision.Reason,
            revision.Status,
            revision.IsIllustrative,
            revision.Number,
            revision.IsRevised,
            revision.Source!.Title,
            revision.Paragraph));

    /// <summary>Every target of the programme that stands now; one statement.</summary>
    public static async Task<IReadOnlyList<TargetPlan>> LoadTargetsAsync(this TrackerContext db, int programmeId, CancellationToken cancel) =>
        await db.Targets.AsNoTracking()
            .Where(target => target.Measure.ProgrammeId == programmeId && target.EndedIn == null)
            .OrderBy(target => target.Id)
            .Select(AsPlan)
            .ToListAsync(cancel);

    /// <summary>A target as the rules need it; part of the caller's own statement.</summary>
    internal static readonly Expression<Func<Target, TargetPlan>> AsPlan = target => new TargetPlan(
        target.Id,
        target.MeasureId,
        target.AreaId,
        target.SetBy,
        target.Source!.Title,
        target.Paragraph,
        target.IsIllustrative,
        target.From,
        target.To,
        target.Path,
        target.Tolerance,
        target.ToleranceKind,
        target.Steps.OrderBy(step => step.Month).Select(step => new TargetPoint(step.Month, step.Value, step.UpperValue)).ToList())
    {
        RequirementId = target.RequirementId,
    };
}
