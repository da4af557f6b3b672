namespace ImprovementTracker.BrowserTests.Running;

/// <summary>The program with the demonstration, started once for the tests of a class: for looking, and for changes that do not get in each other's way.</summary>
public sealed class DemonstrationTracker : IAsyncLifetime
{
    public RunningTracker Tracker { get; private set; } = null!;

    public async Task InitializeAsync() => Tracker = await RunningTracker.StartAsync();

    public async Task DisposeAsync() => await Tracker.DisposeAsync();
}
