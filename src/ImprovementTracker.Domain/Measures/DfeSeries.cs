using System.Globalization;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What one statistics file gives of one measure: from which columns, for what periods.</summary>
public sealed class DfeSeries
{
    private static readonly string[] Months = ["april", "may", "june", "july", "august", "september", "october", "november", "december", "january", "february", "march"];
    private static readonly HashSet<string> Unsaid = ["at", "on", "the", "each"];

    private readonly List<(HashSet<string> Wanted, Dictionary<string, bool> Seen)> _rows;

    private DfeSeries(DfeIndicator? indicator, PeriodType period, int yearEnds, IReadOnlyList<string> rows)
    {
        (Indicator, Period, YearEnds) = (indicator, period, yearEnds);
        _rows = [.. rows.Select(text => (Said(text), new Dictionary<string, bool>()))];
    }

    /// <summary>Null for a column asked for by its own name that is no measure of the library.</summary>
    public DfeIndicator? Indicator { get; }
    public PeriodType Period { get; }
    public int YearEnds { get; }

    /// <summary>The columns of one figure for each row, or of twelve, April first.</summary>
    public IReadOnlyList<DfeCell> Figures { get; private init; } = [];

    /// <summary>How the figure is worked out, where the file gives only counts: number of re-referrals / referrals. Null where it is published.</summary>
    public string? WorkedOut { get; private init; }

    /// <summary>Whether the row is about this measure, where a file has a row for each of several.</summary>
    public bool Covers(DfeRow row) => _rows.TrueForAll(text => row.Cells.Any(cell => Says(cell, text.Wanted, text.Seen)));

    // The same few texts stand in every row.
    private static bool Says(string cell, HashSet<string> wanted, Dictionary<string, bool> seen)
    {
        if (cell.Length < 8)
            return false;
        if (seen.TryGetValue(cell, out var known))
            return known;
        var says = Said(cell).SetEquals(wanted);
        if (seen.Count < 10_000)
            seen.Add(cell, says);
        return says;
    }

    /// <summary>Every measure of the library that the file's columns can hold, in each form of it.</summary>
    public static IReadOnlyList<DfeSeries> AllIn(DfeColumns columns) =>
        [.. DfeIndicators.All.Select(indicator => Of(indicator, columns)).OfType<DfeSeries>()];

    /// <summary>What a person who names a measure by code, number, name or column means in this file.</summary>
    /// <exception cref="BrokenRule">The file has no such figure; the message says what it has.</exception>
    public static DfeSeries Choose(string measure, DfeColumns columns)
    {
        var offered = AllIn(columns);
        var named = DfeIndicators.Called(measure);
        var isCode = named.Any(indicator => indicator.Code == measure || int.TryParse(measure, out _));
        if (!isCode && columns.Own.Where(place => columns.Names[place] == measure).Select(place => (int?)place).FirstOrDefault() is { } place)
            return OfColumn(place, columns, offered);
        if (offered.FirstOrDefault(series => named.Contains(series.Indicator!)) is { } found)
            return found;
        if (columns.Own.Where(place => string.Equals(columns.Names[place], measure, StringComparison.OrdinalIgnoreCase)).Select(place => (int?)place).FirstOrDefault() is { } alike)
            return OfColumn(alike, columns, offered);
        throw new BrokenRule($"{(named.Count > 0 ? $"This file has no column with {Words.InSentence(named[0].Name)}" : $"'{measure}' is neither a measure that the Department publishes nor a column of this file")}. {Offer(offered, columns)}");
    }

    private static string Offer(IReadOnlyList<DfeSeries> offered, DfeColumns columns)
    {
        string Names(Func<DfeSeries, bool> which) => Words.List([.. offered.Where(which).Select(series => series.Indicator!)
            .DistinctBy(indicator => indicator.Number).Select(indicator => $"{indicator.Code} ({indicator.Number})")]);

        return (Names(series => series._rows.Count == 0), Names(series => series._rows.Count > 0)) switch
        {
            ("", "") => $"No measure of the library is in it; its own columns are {Words.List([.. columns.Own.Take(30).Select(place => columns.Names[place])])}.",
            (var plain, "") => $"It could give {plain}.",
            ("", var byRow) => $"If it has rows for them, it could give {byRow}.",
            var (plain, byRow) => $"It could give {plain}; if it has rows for them, {byRow}.",
        };
    }

    private static DfeSeries OfColumn(int place, DfeColumns columns, IReadOnlyList<DfeSeries> offered)
    {
        var known = offered.FirstOrDefault(series => series.WorkedOut is null && series.Figures is [{ Columns: [var only] }] && only == place);
        // What a year ends with is the same in the whole file; all releases but that of the workforce end it in March.
        return known ?? new(null, PeriodType.Year, offered.Select(series => series.YearEnds).FirstOrDefault(3), []) { Figures = [new(null, [place], [])] };
    }

    private static DfeSeries? Of(DfeIndicator indicator, DfeColumns columns)
    {
        DfeSeries Made(IReadOnlyList<DfeCell> figures, string? workedOut = null) =>
            new(indicator, indicator.Period, indicator.YearEnds, indicator.Rows) { Figures = figures, WorkedOut = workedOut };

        if (indicator.Beside is { } beside && beside.Find(columns) is null)
            return null;
        if (indicator.ByMonth)
        {
            var places = Months.Select(month => columns.Own.Where(place => IsMonth(columns.Names[place], month)).Select(place => (int?)place).FirstOrDefault()).ToList();
            return places.Exists(place => place is null) ? null : Made([.. places.Select((place, index) => new DfeCell(((index + 3) % 12) + 1, [place!.Value], []))]);
        }
        if (indicator.Figure?.Find(columns) is { } figure)
            return Made([new(null, [figure], [])]);
        var numerator = indicator.Numerator.Select(count => count.Find(columns)).ToList();
        var denominator = indicator.Denominator.Select(count => count.Find(columns)).ToList();
        if (numerator.Count == 0 || numerator.Concat(denominator).Any(place => place is null))
            return null;
        var cell = new DfeCell(null, [.. numerator.Select(place => place!.Value)], [.. denominator.Select(place => place!.Value)], indicator.Unit.Factor());
        return Made([cell], $"{Sum(cell.Columns, columns)} / {Sum(cell.Denominator, columns)}");
    }

    private static bool IsMonth(string column, string month) => ColumnWords.Of(column) is var words
        && words.Except(["referral", ColumnWords.Count, "of", "in"]).ToList() is [var only]
        && (only == month || (only.Length == 3 && month.StartsWith(only, StringComparison.Ordinal)));

    private static string Sum(IReadOnlyList<int> places, DfeColumns columns) =>
        places.Count == 1 ? columns.Names[places[0]] : $"({string.Join(" + ", places.Select(place => columns.Names[place]))})";

    private static HashSet<string> Said(string text) => [.. ColumnWords.Of(text).Except(Unsaid)];

    /// <summary>The month with which a row's period ends, and the kind of period.</summary>
    /// <exception cref="BrokenRule">The row's period is not one that is understood.</exception>
    public (Month End, PeriodType Period) PeriodOf(DfeRow row, DfeCell cell)
    {
        var (end, isQuarter) = DfePeriod.End(row, YearEnds);
        return cell.MonthOfYear is { } month ? (end.AddMonths(-((end.Number - month + 12) % 12)), PeriodType.InMonth) : (end, isQuarter ? PeriodType.Quarter : Period);
    }
}

/// <summary>Where in a row a figure stands: in one column, or worked out of several.</summary>
/// <param name="MonthOfYear">4 for April, where the row has a column for each month.</param>
/// <param name="Columns">The figure's column, or those whose sum is the numerator.</param>
/// <param name="Denominator">Empty for a figure as published.</param>
public sealed record DfeCell(int? MonthOfYear, IReadOnlyList<int> Columns, IReadOnlyList<int> Denominator, decimal Factor = 1)
{
    public DfeValue Read(DfeRow row, DfeColumns columns)
    {
        var parts = Columns.Select(place => ReadOne(row, place, columns)).ToList();
        if (Denominator.Count == 0)
            return parts[0];
        var whole = Denominator.Select(place => ReadOne(row, place, columns)).ToList();
        // What is withheld stays withheld, whatever else is missing beside it.
        if (parts.Concat(whole).Where(value => value.Symbol is not null).Select(value => value.Symbol).OrderBy(symbol => symbol == DfeSymbol.Confidential ? 0 : 1).FirstOrDefault() is { } symbol)
            return new(null, symbol);
        var denominator = whole.Sum(value => value.Number!.Value);
        return denominator == 0 ? new(null, DfeSymbol.NotApplicable) : new(Factor * parts.Sum(value => value.Number!.Value) / denominator, null);
    }

    private static DfeValue ReadOne(DfeRow row, int place, DfeColumns columns) => DfeSymbol.TryRead(row.Cells[place], out var value) ? value
        : throw new BrokenRule($"Row {row.Number.ToString(CultureInfo.InvariantCulture)}, column {columns.Names[place]}: "
            + $"{(string.IsNullOrWhiteSpace(row.Cells[place]) ? "nothing stands there" : $"'{Short(row.Cells[place])}' stands there")}, which is neither a number nor one of the symbols {DfeSymbol.AllInWords}. "
            + "Nothing of the file was taken. Choose the file as it was published.");

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
