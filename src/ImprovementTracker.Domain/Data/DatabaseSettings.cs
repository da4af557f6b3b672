using ImprovementTracker.Domain.Programmes;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace ImprovementTracker.Domain.Data;

public enum DatabaseProvider { Sqlite, SqlServer }

/// <summary>Where the database is: two settings, checked before anything is opened.</summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    public const string ProviderSetting = "Database__Provider";
    public const string ConnectionSetting = "ConnectionStrings__Tracker";

    /// <param name="provider">Sqlite or SqlServer; SQLite when empty.</param>
    /// <param name="connection">A connection string; with SQLite a file in <paramref name="dataFolder"/> when empty.</param>
    /// <exception cref="BrokenRule">A setting is wrong; the message names it.</exception>
    public static DatabaseSettings From(string? provider, string? connection, string dataFolder)
    {
        var chosen = provider?.Trim().ToUpperInvariant() switch
        {
            null or "" or "SQLITE" => DatabaseProvider.Sqlite,
            "SQLSERVER" => DatabaseProvider.SqlServer,
            _ => throw new BrokenRule($"The setting {ProviderSetting} is '{provider}'. Set it to Sqlite or SqlServer."),
        };
        if (string.IsNullOrWhiteSpace(connection))
        {
            return chosen == DatabaseProvider.Sqlite
                ? new(chosen, new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "tracker.db") }.ConnectionString)
                : throw new BrokenRule($"The setting {ConnectionSetting} is empty. With {ProviderSetting}=SqlServer it must hold the connection string of the database.");
        }
        try
        {
            return chosen switch
            {
                DatabaseProvider.Sqlite => new(chosen, Sqlite(connection)),
                DatabaseProvider.SqlServer => new(chosen, SqlServer(connection)),
            };
        }
        catch (Exception error) when (error is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new BrokenRule($"The setting {ConnectionSetting} is not a connection string for {chosen}: {error.Message}");
        }
    }

    /// <summary>The SQLite file; null on SQL Server and for a database in memory.</summary>
    public string? File => Provider == DatabaseProvider.Sqlite
        && new SqliteConnectionStringBuilder(ConnectionString) is { Mode: not SqliteOpenMode.Memory, DataSource: not ":memory:" } built ? Path.GetFullPath(built.DataSource) : null;

    private static string Sqlite(string connection)
    {
        var built = new SqliteConnectionStringBuilder(connection);
        return built.DataSource.Length > 0 ? built.ConnectionString : throw new ArgumentException("it names no Data Source.");
    }

    private static string SqlServer(string connection)
    {
        var built = new SqlConnectionStringBuilder(connection);
        return built.DataSource.Length == 0 ? throw new ArgumentException("it names no Server.")
            : built.InitialCatalog.Length == 0 ? throw new ArgumentException("it names no Database.")
            : built.ConnectionString;
    }
}
