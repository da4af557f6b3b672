using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Throws away a spreadsheet that was sent for import; nothing of it is recorded.</summary>
public sealed class GiveUpImport(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";
        public int FileId { get; set; }

        /// <summary>Marks this filling-in of the form; the same one sent twice acts once.</summary>
        public Guid Submission { get; set; } = Guid.NewGuid();
    }

    /// <summary>Whether there was still something to throw away.</summary>
    public async Task<bool> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.Earlier is not null)
            return true;
        var file = await OpenImport.Own(db, programme.Id, actor).SingleOrDefaultAsync(file => file.Id == input.FileId, cancel);
        if (file is null)
            return false;
        db.ImportFiles.Remove(file);
        await scope.CommitAsync($"gave up importing {file.Name}", cancel);
        return true;
    }
}
