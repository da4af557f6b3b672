using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Tests.Operation;
using ImprovementTracker.Tests.Programmes;

namespace ImprovementTracker.Tests.Measures;

/// <summary>A figure from a document, from the measure's page to its end, as a browser without script meets it.</summary>
public sealed class StatedFigurePagesTests(ProgrammeAtWork work) : IClassFixture<ProgrammeAtWork>
{
    private const string Here = $"/p/{ProgrammeAtWork.Slug}/measures";

    [Fact]
    public async Task A_figure_is_added_with_its_document_approved_by_another_person_unlocked_and_taken_back()
    {
        var (officer, manager) = (await work.BrowserOfAsync(Role.PerformanceOfficer), await work.BrowserOfAsync(Role.ProgrammeManager));
        var added = await officer.FillInAsync($"{Here}/new", ("Input.Name", "Visits quoted"), ("Input.Phrase", "visits made on time"), ("Input.Definition", "Share of visits made in time."), ("Input.Unit", "Percentage"),
            ("Input.Numerator", "visits made on time"), ("Input.Denominator", "visits due"), ("Input.Decimals", "0"), ("Input.Polarity", "HigherIsBetter"), ("Input.Period", "InMonth"));
        var measure = added.LedTo().Split('?')[0];
        Assert.NotNull((await officer.PageAsync(measure)).QuerySelector($"a[href='{measure}/stated']"));

        var area = (await officer.PageAsync($"{measure}/stated")).QuerySelector<IHtmlSelectElement>("[name='Input.AreaId']")!.Options.Single(option => option.Text == "Testshire as a whole").Value;
        var missing = await officer.FillInAsync($"{measure}/stated", ("Input.AreaId", area), ("Input.Period", "NotSaid"), ("Input.Month", "2010-07"), ("Input.Printed", "84%"));
        Assert.Equal(["Say which document prints it: choose one, or describe a new one."], await missing.ProblemsAsync());
        var sent = await officer.FillInAsync($"{measure}/stated", ("Input.AreaId", area), ("Input.Period", "NotSaid"), ("Input.Month", "2010-07"), ("Input.Printed", "84%"), ("Input.Source.New.Title", "Newspaper"), ("Input.Source.New.Publisher", "The Post"),
            ("Input.Paragraph", "page 4"), ("Input.Reason", "It quotes the council's leader."));
        Assert.StartsWith($"{measure}/stated?saved=stated&form=", sent.LedTo(), StringComparison.Ordinal);
        var line = Assert.Single((await officer.PageAsync(sent.LedTo())).QuerySelectorAll("section[aria-labelledby=standing] li"));
        Assert.Equal("84%, Testshire, reported in July 2010, period not stated, provisional stated: Newspaper, page 4", string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains("84%, reported in July 2010, period not stated, provisional", (await officer.PageAsync(measure)).QuerySelector("section[aria-labelledby=elsewhere]")!.TextContent, StringComparison.Ordinal);

        var page = line.QuerySelector<IHtmlAnchorElement>("a")!.GetAttribute("href")!;
        Assert.Contains("You entered it, so another person approves it.", (await officer.PageAsync(page)).QuerySelector("section[aria-labelledby=approving]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("saved=stated-approved", (await manager.PressAsync(page, "Approve the figure")).LedTo(), StringComparison.Ordinal);
        var locked = await officer.PageAsync(page);
        Assert.Null(locked.QuerySelector("section[aria-labelledby=changing], section[aria-labelledby=taking-back]"));

        Assert.Contains("saved=stated-unlocked", (await manager.FillInAsync(page, ("Unlocking.Reason", "It is of another year."))).LedTo(), StringComparison.Ordinal);
        var form = await officer.PageAsync(page);
        Assert.Equal(("84%", "page 4"), (form.QuerySelector<IHtmlInputElement>("[name='Input.Printed']")!.Value, form.QuerySelector<IHtmlInputElement>("[name='Input.Paragraph']")!.Value));
        var gone = await officer.FillInAsync(page, ("Back.Reason", "It is of another year."));
        Assert.Contains("saved=stated-back", gone.LedTo(), StringComparison.Ordinal);
        Assert.Contains("taken back, provisional, by The performance officer", (await officer.PageAsync(page)).QuerySelector("section[aria-labelledby=said]")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await officer.PageAsync(measure)).QuerySelector("section[aria-labelledby=elsewhere]"));
    }
}
