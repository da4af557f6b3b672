using ImprovementTracker.Domain.People;
using ImprovementTracker.Web.Operation;

namespace ImprovementTracker.Web.CommandLine;

/// <summary>Makes somebody administrator, and prints where that person sets a password.</summary>
public static class CreateAdminVerb
{
    public static async Task RunAsync(string[] arguments, Terminal terminal)
    {
        var options = new Options(arguments, named: ["--email", "--name"], flags: []);
        var input = new AppointAdministrator.Input { Email = options.Need("--email"), Name = options.Need("--name") };
        await using var program = await terminal.OpenAsync("create-admin");
        var link = await program.Services.GetRequiredService<AppointAdministrator>().ExecuteAsync(Actor.System("create-admin"), input, CancellationToken.None);
        await terminal.Output.WriteLineAsync($"{Addresses.Public(program.Configuration)}/set-password?link={link.Secret}");
    }
}
