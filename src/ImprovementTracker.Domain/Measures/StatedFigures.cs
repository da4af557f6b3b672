using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>The figures of a measure that documents state, with the form for another; and one of them with all that was said of it.</summary>
public sealed class StatedFigures(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Chosen">Null where none was asked for.</param>
    public sealed record Opened(ProgrammeHeader Programme, MeasureRow Measure, AreaTree Areas, IReadOnlyList<SourceOption> Sources, IReadOnlyList<Line> Lines, Figure? Chosen);

    /// <summary>A figure as it stands.</summary>
    /// <param name="Text">84%, or 'taken back'.</param>
    /// <param name="Source">The document and where in it; empty for what was taken back.</param>
    public sealed record Line(int Id, string Area, Month Month, PeriodType Period, string Text, string Source, bool IsTakenBack, FigureMarks Marks);

    /// <param name="Input">The form that changes it, filled with what it says.</param>
    /// <param name="Said">Every revision, the latest first.</param>
    public sealed record Figure(Line Line, int Number, ValueStatus Status, bool MayApprove, bool IsOwnEntry, StateFigure.Input Input, IReadOnlyList<MonthForm.Recorded> Said);

    private sealed record Row(
        int Id, string Area, Month Month, PeriodType Period, int Number, ValueKind Kind, long? Numerator, long? Denominator, decimal? Printed, int? PrintedDecimals, string? Reason, string? StatusReason, ValueStatus Status,
        bool IsIllustrative, bool IsRevised, long EnteredIn, long RecordedIn, int? SourceId, string? Source, string? Paragraph,
        int? PersonId, string Who, DateTime RecordedAt)
    {
        public string Text(MeasureShape shape) => Kind == ValueKind.Stated ? FigureText.Of(Printed ?? 0, shape.Unit, PrintedDecimals ?? 0) : RevisionText.Of(Kind, Numerator, Denominator, null, null, shape);

        public Line ToLine(MeasureShape shape) => new(Id, Area, Month, Period, Text(shape), Words.Cite(Source, Paragraph), Kind == ValueKind.TakenBack, new(IsIllustrative, Status == ValueStatus.Provisional, IsRevised));
    }

    /// <summary>Six statements with a figure, five without.</summary>
    public async Task<Opened> LoadAsync(Actor actor, string slug, string code, int? figureId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.RecordValues, cancel);
        var areas = await db.LoadAreasAsync(programme.Id, cancel);
        var measure = (await db.LoadMeasuresAsync(actor, programme, cancel, code)).SingleOrDefault() ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        var sources = await db.SourcesSeenBy(actor, programme.Id).LoadAsOptionsAsync(cancel);
        var lines = await AsRows(db, db.ObservationRevisions
                .Where(revision => revision.SupersededIn == null && revision.Observation.MeasureId == measure.Id && (revision.Kind == ValueKind.Stated || revision.Kind == ValueKind.TakenBack))
                .OrderByDescending(revision => revision.Observation.Month).ThenBy(revision => revision.Observation.Area.ParentId != null).ThenBy(revision => revision.Observation.Area.Name).ThenBy(revision => revision.ObservationId))
            .ToListAsync(cancel);
        var chosen = figureId is not { } id ? null
            : await ChosenAsync(db, actor, programme, measure, lines.Find(line => line.Id == id) ?? throw new NotFound(StatedFigureInDatabase.NoSuchFigure), cancel);
        return new Opened(programme, measure, areas, sources, [.. lines.Select(line => line.ToLine(measure.Shape))], chosen);
    }

    private static IQueryable<Row> AsRows(TrackerContext db, IQueryable<ObservationRevision> revisions) => revisions.AsNoTracking().Select(revision => new Row(
        revision.ObservationId, revision.Observation.Area.Name, revision.Observation.Month, revision.Observation.Period, revision.Number, revision.Kind, revision.Numerator, revision.Denominator,
        revision.Printed, revision.PrintedDecimals, revision.Reason, revision.StatusReason, revision.Status, revision.IsIllustrative, revision.IsRevised, revision.EnteredIn, revision.RecordedIn,
        revision.SourceId, revision.Source!.Title, revision.Paragraph,
        db.Changes.Where(change => change.Sequence == revision.RecordedIn).Select(change => change.PersonId).Single(),
        db.Changes.Where(change => change.Sequence == revision.RecordedIn).Select(change => change.PersonName).Single(),
        db.Changes.Where(change => change.Sequence == revision.RecordedIn).Select(change => change.RecordedAt).Single()));

    private static async Task<Figure> ChosenAsync(TrackerContext db, Actor actor, ProgrammeHeader programme, MeasureRow measure, Row current, CancellationToken cancel)
    {
        var said = await AsRows(db, db.ObservationRevisions.Where(revision => revision.ObservationId == current.Id).OrderByDescending(revision => revision.Number)).ToListAsync(cancel);
        var isOwn = actor.PersonId is { } person && said.Exists(one => one.RecordedIn == current.EnteredIn && one.PersonId == person);
        return new Figure(
            current.ToLine(measure.Shape),
            current.Number,
            current.Status,
            actor.May(Permission.ApproveMonth, programme.Id, isOwn),
            isOwn,
            new StateFigure.Input
            {
                Programme = programme.Slug,
                Measure = measure.Code,
                Id = current.Id,
                Seen = current.Number,
                Printed = current.Kind == ValueKind.Stated ? current.Text(measure.Shape) : null,
                Source = new() { SourceId = current.SourceId },
                Paragraph = current.Paragraph,
            },
            [.. said.Select(one => new MonthForm.Recorded(
                one.Number, one.Text(measure.Shape), one.StatusReason is { } unlocked ? $"unlocked: {unlocked}" : one.Reason, one.Status, one.IsIllustrative,
                one.Source is null ? null : Words.Cite(one.Source, one.Paragraph), one.Who, one.RecordedAt))]);
    }
}
