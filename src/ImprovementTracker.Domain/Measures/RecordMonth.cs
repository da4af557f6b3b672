using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Records a month of a measure across its areas: counted, or not captured with a reason. Recording again makes a
/// revision; an area left as it was gets none.
/// </summary>
public sealed class RecordMonth(IDbContextFactory<TrackerContext> database)
{
    /// <summary>What was typed for one area.</summary>
    public sealed class Line : TypedValue;

    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";
        public string Measure { get; set; } = "";

        /// <summary>2011-05.</summary>
        public string? Month { get; set; }

        public List<Line> Lines { get; set => field = value ?? []; } = [];

        /// <summary>Marks this filling-in of the form; the same one sent twice acts once.</summary>
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public const int MostLines = 500;

            public Validator()
            {
                RuleFor(input => input.Month).Must(month => Programmes.Month.TryParse(month, out _)).WithMessage("Choose a month.");
                RuleFor(input => input.Lines).Must(lines => lines.Any(line => !line.IsEmpty))
                    .WithMessage("Type the figures of at least one area, or tick 'not captured' and say why.")
                    .Must(lines => lines.Count(line => !line.IsEmpty) <= MostLines).WithMessage($"Record at most {MostLines} areas at once.");
                RuleForEach(input => input.Lines).SetValidator(new TypedValue.Validator());
            }
        }
    }

    /// <summary>How many areas got a new value or a revision.</summary>
    /// <exception cref="RecordedMeanwhile">Somebody else recorded areas that were typed into since the form was opened.</exception>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        var month = MonthRecording.ReadMonth(input.Month, programme);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var measure = await db.Measures.Where(measure => measure.ProgrammeId == programme.Id && measure.Code == input.Measure).Select(measure => new { measure.Name, measure.LastMonth }).SingleOrDefaultAsync(cancel)
            ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        if (measure.LastMonth is { } end && month > end)
            throw Refused.At(nameof(Input.Month), MonthChecks.NoLongerCollected(end));
        // Here an empty line is an area left out, not one that was emptied.
        var cells = input.Lines.Select((line, place) => new MonthRecording.Cell($"{nameof(Input.Lines)}[{place}]", input.Measure, line, NamesArea: true)).Where(cell => !cell.Typed.IsEmpty).ToList();
        var (recorded, meanwhile) = await new MonthRecording(db, programme, month).PrepareAsync(cells, scope.Change, cancel);
        if (meanwhile.Count > 0)
            throw new RecordedMeanwhile(RecordedMeanwhile.Sentence(meanwhile), [.. meanwhile.Select(one => RecordedMeanwhile.ValueOf(one, "", null))]);
        await scope.CommitAsync($"recorded {month} for {measure.Name}: {Words.Count(recorded, "area", "areas")}", () => recorded, cancel);
        return recorded;
    }
}
