using System.Text.Json.Serialization;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Records the figures of a spreadsheet: all of them as one change, or, where any is refused, none.</summary>
public sealed class ImportMeasures(IDbContextFactory<TrackerContext> database)
{
    /// <summary>Values sent to the database at once.</summary>
    private const int BatchSize = 1000;

    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";

        /// <summary>The kept upload, which goes with the recording; null where the file lies elsewhere.</summary>
        public int? FileId { get; set; }

        /// <summary>The file's name.</summary>
        public string Name { get; set; } = "";

        [JsonIgnore]
        public Sheet Sheet { get; set; } = new("", []);

        public ImportChoices Choices { get; set; } = ImportChoices.None;

        /// <summary>The mark of the preview that was looked at; null where nobody looked. Guards against what was recorded meanwhile.</summary>
        public string? Seen { get; set; }

        /// <summary>Marks this import; the same one sent twice acts once.</summary>
        public Guid Submission { get; set; } = Guid.NewGuid();
    }

    /// <summary>How many values were recorded; 0 where all are as they were.</summary>
    /// <param name="progress">Told how many are written so far.</param>
    public async Task<int> ExecuteAsync(Actor actor, Input input, IProgress<int>? progress, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;
        if (input.FileId is { } file && await OpenImport.Own(db, programme.Id, actor).Where(kept => kept.Id == file).ExecuteDeleteAsync(cancel) == 0)
            throw new NotFound(OpenImport.NoSuchFile);

        var preview = (await ImportCheck.CheckAsync(db, programme, input.Sheet, input.Choices, input.Name, cancel)).Preview
            ?? throw new BrokenRule("Not all columns are understood. Say first what they hold.");
        if (preview.Counts[ImportOutcome.Refused] is > 0 and var refused)
            throw new BrokenRule($"{Words.Sentence(Words.Count(refused, "figure is", "figures are"))} refused, so none is recorded. Correct them in the file and import it again.");
        if (input.Seen is { } seen && seen != preview.Mark)
            throw new BrokenRule("Something was recorded or changed by somebody else since you looked. Look again at what would be recorded, then record it.");
        if (preview.ToRecord == 0)
            return 0;

        await WriteAsync(db, scope, preview, progress, cancel);
        await scope.CommitAsync(
            $"imported {Words.Count(preview.ToRecord, "figure", "figures")} from {input.Name}: {Words.Count(preview.Counts[ImportOutcome.New])} new, {Words.Count(preview.Counts[ImportOutcome.Changed])} changed",
            () => preview.ToRecord, cancel);
        return preview.ToRecord;
    }

    private static async Task WriteAsync(TrackerContext db, ChangeScope scope, ImportPreview preview, IProgress<int>? progress, CancellationToken cancel)
    {
        var lines = preview.Lines.Where(line => line.Value is not null).ToList();
        var measureIds = lines.Select(line => line.Figure.Measure!.Id).Distinct().ToList();
        var measures = await db.Measures.AsNoTracking().Where(measure => measureIds.Contains(measure.Id)).ToDictionaryAsync(measure => measure.Id, cancel);
        var areaIds = lines.Select(line => line.Figure.Area!.Id).Distinct().ToList();
        var areas = await db.Areas.AsNoTracking().Where(area => areaIds.Contains(area.Id)).ToDictionaryAsync(area => area.Id, cancel);

        var done = 0;
        foreach (var batch in lines.Chunk(BatchSize))
        {
            db.AttachRange(measures.Values.Cast<object>().Concat(areas.Values));
            var known = batch.Select(line => line.ObservationId).OfType<int>().ToList();
            var observations = known.Count == 0 ? [] : await db.Observations
                .Include(observation => observation.Revisions.Where(revision => revision.SupersededIn == null))
                .Where(observation => known.Contains(observation.Id))
                .ToDictionaryAsync(observation => observation.Id, cancel);
            foreach (var line in batch)
            {
                var measure = measures[line.Figure.Measure!.Id];
                var observation = line.ObservationId is { } id ? observations[id] : new Observation(measure, areas[line.Figure.Area!.Id], line.Figure.Month!.Value, measure.Period);
                observation.Revise(line.Value!, scope.Change);
                if (line.ObservationId is null)
                    db.Observations.Add(observation);
            }
            await scope.SendAsync(cancel);
            progress?.Report(done += batch.Length);
        }
    }
}
