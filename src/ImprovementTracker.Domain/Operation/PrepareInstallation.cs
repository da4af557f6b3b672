using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ImprovementTracker.Domain.Operation;

/// <summary>What the program found or made when it was started.</summary>
/// <param name="IsNew">The database's file was made just now.</param>
/// <param name="IsDemonstration">It holds the demonstration, and may be shown with the demonstration's sign-in.</param>
/// <param name="Advice">What the person who runs it should do about its database; null where there is nothing.</param>
public sealed record Installation(bool IsNew, bool IsDemonstration, string? Advice = null);

/// <summary>
/// Sees to it that there is a database that fits the program, before anything else happens: an SQLite file is made, filled
/// with the demonstration unless that is switched off, and brought up to date; SQL Server only where that is asked for.
/// </summary>
public sealed class PrepareInstallation(TrackerContextFactory database, TimeProvider clock)
{
    /// <param name="WantsDemonstration">The setting Demonstration; null where there is none.</param>
    /// <param name="MayMigrateServer">Whether a database on SQL Server may be brought up to date now.</param>
    public sealed record Input(bool? WantsDemonstration, bool MayMigrateServer);

    /// <exception cref="BrokenRule">The database cannot be used; the message names the setting or the command that helps.</exception>
    public async Task<Installation> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        actor.Require(Permission.Administer, null);
        try
        {
            return database.Settings.Provider switch
            {
                DatabaseProvider.Sqlite => await PrepareFileAsync(input, cancel),
                DatabaseProvider.SqlServer => await PrepareServerAsync(input, cancel),
            };
        }
        catch (Exception error) when (error is System.Data.Common.DbException or IOException or UnauthorizedAccessException)
        {
            throw new BrokenRule($"The database cannot be opened: {error.Message.ReplaceLineEndings(" ")} Check the setting {DatabaseSettings.ConnectionSetting}.");
        }
    }

    private async Task<Installation> PrepareFileAsync(Input input, CancellationToken cancel)
    {
        var file = database.Settings.File;
        var isNew = file is not null && !File.Exists(file);
        if (isNew)
        {
            if (input.WantsDemonstration == false)
                await MakeEmptyFileAsync(file!, cancel);
            else
                await Demonstration.FillAsync(database.Settings, cancel);
        }

        await using var db = database.CreateDbContext();
        await db.Database.MigrateAsync(cancel);
        return new(isNew, await Demonstration.IsMarkedAsync(db, cancel));
    }

    private async Task<Installation> PrepareServerAsync(Input input, CancellationToken cancel)
    {
        if (input.WantsDemonstration == true)
            throw new BrokenRule($"The demonstration runs on SQLite only. Set Demonstration to false, or {DatabaseSettings.ProviderSetting} to Sqlite.");
        await using var db = database.CreateDbContext();
        if (input.MayMigrateServer)
            await db.Database.MigrateAsync(cancel);
        else if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            throw new BrokenRule("The database is not up to date with this program. Run it once with the verb 'migrate', or set Database__MigrateAtStart to true.");
        if (await Demonstration.IsMarkedAsync(db, cancel))
            throw new BrokenRule($"This database holds the demonstration, whose doors are open to everybody. Name another in the setting {DatabaseSettings.ConnectionSetting}.");
        return new(IsNew: false, IsDemonstration: false, await SnapshotReading.AdviceAsync(db, cancel));
    }

    // The file gets its name only when everything is in it: a start that was cut short leaves nothing half made behind.
    private async Task MakeEmptyFileAsync(string file, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = file + ".new";
        Remove(draft);
        var settings = database.Settings with
        {
            ConnectionString = new SqliteConnectionStringBuilder(database.Settings.ConnectionString) { DataSource = draft, Pooling = false }.ConnectionString,
        };
        var drafts = new TrackerContextFactory(settings, clock);
        await using (var db = drafts.CreateDbContext())
            await db.Database.MigrateAsync(cancel);
        File.Move(draft, file, overwrite: false);
    }

    private static void Remove(string draft)
    {
        foreach (var part in new[] { draft, draft + "-wal", draft + "-shm", draft + "-journal" })
            File.Delete(part);
    }
}
