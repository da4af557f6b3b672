using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>What the government put the authority under.</summary>
public enum InterventionKind { None, ImprovementNotice, StatutoryDirection }

/// <summary>Where a programme is in its life.</summary>
public enum LifecycleState { Preparing, Issued, OnTrack, NonCompliance, SeriousBreach, SubmittedToLift, Lifted, Replaced }

/// <summary>An authority's improvement programme, with the notice or direction it answers.</summary>
public sealed class Programme
{
    public const int SlugLength = 60;
    public const int NameLength = 150;
    public const int AuthorityLength = 150;
    public const int LegalBasisLength = 300;
    public const int AuthorityCodeLength = 9;
    public const int UsualFewestForLimits = 3;
    public const int UsualFewestForFirmLimits = 12;
    public const int UsualFiguresDueOn = 15;

    private Programme() { }

    public Programme(string slug, string authority, string name, DateOnly startsOn)
    {
        Slug = slug;
        Authority = authority;
        Name = name;
        StartsOn = startsOn;
    }

    public int Id { get; private set; }

    /// <summary>The programme in addresses and on the command line: nottinghamshire-2010. Never changes.</summary>
    public string Slug { get; private set; } = "";

    public string Authority { get; private set; } = "";

    /// <summary>The authority's code in national statistics: E10000024. Benchmarks are found by it.</summary>
    public string? AuthorityCode { get; private set; }

    /// <summary>With fewer figures than this a chart shows no control limits.</summary>
    public int FewestForLimits { get; private set; } = UsualFewestForLimits;

    /// <summary>With fewer figures than this its limits are provisional and nothing is concluded from them.</summary>
    public int FewestForFirmLimits { get; private set; } = UsualFewestForFirmLimits;

    /// <summary>The day of the following month on which a month's figures are due.</summary>
    public int FiguresDueOn { get; private set; } = UsualFiguresDueOn;

    public string Name { get; private set; } = "";
    public InterventionKind Intervention { get; private set; }
    public KnownDate? IntervenedOn { get; private set; }
    public string? LegalBasis { get; private set; }
    public DateOnly StartsOn { get; private set; }

    /// <summary>
    /// The day with which the programme's record ends; null while it goes on. Overdue and the like are judged on this day
    /// instead of today, so that a finished programme still reads as it stood.
    /// </summary>
    public DateOnly? RecordEndsOn { get; private set; }

    public int Version { get; private set; }
    public ICollection<ProgrammeStatus> Statuses { get; } = [];
    public ICollection<Area> Areas { get; } = [];
    public ICollection<Theme> Themes { get; } = [];

    public void Describe(string authority, string name, DateOnly startsOn, DateOnly? recordEndsOn)
    {
        Authority = authority;
        Name = name;
        StartsOn = startsOn;
        RecordEndsOn = recordEndsOn;
        Version++;
    }

    public void CompareAs(string? authorityCode) => AuthorityCode = authorityCode;

    public void JudgeChartsWith(int fewestForLimits, int fewestForFirmLimits)
    {
        FewestForLimits = fewestForLimits;
        FewestForFirmLimits = fewestForFirmLimits;
    }

    public void ExpectFiguresOn(int dayOfNextMonth) => FiguresDueOn = dayOfNextMonth;

    public void PlaceUnder(InterventionKind kind, KnownDate? on, string? legalBasis)
    {
        Intervention = kind;
        IntervenedOn = kind == InterventionKind.None ? null : on;
        LegalBasis = kind == InterventionKind.None ? null : legalBasis;
    }

    /// <summary>The last move of its life; null where none is recorded. Its states must be loaded.</summary>
    public ProgrammeStatus? Latest => Standing.LastOrDefault();

    private List<ProgrammeStatus> Standing => [.. Statuses.Where(status => status.EndedIn is null).OrderBy(status => status.RecordedIn)];

    /// <summary>The states that may be entered next. Its states must be loaded.</summary>
    public IReadOnlyList<LifecycleState> Next => LifecycleMoves.Next(Latest?.State, Intervention);

    /// <summary>Where it stands in its life. Its states must be loaded.</summary>
    public LifecycleState State => Latest?.State ?? LifecycleMoves.Unrecorded(Intervention);

    /// <exception cref="BrokenRule">The state does not follow the one it is in.</exception>
    public void Move(LifecycleState state, KnownDate since, string reason, SourceDocument? source, Change change)
    {
        if (!Next.Contains(state))
            throw new BrokenRule($"A programme that is {State.Label().ToLowerInvariant()} does not go to {state.Label().ToLowerInvariant()}.");
        Statuses.Add(new ProgrammeStatus(this, state, since, reason, source, change));
        Version++;
    }

    /// <summary>A state was entered wrongly and counts no more. Its states must be loaded.</summary>
    /// <exception cref="BrokenRule">What was entered after it could not have followed without it, or it was taken back before.</exception>
    public void TakeBack(ProgrammeStatus status, string reason, Change change)
    {
        status.RequireStanding();
        var standing = Standing;
        var before = standing.LastOrDefault(one => one.RecordedIn < status.RecordedIn);
        if (standing.FirstOrDefault(one => one.RecordedIn > status.RecordedIn) is { } after && (before is null || !LifecycleMoves.Allows(before.State, after.State)))
            throw new BrokenRule($"After it came ‘{after.State.Label()}’, {after.Since}, which {(before is null ? "cannot come first" : $"does not follow ‘{before.State.Label()}’")}. Take that back first, then this.");
        status.TakeBack(reason, change);
        // What was issued is known from that entry alone.
        if (State == LifecycleState.Preparing && status.State == LifecycleState.Issued)
            PlaceUnder(InterventionKind.None, null, null);
        // What the programme began under stays; the day that was said of it does not.
        else if (status.State == LifecycleState.Issued && IntervenedOn == status.Since)
            PlaceUnder(Intervention, null, LegalBasis);
        Version++;
    }

    /// <summary>The day the programme is judged on: today, or the day its record ended.</summary>
    public DateOnly JudgedOn(DateOnly today) => RecordEndsOn is { } end && end < today ? end : today;

    public sealed class Configuration : IEntityTypeConfiguration<Programme>
    {
        public void Configure(EntityTypeBuilder<Programme> builder)
        {
            builder.ToTable("Programmes");
            builder.HasIndex(programme => programme.Slug).IsUnique();
            builder.Property(programme => programme.Slug).HasMaxLength(SlugLength);
            builder.Property(programme => programme.Authority).HasMaxLength(AuthorityLength);
            builder.Property(programme => programme.Name).HasMaxLength(NameLength);
            builder.Property(programme => programme.AuthorityCode).HasMaxLength(AuthorityCodeLength).IsUnicode(false);
            builder.Property(programme => programme.FewestForLimits).HasDefaultValue(UsualFewestForLimits);
            builder.Property(programme => programme.FewestForFirmLimits).HasDefaultValue(UsualFewestForFirmLimits);
            builder.Property(programme => programme.FiguresDueOn).HasDefaultValue(UsualFiguresDueOn);
            builder.Property(programme => programme.LegalBasis).HasMaxLength(LegalBasisLength);
            builder.Property(programme => programme.Version).IsConcurrencyToken();
            builder.Ignore(programme => programme.Latest);
            builder.Ignore(programme => programme.State);
            builder.Ignore(programme => programme.Next);
        }
    }
}

/// <summary>A programme's move from one state of its life to the next, with its reason and document.</summary>
public sealed class ProgrammeStatus : RecordedEntry
{
    public const int ReasonLength = 500;

    private ProgrammeStatus() { }

    public ProgrammeStatus(Programme programme, LifecycleState state, KnownDate since, string reason, SourceDocument? source, Change recordedIn) : base(recordedIn)
    {
        Programme = programme;
        State = state;
        Since = since;
        Reason = reason;
        Source = source;
    }

    public int ProgrammeId { get; private set; }
    public Programme Programme { get; private set; } = null!;
    public LifecycleState State { get; private set; }
    public KnownDate Since { get; private set; }
    public string Reason { get; private set; } = "";
    public int? SourceId { get; private set; }
    public SourceDocument? Source { get; private set; }

    public sealed class Configuration : IEntityTypeConfiguration<ProgrammeStatus>
    {
        public void Configure(EntityTypeBuilder<ProgrammeStatus> builder)
        {
            builder.ToTable("ProgrammeStatuses");
            builder.HasOne(status => status.Programme).WithMany(programme => programme.Statuses).HasForeignKey(status => status.ProgrammeId);
            builder.HasOne(status => status.Source).WithMany().HasForeignKey(status => status.SourceId);
            builder.Property(status => status.Reason).HasMaxLength(ReasonLength);
            builder.HasChange(status => status.RecordedIn);
            builder.CanBeTakenBack();
        }
    }
}

public static class ProgrammeWords
{
    public static string Label(this InterventionKind kind) => kind switch
    {
        InterventionKind.None => "No notice or direction",
        InterventionKind.ImprovementNotice => "Improvement notice",
        InterventionKind.StatutoryDirection => "Statutory direction",
    };

    public static string Label(this LifecycleState state) => state switch
    {
        LifecycleState.Preparing => "Preparing",
        LifecycleState.Issued => "Issued",
        LifecycleState.OnTrack => "On track",
        LifecycleState.NonCompliance => "Non-compliance",
        LifecycleState.SeriousBreach => "Serious breach",
        LifecycleState.SubmittedToLift => "Submitted to lift",
        LifecycleState.Lifted => "Lifted",
        LifecycleState.Replaced => "Replaced",
    };
}
