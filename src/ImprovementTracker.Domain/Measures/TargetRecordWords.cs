using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>How a target has fared, as sentences that are true of its months whatever they are.</summary>
public static class TargetRecordWords
{
    public static string Label(this TargetOutcome outcome) => outcome switch
    {
        TargetOutcome.NotBegun => "Not begun",
        TargetOutcome.NotJudged => "Not judged",
        TargetOutcome.NoFigure => "No figure",
        TargetOutcome.NotMet => "Not met",
        TargetOutcome.OnCourse => "On course",
        TargetOutcome.Met => "Met",
    };

    /// <summary>Met for two months in a row, April 2011 to May 2011. Not met in May 2011: 76%, 4 points below 80%.</summary>
    public static string InWords(this TargetRecord record)
    {
        var last = record.Months.Count == 0 ? null : record.Months[^1];
        return record.Outcome switch
        {
            TargetOutcome.NotBegun => record.Measure.LastMonth is { } stopped && stopped < record.Begins ? $"It asks nothing: the measure was collected until {stopped} only." : $"It begins in {record.Begins}.",
            TargetOutcome.NotJudged => "It can be neither met nor missed: neither way is better for this measure, and the target is no range.",
            TargetOutcome.NoFigure => Join($"No figure for {last!.Month}: {last.Text}.", Longest(record)),
            TargetOutcome.NotMet => Join($"{(last!.Level.IsRange ? "Outside it" : "Not met")} in {last.Month}: {last.Text}{(last.Figure.ShownMarks.AllInWords is { Length: > 0 } marks ? $" ({marks})" : "")}, {Off(record, last)}.", Longest(record), Ended(record)),
            TargetOutcome.OnCourse => Join($"What is asked so far was met {Run(record.InARow, record.Last!.Value)}.", record.Target.LeadsTo < record.Target.Final.Month ? $"It ends with {record.Target.To}, before {Final(record)} is asked." : $"{Final(record)} is asked from {record.Target.Final.Month}.", Reached(record), Provisional(record)),
            TargetOutcome.Met => Join($"{(last!.Level.IsRange ? "Within it" : "Met")} {Run(record.InARow, record.Last!.Value)}.", Reached(record), Provisional(record), Ended(record)),
        };
    }

    /// <summary>For two months in a row, April 2011 to May 2011; in May 2011, for one month.</summary>
    public static string Run(int inARow, Month last) => inARow == 1 ? $"in {last}, for one month"
        : $"for {Words.InText(inARow)} months in a row, {last.AddMonths(1 - inARow)} to {last}";

    /// <summary>37% in June 2010, the last figure before it was in force. Empty where there is none.</summary>
    public static string BaselineInWords(this TargetRecord record) => record.Baseline is not { } baseline ? ""
        : $"{FigureText.Of(baseline.Figure, record.Measure.Shape.Unit, record.Measure.Shape.Decimals)} {record.Measure.Shape.When(baseline.Month)}{(baseline.Marks.AllInWords is { Length: > 0 } marks ? $" ({marks})" : "")}";

    /// <summary>How many months it has been kept, for a list: two months, since April 2011. Empty while it is not.</summary>
    public static string HowLong(this TargetRecord record) => record.Since is not { } since ? "" : $"{Months(record.InARow)}, {(record.InARow == 1 ? "in" : "since")} {since}";

    private static string Months(int count) => count == 1 ? "one month" : $"{Words.InText(count)} months";

    private static string Off(TargetRecord record, TargetMonth month) =>
        $"{FigureText.Distance(TargetComparison.Of(month.Figure.Figure, month.Level, record.Measure.Shape.Polarity), record.Measure.Shape.Unit, month.Decimals)} {FigureText.OfLevel(month.Level, record.Measure.Shape.Unit, record.Measure.Shape.Decimals)}"
        + (month.Verdict == TargetVerdict.WithinTolerance ? ", within its tolerance" : "");

    /// <summary>Where the steps on the way were met for longer than the level they lead to, both are said.</summary>
    private static string Reached(TargetRecord record) => record.FinalInARow == record.InARow ? ""
        : record.FinalInARow == 0 ? $"{Final(record)} itself was not reached."
        : $"{Final(record)} itself was reached {Run(record.FinalInARow, record.Last!.Value)}.";

    private static string Final(TargetRecord record) => FigureText.OfLevel(
        new TargetLevel(record.Target.Final.Value, record.Target.Final.UpperValue), record.Measure.Shape.Unit, record.Measure.Shape.Decimals);

    private static string Longest(TargetRecord record) => record.Run.LongestEnd is null ? "" : record.Run.InWords();

    private static string Provisional(TargetRecord record) => record.Months.TakeLast(record.InARow).Count(month => month.Figure.Marks.IsProvisional) switch
    {
        0 => "",
        1 when record.InARow == 1 => "The figure is provisional.",
        1 => "One of these figures is provisional.",
        var all when all == record.InARow => "These figures are provisional.",
        var some => $"{Words.Sentence(Words.InText(some))} of these figures are provisional.",
    };

    private static string Ended(TargetRecord record) => record.HasEnded ? $"It was in force until {record.Target.To}." : "";

    private static string Join(params string[] sentences) => string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
}
