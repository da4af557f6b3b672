using System.Net;
using System.Text.RegularExpressions;

namespace ImprovementTracker.BrowserTests.Running;

/// <summary>Sends forms as a browser does, but without one: to the millisecond, and the same form as often as is wanted.</summary>
public sealed partial class SendingByHand : IDisposable
{
    private readonly HttpClient _http;

    private SendingByHand(RunningTracker tracker) =>
        _http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(tracker.Address) };

    [GeneratedRegex("<form(?<form>.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenInput();

    /// <summary>Signs in as one of the demonstration's people, by the name that the sign-in page gives them.</summary>
    public static async Task<SendingByHand> SignedInAsync(RunningTracker tracker, string name)
    {
        var sender = new SendingByHand(tracker);
        var page = await sender.ReadAsync("/sign-in");
        var number = Regex.Match(page, $"name=\"person\" value=\"(\\d+)\"[^>]*>{Regex.Escape(name)}</button>").Groups[1].Value;
        var form = await sender.OpenAsync("/sign-in", "name=\"person\"", ("person", number));
        using var answer = await sender.SendAsync("/sign-in/demonstration", form);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return sender;
    }

    public async Task<string> ReadAsync(string address) => WebUtility.HtmlDecode(await _http.GetStringAsync(new Uri(address, UriKind.Relative)));

    /// <summary>Opens the page and fills in the form that holds the mark: everything hidden in it, and what is typed.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> OpenAsync(string address, string mark, params (string Name, string Value)[] typed)
    {
        var page = await _http.GetStringAsync(new Uri(address, UriKind.Relative));
        var form = Form().Matches(page).Select(match => match.Groups["form"].Value).Single(text => text.Contains(mark, StringComparison.Ordinal));
        var hidden = HiddenInput().Matches(form).Select(match => KeyValuePair.Create(match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value)));
        return [.. hidden, .. typed.Select(field => KeyValuePair.Create(field.Name, field.Value))];
    }

    public async Task<HttpResponseMessage> SendAsync(string address, IReadOnlyList<KeyValuePair<string, string>> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return await _http.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    public static int Count(string text, string part) => Regex.Count(text, Regex.Escape(part));

    public void Dispose() => _http.Dispose();
}
