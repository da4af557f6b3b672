using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Something counted every month to see whether practice improves.</summary>
public sealed class Measure
{
    public const int CodeLength = 40;
    public const int NameLength = 150;
    public const int PhraseLength = 200;
    public const int DefinitionLength = 1000;
    public const int CountedLength = 400;
    public const int CollectedFromLength = 300;
    public const int TimescaleLength = 200;

    private Measure() { }

    public Measure(Programme programme, string code)
    {
        Programme = programme;
        Code = code;
    }

    public int Id { get; private set; }
    public int ProgrammeId { get; private set; }
    public Programme Programme { get; private set; } = null!;

    /// <summary>The measure in addresses and files: initial-assessments-in-time. Unique in the programme, never changes.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>What a report's sentence says after the figure: Initial Assessments completed in time.</summary>
    public string Phrase { get; private set; } = "";

    public string Definition { get; private set; } = "";
    public string? WhyItMatters { get; private set; }

    /// <summary>What the numerator counts, in words; for a count, what is counted.</summary>
    public string Numerator { get; private set; } = "";

    /// <summary>What the denominator counts; null for a count.</summary>
    public string? Denominator { get; private set; }

    public MeasureUnit Unit { get; private set; }

    /// <summary>Decimal places shown.</summary>
    public int Decimals { get; private set; }

    public Polarity Polarity { get; private set; }

    /// <summary>What a month's recorded value speaks of: the month, or its end.</summary>
    public PeriodType Period { get; private set; }

    /// <summary>Whether numerator cases are among the denominator's, so the one can never be larger than the other.</summary>
    public bool NumeratorIsPart { get; private set; }

    public int? ThemeId { get; private set; }
    public Theme? Theme { get; private set; }
    public int? OwnerId { get; private set; }
    public Person? Owner { get; private set; }
    public int Order { get; private set; }

    /// <summary>What one would see where practice is good.</summary>
    public string? GoodLooksLike { get; private set; }

    /// <summary>The system, return or person that the counts come from.</summary>
    public string? CollectedFrom { get; private set; }

    /// <summary>The timescale it measures against, with its era: 10 working days from April 2010.</summary>
    public string? Timescale { get; private set; }

    /// <summary>The change that added it; null for a measure that was there before this was kept.</summary>
    public long? AddedIn { get; private set; }

    /// <summary>The last month for which it is collected; null while it is.</summary>
    public Month? LastMonth { get; private set; }

    public ICollection<EarlierDefinition> EarlierDefinitions { get; } = [];

    /// <summary>Everybody who has owned it, with when.</summary>
    public ICollection<MeasureOwner> Owners { get; } = [];

    /// <summary>It is one of the programme's measures from this change on, and expected to be reported from its month on.</summary>
    public void Begin(Change change) => AddedIn = change.Sequence;

    public void Define(string name, string phrase, string definition, string numerator, string? denominator, MeasureUnit unit, int decimals, Polarity polarity, PeriodType period)
    {
        Name = name;
        Phrase = phrase;
        Definition = definition;
        Numerator = numerator;
        Denominator = unit.HasDenominator() ? denominator : null;
        Unit = unit;
        Decimals = decimals;
        Polarity = polarity;
        Period = period;
        NumeratorIsPart = unit == MeasureUnit.Percentage;
    }

    /// <summary>What stays the same however it is counted.</summary>
    public void Explain(string? goodLooksLike, string? collectedFrom, string? timescale)
    {
        GoodLooksLike = goodLooksLike;
        CollectedFrom = collectedFrom;
        Timescale = timescale;
    }

    /// <summary>Gives it another meaning from a month on; the one that it had stays on record, and the series ends with it.</summary>
    public void Redefine(Month from, string definition, string numerator, string? denominator, string whatChanged, Change change)
    {
        EarlierDefinitions.Add(new EarlierDefinition(this, from.AddMonths(-1), whatChanged, change));
        Definition = definition;
        Numerator = numerator;
        Denominator = Unit.HasDenominator() ? denominator : null;
    }

    /// <summary>Gives it back what it meant before its latest definition.</summary>
    /// <param name="latest">The last of those that it meant before.</param>
    public void TakeBack(EarlierDefinition latest, string reason, Change change)
    {
        var (definition, numerator, denominator) = (latest.Definition, latest.Numerator, latest.Denominator);
        latest.TakeBack(Definition, Numerator, Denominator, reason, change);
        (Definition, Numerator, Denominator) = (definition, numerator, denominator);
    }

    /// <summary>It is no longer collected after the month; null takes it up again.</summary>
    public void Retire(Month? lastMonth) => LastMonth = lastMonth;

    public void Place(Theme? theme, string? whyItMatters, int order)
    {
        Theme = theme;
        WhyItMatters = whyItMatters;
        Order = order;
    }

    /// <summary>Gives it to another owner or to nobody; who owned it until now stays on record. It must be loaded with its present owner.</summary>
    public void GiveTo(Person? owner, Change change)
    {
        foreach (var before in Owners)
            before.End(change);
        Owner = owner;
        // Where the owner before was not loaded, the null above would be no change.
        if (owner is null)
            OwnerId = null;
        else
            Owners.Add(new MeasureOwner(this, owner, change));
    }

    public sealed class Configuration : IEntityTypeConfiguration<Measure>
    {
        public void Configure(EntityTypeBuilder<Measure> builder)
        {
            builder.ToTable("Measures");
            builder.HasOne(measure => measure.Programme).WithMany().HasForeignKey(measure => measure.ProgrammeId);
            builder.HasOne(measure => measure.Theme).WithMany().HasForeignKey(measure => measure.ThemeId);
            builder.HasOne(measure => measure.Owner).WithMany().HasForeignKey(measure => measure.OwnerId);
            builder.Property(measure => measure.Code).HasMaxLength(CodeLength);
            builder.Property(measure => measure.Name).HasMaxLength(NameLength);
            builder.Property(measure => measure.Phrase).HasMaxLength(PhraseLength);
            builder.Property(measure => measure.Definition).HasMaxLength(DefinitionLength);
            builder.Property(measure => measure.WhyItMatters).HasMaxLength(DefinitionLength);
            builder.Property(measure => measure.Numerator).HasMaxLength(CountedLength);
            builder.Property(measure => measure.Denominator).HasMaxLength(CountedLength);
            builder.Property(measure => measure.GoodLooksLike).HasMaxLength(DefinitionLength);
            builder.Property(measure => measure.CollectedFrom).HasMaxLength(CollectedFromLength);
            builder.Property(measure => measure.Timescale).HasMaxLength(TimescaleLength);
            builder.Property(measure => measure.Order).HasColumnName("Place");
            builder.HasIndex(measure => new { measure.ProgrammeId, measure.Code }).IsUnique();
            builder.HasChange(measure => measure.AddedIn);
        }
    }
}
