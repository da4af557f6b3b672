using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Every target of a measure: those in force, those to come, those that ran out, and what was asked before a change.</summary>
public sealed class MeasureTargets(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Area">Null for every area.</param>
    /// <param name="Asked">80% by March 2011, in force until June 2012.</param>
    /// <param name="Months">From which month, and until which.</param>
    /// <param name="GaveWay">Which one of the same setter decides instead of it now; empty where it decides itself.</param>
    /// <param name="Path">The levels on the way; empty where there is one level only.</param>
    /// <param name="Requirement">R3; null where it serves none, or the person does not see the notice's requirements.</param>
    public sealed record Line(int Id, TargetSetter SetBy, string? Area, TargetTime Time, string Asked, string Months, string GaveWay, string Path, string Tolerance, string Document, string? Requirement, bool IsIllustrative);

    /// <param name="What">What was done: changed a target of Assessments in time (Local).</param>
    public sealed record Former(Line Target, string Who, DateTime When, string What);

    /// <param name="Before">What was asked before it was changed, the latest first; null for those who see only what is published.</param>
    public sealed record Content(ProgrammeHeader Programme, string Code, string Name, IReadOnlyList<Line> Standing, IReadOnlyList<Former>? Before, bool MayChange)
    {
        public IReadOnlyList<Line> Of(TargetTime time) => [.. Standing.Where(line => line.Time == time)];
    }

    public async Task<Content> LoadAsync(Actor actor, string slug, string code, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var (programme, tree) = await db.EnterWithAreasAsync(actor, slug, Permission.ReadPublished, cancel);
        var publishedOnly = actor.SeesOnlyPublished(programme.Id);
        var measure = (await db.LoadMeasuresAsync(actor, programme, cancel, code)).SingleOrDefault() ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        var served = publishedOnly ? [] : await db.Targets.AsNoTracking()
            .Where(target => target.MeasureId == measure.Id && target.Requirement != null)
            .Select(target => new { target.Id, target.Requirement!.Reference })
            .ToDictionaryAsync(target => target.Id, target => target.Reference, cancel);
        var ended = publishedOnly ? [] : await db.Targets.AsNoTracking().Where(target => target.MeasureId == measure.Id && target.EndedIn != null).Select(VisibleValues.AsPlan).ToListAsync(cancel);
        var changes = publishedOnly ? [] : await db.Targets.AsNoTracking()
            .Where(target => target.MeasureId == measure.Id && target.EndedIn != null)
            .Join(db.Changes, target => target.EndedIn, change => change.Sequence, (target, change) => new { target.Id, change.Sequence, change.PersonName, change.RecordedAt, change.What })
            .OrderByDescending(one => one.Sequence).ThenBy(one => one.Id)
            .ToListAsync(cancel);
        var now = Month.Of(programme.JudgedOn);
        return new Content(programme, measure.Code, measure.Name,
            [.. measure.Targets.Where(target => !publishedOnly || target.AreaId is null || target.AreaId == tree.Whole?.Id).OrderBy(target => target.SetBy).ThenBy(target => target.AreaId is not null).ThenBy(target => target.From).ThenBy(target => target.Id).Select(LineOf)],
            publishedOnly ? null : [.. changes.Select(change => new Former(LineOf(ended.Single(target => target.Id == change.Id)), change.PersonName, change.RecordedAt, change.What))],
            actor.May(Permission.RecordValues, programme.Id) == Extent.Yes);

        Line LineOf(TargetPlan target) => new(
            target.Id,
            target.SetBy,
            target.AreaId is { } area ? tree.Find(area)?.Name ?? "an area" : null,
            target.TimeIn(now),
            target.InWords(measure.Shape.Unit, measure.Shape.Decimals),
            $"In force from {target.From}{(target.To is { } to ? $" until {to}" : ", with no last month")}.",
            target.GaveWayTo(now, measure.Targets) is { } later && measure.Targets.Contains(target) ? $"Gave way to the one in force from {later.From}." : "",
            target.Points.Count == 1 ? "" : $"{(target.Path == TargetPath.StraightLine ? "On a straight path" : "In steps")}: {Words.List([.. target.Points.Select(point => $"{AskedIn(point)} in {point.Month}")])}.",
            target.ToleranceInWords(measure.Shape.Unit, measure.Shape.Polarity),
            Words.Cite(target.Document, target.Paragraph),
            served.GetValueOrDefault(target.Id),
            target.IsIllustrative);

        string AskedIn(TargetPoint point) => FigureText.OfLevel(new TargetLevel(point.Value, point.UpperValue), measure.Shape.Unit, measure.Shape.Decimals);
    }
}
