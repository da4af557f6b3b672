using System.Data.Common;
using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ImprovementTracker.Tests.Data;

/// <summary>
/// Runs a read twice: on SQLite, keeping each statement's rows, and then with the SQL Server provider, which is handed
/// those rows. So every statement that the read would send to SQL Server is made, counted and parsed without one.
/// </summary>
public static class SqlServerRehearsal
{
    /// <summary>The T-SQL of the read, statement by statement; each has been parsed.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(TestDatabase database, Func<IDbContextFactory<TrackerContext>, Task> read)
    {
        var recorder = new Recorder();
        await read(new TrackerContextFactory(database.Settings, database.Clock, [recorder]));

        var player = new Player(recorder.Results);
        var settings = DatabaseSettings.From("SqlServer", "Server=nowhere;Database=rehearsal", "");
        await read(new TrackerContextFactory(settings, database.Clock, [player, new NoConnection()]));

        Assert.Equal(recorder.Results.Count, player.Statements.Count);
        Assert.All(player.Statements, TransactSql.AssertReads);
        return player.Statements;
    }

    private sealed class Recorder : DbCommandInterceptor
    {
        public List<RecordedRows> Results { get; } = [];

        public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            var names = Enumerable.Range(0, result.FieldCount).Select(result.GetName).ToList();
            var rows = new List<object?[]>();
            while (await result.ReadAsync(cancellationToken))
            {
                var row = new object[result.FieldCount];
                result.GetValues(row);
                rows.Add(row);
            }
            await result.DisposeAsync();
            Results.Add(new(names, rows));
            return new ReplayedReader(Results[^1]);
        }
    }

    private sealed class Player(IReadOnlyList<RecordedRows> results) : DbCommandInterceptor
    {
        public List<string> Statements { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Statements.Add(command.CommandText);
            return ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult(new ReplayedReader(results[Statements.Count - 1])));
        }
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }
}
