using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Web.Measures;

/// <summary>Which values of a file a preview lists.</summary>
/// <param name="Key">As the address says it.</param>
public sealed record ImportFilter(string Key, string Text, Func<ImportLine, bool> Shows)
{
    public const string All = "all";
    public const string Far = "far";
    public const string Differing = "differing";

    /// <summary>Those that can be chosen; what stands in the way or is to be looked at is there only where there is any of it.</summary>
    public static IReadOnlyList<ImportFilter> Of(ImportPreview preview)
    {
        List<ImportFilter> filters = [new(All, $"All {Words.Count(preview.Lines.Count)}", _ => true)];
        if (preview.FarFromEarlier > 0)
            filters.Add(new(Far, $"Far from the earlier months: {Words.Count(preview.FarFromEarlier)}", line => line.Usual is not null));
        if (preview.Differing > 0)
            filters.Add(new(Differing, $"Own value not the sum of its parts: {Words.Count(preview.Differing)}", line => line.Differs is not null));
        foreach (var (outcome, count) in preview.Counts.Reverse())
            filters.Add(new(KeyOf(outcome), $"{outcome.Label()}: {Words.Count(count)}", line => line.What == outcome));
        return filters;
    }

    /// <summary>The one that the address asks for; without one what stands in the way of recording, where anything does.</summary>
    public static ImportFilter Choose(IReadOnlyList<ImportFilter> filters, ImportPreview preview, string? asked)
    {
        var key = asked ?? (preview.Counts[ImportOutcome.Refused] > 0 ? KeyOf(ImportOutcome.Refused) : preview.ToExplain > 0 ? Far : All);
        return filters.FirstOrDefault(filter => filter.Key == key) ?? filters[0];
    }

    private static string KeyOf(ImportOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
