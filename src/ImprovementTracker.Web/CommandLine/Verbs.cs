namespace ImprovementTracker.Web.CommandLine;

/// <summary>Jobs that the program does from the command line instead of answering browsers.</summary>
public static class Verbs
{
    /// <summary>A setting begins with a hyphen, a verb does not.</summary>
    public static bool IsCalled(string[] args) => args is [{ Length: > 0 } first, ..] && first[0] != '-';

    public static Task<int> RunAsync(string[] args) => Task.FromResult(2);
}
