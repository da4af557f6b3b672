using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>A planned date as the form shows it that moves it, calls it off or takes it back.</summary>
public sealed class PlannedDateToTakeBack(IDbContextFactory<TrackerContext> database)
{
    internal const string Missing = "There is no such planned date in this programme. Choose one from the dates ahead.";

    public sealed record Form(ProgrammeHeader Programme, PlannedKind Kind, DateOnly On, string Title, bool IsTakenBack);

    /// <exception cref="NotFound">There is none.</exception>
    public async Task<Form> LoadAsync(Actor actor, string slug, int dateId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.EnterPlan, cancel);
        var date = await db.PlannedDates.AsNoTracking().WithTakenBack()
            .Where(date => date.Id == dateId && date.ProgrammeId == programme.Id)
            .Select(date => new { date.Kind, date.On, date.Title, IsTakenBack = date.EndedIn != null })
            .SingleOrDefaultAsync(cancel) ?? throw new NotFound(Missing);
        return new Form(programme, date.Kind, date.On, date.Title, date.IsTakenBack);
    }
}
