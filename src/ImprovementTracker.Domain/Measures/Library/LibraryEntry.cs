using System.Globalization;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures.Library;

/// <summary>The parts of the library; each is the theme that its measures are put under.</summary>
public enum LibrarySection { FrontDoor, Protection, LookedAfter, Workforce }

/// <summary>The words for them.</summary>
public static class LibrarySections
{
    public static string Label(this LibrarySection section) => section switch
    {
        LibrarySection.FrontDoor => "Front door and assessment",
        LibrarySection.Protection => "Children in need and child protection",
        LibrarySection.LookedAfter => "Looked after children and care leavers",
        LibrarySection.Workforce => "Workforce and quality",
    };
}

/// <summary>A measure as the library describes it, for a programme to take and make its own.</summary>
/// <param name="Number">Its number in the list of 57; those that the list names together share one.</param>
/// <param name="Name">Short, as it stands over a column.</param>
/// <param name="Phrase">What a sentence says after the figure.</param>
public sealed record LibraryEntry(int Number, string Name, string Phrase, MeasureUnit Unit, Polarity Polarity, PeriodType Period)
{
    private readonly string? _code;

    /// <summary>Tells apart those that share a number: a, b, c. Null where there is one only.</summary>
    public char? Part { get; init; }

    public string Code { get => _code ?? MeasureCode.Propose(Name); init => _code = value; }

    public required string Definition { get; init; }
    public required string Numerator { get; init; }
    public string? Denominator { get; init; }
    public int Decimals { get; init; }
    public required string WhyItMatters { get; init; }
    public required string GoodLooksLike { get; init; }
    public required string CollectedFrom { get; init; }

    /// <summary>The timescale with who set it: 35 working days (Working Together). Null where there is none.</summary>
    public string? Timescale { get; init; }

    /// <summary>When it is or was in use; null where it is in use at any time.</summary>
    public string? Era { get; init; }

    /// <summary>The number in the national indicator set: 59 for NI 59.</summary>
    public int? NationalIndicator { get; init; }

    /// <summary>How the figure misleads whoever does not know how it is counted.</summary>
    public string? Caution { get; init; }

    /// <summary>Numbers of those without which its figure may deceive.</summary>
    public IReadOnlyList<int> ReadWith { get; init; } = [];

    /// <summary>31a.</summary>
    public string Reference => Number.ToString(CultureInfo.InvariantCulture) + Part;

    public LibrarySection Section => Number switch
    {
        <= 16 => LibrarySection.FrontDoor,
        <= 30 => LibrarySection.Protection,
        <= 48 => LibrarySection.LookedAfter,
        _ => LibrarySection.Workforce,
    };

    /// <summary>Whether a programme's measure is this one.</summary>
    public bool IsThereAs(string code, string name) => code == Code || string.Equals(name, Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The definition with its national indicator and what to be wary of, as a programme's measure keeps it.</summary>
    public string FullDefinition => string.Join(' ', new[] { Definition, NationalIndicator is { } number ? $"National indicator NI {number}." : null, Caution }.Where(part => part is not null));

    /// <summary>The timescale with the time in which it held.</summary>
    public string? FullTimescale => Timescale is null && Era is null ? null : string.Join(' ', new[] { Timescale, Era is null ? null : Era + "." }.Where(part => part is not null));

    /// <summary>Why it matters, and what to read beside it.</summary>
    public string FullWhyItMatters => ReadWith.Count == 0 ? WhyItMatters
        : $"{WhyItMatters} Read it with {Words.List([.. ReadWith.Select(number => $"'{MeasureLibrary.Of(number).Name}'")])}.";
}
