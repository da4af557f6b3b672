using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Components.Forms;

namespace ImprovementTracker.Web.Shared;

/// <summary>Finds the field that a rule's path names: from Lines[2].Numerator to the third line and its numerator.</summary>
public static class FieldPath
{
    /// <summary>A path that leads nowhere names a field of the whole, so that its message is still shown at the top.</summary>
    public static FieldIdentifier Find(object whole, string? path)
    {
        var owner = whole;
        var steps = (path ?? "").Split('.');
        foreach (var step in steps[..^1])
        {
            if (Follow(owner, step) is not { } next)
                return new(whole, path ?? "");
            owner = next;
        }
        return new(owner, PropertyOf(steps[^1]));
    }

    /// <summary>What the whole says there; null where the path leads nowhere.</summary>
    public static object? Read(object whole, string path) => Find(whole, path) is var field ? Follow(field.Model, path[(path.LastIndexOf('.') + 1)..]) : null;

    private static string PropertyOf(string step) => step.IndexOf('[', StringComparison.Ordinal) is var at && at < 0 ? step : step[..at];

    private static object? Follow(object owner, string step)
    {
        var name = PropertyOf(step);
        var value = owner.GetType().GetProperty(name)?.GetValue(owner);
        if (name.Length == step.Length)
            return value;
        var isIndexed = int.TryParse(step[(name.Length + 1)..].TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index);
        return isIndexed && value is IList list && index < list.Count ? list[index] : null;
    }
}
