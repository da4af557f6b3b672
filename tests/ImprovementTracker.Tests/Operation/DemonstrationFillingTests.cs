using ImprovementTracker.Domain.Operation;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Operation;

public sealed class DemonstrationFillingTests
{
    [Fact]
    public async Task A_filled_database_carries_the_demonstrations_mark_and_another_does_not()
    {
        await using var filled = await DemonstrationDatabase.CopyAsync();
        await using var empty = await TestDatabase.CreateAsync();

        await using var demonstration = filled.CreateDbContext();
        await using var other = empty.CreateDbContext();

        Assert.True(await Demonstration.IsMarkedAsync(demonstration, CancellationToken.None));
        Assert.False(await Demonstration.IsMarkedAsync(other, CancellationToken.None));
    }

    [Fact]
    public async Task A_database_that_is_there_already_is_left_as_it_was()
    {
        await using var database = await TestDatabase.CreateAsync();

        var refusal = await Assert.ThrowsAsync<BrokenRule>(() => Demonstration.FillAsync(database.Settings, CancellationToken.None));

        Assert.Contains("There is a database already", refusal.Message);
        await using var db = database.CreateDbContext();
        Assert.False(await db.Programmes.AnyAsync());
    }

    [Fact]
    public async Task A_filling_that_is_broken_off_leaves_no_file_behind()
    {
        var settings = DemonstrationDatabase.NewFile();
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Demonstration.FillAsync(settings, soon.Token));

        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(settings.File!)!, Path.GetFileName(settings.File!) + "*"));
    }

    [Fact]
    public async Task Every_change_is_recorded_after_the_one_before_from_2009_to_2023()
    {
        await using var filled = await DemonstrationDatabase.CopyAsync();
        await using var db = filled.CreateDbContext();

        var changes = await db.Changes.AsNoTracking().OrderBy(change => change.Sequence).Select(change => change.RecordedAt).ToListAsync();

        Assert.Equal(changes.Order(), changes);
        Assert.Equal(new DateOnly(2009, 11, 2), DateOnly.FromDateTime(changes[0]));
        Assert.Equal(new DateOnly(2023, 9, 30), DateOnly.FromDateTime(changes[^1]));
    }
}
