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
        var earliest = await EarliestAsync(db, programme.Id, cancel);
        var from = to.AddMonths(1 - Shown);
        var months = (earliest is { } first && first > from ? first > to ? to : first : from).To(to).ToList();
        var (states, _) = await StatesAsync(db, programme, await db.LoadAreasAsync(programme.Id, cancel), months, cancel);
        return new(programme, [.. states.Reverse()], earliest < months[0] ? months[0].AddMonths(-1) : null, to < latest ? new[] { to.AddMonths(Shown), latest }.Min() : null,
            actor.May(Permission.RecordValues, programme.Id) == Extent.Yes, actor.May(Permission.ApproveMonth, programme.Id, isTheirs: false));
    }

    /// <summary>The first month with a figure, or in which a measure was added; null while there is neither.</summary>
    private static async Task<Month?> EarliestAsync(TrackerContext db, int programmeId, CancellationToken cancel)
    {
        var first = await db.Programmes.Where(programme => programme.Id == programmeId)
            .Select(programme => new
            {
                Recorded = db.Observations.Where(observation => observation.Measure.ProgrammeId == programme.Id).Min(observation => (Month?)observation.Month),
                Added = db.Measures.Where(measure => measure.ProgrammeId == programme.Id).Join(db.Changes, measure => measure.AddedIn, change => change.Sequence, (_, change) => (DateTime?)change.RecordedAt).Min(),
            })
            .SingleAsync(cancel);
        return MonthOf(first.Added) is { } added && (first.Recorded is not { } recorded || added < recorded) ? added : first.Recorded;
    }

    /// <summary>Five statements.</summary>
    internal static async Task<(IReadOnlyList<MonthState> States, ExpectedFigures Expected)> StatesAsync(TrackerContext db, ProgrammeHeader programme, AreaTree tree, IReadOnlyList<Month> months, CancellationToken cancel)
    {
        var (from, to) = (months[0], months[^1]);
        var settings = await db.Programmes.Where(one => one.Id == programme.Id)
            .Select(one => new
            {
                one.FiguresDueOn,
                Began = db.Changes.Where(change => change.ProgrammeId == one.Id).OrderBy(change => change.Sequence).Select(change => (DateTime?)change.RecordedAt).FirstOrDefault(),
                Measures = db.Measures.Where(measure => measure.ProgrammeId == one.Id)
                    .Select(measure => new { measure.Id, measure.LastMonth, AddedAt = db.Changes.Where(change => change.Sequence == measure.AddedIn).Select(change => (DateTime?)change.RecordedAt).FirstOrDefault() }).ToList(),
            })
            .SingleAsync(cancel);
        var wholes = tree.InOrder.Where(area => tree.PartsOf(area.Id).Count > 0).Select(area => area.Id).ToList();
        var ownOfWholes = await db.Observations
            .Where(observation => wholes.Contains(observation.AreaId) && observation.Period == observation.Measure.Period && observation.Month >= from && observation.Month <= to
                && observation.Revisions.Any(revision => revision.SupersededIn == null && revision.Kind != ValueKind.TakenBack))
            .Select(observation => new ExpectedFigures.Own(observation.MeasureId, observation.AreaId, observation.Month))
            .ToListAsync(cancel);
        var reported = await db.Observations
            .Where(observation => observation.Measure.ProgrammeId == programme.Id && observation.Period == observation.Measure.Period && observation.Month >= from.AddMonths(-ExpectedFigures.MonthsRemembered) && observation.Month <= to
                && observation.Revisions.Any(revision => revision.SupersededIn == null && revision.Kind != ValueKind.TakenBack))
            .GroupBy(observation => new { observation.MeasureId, observation.AreaId })
            .Select(group => new ExpectedFigures.Reported(group.Key.MeasureId, group.Key.AreaId, group.Min(observation => observation.Month), group.Max(observation => observation.Month)))
            .ToListAsync(cancel);
        var recorded = (await db.ObservationRevisions
            .Where(revision => revision.SupersededIn == null && revision.Observation.Measure.ProgrammeId == programme.Id && revision.Observation.Period == revision.Observation.Measure.Period
                && revision.Observation.Month >= from && revision.Observation.Month <= to)
            .GroupBy(revision => new { revision.Observation.Month, revision.Status, revision.Kind })
            .Select(group => new { group.Key.Month, group.Key.Status, group.Key.Kind, Count = group.Count() })
            .ToListAsync(cancel)).ToLookup(group => group.Month);
        var arrivals = (await db.ObservationRevisions
            .Where(revision => revision.Number == 1 && revision.Observation.Measure.ProgrammeId == programme.Id && revision.Observation.Period == revision.Observation.Measure.Period
                && revision.Observation.Month >= from && revision.Observation.Month <= to)
            .GroupBy(revision => new { revision.Observation.Month, revision.Observation.MeasureId, revision.RecordedIn })
            .Select(group => new { group.Key.Month, group.Key.MeasureId, Count = group.Count(), At = db.Changes.Where(change => change.Sequence == group.Key.RecordedIn).Select(change => change.RecordedAt).Single() })
            .ToListAsync(cancel)).ToLookup(group => group.Month);

        var expected = new ExpectedFigures(tree, settings.Measures.ConvertAll(measure => new ExpectedFigures.Collected(measure.Id, MonthOf(measure.AddedAt ?? settings.Began), measure.LastMonth)), reported, ownOfWholes);
        var added = settings.Measures.ToDictionary(measure => measure.Id, measure => measure.AddedAt ?? settings.Began);
        // What was due before the measure, or the programme, was in the tracker at all cannot have come late to it.
        bool IsJudged(int measureId, DateOnly due) => added.GetValueOrDefault(measureId) is { } since && due >= Words.DayInEngland(since);
        return ([.. months.Select(month =>
        {
            var due = MonthState.DueDay(month, settings.FiguresDueOn);
            return new MonthState(
                month,
                expected.In(month),
                recorded[month].Where(group => group.Kind is ValueKind.Counted or ValueKind.Stated).Sum(group => group.Count),
                recorded[month].Where(group => group.Kind == ValueKind.NotCaptured).Sum(group => group.Count),
                recorded[month].Where(group => group.Status == ValueStatus.Provisional).Sum(group => group.Count),
                recorded[month].Where(group => group.Status == ValueStatus.Approved && group.Kind != ValueKind.TakenBack).Sum(group => group.Count),
                arrivals[month].Where(group => IsJudged(group.MeasureId, due) && Words.DayInEngland(group.At) > due).Sum(group => group.Count),
                due,
                programme.JudgedOn > due);
        })], expected);
    }

    private static Month? MonthOf(DateTime? moment) => moment is { } at ? Month.Of(Words.DayInEngland(at)) : null;
}
