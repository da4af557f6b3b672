namespace ImprovementTracker.Tests.Operation;

/// <summary>
/// The texts of the documents from which the demonstration is made. They are not part of the project: a test that compares
/// with them is skipped, visibly, where they are not beside it.
/// </summary>
internal static class SourceText
{
    /// <summary>The text of the document whose file name begins so.</summary>
    public static string Of(string folder, string beginning) => File.ReadAllText(Find(folder, beginning)!);

    public static string? Find(string folder, string beginning)
    {
        for (var here = new DirectoryInfo(AppContext.BaseDirectory); here is not null; here = here.Parent)
        {
            var documents = Path.Combine(here.FullName, "shared", folder);
            if (Directory.Exists(documents))
                return Directory.EnumerateFiles(documents, beginning + "*.txt").FirstOrDefault();
        }
        return null;
    }

    /// <summary>Without line breaks, the list's marks and the marks of emphasis.</summary>
    public static string AsOneLine(string text) =>
        string.Join(' ', text.Replace("*", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Runs where the source documents are present.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WithSourcesFactAttribute : FactAttribute
{
    public WithSourcesFactAttribute()
    {
        if (SourceText.Find("sources", "004") is null)
            Skip = "The source documents are not here.";
    }
}
