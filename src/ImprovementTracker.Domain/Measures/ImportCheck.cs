using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>How a spreadsheet is understood, and what importing it would do to each value; nothing is recorded.</summary>
public sealed class ImportCheck(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Preview">Null while something about the columns has still to be said.</param>
    public sealed record Shown(ProgrammeHeader Programme, ImportVocabulary Vocabulary, ImportMapping Mapping, ImportPreview? Preview);

    /// <summary>Eight statements.</summary>
    /// <param name="name">The file's name.</param>
    public async Task<Shown> LoadAsync(Actor actor, string slug, Sheet sheet, ImportChoices choices, string name, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        return await CheckAsync(db, await db.EnterAsync(actor, slug, Permission.RecordValues, cancel), sheet, choices, name, cancel);
    }

    /// <summary>The same whether it is looked at or recorded.</summary>
    internal static async Task<Shown> CheckAsync(TrackerContext db, ProgrammeHeader programme, Sheet sheet, ImportChoices choices, string name, CancellationToken cancel)
    {
        var vocabulary = await LoadVocabularyAsync(db, programme, sheet, cancel);
        var mapping = ImportMapping.Of(sheet, vocabulary, choices);
        if (mapping.Missing.Count > 0)
            return new(programme, vocabulary, mapping, null);
        var figures = ImportReading.Of(sheet, mapping, vocabulary);
        var current = await CurrentAsync(db, figures, cancel);
        var preview = ImportPreview.Of(figures, current, vocabulary.Last, name);
        return new(programme, vocabulary, mapping, await preview.WithRemarksAsync(db, programme, vocabulary.Areas, current, cancel));
    }

    private static async Task<ImportVocabulary> LoadVocabularyAsync(TrackerContext db, ProgrammeHeader programme, Sheet sheet, CancellationToken cancel)
    {
        var measures = await db.Measures.AsNoTracking()
            .Where(measure => measure.ProgrammeId == programme.Id)
            .OrderBy(measure => measure.Theme!.Order).ThenBy(measure => measure.Order).ThenBy(measure => measure.Id)
            .Select(measure => new MeasureToRecord(
                new MeasureShape(measure.Id, measure.Unit, measure.Decimals, measure.Polarity, measure.Period),
                measure.Code, measure.Name, measure.Numerator, measure.Denominator, measure.NumeratorIsPart, measure.LastMonth))
            .ToListAsync(cancel);
        var areas = await db.LoadAreasAsync(programme.Id, cancel);
        // In a file of the program's own the words are the program's, whatever they were said to mean in others.
        var words = FigureSheet.IsExport(sheet) ? [] : await db.ImportWords.AsNoTracking()
            .Where(word => word.ProgrammeId == programme.Id)
            .Select(word => new RememberedWord(word.Kind, word.Text, word.Meaning))
            .ToListAsync(cancel);
        return new(measures, areas, words, Month.Of(programme.JudgedOn));
    }

    private static async Task<Dictionary<(int, int, Month), CurrentValue>> CurrentAsync(TrackerContext db, IReadOnlyList<ImportedFigure> figures, CancellationToken cancel)
    {
        var read = figures.Where(figure => figure.Value is not null).ToList();
        if (read.Count == 0)
            return [];
        var measures = read.Select(figure => figure.Measure!.Shape.Id).Distinct().ToList();
        var (first, last) = (read.Min(figure => figure.Month!.Value), read.Max(figure => figure.Month!.Value));
        var current = await db.ObservationRevisions.AsNoTracking()
            .Where(revision => revision.SupersededIn == null
                && measures.Contains(revision.Observation.MeasureId)
                && revision.Observation.Month >= first && revision.Observation.Month <= last
                && revision.Observation.Period == revision.Observation.Measure.Period)
            .Select(revision => new
            {
                revision.Observation.MeasureId,
                revision.Observation.AreaId,
                revision.Observation.Month,
                revision.ObservationId,
                revision.Number,
                revision.IsRevised,
                revision.EnteredIn,
                revision.Kind,
                revision.Numerator,
                revision.Denominator,
                revision.Printed,
                revision.PrintedDecimals,
                revision.Reason,
                revision.Status,
            })
            .ToListAsync(cancel);
        return current.ToDictionary(row => (row.MeasureId, row.AreaId, row.Month), row => new CurrentValue(
            row.ObservationId,
            new RecordedValue(row.Kind, row.Numerator, row.Denominator, ObservationRevision.AsPrinted(row.Printed, row.PrintedDecimals), row.Reason, Status: row.Status),
            row.Number, row.IsRevised, row.EnteredIn));
    }
}
