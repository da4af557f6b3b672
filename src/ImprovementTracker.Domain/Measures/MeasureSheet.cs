using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What a person wants to see of a measure; each that is null is chosen from the data.</summary>
/// <param name="Month">The month looked at, with which the line ends.</param>
/// <param name="From">The month with which the line begins.</param>
/// <param name="AreaId">The area looked at; null for the whole authority.</param>
/// <param name="History">Whether earlier revisions are wanted too.</param>
/// <param name="By">The month by which a target should be reached; null for the target's own, or half a year on.</param>
/// <param name="Others">Whether benchmarks are wanted too.</param>
public sealed record MeasureChoice(Month? Month = null, Month? From = null, int? AreaId = null, bool History = false, Month? By = null, bool Others = false);

/// <summary>A measure's page: one area's line of months against every target, and each area in the month looked at.</summary>
/// <param name="Sentence">What the line shows, true of its data.</param>
/// <param name="Setters">Those who ask something of the area in the months shown; verdicts follow their order.</param>
/// <param name="Lines">Every month shown, in order, also those without a figure.</param>
/// <param name="Elsewhere">Figures that documents state for another kind of period: quoted, never charted with the months.</param>
/// <param name="Revisions">Every revision of the months whose number changed, also in the areas that this one is the sum of; null when not asked for.</param>
/// <param name="Without">What is said where no month shown has a figure; null where one has.</param>
/// <param name="MayRecord">Whether the person may record figures, measures and targets.</param>
/// <param name="MayComment">Whether the person may say why a figure is as it is.</param>
/// <param name="Reading">Change told from chance; null without an area.</param>
/// <param name="Periods">The same measure over longer periods that end with the month or before.</param>
/// <param name="Remarks">What people have said of the area's figures.</param>
/// <param name="Others">What others reach; null when not asked for.</param>
public sealed record MeasureSheet(
    ProgrammeHeader Programme,
    MeasureRow Measure,
    IReadOnlyList<AreaNode> Areas,
    AreaNode? Area,
    Month Month,
    Month From,
    IReadOnlyList<Month> Months,
    string Sentence,
    IReadOnlyList<TargetStanding> Standings,
    IReadOnlyList<TargetSetter> Setters,
    IReadOnlyList<MonthLine> Lines,
    IReadOnlyList<TargetLine> TargetLines,
    IReadOnlyList<StatedElsewhere> Elsewhere,
    IReadOnlyList<AreaMonth> ByArea,
    IReadOnlyList<RevisionLine>? Revisions,
    NoFigures? Without,
    bool MayRecord,
    bool IsWholeOnly,
    bool MayComment,
    ControlReading? Reading,
    IReadOnlyList<PeriodLine> Periods,
    MeasureRemarks Remarks,
    IReadOnlyList<BenchmarkRow>? Others)
{
    /// <summary>Whether the person may enter an action that should move the measure.</summary>
    public bool MayEnterPlan { get; init; }

    /// <summary>Whether something is known of a month shown, be it only why it has no figure.</summary>
    public bool HasMonths => Lines.Any(line => line.Figure.Value is not MeasureValue.Nothing);

    public bool HasRevisions => Lines.Any(line => line.Figure.Marks.IsRevised);
}

/// <summary>How the month looked at stands against one target.</summary>
/// <param name="Distance">4 points below; empty without a figure.</param>
/// <param name="Document">The document and paragraph that set it; empty where none is recorded.</param>
public sealed record TargetStanding(int TargetId, TargetSetter SetBy, TargetVerdict Verdict, string Distance, string Asked, string Document, string Tolerance, bool IsIllustrative)
{
    /// <summary>Whether it can be expected to be met, going by chance alone; null where nothing is concluded from the limits.</summary>
    public Assurance? Assurance { get; init; }

    /// <summary>Months met in a row, the longest run, and the gain that is needed, as sentences; empty where there is nothing to say.</summary>
    public string Run { get; init; } = "";

    public string Gain { get; init; } = "";
}

/// <summary>A longer period: 75% in April 2010 to March 2011.</summary>
/// <param name="Text">The figure, or why there is none.</param>
public sealed record PeriodLine(PeriodFigure Figure, string Text);

/// <summary>One month of the line.</summary>
/// <param name="Text">The figure, or why there is none.</param>
/// <param name="Verdicts">One for each setter; null where it asks nothing that month.</param>
public sealed record MonthLine(Month Month, AreaFigure Figure, string Text, IReadOnlyList<TargetVerdict?> Verdicts)
{
    public string Numerator => Figure.Value is MeasureValue.Counted counted ? Words.Count(counted.Numerator) : "";
    public string Denominator => Figure.Value is MeasureValue.Counted { Denominator: { } denominator } ? Words.Count(denominator) : "";
    public bool IsStated => Figure.Value is MeasureValue.Stated;

    /// <summary>Where the month stands between the limits of its stretch; null where there are none.</summary>
    public ControlPoint? Control { get; init; }

    /// <summary>Whether a rule fires that is to be shown: there are enough values to conclude something.</summary>
    public bool IsFlagged { get; init; }
}

/// <summary>What one setter asks in each month shown; null where nothing.</summary>
public sealed record TargetLine(TargetSetter SetBy, bool IsIllustrative, IReadOnlyList<TargetLevel?> Levels);

/// <summary>A figure of another kind of period with its source.</summary>
public sealed record StatedElsewhere(Month Month, PeriodType Period, string Text, string Source, FigureMarks Marks);

/// <summary>Where an area stands in the month looked at, against the first who asks something of it.</summary>
public sealed record AreaMonth(AreaNode Area, int Depth, AreaFigure Figure, string Text, TargetSetter? SetBy, TargetVerdict? Verdict, string Gap);

/// <summary>A revision of a month's value: what was recorded, by whom and when.</summary>
public sealed record RevisionLine(string Area, Month Month, int Number, string Text, string? Reason, string Who, DateTime RecordedAt, ValueStatus Status, bool IsCurrent);
