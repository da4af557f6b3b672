using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>Puts a programme's name or legal basis right, and ends its record once its notice is lifted or its work is done.</summary>
public sealed class DescribeProgramme(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : IChangesWhatStands
    {
        public string Programme { get; set; } = "";
        public string? Name { get; set; }

        /// <summary>Of its notice or direction, in the document's words.</summary>
        public string? LegalBasis { get; set; }

        /// <summary>The day on which overdue and the like are judged for good; null while the programme goes on.</summary>
        public DateOnly? RecordEndsOn { get; set; }

        public string? Seen { get; set; }
        public Guid Submission { get; set; } = Guid.NewGuid();

        /// <summary>The form as it opens.</summary>
        public static Input Of(string name, string? legalBasis, DateOnly? recordEndsOn) => new Input { Name = name, LegalBasis = legalBasis, RecordEndsOn = recordEndsOn }.Marked();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Name).NotEmpty().WithMessage("Type a name, such as improvement notice, June 2010.")
                    .MaximumLength(Programmes.Programme.NameLength).WithMessage($"Keep the name to {Programmes.Programme.NameLength} characters.");
                RuleFor(input => input.LegalBasis).MaximumLength(Programmes.Programme.LegalBasisLength).WithMessage($"Keep it to {Programmes.Programme.LegalBasisLength} characters.");
            }
        }
    }

    public async Task ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var entered = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);
        await using var scope = await db.StartChangeAsync(actor, entered.Id, input, cancel);
        if (scope.Earlier is not null)
            return;

        var programme = await db.Programmes.SingleAsync(programme => programme.Id == entered.Id, cancel);
        input.RequireSeen(Input.Of(programme.Name, programme.LegalBasis, programme.RecordEndsOn), "the programme");
        var today = Words.DayInEngland(scope.Change.RecordedAt);
        if (input.RecordEndsOn is { } end && (end < programme.StartsOn || end > today))
            throw Refused.At(nameof(Input.RecordEndsOn), $"Choose a day from {Words.Date(programme.StartsOn)}, when the programme began, to today; leave it empty while the programme goes on.");
        if (programme.Intervention == InterventionKind.None && input.LegalBasis.OrNull() is not null)
            throw Refused.At(nameof(Input.LegalBasis), "Nothing has been issued, so there is no legal basis. Leave this empty.");
        programme.Describe(programme.Authority, input.Name!.Trim(), programme.StartsOn, input.RecordEndsOn);
        programme.PlaceUnder(programme.Intervention, programme.IntervenedOn, input.LegalBasis.OrNull());
        await scope.CommitAsync($"described the programme: {programme.Name}, {(programme.RecordEndsOn is { } last ? $"its record ends on {Words.Date(last)}" : "its record goes on")}", cancel);
    }
}
