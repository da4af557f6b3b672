using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Data;

public class ChangeScopeTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Actor Somebody = Actor.System("test");

    private static async Task CommitAsync(TestDatabase database, string what)
    {
        await using var db = database.CreateDbContext();
        await using var scope = await db.StartChangeAsync(Somebody, null, null, Never);
        await scope.CommitAsync(what, Never);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task The_recorded_moment_is_never_earlier_than_the_one_before(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);

        await CommitAsync(database, "first");
        database.Clock.Utc = database.Clock.Utc.AddHours(-1);
        await CommitAsync(database, "second, while the clock had been put back");

        await using var db = database.CreateDbContext();
        var changes = await db.Changes.OrderBy(change => change.Sequence).ToListAsync();
        Assert.Equal([1L, 2L], changes.Select(change => change.Sequence));
        Assert.Equal(changes[0].RecordedAt, changes[1].RecordedAt);
        Assert.Equal(DateTimeKind.Utc, changes[0].RecordedAt.Kind);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task What_is_given_up_leaves_no_gap_and_no_trace(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var db = database.CreateDbContext())
        await using (await db.StartChangeAsync(Somebody, null, null, Never))
        {
        }

        await CommitAsync(database, "kept");

        await using var after = database.CreateDbContext();
        Assert.Equal(1, (await after.Changes.SingleAsync()).Sequence);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Fifty_people_saving_at_once_get_fifty_places_in_one_order(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);

        await Task.WhenAll(Enumerable.Range(1, 50).Select(number => Task.Run(() => CommitAsync(database, $"change {number}"))));

        await using var db = database.CreateDbContext();
        var changes = await db.Changes.OrderBy(change => change.Sequence).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 50).Select(number => (long)number), changes.Select(change => change.Sequence));
        Assert.Equal(50, changes.Select(change => change.What).Distinct().Count());
    }

    [Fact]
    public async Task Who_waits_in_vain_for_another_change_to_end_is_told_to_try_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        var impatient = new TrackerContextFactory(DatabaseSettings.From("Sqlite", database.Settings.ConnectionString + ";Default Timeout=1", ""), database.Clock);
        await using var first = database.CreateDbContext();
        await using var import = await first.StartChangeAsync(Somebody, null, null, Never);

        await using var second = impatient.CreateDbContext();
        var refused = await Assert.ThrowsAsync<BrokenRule>(() => second.StartChangeAsync(Somebody, null, null, Never));

        Assert.Equal("The tracker is busy recording a large import. What you typed is kept; try again in a moment.", refused.Message);
    }
}
