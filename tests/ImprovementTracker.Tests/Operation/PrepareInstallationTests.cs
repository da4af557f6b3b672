using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Operation;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Operation;

/// <summary>When the demonstration is on: its doors are open, so the rule is kept to the letter.</summary>
public sealed class PrepareInstallationTests : IDisposable
{
    private static readonly Actor Start = Actor.System("start");
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"tracker-prepare-{Guid.NewGuid():N}");

    private DatabaseSettings Settings => DatabaseSettings.From("Sqlite", $"Data Source={_folder}/deep/tracker.db;Pooling=False", _folder);

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private Task<Installation> PrepareAsync(bool? demonstration = null) =>
        new PrepareInstallation(new TrackerContextFactory(Settings, TimeProvider.System), TimeProvider.System)
            .ExecuteAsync(Start, new(demonstration, MayMigrateServer: false), CancellationToken.None);

    [Fact]
    public async Task A_new_file_holds_the_demonstration_keeps_it_and_has_nothing_half_made_beside_it()
    {
        Assert.Equal(new Installation(IsNew: true, IsDemonstration: true), await PrepareAsync());
        Assert.Equal(["tracker.db"], Directory.GetFiles($"{_folder}/deep").Select(Path.GetFileName));
        Assert.Equal(new Installation(IsNew: false, IsDemonstration: true), await PrepareAsync());
        Assert.Equal(new Installation(IsNew: false, IsDemonstration: true), await PrepareAsync(demonstration: false));
    }

    [Fact]
    public async Task A_new_file_starts_empty_where_the_demonstration_is_switched_off_and_stays_without_it()
    {
        Assert.Equal(new Installation(IsNew: true, IsDemonstration: false), await PrepareAsync(demonstration: false));
        Assert.Equal(new Installation(IsNew: false, IsDemonstration: false), await PrepareAsync());
        Assert.Equal(new Installation(IsNew: false, IsDemonstration: false), await PrepareAsync(demonstration: true));

        await using var db = new TrackerContextFactory(Settings, TimeProvider.System).CreateDbContext();
        Assert.False(await db.Programmes.AnyAsync());
        Assert.False(await db.Users.AnyAsync());
    }

    [Fact]
    public async Task A_file_that_was_there_before_is_never_filled_with_the_demonstration()
    {
        Directory.CreateDirectory($"{_folder}/deep");
        await File.WriteAllBytesAsync($"{_folder}/deep/tracker.db", []);

        Assert.Equal(new Installation(IsNew: false, IsDemonstration: false), await PrepareAsync(demonstration: true));
    }

    [Fact]
    public async Task Nobody_but_the_program_itself_prepares_the_database()
    {
        var prepare = new PrepareInstallation(new TrackerContextFactory(Settings, TimeProvider.System), TimeProvider.System);

        await Assert.ThrowsAsync<NotAllowed>(() => prepare.ExecuteAsync(Actor.Nobody, new(null, MayMigrateServer: false), CancellationToken.None));
        Assert.False(Directory.Exists(_folder));
    }
}
