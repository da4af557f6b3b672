using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What a reader of a control chart must be told besides what is drawn.</summary>
public static class ControlChartWords
{
    public const string TooLittleVariation = "Too little variation to judge: apart from rare jumps the values do not differ, so nothing tells change from chance.";

    /// <summary>All of it, as sentences in a fixed order: missing values, rebases that do not begin on their day, and what cannot be judged.</summary>
    public static IReadOnlyList<string> Notes(this ControlChart chart)
    {
        var notes = chart.RebaseNotes().ToList();
        if (chart.MissingInWords() is { Length: > 0 } missing)
            notes.Insert(0, missing);
        if (chart.Latest.Limits is null)
            notes.Add($"There {(chart.Latest.Values == 1 ? "is" : "are")} {chart.ValuesToJudge()}, too few for limits.");
        else if (chart.Latest.Limits.TooLittleVariation)
            notes.Add(TooLittleVariation);
        else if (chart.Latest.IsShort)
            notes.Add($"The limits are provisional: there are only {chart.ValuesToJudge()}.");
        return notes;
    }

    /// <summary>No value for May 2010 and July 2010 to September 2010. Empty when none is missing.</summary>
    public static string MissingInWords(this ControlChart chart)
    {
        var points = chart.Points;
        var gaps = new List<string>();
        for (int start = 0, next; start < points.Count; start = next)
        {
            for (next = start + 1; points[start].Value is null && next < points.Count && points[next].Value is null;)
                next++;
            if (points[start].Value is null)
                gaps.Add(next - start == 1 ? chart.Text(points[start].On) : $"{chart.Text(points[start].On)} to {chart.Text(points[next - 1].On)}");
        }
        return gaps.Count == 0 ? "" : $"No value for {Words.List(gaps)}.";
    }

    /// <summary>A sentence for each rebase that does not begin on the day asked for.</summary>
    public static IEnumerable<string> RebaseNotes(this ControlChart chart) =>
        from rebase in chart.Rebases
        where rebase.Effect != RebaseEffect.OnTheDay
        let asked = chart.Text(rebase.Asked)
        select rebase.Effect switch
        {
            RebaseEffect.OnTheDay => "",
            RebaseEffect.MovedToNextValue => $"The rebase of {asked} begins with the next value, {chart.Text(rebase.From!.Value)}: there is none for {asked}.",
            RebaseEffect.AlreadyBegun => $"The rebase of {asked} changes nothing: new limits already begin with {chart.Text(rebase.From!.Value)}.",
            RebaseEffect.NothingBefore => $"The rebase of {asked} changes nothing: there is no value before it.",
            RebaseEffect.NothingAfter => $"The rebase of {asked} changes nothing yet: there is no value on that day or after it.",
        };

    private static string ValuesToJudge(this ControlChart chart) =>
        $"{(chart.Latest.Values == 0 ? "no" : Words.InText(chart.Latest.Values))} {(chart.Latest.Values == 1 ? "value" : "values")}{(chart.Segments.Count > 1 ? " since the limits began anew" : "")}";

    /// <summary>A series by months speaks of months, any other of days.</summary>
    private static string Text(this ControlChart chart, DateOnly day) =>
        day.Day == 1 && chart.Points.All(point => point.On.Day == 1) ? Month.Of(day).ToString() : Words.Date(day);
}
