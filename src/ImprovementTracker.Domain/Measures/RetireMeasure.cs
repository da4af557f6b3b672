using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Ends the collecting of a measure with a month, or takes it up again. What is recorded stays.</summary>
public sealed class RetireMeasure(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : IChangesWhatStands
    {
        public string Programme { get; set; } = "";
        public string Measure { get; set; } = "";

        /// <summary>It is collected again, with no last month.</summary>
        public bool TakeUpAgain { get; set; }

        /// <summary>The last month for which it is collected: 2011-03.</summary>
        public string? LastMonth { get; set; }

        public string? Seen { get; set; }
        public Guid Submission { get; set; } = Guid.NewGuid();

        /// <summary>The form as it opens; null for a measure that is collected.</summary>
        public static Input Of(Month? lastMonth) => new Input { LastMonth = lastMonth?.ToIso() }.Marked();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator() =>
                RuleFor(input => input.LastMonth).Must(month => Month.TryParse(month, out _)).When(input => !input.TakeUpAgain).WithMessage("Choose the last month for which it is collected.");
        }
    }

    /// <summary>The last month; null where it was taken up again.</summary>
    public async Task<Month?> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        Month? last = input.TakeUpAgain ? null : Month.Parse(input.LastMonth!);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.Earlier is not null)
            return last;

        var measure = await db.Measures.SingleOrDefaultAsync(measure => measure.ProgrammeId == programme.Id && measure.Code == input.Measure, cancel) ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        input.RequireSeen(Input.Of(measure.LastMonth), $"for how long {measure.Name} is collected");
        if (last is { } end)
        {
            var latest = await db.ObservationRevisions
                .Where(revision => revision.Observation.MeasureId == measure.Id && revision.Observation.Period == measure.Period && revision.SupersededIn == null && revision.Kind != ValueKind.NotCaptured && revision.Kind != ValueKind.TakenBack && revision.Observation.Month > end)
                .OrderByDescending(revision => revision.Observation.Month).Select(revision => (Month?)revision.Observation.Month).FirstOrDefaultAsync(cancel);
            if (latest is { } recorded)
            {
                throw Refused.At(nameof(Input.LastMonth),
                    $"Figures are recorded up to {recorded}. Choose {recorded} or a later month. If those after {end} are mistakes, record them as not captured first and say why.");
            }
        }
        measure.Retire(last);
        await scope.CommitAsync(last is { } month ? $"ended the collecting of {measure.Name} with {month}" : $"took up {measure.Name} again", cancel);
        return last;
    }
}
