using System.Collections;
using System.Data.Common;
using System.Globalization;

namespace ImprovementTracker.Tests.Data;

/// <summary>The rows of one statement as SQLite gave them.</summary>
public sealed record RecordedRows(IReadOnlyList<string> Names, IReadOnlyList<object?[]> Rows);

/// <summary>Hands rows that SQLite gave to a read that believes it talks to SQL Server.</summary>
internal sealed class ReplayedReader(RecordedRows recorded) : DbDataReader
{
    private int _row = -1;

    private object? At(int ordinal) => recorded.Rows[_row][ordinal] is DBNull ? null : recorded.Rows[_row][ordinal];
    private string Text(int ordinal) => Convert.ToString(At(ordinal), CultureInfo.InvariantCulture)!;

    public override int FieldCount => recorded.Names.Count;
    public override bool HasRows => recorded.Rows.Count > 0;
    public override bool IsClosed => false;
    public override int RecordsAffected => -1;
    public override int Depth => 0;
    public override object this[int ordinal] => GetValue(ordinal);
    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => ++_row < recorded.Rows.Count;
    public override bool NextResult() => false;
    public override string GetName(int ordinal) => recorded.Names[ordinal];
    public override int GetOrdinal(string name) => recorded.Names.ToList().IndexOf(name);
    public override bool IsDBNull(int ordinal) => At(ordinal) is null;
    public override object GetValue(int ordinal) => At(ordinal) ?? DBNull.Value;
    public override int GetValues(object[] values) => throw new NotSupportedException();
    public override string GetDataTypeName(int ordinal) => "";
    public override Type GetFieldType(int ordinal) => typeof(object);
    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    public override bool GetBoolean(int ordinal) => Convert.ToBoolean(At(ordinal), CultureInfo.InvariantCulture);
    public override byte GetByte(int ordinal) => Convert.ToByte(At(ordinal), CultureInfo.InvariantCulture);
    public override short GetInt16(int ordinal) => Convert.ToInt16(At(ordinal), CultureInfo.InvariantCulture);
    public override int GetInt32(int ordinal) => Convert.ToInt32(At(ordinal), CultureInfo.InvariantCulture);
    public override long GetInt64(int ordinal) => Convert.ToInt64(At(ordinal), CultureInfo.InvariantCulture);
    public override decimal GetDecimal(int ordinal) => Convert.ToDecimal(At(ordinal), CultureInfo.InvariantCulture);
    public override double GetDouble(int ordinal) => Convert.ToDouble(At(ordinal), CultureInfo.InvariantCulture);
    public override float GetFloat(int ordinal) => Convert.ToSingle(At(ordinal), CultureInfo.InvariantCulture);
    public override string GetString(int ordinal) => Text(ordinal);
    public override Guid GetGuid(int ordinal) => Guid.Parse(Text(ordinal));
    public override DateTime GetDateTime(int ordinal) => DateTime.Parse(Text(ordinal), CultureInfo.InvariantCulture);
    public override char GetChar(int ordinal) => Text(ordinal)[0];
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override T GetFieldValue<T>(int ordinal) => (T)(typeof(T) switch
    {
        var type when type == typeof(DateOnly) => DateOnly.Parse(Text(ordinal), CultureInfo.InvariantCulture),
        var type when type == typeof(DateTimeOffset) => DateTimeOffset.Parse(Text(ordinal), CultureInfo.InvariantCulture),
        var type when type == typeof(DateTime) => GetDateTime(ordinal),
        var type when type == typeof(Guid) => GetGuid(ordinal),
        _ => Convert.ChangeType(At(ordinal)!, typeof(T), CultureInfo.InvariantCulture),
    });
}
