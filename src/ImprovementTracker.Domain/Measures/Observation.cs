using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Measures;

/// <summary>How a value came to be known.</summary>
public enum ValueKind
{
    Counted,
    Stated,
    NotCaptured,
    /// <summary>A figure from a document was entered wrongly, and nothing stands in its place.</summary>
    TakenBack,
}

/// <summary>Whether a value may still change or has been approved by another person and locked.</summary>
public enum ValueStatus { Provisional, Approved }

/// <summary>A measure in an area in a month, of one kind of period: the series of revisions of its value.</summary>
public sealed class Observation
{
    private Observation() { }

    public Observation(Measure measure, Area area, Month month, PeriodType period)
    {
        Measure = measure;
        Area = area;
        Month = month;
        Period = period;
    }

    public int Id { get; private set; }
    public int MeasureId { get; private set; }
    public Measure Measure { get; private set; } = null!;
    public int AreaId { get; private set; }
    public Area Area { get; private set; } = null!;
    public Month Month { get; private set; }
    public PeriodType Period { get; private set; }
    public ICollection<ObservationRevision> Revisions { get; } = [];

    /// <summary>For rows that are written many at once.</summary>
    internal Observation(int measureId, int areaId, Month month, PeriodType period)
    {
        MeasureId = measureId;
        AreaId = areaId;
        Month = month;
        Period = period;
    }

    /// <summary>Adds a revision after the current one, which must be loaded; the earlier one stays.</summary>
    public ObservationRevision Revise(RecordedValue value, Change change)
    {
        var current = Revisions.SingleOrDefault(revision => revision.SupersededIn is null);
        current?.Supersede(change);
        var revision = new ObservationRevision(this, current, value, change);
        Revisions.Add(revision);
        return revision;
    }

    public sealed class Configuration : IEntityTypeConfiguration<Observation>
    {
        public void Configure(EntityTypeBuilder<Observation> builder)
        {
            builder.ToTable("Observations");
            builder.HasOne(observation => observation.Measure).WithMany().HasForeignKey(observation => observation.MeasureId);
            builder.HasOne(observation => observation.Area).WithMany().HasForeignKey(observation => observation.AreaId);
            builder.HasIndex(observation => new { observation.MeasureId, observation.Month, observation.AreaId, observation.Period }).IsUnique();
            builder.HasIndex(observation => new { observation.Month, observation.MeasureId, observation.AreaId, observation.Period });
        }
    }
}

/// <summary>What is recorded of a value: counts, a figure as printed, or why there is none.</summary>
public sealed record RecordedValue(
    ValueKind Kind,
    long? Numerator,
    long? Denominator,
    decimal? Printed,
    string? Reason,
    SourceDocument? Source = null,
    string? Paragraph = null,
    bool IsIllustrative = false,
    ValueStatus Status = ValueStatus.Provisional,
    string? StatusReason = null)
{
    public static RecordedValue Counted(long numerator, long? denominator, bool isIllustrative = false) =>
        new(ValueKind.Counted, numerator, denominator, null, null, IsIllustrative: isIllustrative);

    public static RecordedValue Stated(decimal printed, SourceDocument source, string? paragraph) =>
        new(ValueKind.Stated, null, null, printed, null, source, paragraph);

    public static RecordedValue TakenBack(string reason) => new(ValueKind.TakenBack, null, null, null, reason);

    public static RecordedValue NotCaptured(string reason) => new(ValueKind.NotCaptured, null, null, null, reason);

    /// <summary>Whether both are the same figure, or both none: an approval, a reason or a source makes no other.</summary>
    public bool IsSameFigureAs(RecordedValue other) =>
        Kind == other.Kind && Numerator == other.Numerator && Denominator == other.Denominator && Printed == other.Printed;

    /// <summary>Whether there is nothing to record in place of the other: the same figure, or not captured for the same reason.</summary>
    public bool SaysTheSameAs(RecordedValue other) => IsSameFigureAs(other) && (Kind != ValueKind.NotCaptured || Reason == other.Reason);
}

/// <summary>What the next revision of a value needs to know of the one before it.</summary>
internal sealed record RevisionBefore(int Number, bool IsRevised, long EnteredIn, RecordedValue Value);

/// <summary>One revision of a value: what was recorded, by whom and when; it stays visible when it is revised.</summary>
public sealed class ObservationRevision : IRecordedAndSuperseded
{
    public const int ReasonLength = 500;
    public const int ParagraphLength = 60;
    public const long LargestCount = 999_999_999;

    private ObservationRevision() { }

    internal ObservationRevision(Observation observation, ObservationRevision? before, RecordedValue value, Change change)
        : this(before is null ? null : new RevisionBefore(before.Number, before.IsRevised, before.EnteredIn, before.As(before.Status)), value, change) => Observation = observation;

    /// <summary>For rows that are written many at once.</summary>
    internal ObservationRevision(int observationId, RevisionBefore? before, RecordedValue value, Change change)
        : this(before, value, change) => ObservationId = observationId;

    private ObservationRevision(RevisionBefore? before, RecordedValue value, Change change)
    {
        var isSame = before is not null && before.Value.IsSameFigureAs(value);
        var isFromSamePlace = before?.Value.Source?.Id == value.Source?.Id && before?.Value.Paragraph == value.Paragraph;
        Number = (before?.Number ?? 0) + 1;
        IsRevised = before is not null && (before.IsRevised || !isSame);
        Kind = value.Kind;
        Numerator = value.Numerator;
        Denominator = value.Denominator;
        Printed = value.Printed;
        PrintedDecimals = value.Printed is { } printed ? (int)printed.Scale : null;
        Reason = value.Reason;
        Source = value.Source;
        Paragraph = value.Paragraph;
        IsIllustrative = value.IsIllustrative;
        Status = value.Status;
        StatusReason = value.StatusReason;
        RecordedIn = change.Sequence;
        EnteredIn = isSame && isFromSamePlace ? before!.EnteredIn : change.Sequence;
    }

    public int Id { get; private set; }
    public int ObservationId { get; private set; }
    public Observation Observation { get; private set; } = null!;

    /// <summary>1 for the first value recorded, then 2, 3 ...</summary>
    public int Number { get; private set; }

    /// <summary>Whether the figure is another than the one first recorded: an approval alone does not revise it.</summary>
    public bool IsRevised { get; private set; }

    public ValueKind Kind { get; private set; }
    public long? Numerator { get; private set; }
    public long? Denominator { get; private set; }

    /// <summary>The figure as a document printed it.</summary>
    public decimal? Printed { get; private set; }

    /// <summary>Decimal places in which the document printed it (76% has none, 76.0% one).</summary>
    public int? PrintedDecimals { get; private set; }

    /// <summary>Why it was not captured, revised or taken back; of a figure from a document also what should be known of it.</summary>
    public string? Reason { get; private set; }

    public int? SourceId { get; private set; }
    public SourceDocument? Source { get; private set; }
    public string? Paragraph { get; private set; }
    public bool IsIllustrative { get; private set; }
    public ValueStatus Status { get; private set; }

    /// <summary>Why an approved figure was unlocked with this revision.</summary>
    public string? StatusReason { get; private set; }

    public long RecordedIn { get; private set; }

    /// <summary>The change with which this figure was entered, or its document named: an approval or unlocking since then entered none. Who entered it does not approve it. It is RecordedIn of one of the value's revisions.</summary>
    public long EnteredIn { get; private set; }

    /// <summary>The change that put the next revision in its place; null for the current one.</summary>
    public long? SupersededIn { get; private set; }

    /// <summary>The same figure under another status.</summary>
    internal RecordedValue As(ValueStatus status, string? statusReason = null) => new(Kind, Numerator, Denominator, AsPrinted(Printed, PrintedDecimals), Reason, Source, Paragraph, IsIllustrative, status, statusReason);

    /// <summary>With the decimal places of the document: a database may keep more.</summary>
    internal static decimal? AsPrinted(decimal? printed, int? decimals) => printed is { } figure ? decimal.Round(figure, decimals ?? 0) : null;

    internal void Supersede(Change change) => SupersededIn = change.Sequence;

    public sealed class Configuration : IEntityTypeConfiguration<ObservationRevision>
    {
        public void Configure(EntityTypeBuilder<ObservationRevision> builder)
        {
            builder.ToTable("ObservationRevisions");
            builder.HasOne(revision => revision.Observation).WithMany(observation => observation.Revisions).HasForeignKey(revision => revision.ObservationId);
            builder.HasOne(revision => revision.Source).WithMany().HasForeignKey(revision => revision.SourceId);
            builder.Property(revision => revision.Reason).HasMaxLength(ReasonLength);
            builder.Property(revision => revision.StatusReason).HasMaxLength(ReasonLength);
            builder.Property(revision => revision.Paragraph).HasMaxLength(ParagraphLength);
            builder.HasIndex(revision => new { revision.ObservationId, revision.Number }).IsUnique();
            builder.HasIndex(revision => new { revision.ObservationId, revision.SupersededIn });
            builder.HasChange(revision => revision.RecordedIn);
            builder.HasChange(revision => revision.SupersededIn);
        }
    }
}
