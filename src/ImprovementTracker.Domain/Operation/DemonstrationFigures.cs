using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Operation;

/// <summary>
/// A measure's invented months: what the whole authority counted, how far each locality lies from it. The numbers of the
/// localities follow by a rule from these alone, and always sum to the whole.
/// </summary>
/// <param name="Totals">Denominators of the whole, month by month; for a count, the count itself.</param>
/// <param name="PerMille">The figure of the whole, month by month, in thousandths of the denominator. Null for a count.</param>
/// <param name="Distance">How far each locality lies from the whole, in thousandths. Null for a count.</param>
internal sealed record DemonstrationSeries(Measure Measure, Month From, IReadOnlyList<int> Totals, IReadOnlyList<int>? PerMille = null, IReadOnlyList<int>? Distance = null)
{
    public Month To => From.AddMonths(Totals.Count - 1);
}

/// <summary>Something that happened to one value: it was not captured, there were no cases, or it was revised.</summary>
/// <param name="Instead">The value in place of the one by the rule; null leaves it.</param>
/// <param name="NoCases">The locality had no case that month.</param>
/// <param name="Late">Cases and cases in time that were entered late: missing from the first recording, then revised.</param>
internal sealed record DemonstrationIncident(
    Measure Measure, Area Area, Month Month, RecordedValue? Instead = null, bool NoCases = false, (int Cases, int InTime, DateOnly EnteredOn, string Reason)? Late = null);

/// <summary>Records the invented months of a programme as its officers would have done: in the month after, approved by another person a month later; the last two months are still provisional.</summary>
internal sealed class DemonstrationFigures(DemonstrationScript script, Programme programme, Person recordedBy, Person approvedBy, DateOnly firstDay)
{
    private readonly Dictionary<Month, List<Observation>> _recorded = [];

    /// <summary>Writes all months of the series into the script.</summary>
    /// <param name="shares">Each locality's share of the cases, in thousandths.</param>
    public void Write(IReadOnlyList<DemonstrationSeries> series, IReadOnlyList<Area> localities, IReadOnlyList<int> shares, IReadOnlyList<DemonstrationIncident> incidents)
    {
        var months = series.Min(one => one.From).To(series.Max(one => one.To)).ToList();
        foreach (var month in months)
        {
            foreach (var (one, key) in series.Select((one, index) => (one, index + 1)))
            {
                if (month < one.From || month > one.To)
                    continue;
                var values = ValuesOf(one, key, month.MonthsSince(one.From), shares, incidents.Where(incident => incident.NoCases && incident.Measure == one.Measure && incident.Month == month).Select(incident => IndexOf(localities, incident.Area)).ToList());
                script.On(RecordedOn(month), recordedBy, programme, $"recorded {month} for {one.Measure.Name}: {Words.Count(localities.Count, "area", "areas")}", change =>
                {
                    for (var place = 0; place < localities.Count; place++)
                    {
                        var incident = incidents.SingleOrDefault(incident => incident.Measure == one.Measure && incident.Month == month && incident.Area == localities[place]);
                        Record(one.Measure, localities[place], month, FirstRecorded(values[place], incident), change);
                    }
                });
            }
            if (month <= months[^1].AddMonths(-2))
                script.On(DemonstrationScript.OnWeekday(month.AddMonths(2).FirstDay.AddDays(19)), approvedBy, programme, $"approved {month}", change => Approve(month, change));
        }
        foreach (var incident in incidents.Where(incident => incident.Late is not null))
            WriteRevision(incident);
    }

    /// <summary>Records a figure as a document printed it: provisional one day, approved by another person the next.</summary>
    public void State(DateOnly day, Measure measure, Area area, Month month, PeriodType period, RecordedValue printed)
    {
        Observation observation = null!;
        script.On(day, recordedBy, programme, $"recorded the printed figure of {month} for {measure.Name}", change =>
        {
            observation = new Observation(measure, area, month, period);
            observation.Revise(printed, change);
            script.Db.Add(observation);
        });
        script.On(DemonstrationScript.OnWeekday(day.AddDays(1)), approvedBy, programme, $"approved the printed figure of {month} for {measure.Name}",
            change =>
            {
                observation.Revise(printed with { Status = ValueStatus.Approved }, change);
                script.Finish([.. observation.Revisions, observation]);
            });
    }

    /// <summary>Shares a whole out by weights, by the largest remainder; no part above its limit.</summary>
    internal static int[] Share(int whole, IReadOnlyList<int> weights, IReadOnlyList<int>? limits = null)
    {
        var sum = weights.Sum();
        var parts = weights.Select((weight, place) => Math.Min((int)((long)whole * weight / sum), limits?[place] ?? int.MaxValue)).ToArray();
        while (parts.Sum() < whole)
        {
            var next = Enumerable.Range(0, parts.Length)
                .Where(place => limits is null || parts[place] < limits[place])
                .MaxBy(place => ((long)whole * weights[place]) - ((long)parts[place] * sum));
            parts[next]++;
        }
        return parts;
    }

    private static RecordedValue[] ValuesOf(DemonstrationSeries series, int key, int month, IReadOnlyList<int> shares, List<int> withoutCases)
    {
        // Measures with the same cases below the line have the same cases in every locality.
        var weights = shares.Select((share, place) => withoutCases.Contains(place) ? 0 : share + (4 * Sway(place, month, series.Totals[0], 5))).ToList();
        var cases = Share(series.Totals[month], weights);
        if (series.PerMille is null || series.Distance is null)
            return [.. cases.Select(count => RecordedValue.Counted(count, null, isIllustrative: true))];
        var whole = (int)Math.Round(series.Totals[month] * series.PerMille[month] / 1000m, MidpointRounding.AwayFromZero);
        var pulls = cases.Select((count, place) => count * Math.Max(0, series.PerMille[month] + series.Distance[place] + (8 * Sway(place, month, key, 7)))).ToList();
        var inTime = Share(whole, pulls, series.Measure.NumeratorIsPart ? cases : null);
        return [.. cases.Select((count, place) => RecordedValue.Counted(inTime[place], count, isIllustrative: true))];
    }

    // Small ups and downs that are the same on every machine.
    private static int Sway(int place, int month, int key, int width) => (((5 * place) + (3 * month) + key) % width) - (width / 2);

    private static RecordedValue FirstRecorded(RecordedValue value, DemonstrationIncident? incident) => incident switch
    {
        { Instead: { } instead } => instead,
        { Late: var (late, inTime, _, _) } => value with { Numerator = value.Numerator - inTime, Denominator = value.Denominator - late },
        _ => value,
    };

    private void Record(Measure measure, Area area, Month month, RecordedValue value, Change change)
    {
        var observation = new Observation(measure, area, month, measure.Period);
        observation.Revise(value, change);
        script.Db.Add(observation);
        if (!_recorded.TryGetValue(month, out var all))
            _recorded[month] = all = [];
        all.Add(observation);
    }

    private void WriteRevision(DemonstrationIncident incident)
    {
        var (late, inTime, day, reason) = incident.Late!.Value;
        script.On(day, recordedBy, programme, $"recorded {incident.Month} for {incident.Measure.Name}: 1 area", change =>
        {
            var observation = _recorded[incident.Month].Single(one => one.Measure == incident.Measure && one.Area == incident.Area);
            var current = Current(observation);
            observation.Revise(RecordedValue.Counted(current.Numerator!.Value + inTime, current.Denominator + late, isIllustrative: true) with { Reason = reason }, change);
        });
    }

    private void Approve(Month month, Change change)
    {
        _recorded.Remove(month, out var all);
        foreach (var observation in all!)
        {
            var current = Current(observation);
            observation.Revise(
                new(current.Kind, current.Numerator, current.Denominator, current.Printed, current.Reason, current.Source, current.Paragraph, current.IsIllustrative, ValueStatus.Approved), change);
            script.Finish([.. observation.Revisions, observation]);
        }
    }

    private DateOnly RecordedOn(Month month)
    {
        var day = DemonstrationScript.OnWeekday(month.AddMonths(1).FirstDay.AddDays(9));
        return day < firstDay ? firstDay : day;
    }

    private static ObservationRevision Current(Observation observation) => observation.Revisions.Single(revision => revision.SupersededIn is null);

    private static int IndexOf(IReadOnlyList<Area> localities, Area area) => localities.ToList().IndexOf(area);
}
