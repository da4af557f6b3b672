using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Operation;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Web.Operation;

/// <summary>Opens the installation's database by its two settings, and hands the rules, use cases and reads of the domain to the pages.</summary>
public static class Database
{
    private const string DemonstrationSetting = "Demonstration";
    private const string MigrateAtStartSetting = "Database:MigrateAtStart";

    /// <exception cref="BrokenRule">A setting is wrong; the message names it.</exception>
    public static DatabaseSettings AddDatabase(this WebApplicationBuilder builder)
    {
        var settings = DatabaseSettings.From(
            builder.Configuration["Database:Provider"],
            builder.Configuration.GetConnectionString("Tracker"),
            Home.DataFolder(builder.Environment));
        builder.Services.AddTracker(settings, TimeProvider.System);
        return settings;
    }

    /// <exception cref="BrokenRule">The database cannot be used; the message says what to do.</exception>
    public static async Task<Installation> PrepareAsync(this DatabaseSettings settings, IConfiguration configuration, string verb, bool migrate)
    {
        var input = new PrepareInstallation.Input(
            YesOrNo(configuration, DemonstrationSetting),
            migrate || YesOrNo(configuration, MigrateAtStartSetting) == true);
        return await new PrepareInstallation(new TrackerContextFactory(settings, TimeProvider.System), TimeProvider.System).ExecuteAsync(Actor.System(verb), input, CancellationToken.None);
    }

    /// <summary>A setting that is true, false or absent.</summary>
    /// <exception cref="BrokenRule">It is something else; the message names the setting.</exception>
    public static bool? YesOrNo(IConfiguration configuration, string name)
    {
        var text = configuration[name];
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return bool.TryParse(text, out var answer) ? answer
            : throw new BrokenRule($"The setting {name.Replace(":", "__", StringComparison.Ordinal)} is '{text}'. Set it to true or false.");
    }
}
