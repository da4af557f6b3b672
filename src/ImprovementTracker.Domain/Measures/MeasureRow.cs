using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A measure as every screen names it, with the targets that stand now.</summary>
/// <param name="First">The first month with something recorded of its own kind of period that the person may see.</param>
/// <param name="Last">The last such month up to the day the programme is judged on.</param>
public sealed record MeasureRow(
    MeasureShape Shape,
    string Code,
    string Name,
    string Phrase,
    string Definition,
    string? WhyItMatters,
    string Numerator,
    string? Denominator,
    int? ThemeId,
    string? Theme,
    int ThemeOrder,
    Month? First,
    Month? Last,
    IReadOnlyList<TargetPlan> Targets)
{
    public int Id => Shape.Id;

    /// <summary>What the setter asks of an area in a month; null when nothing.</summary>
    public TargetPlan? TargetFor(int areaId, TargetSetter setter, Month month) => TargetChoice.For(Targets, Id, areaId, setter, month);
}

/// <summary>The measures of a programme with their targets: one statement however many there are.</summary>
public static class MeasuresOfProgramme
{
    /// <summary>In their order: by theme, then as they were placed.</summary>
    /// <param name="code">The only measure wanted; null for all.</param>
    public static async Task<IReadOnlyList<MeasureRow>> LoadMeasuresAsync(this TrackerContext db, Actor actor, ProgrammeHeader programme, CancellationToken cancel, string? code = null)
    {
        var visible = db.RevisionsVisibleTo(actor, programme.Id);
        var judged = Month.Of(programme.JudgedOn);
        return await db.Measures.AsNoTracking()
            .Where(measure => measure.ProgrammeId == programme.Id && (code == null || measure.Code == code))
            .OrderBy(measure => measure.ThemeId == null).ThenBy(measure => measure.Theme!.Order).ThenBy(measure => measure.Theme!.Id).ThenBy(measure => measure.Order).ThenBy(measure => measure.Id)
            .Select(measure => new MeasureRow(
                new MeasureShape(measure.Id, measure.Unit, measure.Decimals, measure.Polarity, measure.Period),
                measure.Code,
                measure.Name,
                measure.Phrase,
                measure.Definition,
                measure.WhyItMatters,
                measure.Numerator,
                measure.Denominator,
                measure.ThemeId,
                measure.Theme!.Name,
                measure.ThemeId == null ? int.MaxValue : measure.Theme!.Order,
                visible.Where(revision => revision.Observation.MeasureId == measure.Id && revision.Observation.Period == measure.Period && revision.Observation.Month <= judged)
                    .OrderBy(revision => revision.Observation.Month).Select(revision => (Month?)revision.Observation.Month).FirstOrDefault(),
                visible.Where(revision => revision.Observation.MeasureId == measure.Id && revision.Observation.Period == measure.Period && revision.Observation.Month <= judged)
                    .OrderByDescending(revision => revision.Observation.Month).Select(revision => (Month?)revision.Observation.Month).FirstOrDefault(),
                db.Targets.Where(target => target.MeasureId == measure.Id && target.EndedIn == null).OrderBy(target => target.Id).Select(VisibleValues.AsPlan).ToList()))
            .ToListAsync(cancel);
    }
}
