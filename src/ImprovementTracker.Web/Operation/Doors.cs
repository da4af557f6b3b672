using System.Net;
using ImprovementTracker.Domain.Operation;
using ImprovementTracker.Domain.Programmes;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace ImprovementTracker.Web.Operation;

/// <summary>Who can reach the program, and how much they may send it.</summary>
public static class Doors
{
    private const long LargestRequest = 10_000_000;
    private const string AllowRemoteSetting = "Demonstration:AllowRemote";
    private const string ProxySetting = "Proxy:Addresses";

    /// <exception cref="BrokenRule">A setting is wrong, or the demonstration would be open to other machines.</exception>
    public static void AddDoors(this WebApplicationBuilder builder, Installation installation)
    {
        var isForThisMachineOnly = IsForThisMachineOnly(builder.Configuration, installation);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            if (isForThisMachineOnly)
                kestrel.ConfigureEndpointDefaults(door => RequireThisMachine(door.EndPoint));
        });
        builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(180));

        var proxies = (builder.Configuration[ProxySetting] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = proxies.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
                options.KnownIPNetworks.Add(Network(proxy));
        });
    }

    /// <summary>Encrypts what comes from other machines, where the program has an encrypted address to send it to.</summary>
    public static void UseDoors(this WebApplication app)
    {
        if (IsForThisMachineOnly(app.Configuration, app.Services.GetRequiredService<Installation>()))
            app.Use(RequireLocalNameAsync);
        app.UseForwardedHeaders();
        app.UseWhen(context => context.Connection.RemoteIpAddress is { } from && !IPAddress.IsLoopback(from), remote =>
        {
            remote.UseHsts();
            remote.UseHttpsRedirection();
        });
    }

    private static bool IsForThisMachineOnly(IConfiguration configuration, Installation installation) =>
        installation.IsDemonstration & Database.YesOrNo(configuration, AllowRemoteSetting) != true;

    // Another name can only come by way of another site or a proxy, whose visitors would walk in without a password.
    private static Task RequireLocalNameAsync(HttpContext context, RequestDelegate next)
    {
        var name = context.Request.Host.Host;
        if (name == "localhost" || (IPAddress.TryParse(name.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return context.Response.WriteAsync("The demonstration answers on this machine only, as localhost. Set Demonstration__AllowRemote to true if others are to see it.");
    }

    private static void RequireThisMachine(EndPoint door)
    {
        if (!Addresses.IsLocal(door))
        {
            throw new BrokenRule($"The demonstration lets anybody in, so it answers on this machine only, and not on {door}. "
                + "Use http://localhost:5080, or set Demonstration to false before the database is made, or Demonstration__AllowRemote to true if you mean it.");
        }
    }

    private static IPNetwork Network(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
            return network;
        if (IPAddress.TryParse(text, out var address))
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        throw new BrokenRule($"The setting Proxy__Addresses holds '{text}'. Write addresses or networks with commas between them: 10.0.0.5, 172.16.0.0/12.");
    }
}
