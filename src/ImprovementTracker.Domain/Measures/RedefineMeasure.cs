using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Gives a measure another meaning from a month on. What it meant before stays readable, and no figure is compared across
/// that month.
/// </summary>
public sealed class RedefineMeasure(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";
        public string Measure { get; set; } = "";

        /// <summary>The first month that is counted in the new way: 2010-04.</summary>
        public string? From { get; set; }

        public string? Definition { get; set; }
        public string? Numerator { get; set; }

        /// <summary>Left empty where the measure is a number.</summary>
        public string? Denominator { get; set; }

        /// <summary>What is different from then on, and why.</summary>
        public string? WhatChanged { get; set; }

        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.From).Must(month => Month.TryParse(month, out _)).WithMessage("Choose the first month that is counted in the new way.");
                RuleFor(input => input.WhatChanged).NotEmpty().WithMessage("Say what is different from then on, and why.")
                    .MaximumLength(EarlierDefinition.WhatChangedLength).WithMessage($"Say it in at most {EarlierDefinition.WhatChangedLength} characters.");
                RuleFor(input => input.Definition).NotEmpty().WithMessage("Say what it measures from then on.")
                    .MaximumLength(Measures.Measure.DefinitionLength).WithMessage($"Say it in at most {Measures.Measure.DefinitionLength} characters.");
                RuleFor(input => input.Numerator).NotEmpty().WithMessage("Say what is counted from then on.")
                    .MaximumLength(Measures.Measure.CountedLength).WithMessage($"Say it in at most {Measures.Measure.CountedLength} characters.");
                RuleFor(input => input.Denominator).MaximumLength(Measures.Measure.CountedLength).WithMessage($"Say it in at most {Measures.Measure.CountedLength} characters.");
            }
        }
    }

    /// <summary>The first month of the new definition.</summary>
    public async Task<Month> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        var from = Month.Parse(input.From!);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.Earlier is { Outcome: { } month })
            return Month.Parse(month);

        var measure = await db.Measures.Include(measure => measure.EarlierDefinitions)
            .SingleOrDefaultAsync(measure => measure.ProgrammeId == programme.Id && measure.Code == input.Measure, cancel) ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        var (definition, numerator, denominator) = (input.Definition!.Trim(), input.Numerator!.Trim(), input.Denominator?.Trim());
        if (measure.Unit.HasDenominator() && string.IsNullOrEmpty(denominator))
            throw Refused.At(nameof(Input.Denominator), $"Say among how many. A {measure.Unit.Label()} needs it.");
        if (definition == measure.Definition && numerator == measure.Numerator && (denominator == measure.Denominator || !measure.Unit.HasDenominator()))
            throw Refused.At(nameof(Input.Definition), "The definition is as it was. Write what it means from then on; if only the work is done differently, work the limits out anew instead.");
        if (from > Month.Of(programme.JudgedOn))
            throw Refused.At(nameof(Input.From), $"{from} has not begun. Choose a month up to {Month.Of(programme.JudgedOn)}.");
        if (measure.LastMonth is { } last && from > last)
            throw Refused.At(nameof(Input.From), $"It is collected for the months up to {last} only. Choose one of these, or take the measure up again first.");
        if (measure.EarlierDefinitions.Select(earlier => (Month?)earlier.Until).Max()?.AddMonths(1) is { } began && from <= began)
            throw Refused.At(nameof(Input.From), $"The definition that holds now began in {began}. Choose a later month; to correct its wording, change the measure.");

        measure.Redefine(from, definition, numerator, denominator, input.WhatChanged!.Trim(), scope.Change);
        await scope.CommitAsync($"gave {measure.Name} another definition from {from} on", cancel, () => from.ToIso());
        return from;
    }
}
