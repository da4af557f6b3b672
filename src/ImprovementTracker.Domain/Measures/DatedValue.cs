using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>One point of a series; a month without a value is there with none, so that the gap can be drawn and named.</summary>
public readonly record struct DatedValue(DateOnly On, decimal? Value)
{
    public DatedValue(Month month, decimal? value) : this(month.FirstDay, value) { }
}
