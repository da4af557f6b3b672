using System.Text.Json.Serialization;
using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Records the figures of a spreadsheet: all of them as one change, or, where any is refused, none.</summary>
public sealed class ImportMeasures(IDbContextFactory<TrackerContext> database)
{
    /// <summary>Values written between two words about how far it is.</summary>
    private const int BatchSize = 1000;

    /// <summary>How often a file is checked anew because somebody recorded meanwhile, before all others are made to wait for it.</summary>
    private const int MostTrials = 3;

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

        /// <summary>Why figures are far from the earlier months: kept with each of them whose row in the file does not say it.</summary>
        public string? Reason { get; set; }

        /// <summary>Marks this import; the same one sent twice acts once.</summary>
        public Guid Submission { get; set; } = Guid.NewGuid();

        internal string? TidyReason => Reason.OrNull();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator() => RuleFor(input => input.Reason).MaximumLength(ObservationRevision.ReasonLength).WithMessage(MonthChecks.ReasonTooLong);
        }
    }

    /// <param name="figures">How many are far from the earlier months.</param>
    public static string AskWhy(int figures) => $"{Words.Sentence(Words.Count(figures, "figure is", "figures are"))} far from the earlier months: say why{(figures == 1 ? "" : ", in one sentence for all of them")}.";

    /// <summary>How many values were recorded; 0 where all are as they were.</summary>
    /// <param name="progress">Told how many are written so far.</param>
    public async Task<int> ExecuteAsync(Actor actor, Input input, IProgress<int>? progress, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        for (var trial = 1; ; trial++)
        {
            await using var db = await database.CreateDbContextAsync(cancel);
            var programme = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
            // Everything is read and checked before others have to wait; what was recorded meanwhile is seen by its number.
            var known = await db.ChangeCounters.AsNoTracking().Select(counter => counter.Sequence).SingleAsync(cancel);
            var preview = await CheckAsync(db, programme, input, cancel);
            await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
            if (scope.EarlierNumber is { } earlier)
                return earlier;
            if (await db.Changes.AnyAsync(change => change.Sequence > known && change.ProgrammeId == programme.Id, cancel))
            {
                if (trial < MostTrials)
                    continue;
                preview = await CheckAsync(db, programme, input, cancel);
            }
            return await RecordAsync(db, scope, programme, actor, input, preview, progress, cancel);
        }
    }

    private static async Task<ImportPreview> CheckAsync(TrackerContext db, ProgrammeHeader programme, Input input, CancellationToken cancel) =>
        (await ImportCheck.CheckAsync(db, programme, input.Sheet, input.Choices, input.Name, cancel)).Preview
            ?? throw new BrokenRule("Not all columns are understood. Say first what they hold.");

    private static async Task<int> RecordAsync(TrackerContext db, ChangeScope scope, ProgrammeHeader programme, Actor actor, Input input, ImportPreview preview, IProgress<int>? progress, CancellationToken cancel)
    {
        if (input.FileId is { } file && await OpenImport.Own(db, programme.Id, actor).Where(kept => kept.Id == file).ExecuteDeleteAsync(cancel) == 0)
            throw new NotFound(OpenImport.NoSuchFile);
        if (preview.Counts[ImportOutcome.Refused] is > 0 and var refused)
            throw new BrokenRule($"{Words.Sentence(Words.Count(refused, "figure is", "figures are"))} refused, so none is recorded. Correct them in the file and import it again.");
        if (input.Seen is { } seen && seen != preview.Mark)
            throw new BrokenRule("Something was recorded or changed by somebody else since you looked. Look again at what would be recorded, then record it.");
        if (preview.ToExplain > 0 && input.TidyReason is null)
            throw Refused.At(nameof(Input.Reason), AskWhy(preview.ToExplain));
        if (preview.ToRecord == 0)
            return 0;

        await WriteAsync(db, scope, input, preview, progress, cancel);
        await scope.CommitAsync(
            $"imported {Words.Count(preview.ToRecord, "figure", "figures")} from {input.Name}: {Words.Count(preview.Counts[ImportOutcome.New])} new, {Words.Count(preview.Counts[ImportOutcome.Changed])} changed",
            () => preview.ToRecord, cancel);
        return preview.ToRecord;
    }

    /// <summary>Few and large statements: every other save waits until they are done.</summary>
    private static async Task WriteAsync(TrackerContext db, ChangeScope scope, Input input, ImportPreview preview, IProgress<int>? progress, CancellationToken cancel)
    {
        await scope.SendAsync(cancel);
        var lines = preview.Lines.Where(line => line.Value is not null).ToList();
        var ids = await AddObservationsAsync(db, lines, cancel);
        var done = 0;
        foreach (var batch in lines.Chunk(BatchSize))
        {
            var superseded = batch.Select(line => line.Now?.ObservationId).OfType<int>().ToList();
            if (superseded.Count > 0)
            {
                await db.ObservationRevisions.Where(revision => revision.SupersededIn == null && superseded.Contains(revision.ObservationId))
                    .ExecuteUpdateAsync(set => set.SetProperty(revision => revision.SupersededIn, scope.Change.Sequence), cancel);
            }
            await db.InsertAsync([.. batch.Select(line => RevisionOf(line, ids, input, scope.Change))], cancel);
            progress?.Report(done += batch.Length);
        }
    }

    private static async Task<Dictionary<(int, int, Month), int>> AddObservationsAsync(TrackerContext db, List<ImportLine> lines, CancellationToken cancel)
    {
        var added = lines.Where(line => line.Now is null).ToList();
        if (added.Count == 0)
            return [];
        await db.InsertAsync([.. added.Select(line => new Observation(line.Figure.Measure!.Shape.Id, line.Figure.Area!.Id, line.Figure.Month!.Value, line.Figure.Measure.Shape.Period))], cancel);
        var measures = added.Select(line => line.Figure.Measure!.Shape.Id).Distinct().ToList();
        var (first, last) = (added.Min(line => line.Figure.Month!.Value), added.Max(line => line.Figure.Month!.Value));
        return await db.Observations.AsNoTracking()
            .Where(observation => measures.Contains(observation.MeasureId) && observation.Month >= first && observation.Month <= last && observation.Period == observation.Measure.Period)
            .Select(observation => new { observation.MeasureId, observation.AreaId, observation.Month, observation.Id })
            .ToDictionaryAsync(observation => (observation.MeasureId, observation.AreaId, observation.Month), observation => observation.Id, cancel);
    }

    private static ObservationRevision RevisionOf(ImportLine line, Dictionary<(int, int, Month), int> ids, Input input, Change change)
    {
        var value = line.AsksWhy ? line.Value! with { Reason = input.TidyReason } : line.Value!;
        return line.Now is { } now
            ? new(now.ObservationId, new RevisionBefore(now.Number, now.IsRevised, now.EnteredIn, now.Value), value, change)
            : new(ids[(line.Figure.Measure!.Shape.Id, line.Figure.Area!.Id, line.Figure.Month!.Value)], null, value, change);
    }
}
