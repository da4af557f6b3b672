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

    /// <summary>Where a person finds the pages: the first address, with a name that a browser understands.</summary>
    public static string First(IServiceProvider services)
    {
        var address = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? Default;
        return address.Replace("//[::]", "//localhost", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .TrimEnd('/');
    }

    /// <summary>Whether only this machine itself can reach the address.</summary>
    public static bool IsLocal(EndPoint endPoint) => endPoint switch
    {
        IPEndPoint address => IPAddress.IsLoopback(address.Address),
        FileHandleEndPoint => false,
        _ => true,
    };
}
