using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementTracker.Domain.Data;

/// <summary>The tracker's database. One model; a context for each provider, so that each keeps its own migrations.</summary>
public abstract class TrackerContext(DbContextOptions options, TimeProvider clock) : IdentityUserContext<Person, int>(options)
{
    internal TimeProvider Clock { get; } = clock;

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    public DbSet<Change> Changes => Set<Change>();
    public DbSet<ChangeCounter> ChangeCounters => Set<ChangeCounter>();
    public DbSet<InstallationMark> InstallationMarks => Set<InstallationMark>();
    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Programme> Programmes => Set<Programme>();
    public DbSet<ProgrammeStatus> ProgrammeStatuses => Set<ProgrammeStatus>();
    public DbSet<Area> Areas => Set<Area>();
    public DbSet<Theme> Themes => Set<Theme>();
    public DbSet<SourceDocument> SourceDocuments => Set<SourceDocument>();
    public DbSet<PlannedDate> PlannedDates => Set<PlannedDate>();
    public DbSet<TimelineEntry> TimelineEntries => Set<TimelineEntry>();
    public DbSet<Requirement> Requirements => Set<Requirement>();
    public DbSet<RequirementReview> RequirementReviews => Set<RequirementReview>();
    public DbSet<RequirementCorrection> RequirementCorrections => Set<RequirementCorrection>();
    public DbSet<NonWorkingDay> NonWorkingDays => Set<NonWorkingDay>();

    public DbSet<Inspection> Inspections => Set<Inspection>();
    public DbSet<Finding> Findings => Set<Finding>();
    public DbSet<FindingReview> FindingReviews => Set<FindingReview>();
    public DbSet<JudgedArea> JudgedAreas => Set<JudgedArea>();
    public DbSet<GradeAim> GradeAims => Set<GradeAim>();
    public DbSet<Judgement> Judgements => Set<Judgement>();
    public DbSet<InspectionCorrection> InspectionCorrections => Set<InspectionCorrection>();
    public DbSet<SentPlan> SentPlans => Set<SentPlan>();
    public DbSet<FindingCorrection> FindingCorrections => Set<FindingCorrection>();

    public DbSet<Objective> Objectives => Set<Objective>();
    public DbSet<PriorityAction> PriorityActions => Set<PriorityAction>();
    public DbSet<ActionUpdate> ActionUpdates => Set<ActionUpdate>();
    public DbSet<ActionFinding> ActionFindings => Set<ActionFinding>();
    public DbSet<ActionRequirement> ActionRequirements => Set<ActionRequirement>();
    public DbSet<ActionMeasure> ActionMeasures => Set<ActionMeasure>();
    public DbSet<Milestone> Milestones => Set<Milestone>();
    public DbSet<MilestoneRevision> MilestoneRevisions => Set<MilestoneRevision>();
    public DbSet<Evidence> Evidence => Set<Evidence>();
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<Measure> Measures => Set<Measure>();
    public DbSet<MeasureOwner> MeasureOwners => Set<MeasureOwner>();
    public DbSet<Target> Targets => Set<Target>();
    public DbSet<Observation> Observations => Set<Observation>();
    public DbSet<ObservationRevision> ObservationRevisions => Set<ObservationRevision>();
    public DbSet<EarlierDefinition> EarlierDefinitions => Set<EarlierDefinition>();
    public DbSet<Commentary> Commentaries => Set<Commentary>();
    public DbSet<Annotation> Annotations => Set<Annotation>();
    public DbSet<Rebase> Rebases => Set<Rebase>();
    public DbSet<Benchmark> Benchmarks => Set<Benchmark>();
    public DbSet<MonthDraft> MonthDrafts => Set<MonthDraft>();
    public DbSet<ImportFile> ImportFiles => Set<ImportFile>();
    public DbSet<ImportWord> ImportWords => Set<ImportWord>();

    /// <summary>Starts the transaction of a use case; see <see cref="ChangeScope"/>.</summary>
    public Task<ChangeScope> StartChangeAsync(Actor actor, int? programmeId, ISentOnce? form, CancellationToken cancel) =>
        ChangeScope.StartAsync(this, actor, programmeId, form, cancel);

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<Month>().HaveConversion<MonthConverter>();
        conventions.Properties<KnownDate>().HaveConversion<KnownDateConverter>().HaveMaxLength(10).AreUnicode(false);
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40).AreUnicode(false);
        conventions.Properties<decimal>().HavePrecision(18, 6);
        conventions.Conventions.Replace<ForeignKeyIndexConvention>(services => new NoIndexOnEnds(services.GetRequiredService<ProviderConventionSetBuilderDependencies>()));
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.ApplyConfigurationsFromAssembly(typeof(TrackerContext).Assembly);
        // Nothing that was recorded is ever removed along with something else.
        foreach (var key in model.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()).Where(key => !key.IsOwnership))
            key.DeleteBehavior = DeleteBehavior.Restrict;
    }

    private sealed class MonthConverter() : ValueConverter<Month, int>(month => month.ToNumber(), number => Month.FromNumber(number));

    private sealed class KnownDateConverter() : ValueConverter<KnownDate, string>(date => date.ToIso(), text => KnownDate.Parse(text));

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        moment => moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : moment,
        moment => DateTime.SpecifyKind(moment, DateTimeKind.Utc));
}

/// <summary>The tracker's database in an SQLite file.</summary>
public sealed class SqliteTrackerContext(DbContextOptions<SqliteTrackerContext> options, TimeProvider clock) : TrackerContext(options, clock);

/// <summary>The tracker's database on SQL Server.</summary>
public sealed class SqlServerTrackerContext(DbContextOptions<SqlServerTrackerContext> options, TimeProvider clock) : TrackerContext(options, clock);
