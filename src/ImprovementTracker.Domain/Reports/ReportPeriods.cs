using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Reports;

/// <summary>A programme that can be reported on, with the first and last month that have a figure.</summary>
public sealed record ReportPeriod(string Slug, string Title, Month First, Month Last);

/// <summary>Which programmes and months a report can be written for.</summary>
public sealed class ReportPeriods(IDbContextFactory<TrackerContext> database)
{
    /// <summary>Those that the actor may write reports on, by slug; programmes without any figure are left out.</summary>
    public async Task<IReadOnlyList<ReportPeriod>> LoadAsync(Actor actor, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var rows = await db.Programmes.AsNoTracking()
            .OrderBy(programme => programme.Slug)
            .Select(programme => new
            {
                programme.Id,
                programme.Slug,
                programme.Authority,
                programme.Name,
                First = db.Observations.Where(observation => observation.Measure.ProgrammeId == programme.Id).Min(observation => (Month?)observation.Month),
                Last = db.Observations.Where(observation => observation.Measure.ProgrammeId == programme.Id).Max(observation => (Month?)observation.Month),
            })
            .ToListAsync(cancel);
        return [.. rows
            .Where(row => row.First is not null && actor.May(Permission.WriteReport, row.Id) == Extent.Yes)
            .Select(row => new ReportPeriod(row.Slug, $"{row.Authority}: {row.Name}", row.First!.Value, row.Last!.Value))];
    }
}
