using ImprovementTracker.Domain.Operation;

namespace ImprovementTracker.Web.CommandLine;

/// <summary>Brings the database up to date with the program; on SQL Server the only time that this happens unless a setting says otherwise.</summary>
public static class MigrateVerb
{
    public static async Task RunAsync(string[] arguments, Terminal terminal)
    {
        _ = new Options(arguments, named: [], flags: []);
        await using var program = await terminal.OpenAsync("migrate", migrate: true);
        await terminal.Output.WriteLineAsync("The database is up to date.");
        if (program.Services.GetRequiredService<Installation>().Advice is { } advice)
            await terminal.Error.WriteLineAsync(advice);
    }
}
