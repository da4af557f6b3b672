using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Web.Measures;

/// <summary>What the measures' pages say after a save.</summary>
public static class MeasureSentences
{
    /// <summary>Which sentence is said of a target that was saved, seen from the month in which the programme stands.</summary>
    public static string OfTarget(Month? from, Month? to, Month now) => to < now ? "target-past" : from > now ? "target-later" : "target-in-force";

    public static readonly IReadOnlyDictionary<string, string> Saved = new Dictionary<string, string>
    {
        ["month"] = "The month's figures are recorded. They are provisional until another person approves them.",
        ["nothing"] = "Nothing had changed, so there is no new revision.",
        ["comment"] = "What you said stands with the month's figure.",
        ["comment-gone"] = "What was said of the month's figure is taken back; it stays on record.",
        ["measure"] = "The measure is there. Record its first month, or set a target.",
        ["change"] = "The measure is as you see it here.",
        ["approved"] = "The figures are approved and locked. Those recorded for the whole authority itself are shown to readers from now on.",
        ["unlocked"] = "The figures are unlocked and provisional. Record them again, then have them approved.",
        ["definition-back"] = "It means again what it meant before, and its months are one series.",
        ["definition"] = "From that month on it means what you see here. What it meant before stays readable below.",
        ["retired"] = "It is no longer collected after that month. What is recorded stays.",
        ["taken-up"] = "It is collected again.",
        ["annotation"] = "The note is on the chart.",
        ["annotation-ended"] = "The note is off the chart.",
        ["rebase"] = "Mean and limits begin anew with that month.",
        ["rebase-ended"] = "Mean and limits run through that month again.",
        ["owners"] = "The measures have the owner that you see below.",
        ["library"] = "The measures are there. Change what your council counts differently, then record their first month.",
        ["stated"] = "The figure stands with its document. It is provisional until another person approves it.",
        ["stated-changed"] = "The figure stands as you see it here, and is provisional until another person approves it. What it said before stays below.",
        ["stated-back"] = "The figure is taken back. Readers see what was approved before until another person approves this too.",
        ["stated-approved"] = "It is approved, and readers see it so from now on.",
        ["stated-unlocked"] = "The figure is unlocked and provisional. Change it or take it back, then have it approved.",
        ["target-in-force"] = "The target is kept as you see it here.",
        ["target-later"] = "The target is set. It is not in force yet: its first month is still to come.",
        ["target-back"] = "The target is taken back: it asks nothing in any month. What it asked stays below, with why.",
        ["target-past"] = "The target is kept as you see it here. Its last month has passed, so it asks nothing now.",
    };
}
