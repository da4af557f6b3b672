using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>The benchmarks of a programme's measures: the latest of each, or every one of a measure.</summary>
public sealed class BenchmarkList(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Authority">Whom the authority's code means; null where that is not known here.</param>
    /// <param name="Whole">The one measure that is shown with every period; null where all measures are shown with their latest.</param>
    public sealed record Shown(ProgrammeHeader Programme, string? AuthorityCode, Authority? Authority, string? Whole, IReadOnlyList<MeasureLines> Measures, bool MayImport);

    /// <param name="Periods">How many periods there are benchmarks of.</param>
    public sealed record MeasureLines(string Code, string Name, int Periods, IReadOnlyList<Line> Lines);

    /// <param name="Figure">22.4%, or the symbol and what it says.</param>
    /// <param name="Source">The release with its date of publication, where somebody has said.</param>
    /// <param name="Standing">Where the authority stands among its neighbours, or why nowhere; empty where it is no figure of neighbours.</param>
    /// <param name="Neighbours">Whose mean it is, the closest first; empty where it is no figure of neighbours.</param>
    public sealed record Line(string Period, string Who, string Figure, string File, BenchmarkSource? Source, string Standing, IReadOnlyList<NeighbourLine> Neighbours);

    /// <param name="code">A measure's code; null for the latest of all measures.</param>
    public async Task<Shown> LoadAsync(Actor actor, string slug, string? code, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.ReadPublished, cancel);
        var authorityCode = await db.Programmes.AsNoTracking().Where(one => one.Id == programme.Id).Select(one => one.AuthorityCode).SingleAsync(cancel);
        var measures = await BenchmarkPreview.LoadTakersAsync(db, programme.Id, code, cancel);
        if (code is not null && measures.Count == 0)
            throw new NotFound(MeasurePage.NoSuchMeasure);
        var benchmarks = (await db.LoadBenchmarksAsync(programme.Id, code is null ? null : measures[0].Id, cancel)).ToLookup(row => row.MeasureId);
        return new(programme, authorityCode, authorityCode is null ? null : Authorities.WithCode(authorityCode), code is null ? null : measures[0].Name,
            [.. measures.Where(measure => benchmarks[measure.Id].Any()).Select(measure => LinesOf(measure, [.. benchmarks[measure.Id]], latestOnly: code is null))],
            actor.May(Permission.RecordValues, programme.Id) == Extent.Yes);
    }

    private static MeasureLines LinesOf(BenchmarkPlan.Taker measure, IReadOnlyList<BenchmarkRow> rows, bool latestOnly)
    {
        var periods = rows.Select(row => (row.PeriodEnd, row.Period)).Distinct().OrderByDescending(period => period.PeriodEnd).ToList();
        var shown = latestOnly ? periods.Take(1) : periods;
        return new(measure.Code, measure.Name, periods.Count,
            [.. shown.SelectMany(period => rows.Where(row => (row.PeriodEnd, row.Period) == period)).Select(row => new Line(
                BenchmarkText.PeriodOf(row.PeriodEnd, row.Period), BenchmarkText.Who(row.Name, row.Known, row.Of), BenchmarkText.Figure(row.Value, row.Symbol, measure.Unit, measure.Decimals),
                row.File, row.Source, NeighbourWords.Sentence(row, measure.Unit, measure.Decimals, measure.Polarity), NeighbourLine.Of(row, measure.Unit, measure.Decimals)))]);
    }
}
