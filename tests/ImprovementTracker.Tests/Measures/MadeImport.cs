using System.Text;
using ImprovementTracker.Documents.Measures;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

/// <summary>
/// What the rules of an import work with, without a database: Testshire with North and South, a team Duty in each of them,
/// West which ended with March 2011; a percentage, a count, an average, and a count that ended with December 2010. July 2011
/// is the last month that can be recorded.
/// </summary>
public static class MadeImport
{
    public static readonly Month May = new(2011, 5);

    public static MeasureToRecord InTime { get; } = new(new(1, MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth), "in-time", "Assessments in time", "assessments completed in time", "assessments completed", true, null);
    public static MeasureToRecord Referrals { get; } = new(new(2, MeasureUnit.Count, 0, Polarity.None, PeriodType.InMonth), "referrals", "Referrals", "referrals received", null, false, null);
    public static MeasureToRecord Caseload { get; } = new(new(3, MeasureUnit.Average, 1, Polarity.LowerIsBetter, PeriodType.AtMonthEnd), "caseload", "Cases for each worker", "cases", "workers", false, null);
    public static MeasureToRecord Old { get; } = new(new(4, MeasureUnit.Count, 0, Polarity.None, PeriodType.InMonth), "old", "Old returns", "returns", null, false, new Month(2010, 12));

    public static ImportVocabulary Vocabulary(params RememberedWord[] words) => new([InTime, Referrals, Caseload, Old], new AreaTree(
    [
        new(1, null, "Testshire", AreaKind.Authority, new(2009, 1, 1), null),
        new(2, 1, "North", AreaKind.Locality, new(2009, 1, 1), null),
        new(3, 1, "South", AreaKind.Locality, new(2009, 1, 1), null),
        new(4, 1, "West", AreaKind.Locality, new(2009, 1, 1), new(2011, 3, 31)),
        new(5, 2, "Duty", AreaKind.Team, new(2009, 1, 1), null),
        new(6, 3, "Duty", AreaKind.Team, new(2009, 1, 1), null),
    ]), words, new Month(2011, 7));

    public static Sheet Sheet(string csv) => Spreadsheet.Read(Encoding.UTF8.GetBytes(csv), null, CancellationToken.None);

    public static ImportMapping Map(string csv, ImportChoices? choices = null, params RememberedWord[] words) => ImportMapping.Of(Sheet(csv), Vocabulary(words), choices ?? ImportChoices.None);

    /// <summary>Each figure on a line: row, code, area, month, and what it says or what is wrong.</summary>
    public static string[] Read(string csv, ImportChoices? choices = null, params RememberedWord[] words) => Read(Sheet(csv), choices, words);

    public static string[] Read(Sheet sheet, ImportChoices? choices = null, params RememberedWord[] words)
    {
        var vocabulary = Vocabulary(words);
        var figures = ImportReading.Of(sheet, ImportMapping.Of(sheet, vocabulary, choices ?? ImportChoices.None), vocabulary);
        return [.. figures.Select(figure => $"{figure.Row} {figure.Measure?.Code ?? $"?{figure.MeasureText}"} {figure.AreaText} {figure.Month?.ToIso()} {figure.Problem ?? Said(figure.Value!)}")];
    }

    private static string Said(RecordedValue value) => value.Kind switch
    {
        ValueKind.Counted => value.Denominator is { } all ? $"{value.Numerator}/{all}" : $"{value.Numerator}",
        ValueKind.NotCaptured => $"not captured: {value.Reason}",
        ValueKind.Stated => "stated",
        ValueKind.TakenBack => "taken back",
    };
}
