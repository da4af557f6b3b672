using System.Text.Json;
using System.Text.Json.Serialization;

namespace ImprovementTracker.Domain.Measures;

/// <summary>The cells of a month's grid that were typed into, as a draft keeps them.</summary>
internal static class DraftCells
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public static string Write(IReadOnlyList<RecordGrid.Cell> cells) => JsonSerializer.Serialize(cells, Options);

    public static IReadOnlyList<RecordGrid.Cell> Read(string content) => JsonSerializer.Deserialize<List<RecordGrid.Cell>>(content, Options) ?? [];
}
