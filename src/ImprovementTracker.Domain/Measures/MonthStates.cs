using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Every month of a year with how complete, how late and how far approved it is: eight statements.</summary>
public sealed class MonthStates(IDbContextFactory<TrackerContext> database)
{
    /// <summary>A month more than a year, so that the same month of the year before can be seen beside this one.</summary>
    public const int Shown = 13;

    /// <summary>An area goes on being expected to report a measure for so many months after it last did.</summary>
    private const int ExpectedFor = 12;

    /// <param name="Months">The latest first.</param>
    /// <param name="Earlier">The last month of the page before; null when nothing is earlier.</param>
    public sealed record Sheet(ProgrammeHeader Programme, IReadOnlyList<MonthState> Months, Month? Earlier, Month? Later, bool MayRecord, bool MayApprove);

    /// <param name="until">The last month shown; null for the latest that has begun.</param>
    public async Task<Sheet> LoadAsync(Actor actor, string slug, Month? until, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.ReadProgramme, cancel);
        var latest = Month.Of(programme.JudgedOn);
        var to = until is { } wanted && wanted < latest ? wanted : latest;
        var earliest = await db.Observations.Where(observation => observation.Measure.ProgrammeId == programme.Id).MinAsync(observation => (Month?)observation.Month, cancel);
        var from = to.AddMonths(1 - Shown);
        var months = (earliest is { } first && first > from ? first > to ? to : first : from).To(to).ToList();
        var states = await StatesAsync(db, programme, await db.LoadAreasAsync(programme.Id, cancel), months, cancel);
        return new(programme, [.. states.Reverse()], earliest < months[0] ? months[0].AddMonths(-1) : null, to < latest ? new[] { to.AddMonths(Shown), latest }.Min() : null,
            actor.May(Permission.RecordValues, programme.Id) == Extent.Yes, actor.May(Permission.ApproveMonth, programme.Id, isTheirs: false));
    }

    /// <summary>Five statements.</summary>
    internal static async Task<IReadOnlyList<MonthState>> StatesAsync(TrackerContext db, ProgrammeHeader programme, AreaTree tree, IReadOnlyList<Month> months, CancellationToken cancel)
    {
        var (from, to) = (months[0], months[^1]);
        var settings = await db.Programmes.Where(one => one.Id == programme.Id)
            .Select(one => new { one.FiguresDueOn, Began = db.Changes.Where(change => change.ProgrammeId == one.Id).OrderBy(change => change.Sequence).Select(change => (DateTime?)change.RecordedAt).FirstOrDefault() }).SingleAsync(cancel);
        var retired = await db.Measures.AsNoTracking().Where(measure => measure.ProgrammeId == programme.Id && measure.LastMonth != null).ToDictionaryAsync(measure => measure.Id, measure => measure.LastMonth!.Value, cancel);
        var series = await db.Observations
            .Where(observation => observation.Measure.ProgrammeId == programme.Id && observation.Period == observation.Measure.Period && observation.Month >= from.AddMonths(-ExpectedFor) && observation.Month <= to)
            .GroupBy(observation => new { observation.MeasureId, observation.AreaId })
            .Select(group => new { group.Key.MeasureId, group.Key.AreaId, First = group.Min(observation => observation.Month), Last = group.Max(observation => observation.Month) })
            .ToListAsync(cancel);
        var recorded = (await db.ObservationRevisions
            .Where(revision => revision.SupersededIn == null && revision.Observation.Measure.ProgrammeId == programme.Id && revision.Observation.Period == revision.Observation.Measure.Period
                && revision.Observation.Month >= from && revision.Observation.Month <= to)
            .GroupBy(revision => new { revision.Observation.Month, revision.Status, IsMissing = revision.Kind == ValueKind.NotCaptured })
            .Select(group => new { group.Key.Month, group.Key.Status, group.Key.IsMissing, Count = group.Count() })
            .ToListAsync(cancel)).ToLookup(group => group.Month);
        var arrivals = (await db.ObservationRevisions
            .Where(revision => revision.Number == 1 && revision.Observation.Measure.ProgrammeId == programme.Id && revision.Observation.Period == revision.Observation.Measure.Period
                && revision.Observation.Month >= from && revision.Observation.Month <= to)
            .GroupBy(revision => new { revision.Observation.Month, revision.RecordedIn })
            .Select(group => new { group.Key.Month, Count = group.Count(), At = db.Changes.Where(change => change.Sequence == group.Key.RecordedIn).Select(change => change.RecordedAt).Single() })
            .ToListAsync(cancel)).ToLookup(group => group.Month);

        return [.. months.Select(month =>
        {
            var due = MonthState.DueDay(month, settings.FiguresDueOn);
            // What was due before the programme was in the tracker at all cannot have come late to it.
            var isJudged = settings.Began is { } began && due >= Words.DayInEngland(began);
            return new MonthState(
                month,
                series.Count(one => one.First <= month && month <= one.Last.AddMonths(ExpectedFor) && tree.Find(one.AreaId)?.IsInForce(month) == true
                    && !(retired.TryGetValue(one.MeasureId, out var last) && last < month)),
                recorded[month].Where(group => !group.IsMissing).Sum(group => group.Count),
                recorded[month].Where(group => group.IsMissing).Sum(group => group.Count),
                recorded[month].Where(group => group.Status == ValueStatus.Provisional).Sum(group => group.Count),
                recorded[month].Where(group => group.Status == ValueStatus.Approved).Sum(group => group.Count),
                isJudged ? arrivals[month].Where(group => Words.DayInEngland(group.At) > due).Sum(group => group.Count) : 0,
                due,
                programme.JudgedOn > due);
        })];
    }
}
