using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ImprovementTracker.Tests.Data;

public class ModelTests
{
    private static TrackerContext Context(DatabaseProvider provider) => new TrackerContextFactory(
        provider == DatabaseProvider.Sqlite ? new(provider, "Data Source=:memory:") : new(provider, "Server=nowhere;Database=nothing"),
        TimeProvider.System).CreateDbContext();

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void Every_change_of_the_model_has_its_migration(DatabaseProvider provider)
    {
        using var db = Context(provider);

        Assert.False(db.Database.HasPendingModelChanges(), $"The model has changed and no migration for {provider} says so: docs/add-a-field.md tells how to add one.");
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        using var sqlite = Context(DatabaseProvider.Sqlite);
        using var sqlServer = Context(DatabaseProvider.SqlServer);
        static IEnumerable<string> Names(TrackerContext db) => db.Database.GetMigrations().Select(migration => migration.Split('_', 2)[1]);

        Assert.Equal(Names(sqlite), Names(sqlServer));
    }

    [Fact]
    public void SQL_Server_can_read_the_script_that_makes_the_database()
    {
        using var db = Context(DatabaseProvider.SqlServer);
        TransactSql.AssertReads(db.Database.GenerateCreateScript());
    }

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void SQL_Server_can_read_the_script_of_the_migrations(MigrationsSqlGenerationOptions options)
    {
        using var db = Context(DatabaseProvider.SqlServer);
        var migrator = Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<IMigrator>(db);

        TransactSql.AssertReads(migrator.GenerateScript(options: options));
    }

    [Fact]
    public void Broken_T_SQL_is_noticed() =>
        Assert.ThrowsAny<Exception>(() => TransactSql.AssertReads("SELECT [a FROM b LIMIT 1"));

    [Fact]
    public void No_two_ways_lead_to_the_removal_of_one_row()
    {
        using var db = Context(DatabaseProvider.SqlServer);

        Assert.DoesNotContain(db.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()), key => key.DeleteBehavior == DeleteBehavior.Cascade && !key.IsOwnership);
    }

    [Fact]
    public void Every_text_has_a_limit()
    {
        using var db = Context(DatabaseProvider.SqlServer);
        var own = db.Model.GetEntityTypes().Where(type => type.ClrType.Namespace!.StartsWith("ImprovementTracker", StringComparison.Ordinal));

        var endless = own.SelectMany(type => type.GetProperties())
            .Where(property => property.ClrType == typeof(string) && property.DeclaringType.ClrType.Assembly == property.PropertyInfo?.DeclaringType?.Assembly && property.GetMaxLength() is null)
            .Select(property => $"{property.DeclaringType.DisplayName()}.{property.Name}");
        Assert.Empty(endless);
    }
}
