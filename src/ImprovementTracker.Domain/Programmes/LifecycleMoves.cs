namespace ImprovementTracker.Domain.Programmes;

/// <summary>
/// The life of a notice or direction: which state may follow which. One that is in force may be judged anew in any order;
/// lifted and replaced are its end, and what replaces it is a programme of its own with its own requirements.
/// </summary>
public static class LifecycleMoves
{
    /// <summary>The states that may follow; none after the end.</summary>
    public static IReadOnlyList<LifecycleState> From(LifecycleState state) => state switch
    {
        LifecycleState.Preparing => [LifecycleState.Issued],
        LifecycleState.Issued => [LifecycleState.OnTrack, LifecycleState.NonCompliance, LifecycleState.SeriousBreach, LifecycleState.Replaced],
        LifecycleState.OnTrack => [LifecycleState.NonCompliance, LifecycleState.SeriousBreach, LifecycleState.SubmittedToLift, LifecycleState.Lifted, LifecycleState.Replaced],
        LifecycleState.NonCompliance => [LifecycleState.OnTrack, LifecycleState.SeriousBreach, LifecycleState.Replaced],
        LifecycleState.SeriousBreach => [LifecycleState.OnTrack, LifecycleState.NonCompliance, LifecycleState.Replaced],
        LifecycleState.SubmittedToLift => [LifecycleState.OnTrack, LifecycleState.NonCompliance, LifecycleState.SeriousBreach, LifecycleState.Lifted, LifecycleState.Replaced],
        LifecycleState.Lifted => [],
        LifecycleState.Replaced => [],
    };

    /// <summary>The states that may be entered next. Where it was taken back that the notice or direction was issued, that may be entered again.</summary>
    /// <param name="latest">Null where none stands.</param>
    public static IReadOnlyList<LifecycleState> Next(LifecycleState? latest, InterventionKind kind) => latest is { } state ? From(state)
        : kind == InterventionKind.None ? From(LifecycleState.Preparing) : [LifecycleState.Issued, .. From(LifecycleState.Issued)];

    public static bool Allows(LifecycleState from, LifecycleState to) => From(from).Contains(to);

    /// <summary>Where a programme of which no state is recorded stands.</summary>
    public static LifecycleState Unrecorded(InterventionKind kind) => kind == InterventionKind.None ? LifecycleState.Preparing : LifecycleState.Issued;

    /// <summary>What the state says, for whoever chooses it.</summary>
    public static string Meaning(this LifecycleState state) => state switch
    {
        LifecycleState.Preparing => "No notice or direction is in force yet.",
        LifecycleState.Issued => "The authority has been given the notice or direction.",
        LifecycleState.OnTrack => "Those who issued it are content with the progress.",
        LifecycleState.NonCompliance => "Those who issued it find that what it asks is not being done.",
        LifecycleState.SeriousBreach => "Those who issued it find that the failure to do it is grave.",
        LifecycleState.SubmittedToLift => "It has been asked that it be lifted, with what can be shown for it.",
        LifecycleState.Lifted => "It no longer applies. Nothing follows.",
        LifecycleState.Replaced => "Another notice or direction takes its place. Nothing follows here: start a programme for the new one.",
    };
}
