using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Data;

public class ManyRowsTests
{
    private const string Awkward = "O'Neil \"said\" so;\r\nDROP -- {0} \u00E9 \U0001F600 \\";

    private static List<ImportWord> Words(int programmeId, int count) =>
        [.. Enumerable.Range(1, count).Select(number => new ImportWord(programmeId, ImportWordKind.Area, $"{Awkward} {number}", "-"))];

    [Theory, OnSqlite, OnSqlServer]
    public async Task Rows_come_back_as_they_were_whatever_stands_in_them(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await using (var db = database.CreateDbContext())
        {
            await using var scope = await db.StartChangeAsync(Actor.System("test"), programme.Programme.Id, null, CancellationToken.None);
            await db.InsertAsync(Words(programme.Programme.Id, 1001), CancellationToken.None);
            await scope.CommitAsync("wrote many rows", CancellationToken.None);
        }

        await using var after = database.CreateDbContext();
        var words = await after.ImportWords.OrderBy(word => word.Id).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 1001).Select(number => (ImportWordKind.Area, $"{Awkward} {number}", "-")), words.Select(word => (word.Kind, word.Text, word.Meaning)));
    }

    [Fact]
    public void SQL_Server_can_read_them()
    {
        var settings = DatabaseSettings.From("SqlServer", "Server=nowhere;Database=rehearsal", "");
        using var db = new TrackerContextFactory(settings, TimeProvider.System).CreateDbContext();

        var statements = db.InsertsOf(Words(1, 1001)).Concat(db.InsertsOf([new MonthDraft(1, 1, new Month(2011, 5))])).ToList();

        Assert.Equal(4, statements.Count);
        Assert.All(statements, TransactSql.AssertReads);
    }
}
