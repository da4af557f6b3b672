using FluentValidation;
using FluentValidation.Results;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Records what was typed of a month, by the same rules whichever form it was typed into: all of it or nothing.</summary>
internal sealed class MonthRecording(TrackerContext db, ProgrammeHeader programme, Month month)
{
    /// <param name="Path">Where the form has it: Lines[2].</param>
    /// <param name="Measure">The measure's code.</param>
    /// <param name="NamesArea">Whether what is refused begins with the area's name: where the form lists it away from its place.</param>
    public sealed record Cell(string Path, string Measure, TypedValue Typed, bool NamesArea = false);

    /// <param name="Recorded">How many values got a revision.</param>
    /// <param name="Meanwhile">What somebody else recorded since the form was opened; then nothing may be written.</param>
    public sealed record Outcome(int Recorded, IReadOnlyList<Meanwhile> Meanwhile);

    public sealed record Meanwhile(Cell Cell, AreaNode Area, MeasureShape Shape, ObservationRevision? Current);

    private sealed record Planned(Cell Cell, Measure Measure, MeasureToRecord Rules, Area Area, Observation? Observation, RecordedValue Value);

    private readonly List<ValidationFailure> _wrong = [];
    private readonly List<Meanwhile> _meanwhile = [];
    private Dictionary<(int Observation, int Number), ObservationRevision> _seen = [];

    /// <summary>Refuses a month that has not begun.</summary>
    /// <exception cref="ValidationException">At the form's field named Month.</exception>
    public static Month ReadMonth(string? text, ProgrammeHeader programme)
    {
        var month = Month.Parse(text!);
        var last = Month.Of(programme.JudgedOn);
        return month <= last ? month : throw Refused.At("Month", MonthChecks.NotBegun(month, last));
    }

    /// <exception cref="ValidationException">What is to be put right, each at its place.</exception>
    public async Task<Outcome> PrepareAsync(IReadOnlyList<Cell> cells, Change change, CancellationToken cancel)
    {
        var areas = await db.Areas.Where(area => area.ProgrammeId == programme.Id).ToDictionaryAsync(area => area.Id, cancel);
        var tree = new AreaTree(areas.Values.Select(area => new AreaNode(area.Id, area.ParentId, area.Name, area.Kind, area.From, area.To)));
        var planned = await PlanAsync(cells, areas, tree, cancel);
        await AskForReasonsAsync(planned, tree, cancel);
        if (_wrong.Count > 0)
            throw new ValidationException(_wrong);
        if (_meanwhile.Count > 0)
            return new Outcome(0, _meanwhile);

        foreach (var one in planned)
        {
            var observation = one.Observation;
            if (observation is null)
                db.Observations.Add(observation = new Observation(one.Measure, one.Area, month, one.Measure.Period));
            observation.Revise(one.Value, change);
        }
        return new Outcome(planned.Count, []);
    }

    private async Task<List<Planned>> PlanAsync(IReadOnlyList<Cell> cells, Dictionary<int, Area> areas, AreaTree tree, CancellationToken cancel)
    {
        var codes = cells.Select(cell => cell.Measure).Distinct().ToList();
        var measures = await db.Measures.Where(measure => measure.ProgrammeId == programme.Id && codes.Contains(measure.Code)).ToDictionaryAsync(measure => measure.Code, cancel);
        var ids = measures.Values.Select(measure => measure.Id).ToList();
        var observations = await db.Observations
            .Include(observation => observation.Revisions.Where(revision => revision.SupersededIn == null))
            .Where(observation => ids.Contains(observation.MeasureId) && observation.Month == month && observation.Period == observation.Measure.Period)
            .ToDictionaryAsync(observation => (observation.MeasureId, observation.AreaId), cancel);

        await LoadSeenAsync(cells, measures, observations, cancel);
        var planned = new List<Planned>();
        var typed = new HashSet<(int, int)>();
        foreach (var cell in cells)
        {
            var measure = measures.GetValueOrDefault(cell.Measure) ?? throw new NotFound(MeasurePage.NoSuchMeasure);
            var area = areas.GetValueOrDefault(cell.Typed.AreaId) ?? throw new NotFound("One of the areas is not in this programme any more. Open the page again.");
            var observation = observations.GetValueOrDefault((measure.Id, area.Id));
            if (!typed.Add((measure.Id, area.Id)))
                Refuse(cell, nameof(TypedValue.Numerator), $"{area.Name} stands here twice. Leave one of the two empty.");
            else if (Plan(cell, measure, area, tree.Find(area.Id)!, observation) is { } one)
                planned.Add(one);
        }
        return planned;
    }

    /// <summary>What forms showed that were opened before somebody else recorded: only where that happened.</summary>
    private async Task LoadSeenAsync(IReadOnlyList<Cell> cells, Dictionary<string, Measure> measures, Dictionary<(int, int), Observation> observations, CancellationToken cancel)
    {
        var overtaken = cells
            .Where(cell => measures.TryGetValue(cell.Measure, out var measure) && observations.TryGetValue((measure.Id, cell.Typed.AreaId), out var observation)
                && cell.Typed.Seen is > 0 and var seen && seen != observation.Revisions.SingleOrDefault()?.Number)
            .Select(cell => observations[(measures[cell.Measure].Id, cell.Typed.AreaId)].Id).ToList();
        if (overtaken.Count > 0)
        {
            _seen = await db.ObservationRevisions.AsNoTracking().Where(revision => overtaken.Contains(revision.ObservationId) && revision.SupersededIn != null)
                .ToDictionaryAsync(revision => (revision.ObservationId, revision.Number), cancel);
        }
    }

    /// <summary>
    /// Whether a cell says what its form showed when it was opened: then nobody typed there, and what somebody else has
    /// recorded since stands.
    /// </summary>
    private bool IsAsShown(RecordedValue value, Cell cell, Observation? observation) =>
        observation is not null && cell.Typed.Seen is { } seen && _seen.TryGetValue((observation.Id, seen), out var shown)
        && value.SaysTheSameAs(shown.As(shown.Status)) && (value.Reason is null || value.Reason == shown.Reason);

    /// <summary>What is to be recorded of a cell; null where nothing is, or where something stands in the way.</summary>
    private Planned? Plan(Cell cell, Measure measure, Area area, AreaNode node, Observation? observation)
    {
        var rules = MeasureToRecord.Of(measure);
        var current = observation?.Revisions.SingleOrDefault();
        if (cell.Typed.IsEmpty)
        {
            if (current?.Kind is ValueKind.Counted or ValueKind.NotCaptured)
                Refuse(cell, nameof(TypedValue.Numerator), MonthChecks.Emptied, area);
            return null;
        }
        var wrong = MonthChecks.Wrong(cell.Typed, rules).ToList();
        foreach (var finding in wrong)
            Refuse(cell, finding.Property, finding.Sentence, area);
        if (wrong.Count > 0)
            return null;

        var value = MonthChecks.Read(cell.Typed, rules);
        if (current is not null && value.SaysTheSameAs(current.As(current.Status)))
        {
            if (value.Reason is not null && value.Reason != current.Reason)
                Refuse(cell, nameof(TypedValue.Reason), MonthChecks.NothingToExplain, area);
            return null;
        }
        if (IsAsShown(value, cell, observation))
            return null;
        if (MonthChecks.OutOfPlace(rules, node, month) is { } outOfPlace)
            Refuse(cell, nameof(TypedValue.Numerator), outOfPlace);
        else if (current is { Status: ValueStatus.Approved, Kind: not ValueKind.TakenBack })
            Refuse(cell, nameof(TypedValue.Numerator), MonthChecks.Locked, area);
        else if (cell.Typed.Seen is { } seen && seen != (current?.Number ?? 0))
            _meanwhile.Add(new Meanwhile(cell, node, rules.Shape, current));
        else
            return new Planned(cell, measure, rules, area, observation, value);
        return null;
    }

    private async Task AskForReasonsAsync(List<Planned> planned, AreaTree tree, CancellationToken cancel)
    {
        var unexplained = planned.Where(one => one.Value is { Kind: ValueKind.Counted, Reason: null }).ToList();
        if (unexplained.Count == 0)
            return;
        var earlier = await EarlierMonths.LoadAsync(db, programme, tree, [.. unexplained.Select(one => one.Measure.Id).Distinct()], month, cancel);
        foreach (var one in unexplained)
        {
            if (MonthChecks.AskWhy(one.Value, one.Rules.Shape, earlier.UsualOf(one.Rules.Shape, one.Area.Id, month)) is { } question)
                Refuse(one.Cell, nameof(TypedValue.Reason), question, one.Area);
        }
    }

    private void Refuse(Cell cell, string property, string sentence, Area? area = null) =>
        _wrong.Add(new ValidationFailure($"{cell.Path}.{property}", cell.NamesArea && area is not null ? $"{area.Name}: {sentence}" : sentence));
}
