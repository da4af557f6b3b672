namespace ImprovementTracker.Domain.Programmes;

/// <summary>An area as the tree needs it.</summary>
public sealed record AreaNode(int Id, int? ParentId, string Name, AreaKind Kind, DateOnly From, DateOnly? To)
{
    /// <summary>An area is in force in a month when it existed on any day of it.</summary>
    public bool IsInForce(Month month) => Area.IsInForce(From, To, month);
}

/// <summary>A programme's areas: which are parts of which, in a month.</summary>
public sealed class AreaTree
{
    private readonly Dictionary<int, AreaNode> _nodes;
    private readonly ILookup<int?, AreaNode> _parts;

    public AreaTree(IEnumerable<AreaNode> nodes)
    {
        _nodes = nodes.ToDictionary(node => node.Id);
        _parts = _nodes.Values.OrderBy(node => node.Kind).ThenBy(node => node.Name, StringComparer.OrdinalIgnoreCase).ToLookup(node => node.ParentId);
        InOrder = [.. Below(null)];
    }

    /// <summary>Every area, each before its parts.</summary>
    public IReadOnlyList<AreaNode> InOrder { get; }

    /// <summary>The whole authority: the first area that is part of no other. Null while there is none.</summary>
    public AreaNode? Whole => InOrder.Count == 0 ? null : InOrder[0];

    public AreaNode? Find(int id) => _nodes.GetValueOrDefault(id);

    public IReadOnlyList<AreaNode> PartsOf(int id) => [.. _parts[id]];

    /// <summary>Whether any area, in whatever months, is part of it.</summary>
    public bool HasParts(int id) => _parts.Contains(id);

    public IReadOnlyList<AreaNode> PartsInForce(int id, Month month) => HasParts(id) ? [.. _parts[id].Where(part => part.IsInForce(month))] : [];

    /// <summary>0 for an area that is part of no other.</summary>
    public int DepthOf(AreaNode node) => node.ParentId is { } parent && _nodes.TryGetValue(parent, out var above) ? DepthOf(above) + 1 : 0;

    /// <summary>Whether the area is the other one or lies somewhere below it.</summary>
    public bool IsWithin(int id, int other) => id == other || (_nodes[id].ParentId is { } parent && IsWithin(parent, other));

    private IEnumerable<AreaNode> Below(int? parent) => _parts[parent].SelectMany(node => Below(node.Id).Prepend(node));
}
