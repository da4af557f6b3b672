namespace ImprovementTracker.Web.Measures;

/// <summary>What the measures' pages say after a save.</summary>
public static class MeasureSentences
{
    public static readonly IReadOnlyDictionary<string, string> Saved = new Dictionary<string, string>
    {
        ["month"] = "The month's figures are recorded. They are provisional until another person approves them.",
        ["nothing"] = "Nothing had changed, so there is no new revision.",
        ["measure"] = "The measure is there. Record its first month, or set a target.",
        ["change"] = "The measure is as you see it here.",
        ["target"] = "The target is in force as you see it here.",
    };
}
