using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementTracker.Tests.Shared;

/// <summary>A form as a browser without script sends it: what is typed arrives, and what is refused comes back as it was typed.</summary>
public sealed class PostedFormTests : IAsyncLifetime
{
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddRazorComponents();
        _app = builder.Build();
        _app.UseAntiforgery();
        _app.MapRazorComponents<SampleApp>();
        await _app.StartAsync();
        _http = _app.GetTestClient();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    private static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    private static string TokenIn(IHtmlDocument page) => page.QuerySelector<IHtmlInputElement>("input[name='Input.Once']")!.Value;

    private async Task<string> TokenOfNewFormAsync() => TokenIn(await ParseAsync(await _http.GetAsync("/sample")));

    private Task<IHtmlDocument> PostAsync(params (string Name, string Value)[] typed) => PostAsync(null, typed);

    private async Task<IHtmlDocument> PostAsync(string? token, params (string Name, string Value)[] typed)
    {
        var first = await _http.GetAsync("/sample");
        var form = await ParseAsync(first);
        var hidden = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => (input.Name!, input.Name == "Input.Once" ? token ?? input.Value : input.Value));
        var fields = hidden.Concat(typed).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sample") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Cookie", first.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        var response = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ParseAsync(response);
    }

    [Fact]
    public async Task Every_kind_of_value_arrives_as_it_was_typed()
    {
        var page = await PostAsync(
            ("Input.Sentence", "Two workers started"), ("Input.Due", "2011-05-31"), ("Input.From", "2011-05"), ("Input.Measure", "9"), ("Input.Pace", "Quick"),
            ("Input.Areas", "1"), ("Input.Areas", "3"), ("Input.Lines[0].Numerator", "464"), ("Input.Lines[1].Numerator", "7"), ("Input.Sure", "true"));

        Assert.Equal("Two workers started|2011-05-31|2011-05|9|Quick|1+3|11:464+12:7|True", page.QuerySelector("#saved")?.TextContent);
    }

    [Fact]
    public async Task A_refused_form_leads_from_its_summary_to_each_field_and_keeps_what_was_typed()
    {
        var page = await PostAsync(
            ("Input.Sentence", ""), ("Input.Reason", "Staff were ill"), ("Input.Due", "2011-05-31"), ("Input.Measure", "9"), ("Input.Pace", "Quick"),
            ("Input.Areas", "2"), ("Input.Lines[0].Numerator", "464"), ("Input.Lines[1].Numerator", "many"));

        Assert.Equal(["Enter a sentence that says what was done", "Enter a whole number"], page.QuerySelectorAll(".problem li a").Select(link => link.TextContent));
        Assert.Equal(["/sample#sample-Input-Sentence", "/sample#sample-Input-Lines-1-Numerator"], page.QuerySelectorAll(".problem li a").Select(link => link.GetAttribute("href")));
        Assert.True(page.QuerySelector(".problem")!.HasAttribute("autofocus"));
        Assert.Equal("many", page.QuerySelector<IHtmlInputElement>("#sample-Input-Lines-1-Numerator")!.Value);
        Assert.Equal("464", page.QuerySelector<IHtmlInputElement>("#sample-Input-Lines-0-Numerator")!.Value);
        Assert.Equal("Staff were ill", page.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
        Assert.Equal("2011-05-31", page.QuerySelector<IHtmlInputElement>("input[type=date]")!.Value);
        Assert.Equal("9", page.QuerySelector<IHtmlSelectElement>("select")!.Value);
        Assert.Equal(["Quick"], page.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").Where(input => input.IsChecked).Select(input => input.Value));
        Assert.Equal(["2"], page.QuerySelectorAll<IHtmlInputElement>("fieldset input[type=checkbox]").Where(input => input.IsChecked).Select(input => input.Value));
    }

    [Fact]
    public async Task The_token_of_a_refused_form_stays_the_same_so_that_it_acts_once_when_sent_again()
    {
        var token = await TokenOfNewFormAsync();
        var other = await TokenOfNewFormAsync();

        var page = await PostAsync(token, ("Input.Sentence", ""));

        Assert.NotEqual(token, other);
        Assert.Equal(token, TokenIn(page));
    }

    [Fact]
    public async Task A_rule_that_stands_in_the_way_is_said_at_the_top_and_nothing_is_lost()
    {
        var page = await PostAsync(("Input.Sentence", "refuse"), ("Input.Areas", "2"), ("Input.Lines[0].Numerator", "1"), ("Input.Lines[1].Numerator", "2"));

        Assert.Equal("The month is locked: ask for it to be unlocked", page.QuerySelector(".problem li")!.TextContent.Trim());
        Assert.Equal("refuse", page.QuerySelector<IHtmlInputElement>("#sample-Input-Sentence")!.Value);
    }

    [Fact]
    public async Task A_date_that_is_none_is_said_at_its_field_with_what_was_typed()
    {
        var page = await PostAsync(("Input.Sentence", "Done"), ("Input.Areas", "2"), ("Input.Due", "31/05/11x"), ("Input.Lines[0].Numerator", "1"), ("Input.Lines[1].Numerator", "2"));

        Assert.Equal("Enter New due date as a date, for example 2011-05-31", page.QuerySelector(".problem li a[href='/sample#sample-Input-Due']")!.TextContent);
        Assert.Equal("31/05/11x", page.QuerySelector("input[type=date]")!.GetAttribute("value"));
    }
}
