using System.Globalization;
using ImprovementTracker.Domain.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Data;

/// <summary>A database of one test's own, migrated and empty; gone with the test.</summary>
public sealed class TestDatabase : IAsyncDisposable, IDbContextFactory<TrackerContext>
{
    // On a thread of its own, so that a test may also wait for it without holding up the threads that make it.
    private static readonly Lazy<Task<string>> Template = new(() => Task.Run(MakeTemplateAsync));
    private readonly string? _file;
    private readonly TrackerContextFactory _factory;

    private TestDatabase(DatabaseSettings settings, string? file)
    {
        _file = file;
        _factory = new TrackerContextFactory(settings, Clock, [Statements], MaxBatchSize);
    }

    public static string? SqlServer => Environment.GetEnvironmentVariable("TRACKER_TEST_SQLSERVER") is { Length: > 0 } text ? text : null;

    private static int? MaxBatchSize =>
        int.TryParse(Environment.GetEnvironmentVariable("TRACKER_TEST_MAXBATCH"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null;

    /// <summary>The clock that the use cases see; noon on 1 July 2011 to begin with.</summary>
    public TestClock Clock { get; } = new(new DateTime(2011, 7, 1, 12, 0, 0, DateTimeKind.Utc));

    /// <summary>Counts what is sent to the database.</summary>
    public StatementCounter Statements { get; } = new();

    public DatabaseSettings Settings => _factory.Settings;

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        if (provider == DatabaseProvider.Sqlite)
            return CopyOf(await Template.Value);
        var server = new SqlConnectionStringBuilder(SqlServer) { InitialCatalog = $"TrackerTest{Guid.NewGuid():N}" };
        var database = new TestDatabase(DatabaseSettings.From("SqlServer", server.ConnectionString, ""), null);
        await using var db = database.CreateDbContext();
        await db.Database.MigrateAsync();
        return database;
    }

    /// <summary>A database as the program itself would have made it, empty, in the folder where it looks for one.</summary>
    public static async Task PutIntoAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        File.Copy(await Template.Value, Path.Combine(folder, "tracker.db"));
    }

    /// <summary>A copy of a database in an SQLite file, to be changed as a test likes.</summary>
    public static TestDatabase CopyOf(string original)
    {
        var file = Path.Combine(Path.GetTempPath(), $"tracker-test-{Guid.NewGuid():N}.db");
        File.Copy(original, file);
        return new TestDatabase(DatabaseSettings.From("Sqlite", $"Data Source={file};Pooling=False", Path.GetTempPath()), file);
    }

    public TrackerContext CreateDbContext() => _factory.CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        if (_file is null)
        {
            await using var db = CreateDbContext();
            await db.Database.EnsureDeletedAsync();
            return;
        }
        foreach (var file in new[] { _file, _file + "-wal", _file + "-shm" })
            File.Delete(file);
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"tracker-template-{Environment.ProcessId}.db");
        File.Delete(file);
        var settings = DatabaseSettings.From("Sqlite", $"Data Source={file};Pooling=False", Path.GetTempPath());
        await using var db = new TrackerContextFactory(settings, TimeProvider.System).CreateDbContext();
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
        return file;
    }
}

/// <summary>A clock that stands still until it is moved.</summary>
public sealed class TestClock(DateTime utc) : TimeProvider
{
    public DateTime Utc { get; set; } = utc;

    public override DateTimeOffset GetUtcNow() => new(Utc, TimeSpan.Zero);
}
