using System.Text.Json;
using System.Text.Json.Serialization;

namespace ImprovementTracker.Domain.Measures;

/// <summary>An authority's published figure, or the symbol that stands in its place.</summary>
/// <param name="Closeness">How alike a statistical neighbour is; null for the authority itself.</param>
public sealed record PublishedFigure(string Name, decimal? Value, string? Symbol, Closeness? Closeness = null);

/// <summary>
/// Whom a neighbours' figure is the mean of, with each one's own, as they were when it was imported: a later set, another
/// authority's code or a new name changes nothing of it.
/// </summary>
/// <param name="Own">The authority's own figure in the same file for the same period.</param>
/// <param name="Neighbours">The closest first, also those whose figure is not known.</param>
public sealed record NeighbourFigures(PublishedFigure Own, IReadOnlyList<PublishedFigure> Neighbours)
{
    public const int TextLength = 4000;

    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new JsonStringEnumConverter<Closeness>() } };

    /// <summary>As the database keeps it.</summary>
    public string ToText() => JsonSerializer.Serialize(this, Options);

    public static NeighbourFigures Read(string text) => JsonSerializer.Deserialize<NeighbourFigures>(text, Options)!;

    /// <summary>Each figure changed alike: rounded to what the database keeps.</summary>
    public NeighbourFigures With(Func<decimal, decimal> change)
    {
        PublishedFigure Changed(PublishedFigure one) => one.Value is { } value ? one with { Value = change(value) } : one;

        return new(Changed(Own), [.. Neighbours.Select(Changed)]);
    }
}
