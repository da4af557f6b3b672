using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Records what was typed into the grid of a month, of any measures and areas: all of it or nothing, as one change.</summary>
public sealed class RecordGrid(IDbContextFactory<TrackerContext> database)
{
    /// <summary>What was typed for one measure in one area.</summary>
    public sealed class Cell : TypedValue
    {
        /// <summary>The measure's code.</summary>
        public string Measure { get; set; } = "";
    }

    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";

        /// <summary>2011-05.</summary>
        public string? Month { get; set; }

        /// <summary>The cells that were typed into; all others stay as they are.</summary>
        public List<Cell> Cells { get; set => field = [.. (value ?? []).Where(cell => cell?.Measure is not null)]; } = [];

        /// <summary>Marks this filling-in of the grid; the same one sent twice acts once.</summary>
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            /// <summary>More than the largest programme has: 150 measures in 20 areas.</summary>
            public const int MostCells = 5000;

            public Validator()
            {
                RuleFor(input => input.Month).Must(month => Programmes.Month.TryParse(month, out _)).WithMessage("Choose a month.");
                RuleFor(input => input.Cells).NotEmpty().WithMessage("Nothing was typed that is not recorded already.")
                    .Must(cells => cells.Count <= MostCells).WithMessage($"Record at most {MostCells} values at once.");
            }
        }
    }

    /// <summary>How many values were recorded or revised.</summary>
    /// <exception cref="RecordedMeanwhile">Somebody else recorded some of them since the grid was opened.</exception>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        var month = MonthRecording.ReadMonth(input.Month, programme);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var cells = input.Cells.Select((cell, place) => new MonthRecording.Cell($"{nameof(Input.Cells)}[{place}]", cell.Measure, cell)).ToList();
        var (recorded, meanwhile) = await new MonthRecording(db, programme, month).PrepareAsync(cells, scope.Change, cancel);
        if (meanwhile.Count > 0)
            throw await RefusalAsync(db, meanwhile, cancel);
        await ForgetDraftAsync(db, actor, programme.Id, month, input.Cells, cancel);
        var measures = input.Cells.Select(cell => cell.Measure).Distinct().Count();
        await scope.CommitAsync($"recorded {month}: {Words.Count(recorded, "value", "values")} of {Words.Count(measures, "measure", "measures")}",
            () => recorded, cancel);
        return recorded;
    }

    private static async Task<RecordedMeanwhile> RefusalAsync(TrackerContext db, IReadOnlyList<MonthRecording.Meanwhile> meanwhile, CancellationToken cancel)
    {
        var sequences = meanwhile.Where(one => one.Current is not null).Select(one => one.Current!.RecordedIn).Distinct().ToList();
        var changes = await db.Changes.AsNoTracking().Where(change => sequences.Contains(change.Sequence))
            .Select(change => new { change.Sequence, change.PersonName, change.RecordedAt })
            .ToDictionaryAsync(change => change.Sequence, cancel);
        var values = meanwhile.Select(one => one.Current is { } current && changes.TryGetValue(current.RecordedIn, out var change)
            ? RecordedMeanwhile.ValueOf(one, change.PersonName, change.RecordedAt) : RecordedMeanwhile.ValueOf(one, "", null));
        var message = meanwhile.Count == 1 ? RecordedMeanwhile.Sentence(meanwhile)
            : $"{Words.Count(meanwhile.Count)} values were recorded by somebody else while you typed. Choose 'mine' or 'theirs' at each of them in the grid. Nothing was recorded yet.";
        return new RecordedMeanwhile(message, [.. values]);
    }

    /// <summary>What was typed and is recorded now is no draft any more; what was typed elsewhere in the month stays one.</summary>
    private static async Task ForgetDraftAsync(TrackerContext db, Actor actor, int programmeId, Month month, List<Cell> saved, CancellationToken cancel)
    {
        var draft = await db.MonthDrafts.SingleOrDefaultAsync(draft => draft.ProgrammeId == programmeId && draft.PersonId == actor.PersonId && draft.Month == month, cancel);
        if (draft is null)
            return;
        var left = DraftCells.Read(draft.Content).ExceptBy(saved.Select(cell => (cell.Measure, cell.AreaId)), cell => (cell.Measure, cell.AreaId)).ToList();
        if (left.Count == 0)
            db.MonthDrafts.Remove(draft);
        else
            draft.Keep(DraftCells.Write(left), draft.KeptAt);
    }
}
