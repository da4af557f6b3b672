namespace ImprovementTracker.Web.CommandLine;

/// <summary>The command line is not one that the program understands; the message says what is wrong with it.</summary>
public sealed class WrongUsage(string message) : Exception(message);

/// <summary>What follows a verb, in any order: --name value or --name=value, flags that stand alone, and one word without a name.</summary>
public sealed class Options
{
    private readonly Dictionary<string, List<string?>> _given = [];

    /// <param name="repeated">Those of the named that may be given more than once.</param>
    /// <param name="unnamed">What the one word without a name is called in the help, such as FILE; null where there is none.</param>
    /// <exception cref="WrongUsage">Something is given that the verb does not know, is given twice, or lacks its value.</exception>
    public Options(IEnumerable<string> arguments, string[] named, string[] flags, string[]? repeated = null, string? unnamed = null)
    {
        var left = new Queue<string>(arguments);
        while (left.TryDequeue(out var argument))
        {
            var (name, value) = argument.Split('=', 2) is [var before, var after] ? (before, after) : (argument, null);
            if (named.Contains(name))
                value ??= left.TryDequeue(out var next) && !next.StartsWith("--", StringComparison.Ordinal) ? next : throw new WrongUsage($"{name} needs a value.");
            else if (unnamed is not null && !_given.ContainsKey(unnamed) && !argument.StartsWith('-'))
                (name, value) = (unnamed, argument);
            else if (!flags.Contains(argument))
                throw new WrongUsage($"'{argument}' is not understood.");
            if (!_given.TryAdd(name, [value]))
            {
                if (repeated?.Contains(name) != true)
                    throw new WrongUsage($"{name} is given twice.");
                _given[name].Add(value);
            }
        }
    }

    public bool Has(string name) => _given.ContainsKey(name);

    /// <summary>In the order given; empty when it is not.</summary>
    public IReadOnlyList<string> All(string name) => _given.TryGetValue(name, out var values) ? [.. values.OfType<string>()] : [];

    /// <exception cref="WrongUsage">It is not given, or is empty.</exception>
    public string Need(string name) =>
        _given.TryGetValue(name, out var values) && !string.IsNullOrWhiteSpace(values[0]) ? values[0]! : throw new WrongUsage($"{name} is missing.");
}
