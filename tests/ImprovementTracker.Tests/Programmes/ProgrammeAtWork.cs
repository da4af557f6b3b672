using System.Net;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Operation;

namespace ImprovementTracker.Tests.Programmes;

/// <summary>The whole web program with a programme in it and a person in each role.</summary>
public sealed class ProgrammeAtWork : IAsyncLifetime
{
    public const string Slug = "testshire-2010";
    private const string Password = "four quiet green words";
    private readonly Dictionary<Role, string> _emails = [];
    private readonly Dictionary<string, Cookie> _signedIn = [];

    private string _stranger = "";

    public TrackerHost Host { get; } = new();

    public async Task InitializeAsync()
    {
        foreach (var role in Enum.GetValues<Role>())
            _emails[role] = await Host.AddPersonAsync($"The {role.Label().ToLowerInvariant()}", Password, isAdministrator: role == Role.Administrator);
        _stranger = await Host.AddPersonAsync("Sam Stranger", Password);
        var people = (await Host.Get<PeopleList>().LoadAsync(Actor.System("test"), CancellationToken.None)).People.ToDictionary(person => person.Email, person => person.Id, StringComparer.OrdinalIgnoreCase);
        await Host.Get<CreateProgramme>().ExecuteAsync(Actor.System("test"), new()
        {
            Authority = "Testshire Council",
            Name = "improvement notice, June 2010",
            Intervention = InterventionKind.ImprovementNotice,
            IntervenedOn = "June 2010",
            StartsOn = new DateOnly(2010, 6, 1),
            ManagerId = people[_emails[Role.ProgrammeManager]],
            Areas = "North\nSouth",
            Themes = "Assessment",
        }, CancellationToken.None);
        var programme = (await Host.Get<PeopleList>().LoadAsync(Actor.System("test"), CancellationToken.None)).Programmes.Single().Id;
        foreach (var role in Enum.GetValues<Role>().Except([Role.ProgrammeManager, Role.Administrator]))
            await Host.Get<GrantRole>().ExecuteAsync(Actor.System("test"), new() { PersonId = people[_emails[role]], Role = role, ProgrammeId = programme }, CancellationToken.None);
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    /// <summary>A browser in which the person of the role is signed in, and which knows nothing else.</summary>
    public Task<HttpClient> BrowserOfAsync(Role role) => BrowserOfAsync(_emails[role]);

    /// <summary>A browser of somebody who has no role anywhere.</summary>
    public Task<HttpClient> StrangerAsync() => BrowserOfAsync(_stranger);

    // Signing in takes its time, as it should; once for each person is enough.
    private async Task<HttpClient> BrowserOfAsync(string email)
    {
        if (!_signedIn.TryGetValue(email, out var signedIn))
        {
            var cookies = new CookieContainer();
            await Host.Browser(cookies).SignInAsync(email, Password);
            _signedIn[email] = signedIn = cookies.GetAllCookies().Single(cookie => cookie.Name == "tracker");
        }
        var own = new CookieContainer();
        own.Add(signedIn);
        return Host.Browser(own);
    }
}
