using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// What a person should know of the values of a file before they are recorded, by the rules of <see cref="MonthChecks"/>:
/// which are far from the earlier months, and where an own value would not be the sum of its parts. What is usual follows
/// from what was recorded before the file, never from the file itself, so the first load of a history asks nothing.
/// </summary>
internal static class ImportRemarks
{
    /// <summary>Three statements, and none where nothing would be recorded.</summary>
    public static async Task<ImportPreview> WithRemarksAsync(
        this ImportPreview preview, TrackerContext db, ProgrammeHeader programme, AreaTree areas, IReadOnlyDictionary<(int Measure, int Area, Month Month), CurrentValue> current, CancellationToken cancel)
    {
        var recorded = preview.Lines.Where(line => line.Value is not null).ToList();
        if (recorded.Count == 0)
            return preview;
        var counted = recorded.Where(line => line.Value!.Kind == ValueKind.Counted).ToList();
        var earlier = counted.Count == 0 ? null
            : await EarlierMonths.LoadAsync(db, programme, areas, [.. counted.Select(line => line.Figure.Measure!.Shape.Id).Distinct()], counted.Max(line => line.Figure.Month!.Value), cancel);
        var differing = Differing(preview, recorded, areas, current);
        return preview.With(line => line with
        {
            Usual = line.Value is { } value && earlier is not null ? FarFrom(line.Figure, value, earlier) : null,
            Differs = differing.TryGetValue(line, out var sentences) ? string.Join(' ', sentences) : null,
        });
    }

    private static string? FarFrom(ImportedFigure figure, RecordedValue value, EarlierMonths earlier)
    {
        var shape = figure.Measure!.Shape;
        return value.Kind == ValueKind.Counted ? MonthChecks.FarFrom(value, shape, earlier.UsualOf(shape, figure.Area!.Id, figure.Month!.Value)) : null;
    }

    /// <summary>By line: the whole's own where the file has it, else the first of its parts.</summary>
    private static Dictionary<ImportLine, List<string>> Differing(ImportPreview preview, List<ImportLine> recorded, AreaTree areas, IReadOnlyDictionary<(int Measure, int Area, Month Month), CurrentValue> current)
    {
        var after = current.ToDictionary(one => one.Key, one => one.Value.Value);
        var shapes = new Dictionary<int, MeasureShape>();
        var lines = new Dictionary<(int, int, Month), ImportLine>();
        foreach (var line in preview.Lines.Where(line => line.Figure.Value is not null))
        {
            var key = KeyOf(line);
            shapes[key.Measure] = line.Figure.Measure!.Shape;
            lines[key] = line;
            if (line.Value is { } value)
                after[key] = value;
        }
        var figures = new MonthlyFigures(areas, after.Select(one => RowOf(one.Key, one.Value, shapes[one.Key.Measure].Period)), publishedOnly: false);

        var found = new Dictionary<ImportLine, List<string>>(ReferenceEqualityComparer.Instance);
        var seen = new HashSet<(int, int, Month)>();
        foreach (var line in recorded)
        {
            var (measure, areaId, month) = KeyOf(line);
            for (var whole = areas.Find(areaId); whole is not null; whole = whole.ParentId is { } parent ? areas.Find(parent) : null)
            {
                // Only what has parts and a value of its own can differ from them.
                var key = (measure, whole.Id, month);
                if (!after.ContainsKey(key) || !seen.Add(key) || MonthChecks.DiffersFromParts(figures, areas, shapes[measure], whole.Id, month) is not { } sentence)
                    continue;
                var own = lines.GetValueOrDefault(key);
                if (!found.TryGetValue(own ?? line, out var sentences))
                    found[own ?? line] = sentences = [];
                sentences.Add(own is null ? $"{whole.Name}: {sentence}" : sentence);
            }
        }
        return found;
    }

    private static (int Measure, int Area, Month Month) KeyOf(ImportLine line) => (line.Figure.Measure!.Shape.Id, line.Figure.Area!.Id, line.Figure.Month!.Value);

    private static ValueRow RowOf((int Measure, int Area, Month Month) key, RecordedValue value, PeriodType period) => new(
        key.Measure, key.Area, key.Month, period, value.Kind, value.Numerator, value.Denominator, value.Printed, (int?)value.Printed?.Scale,
        value.Reason, value.Status, value.IsIllustrative, 0, IsRevised: false, null, null);
}
