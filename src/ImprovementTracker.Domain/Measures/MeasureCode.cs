using System.Text;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A measure's name in addresses and files: initial-assessments-in-time, proposed from its name.</summary>
public static class MeasureCode
{
    public static string Propose(string name)
    {
        var code = new StringBuilder();
        foreach (var word in AddressName.WordsOf(name).TakeWhile(word => code.Length == 0 || code.Length + 1 + word.Length <= Measure.CodeLength))
            code.Append(code.Length == 0 ? "" : "-").Append(word);
        // Addresses of their own: the form for a new measure, those to choose from, the owners of all, and the export.
        return code.ToString() switch { "" => "measure", "new" or "library" or "owners" or "export" => $"{code}-measure", var made => AddressName.Cut(made, Measure.CodeLength) };
    }

    /// <summary>The proposal itself, or with -2, -3 and so on where it is taken.</summary>
    public static string MakeUnique(string proposal, IReadOnlySet<string> taken) => AddressName.MakeUnique(proposal, taken, Measure.CodeLength);
}
