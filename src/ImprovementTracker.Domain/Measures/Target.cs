using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Measures;

/// <summary>How a target goes from one of its levels to the next.</summary>
public enum TargetPath { Steps, StraightLine }

/// <summary>
/// What a measure should reach, by whom it was set and in which document, from one month to another. Changing a target
/// ends it and starts another, so what was asked at any moment stays known.
/// </summary>
public sealed class Target : IAddedAndEnded
{
    public const int ParagraphLength = 60;

    private readonly List<TargetStep> _steps = [];

    private Target() { }

    public Target(Measure measure, Area? area, TargetSetter setBy, SourceDocument? source, string? paragraph, bool isIllustrative, Month from, Month? to, Change addedIn)
    {
        Measure = measure;
        Area = area;
        SetBy = setBy;
        Source = source;
        Paragraph = paragraph;
        IsIllustrative = isIllustrative;
        From = from;
        To = to;
        AddedIn = addedIn.Sequence;
    }

    public int Id { get; private set; }
    public int MeasureId { get; private set; }
    public Measure Measure { get; private set; } = null!;

    /// <summary>The only area it is for; null when it is for every area.</summary>
    public int? AreaId { get; private set; }
    public Area? Area { get; private set; }
    public TargetSetter SetBy { get; private set; }
    public int? SourceId { get; private set; }
    public SourceDocument? Source { get; private set; }
    public string? Paragraph { get; private set; }

    /// <summary>The requirement of the notice that is reached with it; null where it serves none.</summary>
    public int? RequirementId { get; private set; }
    public Requirement? Requirement { get; private set; }

    public bool IsIllustrative { get; private set; }

    /// <summary>First month in which it is in force.</summary>
    public Month From { get; private set; }

    /// <summary>Last month in force; null when it has no end.</summary>
    public Month? To { get; private set; }

    public TargetPath Path { get; private set; }
    public decimal Tolerance { get; private set; }
    public ToleranceKind ToleranceKind { get; private set; }
    public long AddedIn { get; private set; }
    public long? EndedIn { get; private set; }
    public IReadOnlyList<TargetStep> Steps => _steps;

    public Target WithSteps(TargetPath path, params IEnumerable<TargetStep> steps)
    {
        Path = path;
        _steps.Clear();
        _steps.AddRange(steps.OrderBy(step => step.Month));
        return this;
    }

    public Target WithTolerance(decimal tolerance, ToleranceKind kind)
    {
        Tolerance = tolerance;
        ToleranceKind = kind;
        return this;
    }

    public Target For(Requirement? requirement)
    {
        Requirement = requirement;
        return this;
    }

    /// <summary>
    /// The same with another last month: this one ends and the new one begins. A straight path keeps where it leads, so that
    /// it asks the same in every month; steps that would come later are left out.
    /// </summary>
    public Target Until(Month last, Change change)
    {
        End(change);
        return new Target(Measure, Area, SetBy, Source, Paragraph, IsIllustrative, From, last, change)
            .WithSteps(Path, Steps.Where(step => Path == TargetPath.StraightLine || step.Month <= last).Select(step => new TargetStep(step.Month, step.Value, step.UpperValue)))
            .WithTolerance(Tolerance, ToleranceKind)
            .For(Requirement);
    }

    public void End(Change change) => EndedIn ??= change.Sequence;

    public sealed class Configuration : IEntityTypeConfiguration<Target>
    {
        public void Configure(EntityTypeBuilder<Target> builder)
        {
            builder.ToTable("Targets");
            builder.HasOne(target => target.Measure).WithMany().HasForeignKey(target => target.MeasureId);
            builder.HasOne(target => target.Area).WithMany().HasForeignKey(target => target.AreaId);
            builder.HasOne(target => target.Source).WithMany().HasForeignKey(target => target.SourceId);
            builder.HasOne(target => target.Requirement).WithMany().HasForeignKey(target => target.RequirementId);
            builder.Property(target => target.Paragraph).HasMaxLength(ParagraphLength);
            builder.Property(target => target.From).HasColumnName("FromMonth");
            builder.Property(target => target.To).HasColumnName("ToMonth");
            builder.HasMany(target => target.Steps).WithOne().HasForeignKey(step => step.TargetId);
            builder.Navigation(target => target.Steps).UsePropertyAccessMode(PropertyAccessMode.Field);
            builder.HasChange(target => target.AddedIn);
            builder.HasChange(target => target.EndedIn);
        }
    }
}

/// <summary>What a target asks from a month on; an expected range has an upper value too.</summary>
public sealed class TargetStep
{
    private TargetStep() { }

    public TargetStep(Month month, decimal value, decimal? upperValue = null)
    {
        Month = month;
        Value = value;
        UpperValue = upperValue;
    }

    public int Id { get; private set; }
    public int TargetId { get; private set; }
    public Month Month { get; private set; }
    public decimal Value { get; private set; }
    public decimal? UpperValue { get; private set; }

    public sealed class Configuration : IEntityTypeConfiguration<TargetStep>
    {
        public void Configure(EntityTypeBuilder<TargetStep> builder)
        {
            builder.ToTable("TargetSteps");
            builder.HasIndex(step => new { step.TargetId, step.Month }).IsUnique();
        }
    }
}
