using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Reports;

/// <summary>Everything that a committee report is written from, read at one moment.</summary>
/// <param name="Now">UTC.</param>
public sealed record ReportFacts(
    ProgrammeHeader Programme,
    Month From,
    Month To,
    DateTime Now,
    IReadOnlyList<MeasureFacts> Measures,
    IReadOnlyList<InspectionFacts> Inspections,
    IReadOnlyList<EntryFacts> Entries,
    IReadOnlyList<ActionFacts> Actions,
    IReadOnlyList<OfficerFacts> Officers);

/// <summary>A measure of the whole authority in the report's months.</summary>
/// <param name="Targets">The authority's targets, the one of the notice first.</param>
/// <param name="CountedAlikeSince">The first month that is counted as the last one is; null where the definition held from the beginning.</param>
/// <param name="StatedElsewhere">Figures of another kind of period than the series: quoted, never compared with it.</param>
public sealed record MeasureFacts(
    string Code,
    string Name,
    string Phrase,
    string Definition,
    MeasureShape Shape,
    IReadOnlyList<(Month Month, AreaFigure Figure)> Months,
    IReadOnlyList<TargetPlan> Targets,
    Month? CountedAlikeSince,
    IReadOnlyList<ValueRow> StatedElsewhere)
{
    /// <summary>The decimals with which the latest figure does not contradict its verdict against any target.</summary>
    public int? DecimalsOfLatest => Points is not [.., { } latest] ? null : Targets.Select(target => target.SetBy).Distinct()
        .Select(setter => FigureText.DecimalsBeside(latest.Figure, TargetIn(setter, latest.Month)?.LevelIn(latest.Month), Shape.Polarity, Shape.Decimals))
        .DefaultIfEmpty(Shape.Decimals).Max();

    /// <summary>The setter's target that the authority is held to in the month: its own before one for every area.</summary>
    public TargetPlan? TargetIn(TargetSetter setter, Month month) => Targets
        .Where(target => target.SetBy == setter && target.LevelIn(month) is not null)
        .MaxBy(target => (target.AreaId is not null, target.From, target.Id));

    /// <summary>The months with a figure, of those that are counted as the last one is: only these are compared in words.</summary>
    public IReadOnlyList<SeriesPoint> Points => PerformanceSentence.CountedAlike(
        [.. Months.Where(month => month.Figure.Figure is not null).Select(month => new SeriesPoint(month.Month, month.Figure.Figure!.Value))], CountedAlikeSince);

    /// <summary>The month in the report's period from which it is counted differently; null where none is.</summary>
    public Month? CountedDifferentlyFrom => CountedAlikeSince > Months[0].Month ? CountedAlikeSince : null;
}

/// <summary>A published inspection with the outcome of its findings so far.</summary>
public sealed record InspectionFacts(
    string Title,
    string Inspectorate,
    KnownDate From,
    KnownDate? To,
    KnownDate? Published,
    string? Note,
    string? Source,
    int? TallyCount,
    int? TallyOutOf,
    Grade? TallyGrade,
    string? TallySource,
    IReadOnlyList<(string Area, Grade Grade)> Judgements,
    IReadOnlyList<(FindingKind Kind, ReviewOutcome Outcome)> Findings);

/// <summary>A dated entry of the timeline.</summary>
public sealed record EntryFacts(KnownDate On, TimelineKind Kind, string Sentence, string? Figure, string? Source, bool IsIllustrative);

/// <summary>An action as the report counts it.</summary>
public sealed record ActionFacts(string Reference, string Title, Stage Stage, Progress? Progress, DateOnly DueOn, DateOnly BaselineDueOn, bool IsIllustrative);

/// <summary>Who answers for the report.</summary>
public sealed record OfficerFacts(People.Role Role, string Name, string Post);
