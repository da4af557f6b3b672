using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ImprovementTracker.Web.Operation;

/// <summary>The addresses that the program answers on.</summary>
public static class Addresses
{
    private const string Default = "http://localhost:5080";
    private static readonly string[] Settings = ["urls", "http_ports", "https_ports"];

    /// <summary>Answers on one address of this machine alone where no setting names another.</summary>
    public static void AddDefaultAddress(this WebApplication app)
    {
        var named = Settings.Any(name => !string.IsNullOrWhiteSpace(app.Configuration[name])) || app.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
        if (!named)
            app.Urls.Add(Default);
    }

    /// <summary>The address that people know, where a setting names it; else the first that the program answers on.</summary>
    public static string Public(IConfiguration configuration, string? first = null)
    {
        var address = configuration["PublicAddress"] is { Length: > 0 } named ? named : first ?? (configuration["urls"] is { Length: > 0 } urls ? urls.Split(';')[0] : Default);
        return address.Replace("//[::]", "//localhost", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//*", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal)
            .TrimEnd('/');
    }

    /// <summary>The first address that the program answers on, once it does.</summary>
    public static string? First(IServiceProvider services) => services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();

    /// <summary>Whether only this machine itself can reach the address.</summary>
    public static bool IsLocal(EndPoint endPoint) => endPoint switch
    {
        IPEndPoint address => IPAddress.IsLoopback(address.Address),
        FileHandleEndPoint => false,
        _ => true,
    };
}
