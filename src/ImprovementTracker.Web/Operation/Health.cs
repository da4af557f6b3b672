using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ImprovementTracker.Web.Operation;

/// <summary>Where a monitor asks whether the program and its database answer: 'Healthy', or 503 and 'Unhealthy'.</summary>
public sealed class Health(IDbContextFactory<TrackerContext> database) : IHealthCheck
{
    public const string Path = "/health";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        return await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
    }
}
