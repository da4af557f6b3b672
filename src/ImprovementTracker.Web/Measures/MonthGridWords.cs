using System.Text.Json;
using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Web.Measures;

/// <summary>What the grid's script says of a cell, in the very words of the rules; {own} and the like stand for what it fills in.</summary>
public static class MonthGridWords
{
    public static readonly string Json = JsonSerializer.Serialize(new
    {
        Whole = WholeNumber.Advice,
        MonthChecks.Locked,
        MonthChecks.Emptied,
        WhyNot = MonthChecks.SayWhyNotCaptured,
        Far = MonthChecks.FarFromEarlier("{usual}"),
        Differs = MonthChecks.DiffersFromParts("{own}", "{sum}"),
        Between = UsualRange.Between("{lower}", "{upper}"),
        Always = UsualRange.Between("{lower}", "{lower}"),
        UsualRange.Or,
        ObservationRevision.LargestCount,
        ObservationRevision.ReasonLength,
    }, JsonSerializerOptions.Web);
}
