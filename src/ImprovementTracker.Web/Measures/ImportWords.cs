using System.Globalization;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.Shared;

namespace ImprovementTracker.Web.Measures;

/// <summary>An import's preview in words and signs.</summary>
public static class ImportWords
{
    public static StatusLook Look(this ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.New => new(StatusShape.Plus, StatusTone.Done, outcome.Label()),
        ImportOutcome.Changed => new(StatusShape.Triangle, StatusTone.Near, outcome.Label()),
        ImportOutcome.Unchanged => new(StatusShape.Dash, StatusTone.None, outcome.Label()),
        ImportOutcome.Refused => new(StatusShape.Diamond, StatusTone.Missed, outcome.Label()),
    };

    /// <summary>What recording would do, and what stands in the way.</summary>
    public static string Sentence(ImportPreview preview)
    {
        if (preview.Lines.Count == 0)
            return "The file holds no figures.";
        if (preview.Counts[ImportOutcome.Refused] is > 0 and var refused)
            return $"{Words.Sentence(Words.Count(refused, "figure is", "figures are"))} refused. Nothing is recorded while any is: correct {(refused == 1 ? "it" : "them")} in the file, throw this one away, and send the corrected one. Names that are not known can be explained here instead.";
        return preview.ToRecord == 0 ? "Every figure of the file is recorded already: there is nothing to do."
            : WouldRecord(preview.Counts[ImportOutcome.New], preview.Counts[ImportOutcome.Changed], preview.Counts[ImportOutcome.Unchanged]);
    }

    /// <summary>2 new figures and 1 changed figure would be recorded; 5 are recorded already, as the file has them.</summary>
    public static string WouldRecord(int added, int changed, int unchanged)
    {
        var said = new[] { (Count: added, Words: Words.Count(added, "new figure", "new figures")), (Count: changed, Words: Words.Count(changed, "changed figure", "changed figures")) }
            .Where(one => one.Count > 0).Select(one => one.Words).ToList();
        return $"{Words.Sentence(Words.List(said))} would be recorded{(unchanged == 0 ? "" : $"; {Words.Count(unchanged)} {(unchanged == 1 ? "is" : "are")} recorded already, as the file has {(unchanged == 1 ? "it" : "them")}")}.";
    }

    /// <summary>What a person should look at before recording, and under which name the list shows it.</summary>
    public static IEnumerable<(string Sentence, string Link, string What)> ToLookAt(ImportPreview preview)
    {
        if (preview.FarFromEarlier > 0)
            yield return ($"{Words.Sentence(Words.Count(preview.FarFromEarlier, "figure is", "figures are"))} far from the earlier months{(preview.ToExplain == 0 ? ", and the file says why" : preview.ToExplain < preview.FarFromEarlier ? $"; for {Words.Count(preview.FarFromEarlier - preview.ToExplain)} of them the file says why" : "")}.", preview.FarFromEarlier == 1 ? "See which is far off" : "See which are far off", ImportFilter.Far);
        if (preview.Differing > 0)
            yield return ($"{Words.Sentence(Words.Count(preview.Differing, "own value is", "own values are"))} not the sum of {(preview.Differing == 1 ? "its" : "their")} parts. Nothing has to be done about it: the own value stands.", preview.Differing == 1 ? "See which differs" : "See which differ", ImportFilter.Differing);
    }

    /// <summary>The answer that a name's rows are not imported.</summary>
    public static readonly Choice<string> LeaveOut = new(ImportVocabulary.LeftOut, "Leave its rows out");

    /// <summary>The answer that stands for what a name was taken for; null where nobody knows it.</summary>
    public static string? MeaningOf(NameMeaning meaning) =>
        meaning.IsLeftOut ? ImportVocabulary.LeftOut
        : meaning.Measure is { } measure ? measure.Code
        : meaning.Areas is [var area] ? area.Id.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>An area with what it is part of, since parts of different areas may have one name: Testshire, North, Duty.</summary>
    public static string Path(AreaNode area, AreaTree areas) => area.ParentId is { } parent && areas.Find(parent) is { } above ? $"{Path(above, areas)}, {area.Name}" : area.Name;
}
