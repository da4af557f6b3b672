namespace ImprovementTracker.Tests.Measures;

/// <summary>Statistics files as the Department for Education published them. They are not part of the project.</summary>
internal static class PublishedStatistics
{
    /// <summary>The file whose name begins so; null where they are not beside the project.</summary>
    public static string? Find(string beginning)
    {
        for (var here = new DirectoryInfo(AppContext.BaseDirectory); here is not null; here = here.Parent)
        {
            var files = Path.Combine(here.FullName, "shared", "samples", "dfe-statistics");
            if (Directory.Exists(files))
                return Directory.EnumerateFiles(files, beginning + "*.csv").Order().FirstOrDefault();
        }
        return null;
    }
}

/// <summary>Runs where the published files are present.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WithStatisticsFactAttribute : FactAttribute
{
    public WithStatisticsFactAttribute()
    {
        if (PublishedStatistics.Find("c1_") is null)
            Skip = "The Department's statistics files are not here.";
    }
}
