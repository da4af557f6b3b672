using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Web.People;

namespace ImprovementTracker.Web.Plan;

/// <summary>Hands out files of evidence: always to be kept, never to be opened in the browser, whatever they hold.</summary>
public static class EvidenceDownload
{
    public static void MapEvidence(this WebApplication app) => app.MapGet("/p/{slug}/evidence/{id:int}", async (
        string slug, int id, EvidenceToOpen evidence, CurrentActor current, CancellationToken cancel) =>
    {
        var file = await evidence.LoadAsync(await current.GetAsync(), slug, id, cancel);
        return Results.File(file.Content, file.ContentType, file.FileName);
    }).RequireAuthorization();
}
