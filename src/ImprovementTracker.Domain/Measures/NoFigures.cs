using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What a measure's page says where none of the months shown has a figure: what is true, and where figures are.</summary>
/// <param name="Sentence">Not captured in May 2011, and only some of its parts reported in two months.</param>
/// <param name="Found">The areas that have figures, in these months or in others.</param>
public sealed record NoFigures(string Sentence, IReadOnlyList<FiguresFound> Found)
{
    /// <param name="months">The months shown with what is known of each.</param>
    /// <param name="elsewhere">How many figures are stated for another kind of period.</param>
    public static NoFigures Of(string area, IReadOnlyList<(Month Month, MeasureValue Value)> months, IReadOnlyList<FiguresFound> found, int elsewhere, bool publishedOnly)
    {
        var known = new[]
        {
            Clause("not captured", value => value is MeasureValue.NotCaptured),
            Clause("only some of its parts reported", value => value is MeasureValue.PartlyReported),
            Clause("withheld because the numbers are small", value => value is MeasureValue.Withheld),
            Clause("no cases", value => value is MeasureValue.Counted),
        }.Where(clause => clause.Length > 0).ToList();
        var recorded = publishedOnly ? "published" : "recorded";
        var (first, last) = (months[0].Month, months[^1].Month);
        var sentence = known.Count > 0 ? $"{Words.Sentence(Words.List(known))}."
            : found.Count == 0 && elsewhere == 0 ? $"No figure of it is {recorded} yet."
            : $"Nothing is {recorded} for {area} {(first == last ? $"in {last}" : $"from {first} to {last}")}.";
        return new(elsewhere == 0 ? sentence : $"{sentence} {(elsewhere == 1 ? "A figure" : "Figures")} for another kind of period {(elsewhere == 1 ? "is" : "are")} quoted below.", found);

        string Clause(string what, Func<MeasureValue, bool> isSo) => months.Where(one => isSo(one.Value)).Select(one => one.Month).ToList() switch
        {
            [] => "",
            [var only] => $"{what} in {only}",
            var several => $"{what} in {Words.InText(several.Count)} months",
        };
    }
}

/// <summary>An area that has figures, with its first and last month.</summary>
public sealed record FiguresFound(AreaNode Area, Month First, Month Last)
{
    /// <summary>April 2010 to May 2011.</summary>
    public string When => First == Last ? Last.ToString() : $"{First} to {Last}";
}
