using FluentValidation;
using ImprovementTracker.Domain.Data;

namespace ImprovementTracker.Tests.Shared;

public enum SamplePace { Slow, Quick }

/// <summary>What the sample form is typed into: one of each kind of value that a page binds.</summary>
public sealed class SampleInput : IChangesWhatStands
{
    public Guid Once { get; set; }
    public Guid Submission => Once;
    public string? Seen { get; set; }
    public string? Sentence { get; set; }
    public string? Reason { get; set; }
    public DateOnly? Due { get; set; }
    public string? From { get; set; }
    public int? Measure { get; set; }
    public SamplePace? Pace { get; set; }
    public List<int> Areas { get; set; } = [];
    public List<SampleLine> Lines { get; set; } = [];
    public bool Sure { get; set; }
}

public sealed class SampleLine
{
    public int AreaId { get; set; }
    public string? Numerator { get; set; }
}

public sealed class SampleRules : AbstractValidator<SampleInput>
{
    public SampleRules()
    {
        RuleFor(input => input.Sentence).NotEmpty().WithMessage("Enter a sentence that says what was done");
        RuleForEach(input => input.Lines).ChildRules(line => line.RuleFor(one => one.Numerator).Matches("^[0-9]+$").WithMessage("Enter a whole number"));
        RuleFor(input => input.Areas).NotEmpty().WithMessage("Choose an area");
    }
}
