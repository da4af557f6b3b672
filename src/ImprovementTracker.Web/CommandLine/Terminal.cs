using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.Operation;

namespace ImprovementTracker.Web.CommandLine;

/// <summary>Where a verb is called: the folder in which names of files are meant, where the result goes and where what went wrong.</summary>
/// <param name="Settings">Go before those of the environment, written as on a command line: --Database:Provider=Sqlite.</param>
public sealed record Terminal(string Folder, TextWriter Output, TextWriter Error, string[] Settings)
{
    public static Terminal OfThisProcess() => new(Environment.CurrentDirectory, Console.Out, Console.Error, []);

    public string PathOf(string file) => Path.GetFullPath(file, Folder);

    /// <summary>The program without its doors: settings, the prepared database, and everything that a use case or page needs.</summary>
    /// <exception cref="BrokenRule">A setting is wrong or the database cannot be used.</exception>
    public async Task<WebApplication> OpenAsync(string verb, bool migrate = false)
    {
        var builder = WebApplication.CreateBuilder(Home.Options(Settings));
        builder.WebHost.UseStaticWebAssets();
        builder.AddLogsToStandardError();
        var database = builder.AddDatabase();
        builder.Services.AddSingleton(await database.PrepareAsync(builder.Configuration, verb, migrate));
        return builder.Build();
    }
}
