namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// A measure of the library that the Department for Education publishes figures of: how its releases name the columns, and how
/// the percentage comes out of counts where a release gives only these.
/// </summary>
/// <param name="Number">Its number in the library: 5.</param>
/// <param name="Code">What its code is, unless a programme chose another: re-referrals.</param>
/// <param name="Names">What else it is called.</param>
/// <param name="YearEnds">The month with which a 'reporting year' of its release ends: March, or September for the workforce.</param>
public sealed record DfeIndicator(int Number, string Code, string Name, MeasureUnit Unit, PeriodType Period, int YearEnds, params string[] Names)
{
    private const string Fillers = "a all an and at by count for in of on or percent rate share the time to within with year's";

    /// <summary>The column that holds the figure itself; null where no release has one.</summary>
    public ColumnMeaning? Figure { get; init; }

    /// <summary>Twelve columns named after months, April first, hold it.</summary>
    public bool ByMonth { get; init; }

    /// <summary>Counts whose sum is the numerator, and those whose sum is the denominator.</summary>
    public IReadOnlyList<ColumnMeaning> Numerator { get; init; } = [];
    public IReadOnlyList<ColumnMeaning> Denominator { get; init; } = [];

    /// <summary>A column without which the file is about something else; null where the figure's own column leaves no doubt.</summary>
    public ColumnMeaning? Beside { get; init; }

    /// <summary>What the row must say in columns of filters, where a file has one row for each: 19 to 21 years.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    private IEnumerable<string> AllNames => Names.Prepend(Name).Prepend(Code);

    /// <summary>Whether it has this code or name, word for word.</summary>
    public bool IsNamed(string text) => ColumnWords.Of(text) is { Count: > 0 } asked && AllNames.Any(name => ColumnWords.Of(name).SequenceEqual(asked));

    /// <summary>Whether a code or name means this measure, leaving aside words that do not tell measures apart.</summary>
    public bool IsMeantBy(string text) => Essence(text) is { Count: > 0 } asked && AllNames.Any(name => Essence(name).SetEquals(asked));

    private static HashSet<string> Essence(string text) => [.. ColumnWords.Of(text).Except(Fillers.Split(' '))];
}
