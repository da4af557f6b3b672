using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>Everything that hangs on one finding, as far as the person who asks may know of it.</summary>
/// <param name="State">As the latest visit left it; open until one has looked at it again.</param>
/// <param name="Visits">Those after the inspection, in their order, also those that said nothing of the finding.</param>
/// <param name="Requirements">What the notice asks that the same actions answer.</param>
/// <param name="Measures">Those that the actions should move; for readers those of the finding's theme that have published figures.</param>
/// <param name="Evidence">Strongest first; only what counts.</param>
/// <param name="ShowsPlan">False for readers, who see what is published and not the plan.</param>
public sealed record ThreadOfFinding(
    ProgrammeHeader Programme,
    ThreadOfFinding.Found Finding,
    ReviewOutcome State,
    IReadOnlyList<ThreadOfFinding.Visit> Visits,
    IReadOnlyList<ThreadOfFinding.Asked> Requirements,
    IReadOnlyList<ThreadOfFinding.Answer> Actions,
    IReadOnlyList<ThreadOfFinding.Figures> Measures,
    IReadOnlyList<ThreadOfFinding.Shown> Evidence,
    bool ShowsPlan,
    bool MayEnter)
{
    /// <summary>The finding, and the inspection that made it.</summary>
    public sealed record Found(int Id, FindingKind Kind, string Words, string? Paragraph, int? ThemeId, string? Theme, KnownDate? DueOn,
        int InspectionId, string Inspection, string Inspectorate, KnownDate From, KnownDate? To, KnownDate? Published, Visibility Visibility, string? Attribution);

    /// <param name="IsNotPublished">It is in confidence still.</param>
    /// <param name="Entries">What was entered of what it said of the finding, also what was taken back; empty where it said nothing.</param>
    public sealed record Visit(int Id, string Title, KnownDate On, bool IsNotPublished, IReadOnlyList<Review> Entries)
    {
        /// <summary>What counts of it.</summary>
        public IReadOnlyList<Review> Reviews => [.. Entries.Where(review => review.TakenBack is null)];
    }

    /// <param name="Words">The inspectors' own; null where no document of theirs is held.</param>
    /// <param name="Note">How it is known.</param>
    /// <param name="TakenBack">Null while it counts.</param>
    public sealed record Review(int Id, ReviewOutcome Outcome, string? Words, string? Note, string? Source, string? Publisher, string? Address, string? Attribution, long RecordedIn, TakenBack? TakenBack);

    /// <param name="AnsweredBy">The references of those of the finding's actions that answer it too.</param>
    public sealed record Asked(int Id, string Reference, string Words, bool IsVerbatim, string? Paragraph, KnownDate? DueOn, bool IsIllustrative, string? Source, string? Address, string? Attribution, IReadOnlyList<string> AnsweredBy)
    {
        /// <summary>How it stands.</summary>
        public RequirementState State { get; init; } = new(RequirementStanding.Open, null);
    }

    /// <summary>An action that answers the finding.</summary>
    public sealed record Answer(int Id, string Reference, string Title, string? Lead, string? LeadPost, DateOnly BaselineDueOn, DateOnly DueOn, Stage Stage, Progress? Progress, Impact Impact,
        string? BlockedBy, bool IsIllustrative, bool IsOverdue)
    {
        public ActionStatus Status => ActionWords.StatusOf(Stage, Progress);
        public SlipLedger Slips { get; init; } = new(BaselineDueOn, DueOn, []);

        /// <summary>Where its life turned, in order.</summary>
        public IReadOnlyList<HistoryEntry> Turns { get; init; } = [];
        public IReadOnlyList<Completion> Completions { get; init; } = [];
    }

    /// <summary>A measure of the whole authority, month by month.</summary>
    /// <param name="From">The month with which the line begins; it ends with the month looked at.</param>
    /// <param name="Line">The months' figures; null where there is none.</param>
    /// <param name="Marks">What is to be known of the line's figures.</param>
    /// <param name="Levels">What the setter asks in each month.</param>
    public sealed record Figures(string Code, string Name, MeasureUnit Unit, Month Month, Month From, string Sentence, IReadOnlyList<decimal?> Line, FigureMarks Marks,
        TargetSetter? SetBy, IReadOnlyList<TargetLevel?> Levels, string? CountedDifferently, IReadOnlyList<Mark> Completions)
    {
        /// <summary>The places in the line of the months from which something else is counted.</summary>
        public IReadOnlyList<int> Anew { get; init; } = [];
    }

    /// <summary>A completion of one of the actions, and the measure before and after it.</summary>
    public sealed record Mark(string Reference, Completion Completion, BeforeAndAfter Figures);

    /// <summary>A piece of evidence of one of the actions.</summary>
    /// <param name="FileName">Null where it is no file.</param>
    public sealed record Shown(int Id, string Action, EvidenceStrength Strength, string Title, DateOnly DatedOn, string? Address, string? FileName);
}
