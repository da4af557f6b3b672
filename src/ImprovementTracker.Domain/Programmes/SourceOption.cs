using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>A document of the programme, as a form offers it.</summary>
public sealed record SourceOption(int Id, string Title, string Publisher, KnownDate? Published);

internal static class SourceOptions
{
    /// <summary>The programme's documents, for those who enter things from them; one statement.</summary>
    public static Task<List<SourceOption>> LoadSourcesAsync(this TrackerContext db, int programmeId, CancellationToken cancel) =>
        db.SourceDocuments.AsNoTracking()
            .Where(document => document.ProgrammeId == programmeId)
            .OrderBy(document => document.Published).ThenBy(document => document.Title)
            .Select(document => new SourceOption(document.Id, document.Title, document.Publisher, document.Published))
            .ToListAsync(cancel);
}
