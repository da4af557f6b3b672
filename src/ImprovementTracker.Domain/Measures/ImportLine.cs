namespace ImprovementTracker.Domain.Measures;

/// <summary>What importing a value would do.</summary>
public enum ImportOutcome { New, Changed, Unchanged, Refused }

public static class ImportOutcomeWords
{
    public static string Label(this ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.New => "New",
        ImportOutcome.Changed => "Changed",
        ImportOutcome.Unchanged => "Unchanged",
        ImportOutcome.Refused => "Refused",
    };
}

/// <summary>What is recorded now of a measure in an area in a month.</summary>
/// <param name="Number">Which revision it is.</param>
/// <param name="EnteredIn">The change with which the figure was entered.</param>
public sealed record CurrentValue(int ObservationId, RecordedValue Value, int Number = 1, bool IsRevised = false, long EnteredIn = 0);

/// <summary>One value of the file, and what importing it would do.</summary>
/// <param name="Detail">464 of 610; was 460 of 610, is 464 of 610; B7: what is wrong and what to do.</param>
/// <param name="Value">What would be recorded; null where nothing would.</param>
/// <param name="Now">What is recorded already; null where nothing is.</param>
public sealed record ImportLine(ImportedFigure Figure, ImportOutcome What, string Detail, RecordedValue? Value, CurrentValue? Now)
{
    /// <summary>between 40% and 62%: where the earlier months lie, when what would be recorded is far from them.</summary>
    public string? Usual { get; init; }

    /// <summary>Warns of an own value that would not be the sum of its parts, which stands in nobody's way.</summary>
    public string? Differs { get; init; }

    /// <summary>It is far from the earlier months, and the file does not say why.</summary>
    public bool AsksWhy => Usual is not null && Figure.Value?.Reason is null;

    /// <summary>What a person should know of it beside what would be recorded, as sentences.</summary>
    public IEnumerable<string> Remarks
    {
        get
        {
            if (Usual is not null)
                yield return AsksWhy ? MonthChecks.FarFromEarlier(Usual) : $"This is far from the earlier months ({Usual}). The file says why: {Figure.Value!.Reason}";
            if (Differs is not null)
                yield return Differs;
        }
    }
}
