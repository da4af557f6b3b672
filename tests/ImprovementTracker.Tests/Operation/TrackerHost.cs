using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Tests.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementTracker.Tests.Operation;

/// <summary>
/// The whole web program in the test's own process, on an empty database in a folder of its own; on the demonstration
/// where that is asked for.
/// </summary>
public sealed class TrackerHost : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings;

    // What the program prints for whoever starts it would drown the names of the tests; it is in the log's file too.
    static TrackerHost() => Console.SetOut(TextWriter.Null);

    public TrackerHost() =>
        _settings = new() { ["Demonstration"] = "false", ["ConnectionStrings:Tracker"] = $"Data Source={Folder}/tracker.db;Pooling=False", ["Logs:Folder"] = $"{Folder}/logs" };

    /// <summary>On the demonstration, as the program finds it when it is started again.</summary>
    public static async Task<TrackerHost> OfDemonstrationAsync()
    {
        var host = new TrackerHost();
        host._settings["Demonstration"] = "";
        await DemonstrationDatabase.PutIntoAsync(host.Folder);
        return host;
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"tracker-host-{Guid.NewGuid():N}");

    /// <summary>While true, whatever asks for the database fails in a way that nobody foresaw.</summary>
    public bool DatabaseIsBroken { get; set; }

    /// <summary>As it runs for people: connections to the database are kept, and nothing is slowed down. For measuring.</summary>
    public bool IsForMeasuring { get; init; }

    /// <summary>What a request passes before the program's own steps; null for nothing.</summary>
    public IStartupFilter? Before { get; init; }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A browser of its own: keeps cookies, is not led on by a redirect.</summary>
    public HttpClient Browser() => Browser(new());

    /// <summary>A browser with these cookies.</summary>
    public HttpClient Browser(CookieContainer cookies) => CreateDefaultClient(new Uri("https://localhost"), new CookieContainerHandler(cookies));

    public string Log() => string.Join('\n', Directory.GetFiles(Path.Combine(Folder, "logs")).Select(file =>
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }));

    /// <summary>Adds a person with a password, and a role in the whole installation where one is given.</summary>
    public async Task<string> AddPersonAsync(string name, string password, bool isAdministrator = false)
    {
        var email = $"{name.Replace(' ', '.').ToLowerInvariant()}@example.org";
        var system = Actor.System("test");
        var link = isAdministrator
            ? await Get<AppointAdministrator>().ExecuteAsync(system, new() { Name = name, Email = email }, CancellationToken.None)
            : await Get<InvitePerson>().ExecuteAsync(system, new() { Name = name, Email = email }, CancellationToken.None);
        await Get<SetPassword>().ExecuteAsync(Actor.Nobody, new() { Link = link!.Secret, Password = password }, CancellationToken.None);
        return email;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        if (!File.Exists(Path.Combine(Folder, "tracker.db")))
            TestDatabase.PutIntoAsync(Folder).GetAwaiter().GetResult();
        if (IsForMeasuring)
            _settings["ConnectionStrings:Tracker"] = $"Data Source={Folder}/tracker.db";
        foreach (var (name, value) in _settings)
            builder.UseSetting(name, value);
        builder.ConfigureTestServices(services =>
        {
            if (Before is not null)
                services.AddSingleton(Before);
            if (IsForMeasuring)
                return;
            var real = services.Single(service => service.ServiceType == typeof(IDbContextFactory<TrackerContext>)).ImplementationInstance;
            services.AddSingleton<IDbContextFactory<TrackerContext>>(new Breakable((TrackerContextFactory)real!, this));
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    private sealed class Breakable(TrackerContextFactory real, TrackerHost host) : IDbContextFactory<TrackerContext>
    {
        public async Task<TrackerContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            // A database in a file answers at once; one on another machine does not, and pages must be whole all the same.
            await Task.Delay(1, cancellationToken);
            return CreateDbContext();
        }

        public TrackerContext CreateDbContext() => host.DatabaseIsBroken ? throw new InvalidOperationException("The database is broken for a test.") : real.CreateDbContext();
    }
}

/// <summary>Reads pages and sends their forms as a browser without script does.</summary>
public static class FormSending
{
    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage answer) => await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    public static async Task<IHtmlDocument> PageAsync(this HttpClient browser, string address) => await (await browser.GetAsync(address)).PageAsync();

    /// <summary>Opens the page and sends the form that has a field of the first name.</summary>
    public static Task<HttpResponseMessage> FillInAsync(this HttpClient browser, string address, params (string Name, string Value)[] typed) =>
        browser.SendAsync(address, form => form.QuerySelector($"[name='{typed[0].Name}']") is not null, typed);

    /// <summary>Opens the page and sends the form that has the button, with nothing typed.</summary>
    public static Task<HttpResponseMessage> PressAsync(this HttpClient browser, string address, string button) =>
        browser.SendAsync(address, form => form.QuerySelectorAll("button").Any(one => one.TextContent.Trim() == button), []);

    private static async Task<HttpResponseMessage> SendAsync(this HttpClient browser, string address, Func<IHtmlFormElement, bool> isMeant, (string Name, string Value)[] typed)
    {
        var page = await browser.PageAsync(address);
        return await browser.SendAsync(page.Forms.First(isMeant), address, typed);
    }

    /// <summary>Sends the form, that has a field of the first name, of a page opened before.</summary>
    public static Task<HttpResponseMessage> SendAsync(this HttpClient browser, IHtmlDocument opened, string address, params (string Name, string Value)[] typed) =>
        browser.SendAsync(opened.Forms.First(form => form.QuerySelector($"[name='{typed[0].Name}']") is not null), address, typed);

    private static async Task<HttpResponseMessage> SendAsync(this HttpClient browser, IHtmlFormElement form, string address, (string Name, string Value)[] typed)
    {
        var hidden = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => KeyValuePair.Create(input.Name!, input.Value));
        var to = form.GetAttribute("action") is { Length: > 0 } action ? action : address;
        return await browser.PostAsync(new Uri(to, UriKind.RelativeOrAbsolute), new FormUrlEncodedContent(hidden.Concat(typed.Select(field => KeyValuePair.Create(field.Name, field.Value)))));
    }

    public static Task<HttpResponseMessage> SignInAsync(this HttpClient browser, string email, string password, string back = "/") =>
        browser.FillInAsync($"/sign-in?back={Uri.EscapeDataString(back)}", ("Input.Email", email), ("Input.Password", password));

    /// <summary>Where the answer leads: the address within the site, or the whole address of another.</summary>
    public static string LedTo(this HttpResponseMessage answer)
    {
        var to = new Uri(new Uri("https://localhost"), answer.Headers.Location!);
        return to.Host == "localhost" ? to.PathAndQuery : to.AbsoluteUri;
    }

    /// <summary>What stood in the way, as the page lists it at the top of the form.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(this HttpResponseMessage answer) =>
        [.. (await answer.PageAsync()).QuerySelectorAll(".problem li").Select(line => line.TextContent.Trim())];
}
