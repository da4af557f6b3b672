using FluentValidation;
using ImprovementTracker.Domain.Inspections;

namespace ImprovementTracker.Web.Inspections;

/// <summary>A list of findings as it was pasted, before it is taken apart for a person to check.</summary>
public sealed class PastedList
{
    public string? Text { get; set; }
    public FindingKind? Kind { get; set; }

    public sealed class Validator : AbstractValidator<PastedList>
    {
        public Validator()
        {
            RuleFor(list => list.Text).Must(text => PastedFindings.Split(text).Count > 0).WithMessage("Paste the list of findings.")
                .Must(text => PastedFindings.Split(text).Count <= AddFindings.Input.Validator.MostLines)
                .WithMessage($"Paste at most {AddFindings.Input.Validator.MostLines} findings at once.");
            RuleFor(list => list.Kind).NotNull().WithMessage("Choose what the inspectors called them; single ones can be changed in the next step.");
        }
    }
}
