namespace ImprovementTracker.Web.Operation;

/// <summary>
/// The folder that settings, data and logs are found in: the project's own when the program runs from the source tree,
/// the program's otherwise. The folder it is called from does not matter, so the server and the command line agree.
/// </summary>
public static class Home
{
    private const string Project = "ImprovementTracker.Web.csproj";

    public static WebApplicationOptions Options(string[] args) => new() { Args = args, ContentRootPath = NamedOtherwise(args) ? null : Folder() };

    /// <summary>Where the database is kept, and the keys that sign-in depends on, unless settings say otherwise.</summary>
    public static string DataFolder(IHostEnvironment environment) => Path.Combine(environment.ContentRootPath, "data");

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Project)))
                return folder.FullName;
        }
        return AppContext.BaseDirectory;
    }

    private static bool NamedOtherwise(string[] args) =>
        Environment.GetEnvironmentVariable("ASPNETCORE_CONTENTROOT") is not null
        || args.Any(argument => argument.TrimStart('-').StartsWith("contentRoot", StringComparison.OrdinalIgnoreCase));
}
