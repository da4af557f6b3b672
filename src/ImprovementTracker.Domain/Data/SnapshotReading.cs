using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Data;

/// <summary>
/// Whether people can read while somebody saves. SQLite always lets them; SQL Server only where the database keeps earlier
/// versions of its rows, which is a setting that its administrator has to make while nobody is connected.
/// </summary>
public static class SnapshotReading
{
    /// <summary>One row and column: whether the setting is on.</summary>
    public const string Question = "SELECT is_read_committed_snapshot_on AS Value FROM sys.databases WHERE name = DB_NAME()";

    /// <summary>The statement that switches it on.</summary>
    public static string Statement(string database) =>
        $"ALTER DATABASE [{database.Replace("]", "]]", StringComparison.Ordinal)}] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;";

    /// <summary>What to tell the person who runs the program; null where there is nothing to tell.</summary>
    public static async Task<string?> AdviceAsync(TrackerContext db, CancellationToken cancel) =>
        await db.Database.SqlQueryRaw<bool>(Question).SingleAsync(cancel) ? null : Advice(db.Database.GetDbConnection().Database);

    public static string Advice(string database) =>
        $"Whoever reads in the database {database} has to wait while somebody saves or imports. Stop the program, then let the database's administrator run once: {Statement(database)}";
}
