using ImprovementTracker.Domain.Operation;
using ImprovementTracker.Domain.People;

namespace ImprovementTracker.Web.Operation;

/// <summary>What the program prints once it answers. The first administrator's link goes to the console alone, never into a log that is kept.</summary>
public static class Welcome
{
    /// <summary>Starts to answer, says where, and how the first person gets in.</summary>
    public static async Task StartAndWelcomeAsync(this WebApplication app)
    {
        var installation = app.Services.GetRequiredService<Installation>();
        var link = installation.IsDemonstration ? null
            : await app.Services.GetRequiredService<OfferFirstAdministrator>().ExecuteAsync(Actor.System("start"), CancellationToken.None);
        if (installation.Advice is { } advice)
            app.Logger.LogWarning("{Advice}", advice);
        app.AddDefaultAddress();
        await app.StartAsync();

        var address = Addresses.Public(app.Configuration, Addresses.First(app.Services));
        app.Logger.LogInformation("Ready at {Address}", address);
        Console.WriteLine();
        Console.WriteLine($"ImprovementTracker is ready: {address}");
        if (installation.IsDemonstration)
            Console.WriteLine("This is the demonstration: whoever opens this address can sign in as one of its people.");
        if (link is not null)
        {
            Console.WriteLine("Nobody administers this installation yet. Open this address once, within 24 hours, to become its first administrator:");
            Console.WriteLine($"{address}/set-password?link={link.Secret}");
        }
    }
}
