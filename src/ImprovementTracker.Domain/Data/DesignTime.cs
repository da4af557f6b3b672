using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ImprovementTracker.Domain.Data;

/// <summary>For the migrations tool only: docs/add-a-field.md says how it is called.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteTrackerContext>
{
    public SqliteTrackerContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteTrackerContext>().UseSqlite("Data Source=design.db").Options, TimeProvider.System);
}

/// <summary>For the migrations tool only.</summary>
internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerTrackerContext>
{
    public SqlServerTrackerContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerTrackerContext>().UseSqlServer("Server=design;Database=design").Options, TimeProvider.System);
}
