namespace ImprovementTracker.Web.CommandLine;

/// <summary>The command line is not one that the program understands; the message says what is wrong with it.</summary>
public sealed class WrongUsage(string message) : Exception(message);

/// <summary>What follows a verb: --name value or --name=value, and flags that stand alone.</summary>
public sealed class Options
{
    private readonly Dictionary<string, string?> _given = [];

    /// <exception cref="WrongUsage">Something is given that the verb does not know, is given twice, or lacks its value.</exception>
    public Options(IEnumerable<string> arguments, string[] named, string[] flags)
    {
        var left = new Queue<string>(arguments);
        while (left.TryDequeue(out var argument))
        {
            var (name, value) = argument.Split('=', 2) is [var before, var after] ? (before, after) : (argument, null);
            if (named.Contains(name))
                value ??= left.TryDequeue(out var next) && !next.StartsWith("--", StringComparison.Ordinal) ? next : throw new WrongUsage($"{name} needs a value.");
            else if (!flags.Contains(argument))
                throw new WrongUsage($"'{argument}' is not understood.");
            if (!_given.TryAdd(name, value))
                throw new WrongUsage($"{name} is given twice.");
        }
    }

    public bool Has(string name) => _given.ContainsKey(name);

    /// <exception cref="WrongUsage">It is not given, or is empty.</exception>
    public string Need(string name) =>
        _given.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : throw new WrongUsage($"{name} is missing.");
}
