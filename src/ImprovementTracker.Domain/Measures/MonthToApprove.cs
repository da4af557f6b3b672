using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A month before it is approved: each measure's figure with what should be looked at, who entered it, and what is still missing.</summary>
public sealed class MonthToApprove(IDbContextFactory<TrackerContext> database)
{
    /// <param name="NothingOf">The measures that are expected and of which nothing is recorded.</param>
    /// <param name="Seen">The last change that this page knows of: approving approves nothing later.</param>
    /// <param name="Waiting">Provisional figures that the person may approve.</param>
    /// <param name="Own">Provisional figures that the person entered, so that somebody else must approve them.</param>
    public sealed record Sheet(ProgrammeHeader Programme, MonthState State, IReadOnlyList<MeasureLine> Measures, IReadOnlyList<Unreported> NothingOf, long Seen, int Waiting, int Own, bool MayApprove);

    public sealed record Unreported(string Code, string Name);

    /// <param name="Text">The whole authority's figure, or why there is none.</param>
    /// <param name="EnteredBy">Who entered the figures.</param>
    /// <param name="ToLookAt">What an approver should look at, as sentences: revisions with their reasons, own values that differ from the sum.</param>
    public sealed record MeasureLine(string Code, string Name, string? Theme, string Text, AreaFigure? Figure, int Provisional, int Approved, int NotCaptured, IReadOnlyList<string> EnteredBy, IReadOnlyList<string> ToLookAt)
    {
        /// <summary>How many of its figures the person may approve.</summary>
        public int Waiting { get; init; }
    }

    public async Task<Sheet> LoadAsync(Actor actor, string slug, Month month, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.ReadProgramme, cancel);
        if (month > Month.Of(programme.JudgedOn))
            throw new NotFound($"{month} has not begun. Choose a month from the list.");
        var seen = await db.Changes.MaxAsync(change => (long?)change.Sequence, cancel) ?? 0;
        var tree = await db.LoadAreasAsync(programme.Id, cancel);
        var measures = await db.LoadMeasuresAsync(actor, programme, cancel);
        var (states, expected) = await MonthStates.StatesAsync(db, programme, tree, [month], cancel);
        var rows = await db.ObservationRevisions.AsNoTracking()
            .Where(revision => revision.SupersededIn == null && revision.Observation.Measure.ProgrammeId == programme.Id && revision.Observation.Month == month && revision.Observation.Period == revision.Observation.Measure.Period)
            .Select(revision => new
            {
                Value = new ValueRow(revision.Observation.MeasureId, revision.Observation.AreaId, revision.Observation.Month, revision.Observation.Period, revision.Kind, revision.Numerator, revision.Denominator,
                    revision.Printed, revision.PrintedDecimals, revision.Reason, revision.Status, revision.IsIllustrative, revision.Number, revision.IsRevised, revision.Source!.Title, revision.Paragraph),
                Unlocked = revision.Status == ValueStatus.Provisional ? revision.StatusReason : null,
                EnteredBy = db.Changes.Where(change => change.Sequence == revision.EnteredIn).Select(change => new { change.PersonId, change.PersonName }).Single(),
            })
            .ToListAsync(cancel);
        var figures = new MonthlyFigures(tree, rows.Select(row => row.Value), publishedOnly: false);
        var byMeasure = rows.Where(row => row.Value is not { Kind: ValueKind.TakenBack, Status: ValueStatus.Approved }).ToLookup(row => row.Value.MeasureId);
        var lines = measures.Where(measure => byMeasure[measure.Id].Any()).Select(measure =>
        {
            var figure = tree.Whole is { } whole ? figures.Of(measure.Shape, whole.Id, month) : null;
            return new MeasureLine(
                measure.Code,
                measure.Name,
                measure.Theme,
                figure?.Figure is { } value ? measure.Text(value, tree.Whole!.Id, month) : figure?.WhyNone ?? "no areas",
                figure,
                byMeasure[measure.Id].Count(row => row.Value.Status == ValueStatus.Provisional),
                byMeasure[measure.Id].Count(row => row.Value.Status == ValueStatus.Approved),
                byMeasure[measure.Id].Count(row => row.Value.Kind == ValueKind.NotCaptured),
                [.. byMeasure[measure.Id].Select(row => row.EnteredBy.PersonName).Distinct().Order(StringComparer.CurrentCultureIgnoreCase)],
                [.. byMeasure[measure.Id].Where(row => row.Value.Status == ValueStatus.Provisional).SelectMany(row => ToLookAt(row.Value, row.Unlocked, measure, tree, figures))])
            {
                Waiting = byMeasure[measure.Id].Count(row => IsWaiting(row.Value.Status, row.EnteredBy.PersonId)),
            };
        }).ToList();
        var asked = expected.MeasuresIn(month).ToHashSet();
        return new(programme, states[0], lines, [.. measures.Where(measure => asked.Contains(measure.Id) && !byMeasure[measure.Id].Any()).Select(measure => new Unreported(measure.Code, measure.Name))], seen,
            rows.Count(row => IsWaiting(row.Value.Status, row.EnteredBy.PersonId)),
            rows.Count(row => row.Value.Status == ValueStatus.Provisional && IsOwn(row.EnteredBy.PersonId)),
            actor.May(Permission.ApproveMonth, programme.Id, isTheirs: false));

        bool IsOwn(int? enteredBy) => enteredBy is not null && enteredBy == actor.PersonId;
        bool IsWaiting(ValueStatus status, int? enteredBy) => status == ValueStatus.Provisional && actor.May(Permission.ApproveMonth, programme.Id, IsOwn(enteredBy));
    }

    private static IEnumerable<string> ToLookAt(ValueRow row, string? unlocked, MeasureRow measure, AreaTree tree, MonthlyFigures figures)
    {
        var area = tree.Find(row.AreaId)?.Name ?? "An area that is gone";
        var reason = row.Reason is { Length: > 0 } said ? $": {said}" : "";
        if (unlocked is not null)
            yield return $"{area} was unlocked: {unlocked}";
        if (row.Kind is ValueKind.NotCaptured or ValueKind.TakenBack)
            yield return $"{area}: {RevisionText.Of(row.Kind, null, null, null, null, measure.Shape)}{reason}";
        else if (row.Kind == ValueKind.Stated)
            yield return $"{area}: {(row.IsRevised ? "revised to " : "")}{RevisionText.Of(row.Kind, null, null, row.Printed, row.PrintedDecimals, measure.Shape)} in {Words.Cite(row.Source, row.Paragraph)}{reason}";
        else if (row.IsRevised)
            yield return $"{area}: revised to {RevisionText.Of(row.Kind, row.Numerator, row.Denominator, row.Printed, row.PrintedDecimals, measure.Shape)}{reason}";
        else if (reason.Length > 0)
            yield return $"{area}{reason}";
        if (figures.Of(measure.Shape, row.AreaId, row.Month).DiffersFromParts == true)
            yield return $"{area}: its own value differs from the sum of its parts";
    }
}
