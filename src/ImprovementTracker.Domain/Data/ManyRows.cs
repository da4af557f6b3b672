using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ImprovementTracker.Domain.Data;

/// <summary>Writes many new rows with few statements, in a transaction that others wait for; the context does not track them.</summary>
public static class ManyRows
{
    /// <summary>SQL Server takes at most 1,000 rows in one statement, and the longest text of each has to fit in too.</summary>
    private const int RowsAtOnce = 500;

    /// <param name="rows">With the keys of what they refer to; their own are given by the database.</param>
    public static async Task InsertAsync<T>(this TrackerContext db, IReadOnlyCollection<T> rows, CancellationToken cancel) where T : class
    {
        var connection = db.Database.GetDbConnection();
        foreach (var sql in db.InsertsOf(rows))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.CommandTimeout = db.Database.GetCommandTimeout() ?? command.CommandTimeout;
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>The statements, made from the model in the provider's own words.</summary>
    public static IEnumerable<string> InsertsOf<T>(this TrackerContext db, IReadOnlyCollection<T> rows) where T : class
    {
        var words = db.GetService<ISqlGenerationHelper>();
        var type = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var columns = type.GetProperties().Where(property => !property.IsPrimaryKey())
            .Select(property => (Name: words.DelimitIdentifier(property.GetColumnName(table)!), Read: property.PropertyInfo!, Mapping: property.GetRelationalTypeMapping())).ToList();
        var head = $"INSERT INTO {words.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", columns.Select(column => column.Name))}) VALUES ";
        foreach (var batch in rows.Chunk(RowsAtOnce))
        {
            var sql = new StringBuilder(head);
            foreach (var row in batch)
            {
                sql.Append(ReferenceEquals(row, batch[0]) ? "(" : ", (");
                sql.AppendJoin(", ", columns.Select(column => column.Mapping.GenerateSqlLiteral(column.Read.GetValue(row))));
                sql.Append(')');
            }
            yield return sql.ToString();
        }
    }
}
