using System.Text.Json;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A spreadsheet that the person has begun to import.</summary>
public sealed class OpenImport(IDbContextFactory<TrackerContext> database)
{
    public const string NoSuchFile = "This file does not wait to be imported any more: its figures are recorded, or it was given up. Begin again with the file.";

    /// <param name="LastChange">The programme's last change: while there is no later one, what was found out about the file still holds.</param>
    public sealed record Opened(ProgrammeHeader Programme, int Id, string Name, byte[] Content, ImportChoices Choices, DateTime UploadedAt, long LastChange);

    /// <summary>Three statements. Null where it was recorded or given up, or is somebody else's.</summary>
    public async Task<Opened?> LoadAsync(Actor actor, string slug, int fileId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.RecordValues, cancel);
        var lastChange = await db.Changes.Where(change => change.ProgrammeId == programme.Id).MaxAsync(change => (long?)change.Sequence, cancel) ?? 0;
        var file = await Own(db, programme.Id, actor).AsNoTracking().SingleOrDefaultAsync(file => file.Id == fileId, cancel);
        return file is null ? null : new(programme, file.Id, file.Name, file.Content, Read(file.Mapping), file.UploadedAt, lastChange);
    }

    /// <summary>The person's files with figures; statistics files are kept in the same place.</summary>
    internal static IQueryable<ImportFile> Own(TrackerContext db, int programmeId, Actor actor) =>
        db.ImportFiles.Where(file => file.ProgrammeId == programmeId && file.PersonId == actor.PersonId && (file.Mapping == null || file.Mapping != KeepStatisticsFile.Purpose));

    internal static ImportChoices Read(string? mapping) => mapping is null ? ImportChoices.None : JsonSerializer.Deserialize<ImportChoices>(mapping) ?? ImportChoices.None;
}
