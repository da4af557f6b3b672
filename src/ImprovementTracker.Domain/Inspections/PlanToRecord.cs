using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>What the form for the day on which a plan was sent needs: what is recorded now, and the documents.</summary>
public sealed class PlanToRecord(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Recorded">The day recorded now; null where none is.</param>
    public sealed record Form(ProgrammeHeader Programme, string Inspection, DateOnly? ReceivedOn, DateOnly? Recorded, IReadOnlyList<SourceOption> Sources, RecordSentPlan.Input Input);

    public async Task<Form> LoadAsync(Actor actor, string slug, int inspectionId, StatutoryPlan plan, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.EnterPlan, cancel);
        var found = await db.Inspections.AsNoTracking()
            .Where(inspection => inspection.Id == inspectionId && inspection.ProgrammeId == programme.Id)
            .Select(inspection => new
            {
                inspection.Title,
                inspection.ReceivedOn,
                Standing = inspection.SentPlans.Where(sent => sent.EndedIn == null && sent.Plan == plan).Select(sent => new { sent.SentOn, sent.SourceId }).SingleOrDefault(),
            })
            .SingleOrDefaultAsync(cancel) ?? throw new NotFound("There is no such inspection in this programme. Choose one from the list of inspections.");
        return new Form(programme, found.Title, found.ReceivedOn, found.Standing?.SentOn, await db.LoadSourcesAsync(programme.Id, cancel),
            RecordSentPlan.Input.Of(inspectionId, plan, found.Standing?.SentOn, found.Standing?.SourceId));
    }
}
