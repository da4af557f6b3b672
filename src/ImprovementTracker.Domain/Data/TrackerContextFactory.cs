using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ImprovementTracker.Domain.Data;

/// <summary>Makes a context of the installation's provider; the only place that knows which it is.</summary>
public sealed class TrackerContextFactory : IDbContextFactory<TrackerContext>
{
    private readonly Func<TrackerContext> _create;

    /// <param name="maxBatchSize">Statements sent to SQL Server at once; null leaves it to EF Core.</param>
    public TrackerContextFactory(DatabaseSettings settings, TimeProvider clock, IReadOnlyList<IInterceptor>? interceptors = null, int? maxBatchSize = null)
    {
        Settings = settings;
        switch (settings.Provider)
        {
            case DatabaseProvider.Sqlite:
                var sqlite = new DbContextOptionsBuilder<SqliteTrackerContext>().UseSqlite(settings.ConnectionString).AddInterceptors(interceptors ?? []).Options;
                _create = () => new SqliteTrackerContext(sqlite, clock);
                break;
            case DatabaseProvider.SqlServer:
                var sqlServer = new DbContextOptionsBuilder<SqlServerTrackerContext>()
                    .UseSqlServer(settings.ConnectionString, server => { if (maxBatchSize is { } size) server.MaxBatchSize(size); })
                    .AddInterceptors(interceptors ?? []).Options;
                _create = () => new SqlServerTrackerContext(sqlServer, clock);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(settings));
        }
    }

    public DatabaseSettings Settings { get; }

    public TrackerContext CreateDbContext() => _create();
}
