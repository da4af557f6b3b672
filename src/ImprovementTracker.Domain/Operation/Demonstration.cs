using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Operation;

/// <summary>
/// The two programmes of the demonstration. What a document says carries its source; everything else is invented by a fixed
/// rule and marked as illustrative, so every installation shows the same.
/// </summary>
public static class Demonstration
{
    public const string NottinghamshireSlug = "nottinghamshire-2010";
    public const string NottinghamSlug = "nottingham-2022";

    public const string InitialAssessments = "initial-assessments-in-time";
    public const string CoreAssessments = "core-assessments-in-time";
    public const string Contacts = "contacts";
    public const string Referrals = "referrals";
    public const string Rereferrals = "re-referrals";
    public const string InitialConferences = "initial-conferences-in-time";
    public const string ProtectionReviews = "child-protection-reviews-on-time";
    public const string ProtectionVisits = "child-protection-visits-on-time";
    public const string SustainableCaseloads = "sustainable-caseloads";
    public const string AverageCaseload = "average-caseload";

    public const string ContactsDecided = "contacts-decided-in-one-day";
    public const string Assessments = "assessments-in-time";
    public const string ReturnInterviews = "return-home-interviews-in-time";
    public const string ChangesOfSocialWorker = "three-or-more-social-workers";
    public const string AgencySocialWorkers = "agency-social-workers";

    /// <summary>
    /// Makes the SQLite file that the settings name, with both programmes and their history. It gets its name only once
    /// everything is in it: a filling that was cut short leaves a draft beside it, which a later one throws away.
    /// </summary>
    /// <exception cref="BrokenRule">There is such a file already, or the settings name no SQLite file.</exception>
    public static async Task FillAsync(DatabaseSettings settings, CancellationToken cancel)
    {
        var file = settings.File ?? throw new BrokenRule($"The demonstration runs on an SQLite file only. Set {DatabaseSettings.ProviderSetting} to Sqlite.");
        if (File.Exists(file))
            throw new BrokenRule($"There is a database already at {file}. The demonstration is only put into a new file: name another in {DatabaseSettings.ConnectionSetting}, or move that one away.");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        RemoveForgottenDrafts(file);
        // A name of its own, so that a second start at the same moment can never give the name to a half-filled file.
        var draft = $"{file}.{Guid.NewGuid():N}.draft";
        try
        {
            await WriteAsync(draft, cancel);
            File.Move(draft, file, overwrite: false);
        }
        finally
        {
            RemoveDraft(draft);
        }
    }

    /// <summary>Whether the database is one that the demonstration made.</summary>
    public static Task<bool> IsMarkedAsync(TrackerContext db, CancellationToken cancel) =>
        db.InstallationMarks.AnyAsync(mark => mark.Name == InstallationMark.Demonstration, cancel);

    private static async Task WriteAsync(string draft, CancellationToken cancel)
    {
        var clock = new DemonstrationClock();
        var connection = new SqliteConnectionStringBuilder { DataSource = draft, Pooling = false }.ConnectionString;
        await using var db = new TrackerContextFactory(new DatabaseSettings(DatabaseProvider.Sqlite, connection), clock).CreateDbContext();
        await db.Database.MigrateAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        // A draft may be lost; waiting for the disk at each of several hundred changes would take a minute.
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=OFF", cancel);
        db.InstallationMarks.Add(new InstallationMark(InstallationMark.Demonstration, "1"));
        await db.SaveChangesAsync(cancel);

        var script = new DemonstrationScript(db, clock);
        var posts = new DemonstrationPosts();
        DemonstrationNottinghamshire.Write(script, posts);
        DemonstrationNottingham.Write(script, posts);
        await script.PlayAsync(cancel);

        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=FULL", cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancel);
        await db.Database.CloseConnectionAsync();
    }

    private static void RemoveForgottenDrafts(string file)
    {
        var drafts = Directory.EnumerateFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + ".*.draft*");
        foreach (var draft in drafts.Where(draft => File.GetLastWriteTimeUtc(draft) < DateTime.UtcNow.AddHours(-1)))
            File.Delete(draft);
    }

    private static void RemoveDraft(string draft)
    {
        foreach (var part in new[] { draft, draft + "-wal", draft + "-shm", draft + "-journal" })
            File.Delete(part);
    }
}
