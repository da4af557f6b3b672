using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What importing a statistics file would record: new, changed, unchanged and refused for each measure; nothing is saved.</summary>
public sealed class BenchmarkPreview(IDbContextFactory<TrackerContext> database)
{
    /// <param name="AuthorityCode">Null while the programme has none.</param>
    public sealed record Shown(ProgrammeHeader Programme, string? AuthorityCode, IReadOnlyList<MeasureBenchmarks> Measures);

    public async Task<Shown> LoadAsync(Actor actor, string slug, DfeTable table, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.RecordValues, cancel);
        var code = await db.Programmes.AsNoTracking().Where(one => one.Id == programme.Id).Select(one => one.AuthorityCode).SingleAsync(cancel);
        return new(programme, code, BenchmarkPlan.Of(table, code, await LoadTakersAsync(db, programme.Id, null, cancel), await db.LoadBenchmarksAsync(programme.Id, null, cancel)));
    }

    internal static async Task<IReadOnlyList<BenchmarkPlan.Taker>> LoadTakersAsync(TrackerContext db, int programmeId, string? code, CancellationToken cancel) =>
        await db.Measures.AsNoTracking()
            .Where(measure => measure.ProgrammeId == programmeId && (code == null || measure.Code == code))
            .OrderBy(measure => measure.Order).ThenBy(measure => measure.Name)
            .Select(measure => new BenchmarkPlan.Taker(measure.Id, measure.Code, measure.Name, measure.Unit, measure.Decimals, measure.Polarity))
            .ToListAsync(cancel);
}
