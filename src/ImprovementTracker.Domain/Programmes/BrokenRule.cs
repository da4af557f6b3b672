namespace ImprovementTracker.Domain.Programmes;

/// <summary>A rule stands in the way of what a person asked for; the message tells that person what to do.</summary>
public class BrokenRule(string message) : Exception(message);

/// <summary>The person may not do or see this; said in the same words whether or not the thing exists.</summary>
public sealed class NotAllowed(string message) : BrokenRule(message);

/// <summary>What was asked for is not there, or not for this person to know of.</summary>
public sealed class NotFound(string message) : BrokenRule(message);
