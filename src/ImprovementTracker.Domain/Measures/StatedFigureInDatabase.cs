using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>One figure from a document, as changing, taking back, approving and unlocking find it.</summary>
internal static class StatedFigureInDatabase
{
    public const string NoSuchFigure = "There is no such figure from a document here. Choose one from the measure's list of them.";

    /// <summary>With its current revision alone, and the document of that.</summary>
    /// <param name="seen">The number of the revision that the person looked at.</param>
    /// <exception cref="BrokenRule">Somebody else changed it since.</exception>
    public static async Task<(Observation Figure, ObservationRevision Current)> FindStatedAsync(this TrackerContext db, int programmeId, string code, int id, int seen, CancellationToken cancel)
    {
        var found = await db.Observations
            .Include(figure => figure.Measure).ThenInclude(measure => measure.Programme)
            .Include(figure => figure.Area)
            .Include(figure => figure.Revisions.Where(revision => revision.SupersededIn == null)).ThenInclude(revision => revision.Source)
            .SingleOrDefaultAsync(figure => figure.Id == id && figure.Measure.ProgrammeId == programmeId && figure.Measure.Code == code
                && figure.Revisions.Any(revision => revision.SupersededIn == null && (revision.Kind == ValueKind.Stated || revision.Kind == ValueKind.TakenBack)), cancel)
            ?? throw new NotFound(NoSuchFigure);
        var current = found.Revisions.Single();
        return current.Number == seen ? (found, current)
            : throw new BrokenRule("Somebody else changed this figure since you opened the page. Look at what it says now, and do it again if it is still right.");
    }

    /// <summary>The same for a figure that is to say something else: it still stands and is not locked.</summary>
    public static async Task<(Observation Figure, ObservationRevision Current)> FindToChangeAsync(this TrackerContext db, int programmeId, string code, int id, int seen, CancellationToken cancel)
    {
        var found = await db.FindStatedAsync(programmeId, code, id, seen, cancel);
        return found.Current.Kind == ValueKind.TakenBack ? throw new BrokenRule("This figure was taken back. Enter it anew if it is right after all.")
            : found.Current.Status == ValueStatus.Approved ? throw new BrokenRule(MonthChecks.Locked) : found;
    }

    /// <summary>Refuses those who may not approve the figure, as it is theirs or they approve none.</summary>
    public static async Task RequireOthersAsync(this TrackerContext db, Actor actor, int programmeId, Observation figure, CancellationToken cancel) =>
        actor.Require(Permission.ApproveMonth, programmeId, isTheirs: (await db.OwnEntriesAsync(actor, [figure], cancel)).Count > 0);

    /// <summary>Assessments in time, North, March 2011, period not stated: how the history names it.</summary>
    public static string Named(this Observation figure) =>
        $"{figure.Measure.Name}, {figure.Area.Name}, {figure.Month}{(figure.Period == figure.Measure.Period ? "" : $", {figure.Period.Label()}")}";
}
