using System.Text.Json.Serialization;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Keeps a spreadsheet between the steps of its import, for the person who sent it and nobody else.</summary>
public sealed class KeepImport(IDbContextFactory<TrackerContext> database)
{
    /// <summary>What is left lying for so long is given up.</summary>
    public const int DaysKept = 30;

    /// <summary>Begun imports of one person.</summary>
    public const int MostFiles = 10;

    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";

        /// <summary>The file's name on the person's machine.</summary>
        public string Name { get; set; } = "";

        [JsonIgnore]
        public byte[] Content { get; set; } = [];

        /// <summary>Marks this filling-in of the form; the same one sent twice acts once.</summary>
        public Guid Submission { get; set; } = Guid.NewGuid();
    }

    /// <summary>The number by which the import goes on.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        var person = actor.PersonId ?? throw new NotAllowed("Only a person can keep a file between steps.");
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var oldest = scope.Change.RecordedAt.AddDays(-DaysKept);
        await db.ImportFiles.Where(file => file.ProgrammeId == programme.Id && file.UploadedAt < oldest).ExecuteDeleteAsync(cancel);
        if (await OpenImport.Own(db, programme.Id, actor).CountAsync(cancel) >= MostFiles)
            throw new BrokenRule($"{MostFiles} files wait for you to go on already. Record one of them or give it up first.");
        var name = Path.GetFileName(input.Name.Replace('\\', '/')) is { Length: > 0 } plain ? plain : "figures";
        var kept = new ImportFile(programme.Id, person, name.Length <= ImportFile.NameLength ? name : name[^ImportFile.NameLength..], input.Content, scope.Change.RecordedAt);
        db.ImportFiles.Add(kept);
        await scope.CommitAsync($"sent {kept.Name} to import figures from", () => kept.Id, cancel);
        return kept.Id;
    }
}
