using System.Reflection;
using ImprovementTracker.Domain.Data;
using Xunit.Sdk;

namespace ImprovementTracker.Tests.Data;

/// <summary>Runs the test on SQLite.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.Sqlite]];
}

/// <summary>Runs the test on a real SQL Server too, where TRACKER_TEST_SQLSERVER holds a connection string; skipped, visibly, where not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqlServerAttribute : DataAttribute
{
    public OnSqlServerAttribute()
    {
        if (TestDatabase.SqlServer is null)
            Skip = "TRACKER_TEST_SQLSERVER holds no connection string.";
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.SqlServer]];
}
