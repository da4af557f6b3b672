using ImprovementTracker.Domain.Data;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>A rule stands in the way of what a person asked for; the message tells that person what to do.</summary>
public class BrokenRule(string message) : Exception(message);

/// <summary>The person may not do or see this; said in the same words whether or not the thing exists.</summary>
public sealed class NotAllowed(string message) : BrokenRule(message);

/// <summary>What was asked for is not there, or not for this person to know of.</summary>
public sealed class NotFound(string message) : BrokenRule(message);

/// <summary>A form that was saved came back with other words under its old mark; the person decides whether they are saved too.</summary>
public sealed class SavedAlready(DateTime at)
    : BrokenRule($"You saved this form before, on {Words.Moment(at)}, with something else in it. Nothing was saved now. To save what it says now as well, press the button again.");

/// <summary>Somebody else saved the same thing while the person was writing: both versions are theirs to choose from.</summary>
/// <param name="what">In a sentence, with its name: the theme Assessment.</param>
/// <param name="asItStands">The form as it would open now.</param>
public sealed class ChangedMeanwhile(string what, IChangesWhatStands asItStands)
    : BrokenRule($"Somebody else changed {what} while you were writing, so nothing was saved. Where your form says something else, what is saved now stands beside it. Keep yours or take theirs in each place, then save again.")
{
    /// <summary>The form as it would open now, with its mark.</summary>
    public IChangesWhatStands AsItStands => asItStands;
}
