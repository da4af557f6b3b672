using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Tests.Operation;
using ImprovementTracker.Tests.Programmes;
using static ImprovementTracker.Tests.Measures.StatisticsText;

namespace ImprovementTracker.Tests.Measures;

/// <summary>The benchmarks' pages as a browser without script uses them.</summary>
public sealed class BenchmarkPagesTests(ProgrammeAtWork work) : IClassFixture<ProgrammeAtWork>
{
    private const string Here = $"/p/{ProgrammeAtWork.Slug}";

    private static async Task<HttpResponseMessage> ChooseAsync(HttpClient browser, string name, byte[] content)
    {
        var address = $"{Here}/benchmarks/import";
        var page = await browser.PageAsync(address);
        var form = page.Forms.Single(form => form.QuerySelector("input[type=file]") is not null);
        Assert.Equal("multipart/form-data", form.GetAttribute("enctype"));
        using var sent = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>())
            sent.Add(new StringContent(hidden.Value), hidden.Name!);
        sent.Add(new ByteArrayContent(content), form.QuerySelector<IHtmlInputElement>("input[type=file]")!.Name!, name);
        return await browser.PostAsync(new Uri(address, UriKind.Relative), sent);
    }

    [Fact]
    public async Task From_the_authoritys_code_over_a_chosen_file_and_its_preview_to_the_list()
    {
        var (officer, manager) = (await work.BrowserOfAsync(Role.PerformanceOfficer), await work.BrowserOfAsync(Role.ProgrammeManager));
        await officer.FillInAsync($"{Here}/measures/new", ("Input.Name", "Re-referrals within twelve months"), ("Input.Phrase", "re-referrals"), ("Input.Definition", "Share of referrals."), ("Input.Unit", "Percentage"),
            ("Input.Numerator", "re-referrals"), ("Input.Denominator", "referrals"), ("Input.Decimals", "0"), ("Input.Polarity", "LowerIsBetter"), ("Input.Period", "InMonth"));
        await manager.FillInAsync($"{Here}/setup/authority", ("Input.Code", ""));
        Assert.Contains("no code in national statistics yet", (await officer.PageAsync($"{Here}/benchmarks/import")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        var wrong = await manager.FillInAsync($"{Here}/setup/authority", ("Input.Code", "Nottinghamshire"));
        Assert.Equal(["Type the code as E and eight digits, such as E10000024."], await wrong.ProblemsAsync());
        var coded = await manager.FillInAsync($"{Here}/setup/authority", ("Input.Code", "E10000024"));
        Assert.Contains("E10000024", (await manager.PageAsync(coded.LedTo())).QuerySelector(".pairs")!.TextContent, StringComparison.Ordinal);

        var refused = await ChooseAsync(officer, "c1.csv", Encoding.UTF8.GetBytes(File("rereferral_percent", England("2024", "many"))));
        Assert.StartsWith("Row 2, column rereferral_percent: 'many' stands there", Assert.Single(await refused.ProblemsAsync()), StringComparison.Ordinal);

        var chosen = await ChooseAsync(officer, "c1.csv", Encoding.UTF8.GetBytes(File("rereferral_percent", England("2024", "22.4"), Region("2024", "East Midlands", "z"), Authority("2024", "891", "24"), Authority("2024", "830", "29.9"))));
        var preview = await officer.PageAsync(chosen.LedTo());
        Assert.Equal("3 new, 0 changed, 0 unchanged. Nothing is recorded yet.", preview.QuerySelector("#lead")!.TextContent);
        Assert.Contains("No benchmark is recorded", (await officer.PageAsync($"{Here}/benchmarks")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);

        var saved = await officer.FillInAsync(chosen.LedTo(), ("Input.Source.New.Title", "Children in need 2024"), ("Input.Source.New.Publisher", "Department for Education"),
            ("Input.Source.New.Published", "31 October 2024"), ("Input.Source.New.Address", "https://example.org/children-in-need-2024"));
        var list = await officer.PageAsync(saved.LedTo());
        Assert.Contains("The benchmarks are recorded.", list.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["22.4%", "z: not applicable", "29.9%"], list.QuerySelectorAll("tbody td.n").Select(cell => cell.TextContent));
        Assert.All(list.QuerySelectorAll("tbody tr"), row =>
        {
            Assert.Equal(("https://example.org/children-in-need-2024", "Children in need 2024, published 31 October 2024"), (row.QuerySelector("a")!.GetAttribute("href"), row.QuerySelector("a")!.TextContent.Trim()));
            Assert.Equal("c1.csv", row.QuerySelector(".source")!.TextContent);
        });
        // 24 against Derbyshire's 29.9; lower is better.
        Assert.Contains("Nottinghamshire is 1st of 2 in the year to March 2024: among the one statistical neighbour (of 10) whose figure is published.", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Derbyshire (extremely close)", list.QuerySelector("tbody details")!.TextContent, StringComparison.Ordinal);

        var reader = await (await work.BrowserOfAsync(Role.Reader)).PageAsync($"{Here}/benchmarks");
        Assert.Equal(3, reader.QuerySelectorAll("tbody tr").Length);
        Assert.Null(reader.QuerySelector($"a[href='{Here}/benchmarks/import']"));
        Assert.NotNull(reader.QuerySelector($"nav.main a[href='{Here}/benchmarks'][aria-current=page]"));
    }

    [Fact]
    public async Task A_file_that_is_missing_or_too_large_is_refused_beside_the_form()
    {
        await (await work.BrowserOfAsync(Role.ProgrammeManager)).FillInAsync($"{Here}/setup/authority", ("Input.Code", "E10000024"));
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);

        Assert.Equal(["Choose the csv file; it must not be empty."], await (await ChooseAsync(officer, "c1.csv", [])).ProblemsAsync());
        Assert.Equal(["The file is larger than 8 MB. Remove the columns or years that you do not need, and choose it again."], await (await ChooseAsync(officer, "c1.csv", new byte[8_000_001])).ProblemsAsync());
    }

    [Fact]
    public async Task Who_may_not_record_values_is_not_let_in()
    {
        var board = await work.BrowserOfAsync(Role.BoardMember);

        Assert.Equal(HttpStatusCode.Forbidden, (await board.GetAsync($"{Here}/benchmarks/import")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await board.GetAsync($"{Here}/benchmarks")).StatusCode);
    }
}
