using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Data;

/// <summary>Notices that somebody else saved while a form was being filled in, by what the form would show now.</summary>
public static class WhatStands
{
    /// <summary>The form as it opens, with the mark of what it shows.</summary>
    public static TForm Marked<TForm>(this TForm asItStands) where TForm : IChangesWhatStands
    {
        asItStands.Seen = WhatWasSaid.Of(asItStands);
        return asItStands;
    }

    /// <param name="what">In a sentence, with its name: the theme Assessment.</param>
    /// <param name="asItStands">The form as it would open now.</param>
    /// <exception cref="ChangedMeanwhile">Something else stands there than when the person opened the form.</exception>
    internal static void RequireSeen<TForm>(this TForm form, TForm asItStands, string what) where TForm : IChangesWhatStands
    {
        if (form.Seen != asItStands.Marked().Seen)
            throw new ChangedMeanwhile(what, asItStands);
    }
}
