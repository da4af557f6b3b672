using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Operation;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Operation;

/// <summary>
/// The demonstration, filled once for all tests of the run. As a class fixture it offers one copy that its tests read;
/// a test that changes something takes a copy of its own.
/// </summary>
public sealed class DemonstrationDatabase : IAsyncLifetime
{
    private static readonly Lazy<Task<string>> Filled = new(FillAsync);

    /// <summary>For reading; the clock stands at noon on 2 October 2023, after both programmes' records ended.</summary>
    public TestDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync() => Database = await CopyAsync();

    public async Task DisposeAsync() => await Database.DisposeAsync();

    /// <summary>A copy to change.</summary>
    public static async Task<TestDatabase> CopyAsync()
    {
        var copy = TestDatabase.CopyOf(await Filled.Value);
        copy.Clock.Utc = new DateTime(2023, 10, 2, 12, 0, 0, DateTimeKind.Utc);
        return copy;
    }

    /// <summary>A copy in the folder where the program looks for its database.</summary>
    public static async Task PutIntoAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        File.Copy(await Filled.Value, Path.Combine(folder, "tracker.db"));
    }

    /// <summary>Settings for a file that does not exist yet.</summary>
    public static DatabaseSettings NewFile() =>
        DatabaseSettings.From("Sqlite", $"Data Source={Path.Combine(Path.GetTempPath(), $"tracker-demonstration-{Guid.NewGuid():N}.db")};Pooling=False", Path.GetTempPath());

    private static async Task<string> FillAsync()
    {
        var settings = NewFile();
        await Demonstration.FillAsync(settings, CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(settings.File!);
        return settings.File!;
    }
}
