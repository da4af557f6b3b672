using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Data;

public class SnapshotReadingTests
{
    [Fact]
    public void Question_and_statement_are_what_SQL_Server_reads()
    {
        TransactSql.AssertReads(SnapshotReading.Question);
        TransactSql.AssertReads(SnapshotReading.Statement("Tracker of [Testshire]; DROP"));
        Assert.EndsWith("run once: ALTER DATABASE [Tracker] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;", SnapshotReading.Advice("Tracker"), StringComparison.Ordinal);
    }

    [Theory, OnSqlServer]
    public async Task A_database_that_the_program_creates_lets_people_read_while_somebody_saves(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateDbContext();
        Assert.Null(await SnapshotReading.AdviceAsync(db, CancellationToken.None));

        await db.Database.ExecuteSqlRawAsync("ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT OFF WITH ROLLBACK IMMEDIATE");

        Assert.NotNull(await SnapshotReading.AdviceAsync(db, CancellationToken.None));
    }
}
