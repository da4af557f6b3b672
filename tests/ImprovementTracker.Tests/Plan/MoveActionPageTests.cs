using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Operation;

namespace ImprovementTracker.Tests.Plan;

/// <summary>The life of an action as browsers without script lead it.</summary>
public sealed class MoveActionPageTests
{
    private const string Action = $"/p/{TestProgramme.Slug}/actions/A1";

    private static async Task<HttpResponseMessage> HandInAsync(HttpClient browser, string name, byte[] content)
    {
        const string address = $"{Action}/evidence/new";
        var form = (await browser.PageAsync(address)).Forms.First(form => form.QuerySelector("[type=file]") is not null);
        using var body = new MultipartFormDataContent();
        foreach (var input in form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]"))
            body.Add(new StringContent(input.Value), input.Name!);
        foreach (var (field, value) in new[] { ("Title", "Twenty cases were read."), ("Strength", "AuditedSample"), ("DatedOn", "2011-05-31"), ("Address", "") })
            body.Add(new StringContent(value), $"Input.{field}");
        body.Add(new ByteArrayContent(content), "Input.File", name);
        return await browser.PostAsync(new Uri(address, UriKind.Relative), body);
    }

    [Fact]
    public async Task An_action_is_completed_shown_by_evidence_and_verified_by_another_and_the_evidence_is_only_ever_downloaded()
    {
        await using var site = await PlanSite.WithAnActionAsync();
        var director = await site.AsAsync(Role.ServiceDirector);
        var chair = await site.AsAsync(Role.BoardMember);

        var completed = await director.FillInAsync($"{Action}/complete", ("Input.Sentence", "All twenty cases were read."), ("Input.Impact", "Some"));
        Assert.Contains("Another person verifies it.", (await director.PageAsync(completed.LedTo())).Body!.TextContent, StringComparison.Ordinal);
        var tooEarly = await chair.FillInAsync($"{Action}/verify", ("Input.Sentence", "I believe it."), ("Input.Impact", ""), ("Input.RecheckOn", ""));
        Assert.Contains("asks for evidence of the strength 'Document' or stronger", Assert.Single(await tooEarly.ProblemsAsync()), StringComparison.Ordinal);
        var refused = await HandInAsync(director, "sample.pdf", "<html><script>alert(1)</script>"u8.ToArray());
        Assert.Contains("it is no .pdf file", Assert.Single(await refused.ProblemsAsync()), StringComparison.Ordinal);
        var added = await HandInAsync(director, "sample.pdf", "%PDF-1.7 twenty cases"u8.ToArray());
        var verified = await chair.FillInAsync($"{Action}/verify", ("Input.Sentence", "I read five of the twenty."), ("Input.Impact", ""), ("Input.RecheckOn", ""));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect], new[] { added.StatusCode, verified.StatusCode });
        var page = await chair.PageAsync(verified.LedTo());
        Assert.Contains("Verified", page.QuerySelector(".head")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["I read five of the twenty.", "All twenty cases were read.", "Planned."], await chair.HistoryAsync("A1"));
        Assert.Equal(["Look at it again", "Reopen it"], page.QuerySelectorAll(".buttons a").Select(link => link.TextContent.Trim()));
        var file = await chair.GetAsync(new Uri(page.QuerySelector<IHtmlAnchorElement>("section[aria-labelledby=evidence] a[download]")!.GetAttribute("href")!, UriKind.Relative));
        Assert.Equal("%PDF-1.7 twenty cases", await file.Content.ReadAsStringAsync());
        Assert.Equal(("attachment", "sample.pdf"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileName));
        Assert.Equal(["nosniff"], file.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["default-src 'none'; sandbox"], file.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public async Task Who_may_not_is_told_whom_to_ask_and_what_the_stage_forbids_is_told_with_what_to_do()
    {
        await using var site = await PlanSite.WithAnActionAsync();
        var director = await site.AsAsync(Role.ServiceDirector);

        var verify = await director.PageAsync($"{Action}/verify");
        var withdraw = await director.PageAsync($"{Action}/withdraw");

        Assert.Contains("Action A1 is not started: only a completed action can be verified.", verify.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ask the programme manager to do it.", withdraw.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(verify.QuerySelectorAll("textarea"));
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync(new Uri($"{Action}/burn", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task An_action_is_withdrawn_with_who_agreed_and_its_reason_stays_typed_when_that_is_missing()
    {
        await using var site = await PlanSite.WithAnActionAsync();
        var manager = await site.AsAsync(Role.ProgrammeManager);

        var missing = await manager.FillInAsync($"{Action}/withdraw", ("Input.Sentence", "Part of A2 now."), ("Input.AgreedBy", ""));
        Assert.Equal(["Say who agreed that the action is withdrawn."], await missing.ProblemsAsync());
        Assert.Equal("Part of A2 now.", (await missing.PageAsync()).QuerySelector("textarea")!.TextContent);
        var done = await manager.FillInAsync($"{Action}/withdraw", ("Input.Sentence", "Part of A2 now."), ("Input.AgreedBy", "Improvement board"));

        var page = await manager.PageAsync(done.LedTo());
        Assert.Contains("Agreed by: Improvement board.", page.QuerySelector("section[aria-labelledby=history]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Reopen it", "Change what it is"], page.QuerySelectorAll(".buttons a").Select(link => link.TextContent.Trim()));
    }
}
