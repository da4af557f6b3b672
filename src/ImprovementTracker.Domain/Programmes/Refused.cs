using FluentValidation;
using FluentValidation.Results;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>What was typed is refused, said at the field where it can be put right.</summary>
public static class Refused
{
    /// <param name="field">The input's property.</param>
    public static ValidationException At(string field, string message) => new([new ValidationFailure(field, message)]);

    /// <summary>The same in one of several lines: Lines[1].Numerator.</summary>
    /// <param name="place">Counted from 0.</param>
    public static ValidationException AtLine(string lines, int place, string field, string message) => At($"{lines}[{place}].{field}", message);
}
