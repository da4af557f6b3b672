using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>A document of the programme, as a form offers it.</summary>
public sealed record SourceOption(int Id, string Title, string Publisher, KnownDate? Published);

internal static class SourceOptions
{
    /// <summary>The programme's documents, for those who enter things from them; one statement.</summary>
    public static Task<List<SourceOption>> LoadSourcesAsync(this TrackerContext db, int programmeId, CancellationToken cancel) =>
        db.SourceDocuments.Where(document => document.ProgrammeId == programmeId).LoadAsOptionsAsync(cancel);

    /// <summary>The documents given, as choices; one statement.</summary>
    public static Task<List<SourceOption>> LoadAsOptionsAsync(this IQueryable<SourceDocument> documents, CancellationToken cancel) =>
        documents.AsNoTracking()
            .OrderBy(document => document.Published).ThenBy(document => document.Title)
            .Select(document => new SourceOption(document.Id, document.Title, document.Publisher, document.Published))
            .ToListAsync(cancel);
}
