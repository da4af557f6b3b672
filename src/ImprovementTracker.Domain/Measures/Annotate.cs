using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Puts a note on a measure's chart: what happened in a month that explains what one sees.</summary>
public sealed class Annotate(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";
        public string Measure { get; set; } = "";

        /// <summary>The only area whose chart shows it; null for every area's.</summary>
        public int? AreaId { get; set; }

        /// <summary>2011-05.</summary>
        public string? Month { get; set; }

        public string? Text { get; set; }
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Month).Must(month => Programmes.Month.TryParse(month, out _)).WithMessage("Choose the month in which it happened.");
                RuleFor(input => input.Text).NotEmpty().WithMessage("Say what happened, such as: backlog of 120 assessments cleared.")
                    .MaximumLength(Annotation.TextLength).WithMessage($"A chart has room for {Annotation.TextLength} characters. Say it in fewer words.");
            }
        }
    }

    /// <summary>The note's number.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        var month = Month.Parse(input.Month!);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var measure = await db.Measures.SingleOrDefaultAsync(measure => measure.ProgrammeId == programme.Id && measure.Code == input.Measure, cancel) ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        var area = input.AreaId is not { } areaId ? null
            : await db.Areas.SingleOrDefaultAsync(area => area.Id == areaId && area.ProgrammeId == programme.Id, cancel) ?? throw Refused.At(nameof(Input.AreaId), "That area is not in this programme any more. Choose another.");
        if (month > Month.Of(programme.JudgedOn))
            throw Refused.At(nameof(Input.Month), $"{month} has not begun. Choose a month up to {Month.Of(programme.JudgedOn)}.");

        var made = new Annotation(measure, area, month, input.Text!.Trim(), scope.Change);
        db.Annotations.Add(made);
        await scope.CommitAsync($"put a note on the chart of {measure.Name} at {month}", () => made.Id, cancel);
        return made.Id;
    }
}
