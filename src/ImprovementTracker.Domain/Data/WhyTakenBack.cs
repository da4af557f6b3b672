using FluentValidation;

namespace ImprovementTracker.Domain.Data;

/// <summary>What a person sends who takes something back that was entered: always why.</summary>
public abstract class WhyTakenBack : ISentOnce
{
    public string Programme { get; set; } = "";

    /// <summary>What was wrong with it, in one sentence.</summary>
    public string? Reason { get; set; }

    public Guid Submission { get; set; } = Guid.NewGuid();

    public sealed class Validator : AbstractValidator<WhyTakenBack>
    {
        /// <param name="missing">What to say where no reason is given.</param>
        public Validator(string missing = "Say in one sentence what was wrong with it.") =>
            RuleFor(input => input.Reason).NotEmpty().WithMessage(missing).MaximumLength(TakingBack.ReasonLength).WithMessage($"Say it in at most {TakingBack.ReasonLength} characters.");
    }
}
