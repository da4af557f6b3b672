using System.Globalization;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What importing a figure does: it is new, replaces another, or says what is recorded already.</summary>
public enum BenchmarkNews { New, Changed, Unchanged }

/// <summary>A figure of a statistics file beside what is recorded.</summary>
/// <param name="Before">What it replaces or repeats; null where it is new.</param>
public sealed record BenchmarkChange(BenchmarkNews News, BenchmarkFigure Figure, BenchmarkRow? Before);

/// <summary>What importing a statistics file would do to the benchmarks of one measure.</summary>
/// <param name="WorkedOut">How the figures are worked out of counts; null where they are published.</param>
/// <param name="Refused">Why nothing can be taken for it although the file has its figures; null where it can.</param>
public sealed record MeasureBenchmarks(int MeasureId, string Code, string Name, MeasureUnit Unit, int Decimals, string? WorkedOut, string? Refused, IReadOnlyList<BenchmarkChange> Changes)
{
    public int Count(BenchmarkNews news) => Changes.Count(change => change.News == news);
}

/// <summary>Compares what a statistics file gives with a programme's measures and with the benchmarks that they have.</summary>
public static class BenchmarkPlan
{
    /// <summary>A measure of the programme, as far as it decides what a file gives of it.</summary>
    public sealed record Taker(int Id, string Code, string Name, MeasureUnit Unit, int Decimals, Polarity Polarity);

    public const string NoAuthority = "The programme has no authority code, so nobody can tell whose region and neighbours are meant. Type the code on the page 'Programme, areas and themes' first.";

    /// <exception cref="BrokenRule">The file holds something that is not understood, the authority is unknown, or no measure of the programme is in it.</exception>
    public static IReadOnlyList<MeasureBenchmarks> Of(DfeTable table, string? authorityCode, IReadOnlyList<Taker> takers, IReadOnlyList<BenchmarkRow> recorded)
    {
        var offered = DfeSeries.AllIn(table.Columns);
        var wanted = takers.Select(taker => (Taker: taker, Series: Fitting(taker, offered))).Where(pair => pair.Series.Count > 0).ToList();
        if (wanted.Count == 0)
            throw new BrokenRule($"No measure of the programme is in this file. {Offers(offered)}");
        var chosen = wanted.Select(pair => pair.Series.FirstOrDefault(series => series.Indicator!.Unit == pair.Taker.Unit)).OfType<DfeSeries>().Distinct().ToList();
        var figures = chosen.Count == 0 ? null : BenchmarkReading.Read(table, chosen, authorityCode ?? throw new BrokenRule(NoAuthority));
        var before = recorded.ToDictionary(row => (row.MeasureId, row.Comparator, row.PeriodEnd, row.Period));
        var plans = new List<MeasureBenchmarks>();
        foreach (var (taker, series) in wanted)
        {
            if (series.Find(one => one.Indicator!.Unit == taker.Unit) is not { } fitting)
            {
                plans.Add(new(taker.Id, taker.Code, taker.Name, taker.Unit, taker.Decimals, null,
                    $"The file gives it as a {series[0].Indicator!.Unit.Label()}, and here it is kept as a {taker.Unit.Label()}: the two cannot be compared.", []));
            }
            else if (figures![fitting].Count > 0)
            {
                plans.Add(new(taker.Id, taker.Code, taker.Name, taker.Unit, taker.Decimals, fitting.WorkedOut, null,
                    [.. figures[fitting].Select(Kept).Select(figure => ChangeOf(figure, before.GetValueOrDefault((taker.Id, figure.Comparator, figure.PeriodEnd, figure.Period))))]));
            }
        }
        return plans.Count > 0 ? plans : throw new BrokenRule("The file has the columns of the programme's measures, but no row with a figure for England, the region or the neighbours.");
    }

    private static List<DfeSeries> Fitting(Taker taker, IReadOnlyList<DfeSeries> offered)
    {
        var named = DfeIndicators.Called(taker.Code).Concat(DfeIndicators.Called(taker.Name)).ToHashSet();
        return [.. offered.Where(series => named.Contains(series.Indicator!))];
    }

    private static string Offers(IReadOnlyList<DfeSeries> offered) =>
        offered.Count == 0 ? "It has no column that is known to hold a measure."
        : $"It could give {Words.List([.. offered.Select(series => Words.InSentence(series.Indicator!.Name)).Distinct()])}: add the measure first, under that name.";

    /// <summary>With as many decimals as the database keeps; more would come back as another number.</summary>
    public static BenchmarkFigure Kept(BenchmarkFigure figure) =>
        figure with { Value = figure.Value is { } value ? Kept(value) : null, Neighbours = figure.Neighbours?.With(Kept) };

    // Without the zeros at the end, which would read as another text.
    private static decimal Kept(decimal value) => decimal.Round(value, 6, MidpointRounding.AwayFromZero) / 1.0000000000000000000000000000m;

    private static BenchmarkChange ChangeOf(BenchmarkFigure figure, BenchmarkRow? before) => new(
        before is null ? BenchmarkNews.New
        : (before.Value, before.Symbol, before.Name, before.Known, before.Of, before.Neighbours?.ToText()) == (figure.Value, figure.Symbol, figure.Name, figure.Known, figure.Of, figure.Neighbours?.ToText()) ? BenchmarkNews.Unchanged
        : BenchmarkNews.Changed,
        figure, before);

    /// <summary>What stands as the source of a figure: the file's name, and that it was worked out.</summary>
    public static string Source(string file, string? workedOut) => (workedOut is null ? file : $"{file}, worked out: {workedOut}") is var text && text.Length <= Benchmark.FileLength ? text
        : text[..(Benchmark.FileLength - 1)] + "…";

    /// <summary>3 new, 1 changed, 20 unchanged.</summary>
    public static string Summary(IEnumerable<MeasureBenchmarks> plans)
    {
        var all = plans.SelectMany(plan => plan.Changes).ToList();
        string Part(BenchmarkNews news, string word) => $"{all.Count(change => change.News == news).ToString("N0", CultureInfo.InvariantCulture)} {word}";
        return $"{Part(BenchmarkNews.New, "new")}, {Part(BenchmarkNews.Changed, "changed")}, {Part(BenchmarkNews.Unchanged, "unchanged")}";
    }
}
