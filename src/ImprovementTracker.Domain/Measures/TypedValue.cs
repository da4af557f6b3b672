using FluentValidation;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What was typed for a measure in an area; numbers as text, so that what cannot be read can be shown again.</summary>
public class TypedValue
{
    public int AreaId { get; set; }
    public string? Numerator { get; set; }
    public string? Denominator { get; set; }
    public bool NotCaptured { get; set; }

    /// <summary>Why it was not captured, why it is recorded again, or why it is far from the earlier months.</summary>
    public string? Reason { get; set; }

    /// <summary>The number of the revision that the form showed, 0 for none; null where nobody looked. Guards against two people recording over each other.</summary>
    public int? Seen { get; set; }

    internal bool IsEmpty => !NotCaptured && string.IsNullOrWhiteSpace(Numerator) && string.IsNullOrWhiteSpace(Denominator) && TidyReason is null;

    internal string? TidyReason => Reason.OrNull();

    /// <summary>What can be said of it without knowing the measure.</summary>
    public sealed class Validator : AbstractValidator<TypedValue>
    {
        public Validator()
        {
            RuleFor(value => value.Numerator).Must(text => string.IsNullOrWhiteSpace(text) || WholeNumber.TryRead(text, out _)).WithMessage(WholeNumber.Advice);
            RuleFor(value => value.Denominator).Must(text => string.IsNullOrWhiteSpace(text) || WholeNumber.TryRead(text, out _)).WithMessage(WholeNumber.Advice);
            RuleFor(value => value.Reason).MaximumLength(ObservationRevision.ReasonLength).WithMessage(MonthChecks.ReasonTooLong);
            RuleFor(value => value.Reason).NotEmpty().When(value => value.NotCaptured).WithMessage(MonthChecks.SayWhyNotCaptured);
            RuleFor(value => value.Reason).Empty().When(value => !value.NotCaptured && string.IsNullOrWhiteSpace(value.Numerator) && string.IsNullOrWhiteSpace(value.Denominator), ApplyConditionTo.CurrentValidator)
                .WithMessage(MonthChecks.ReasonAlone);
            RuleFor(value => value.Numerator).Must(string.IsNullOrWhiteSpace).When(value => value.NotCaptured).WithMessage(MonthChecks.NotBoth);
            RuleFor(value => value.Denominator).Must(string.IsNullOrWhiteSpace).When(value => value.NotCaptured).WithMessage(MonthChecks.NotBoth);
        }
    }
}
