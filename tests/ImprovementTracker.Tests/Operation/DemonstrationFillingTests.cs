using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Operation;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.Data.Sqlite;
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
    public async Task The_demonstration_is_not_put_on_a_database_server()
    {
        var server = DatabaseSettings.From("SqlServer", "Server=somewhere;Database=Tracker", "");

        var refusal = await Assert.ThrowsAsync<BrokenRule>(() => Demonstration.FillAsync(server, CancellationToken.None));

        Assert.Contains(DatabaseSettings.ProviderSetting, refusal.Message);
    }

    [Fact]
    public async Task A_filling_that_is_broken_off_leaves_no_file_behind()
    {
        var settings = DemonstrationDatabase.NewFile();
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Demonstration.FillAsync(settings, soon.Token));

        Assert.Empty(FilesOf(settings));
    }

    [Fact]
    public async Task A_draft_that_a_killed_start_left_behind_is_no_hindrance_and_two_fillings_have_the_same_content()
    {
        var settings = DemonstrationDatabase.NewFile();
        var forgotten = settings.File + ".killed.draft";
        await File.WriteAllTextAsync(forgotten, "half a database");
        File.SetLastWriteTimeUtc(forgotten, DateTime.UtcNow.AddHours(-2));

        await Demonstration.FillAsync(settings, CancellationToken.None);

        try
        {
            Assert.Equal([settings.File!], FilesOf(settings));
            await using var first = await DemonstrationDatabase.CopyAsync();
            Assert.Equal(await ContentOfAsync(first.Settings), await ContentOfAsync(settings));
        }
        finally
        {
            foreach (var file in FilesOf(settings))
                File.Delete(file);
        }
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
        Assert.DoesNotContain(changes, moment => moment.Year is > 2011 and < 2022);
    }

    [Fact]
    public async Task Nobody_works_on_a_Saturday_or_Sunday_but_the_day_on_which_a_record_ends()
    {
        await using var filled = await DemonstrationDatabase.CopyAsync();
        await using var db = filled.CreateDbContext();

        var days = await db.Changes.AsNoTracking().Select(change => change.RecordedAt).ToListAsync();

        Assert.Equal([new DateOnly(2023, 9, 30)], days.Select(DateOnly.FromDateTime).Where(day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday).Distinct());
    }

    private static string[] FilesOf(DatabaseSettings settings) =>
        Directory.GetFiles(Path.GetDirectoryName(settings.File!)!, Path.GetFileName(settings.File!) + "*");

    /// <summary>Every row of every table as text, without the stamps that guard sign-in, which are new each time.</summary>
    private static async Task<List<string>> ContentOfAsync(DatabaseSettings settings)
    {
        await using var connection = new SqliteConnection(settings.ConnectionString);
        await connection.OpenAsync();
        var content = new List<string>();
        foreach (var table in await ReadAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
            content.AddRange((await ReadAsync(connection, $"SELECT * FROM \"{table}\" ORDER BY 1")).Select(row => $"{table}: {row}"));
        return content;
    }

    private static async Task<List<string>> ReadAsync(SqliteConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
        // The query is made of table names that the database itself gave.
#pragma warning disable CA2100
        command.CommandText = query;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount)
                .Where(column => reader.GetName(column) is not ("SecurityStamp" or "ConcurrencyStamp"))
                .Select(column => Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture))));
        }
        return rows;
    }
}
