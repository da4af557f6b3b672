using System.Net;
using ImprovementTracker.Tests.CommandLine;

namespace ImprovementTracker.Tests.Operation;

/// <summary>The demonstration lets anybody in, so nobody but this machine may reach it.</summary>
public sealed class DoorsTests
{
    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:0")]
    [InlineData("ASPNETCORE_URLS", "http://*:0")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:0;http://[::]:0")]
    [InlineData("Kestrel__Endpoints__Web__Url", "http://0.0.0.0:0")]
    public async Task The_demonstration_refuses_an_address_that_others_can_reach(string setting, string value)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"tracker-doors-{Guid.NewGuid():N}");
        try
        {
            await DemonstrationDatabase.PutIntoAsync(folder);
            var run = await ProgramRun.CallAsync(folder, [], ("Demonstration", ""), (setting, value));

            Assert.Equal(1, run.ExitCode);
            Assert.Contains("Demonstration__AllowRemote", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_demonstration_answers_to_no_other_name_than_this_machines_own()
    {
        await using var host = await TrackerHost.OfDemonstrationAsync();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "localhost"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "127.0.0.1:5080"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "[::1]:5080"));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await StatusAsync(host, "tracker.example.org"));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await StatusAsync(host, "10.0.0.5"));
    }

    [Fact]
    public async Task An_installation_without_the_demonstration_answers_to_the_name_it_is_given()
    {
        await using var host = new TrackerHost();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "tracker.example.org"));
    }

    private static async Task<HttpStatusCode> StatusAsync(TrackerHost host, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Host = name;
        return (await host.Browser().SendAsync(request)).StatusCode;
    }
}
