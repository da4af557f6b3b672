using ImprovementTracker.BrowserTests.Running;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Programmes;

/// <summary>A programme manager starts a programme and enters the inspection that led to it; every page and form on the way is looked at.</summary>
public class ProgrammeManagerPathTests(DemonstrationTracker demonstration) : IClassFixture<DemonstrationTracker>
{
    private const string Here = "/p/othershire-2010";

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    private static Task FollowAsync(IPage page, string name) => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();

    private static Task ExpectSavedAsync(IPage page, string sentence) => Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(sentence);

    [Fact]
    public async Task From_a_new_programme_to_a_published_letter_and_what_a_later_visit_said_of_it()
    {
        await using var manager = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Programme manager");
        var page = manager.Page;
        await StartAsync(manager, page);
        await SetUpAsync(manager, page);
        await EnterLetterAsync(manager, page);
        await EnterVisitAsync(manager, page);
        await GradeAsync(manager, page);
    }

    private static async Task StartAsync(PersonAtWork manager, IPage page)
    {
        await manager.VisitAsync("/", "programmes");
        await FollowAsync(page, "Start a programme");
        await manager.LookAsync("programme-new");
        await Button(page, "Start the programme").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Type the authority's name");
        await manager.LookAsync("programme-new-refused");
        await page.GetByLabel("Authority", new() { Exact = true }).FillAsync("Othershire County Council");
        await page.GetByLabel("Name of the programme").FillAsync("improvement notice, June 2010");
        await page.GetByLabel("Improvement notice", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("When was it issued?").FillAsync("June 2010");
        await page.GetByLabel("The programme starts on").FillAsync("2010-06-01");
        await page.GetByLabel("Parts of the authority").FillAsync("East\nWest");
        await Button(page, "Start the programme").ClickAsync();
        await page.WaitForURLAsync($"**{Here}/setup**");
        await ExpectSavedAsync(page, "The programme has started.");
        await manager.LookAsync("setup");
    }

    private static async Task SetUpAsync(PersonAtWork manager, IPage page)
    {
        await FollowAsync(page, "Add an area");
        await manager.LookAsync("area-new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("East coast");
        await Button(page, "Save the area").ClickAsync();
        await ExpectSavedAsync(page, "The area is as you see it below.");
        await FollowAsync(page, "Add a theme");
        await manager.LookAsync("theme-new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Assessment");
        await Button(page, "Save the theme").ClickAsync();
        await ExpectSavedAsync(page, "The theme is as you see it below.");
        await FollowAsync(page, "Add a document");
        await manager.LookAsync("document-new");
        await page.GetByLabel("Title of the document").FillAsync("Letter of October 2009");
        await page.GetByLabel("Publisher").FillAsync("Ofsted");
        await Button(page, "Save the document").ClickAsync();
        await ExpectSavedAsync(page, "The document is as you see it below.");

        await manager.VisitAsync($"{Here}/timeline", "timeline-first");
        await FollowAsync(page, "Add an entry");
        await manager.LookAsync("timeline-new");
        await page.GetByLabel("Date", new() { Exact = true }).FillAsync("March 2011");
        await page.GetByLabel("What is it about?").SelectOptionAsync("Staff and money");
        await page.GetByLabel("What happened, in one sentence").FillAsync("The council recruited new staff.");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Figure (optional)" }).FillAsync("60 staff");
        await Button(page, "Add the entry").ClickAsync();
        await ExpectSavedAsync(page, "The entry is in the timeline, at its date.");
    }

    private static async Task EnterLetterAsync(PersonAtWork manager, IPage page)
    {
        await manager.VisitAsync($"{Here}/inspections", "inspections-none");
        await FollowAsync(page, "Enter an inspection");
        await manager.LookAsync("inspection-new");
        await page.GetByLabel("Kind of inspection").SelectOptionAsync("Unannounced inspection of contact, referral and assessment");
        await page.GetByLabel("First day of the visit").FillAsync("8 October 2009");
        await page.GetByLabel("Letter or report").SelectOptionAsync("Letter of October 2009, Ofsted");
        await Button(page, "Save the inspection").ClickAsync();
        await ExpectSavedAsync(page, "The inspection is entered.");
        await manager.LookAsync("inspection-without-findings");

        await FollowAsync(page, "Add findings");
        await manager.LookAsync("findings-new");
        await FollowAsync(page, "paste it from the letter");
        await manager.LookAsync("findings-paste");
        await page.GetByLabel("The list, as it stands in the letter").FillAsync("▪ Supervision is not consistent\nacross all teams.\n▪ Referrals are closed prematurely.");
        await page.GetByLabel("What the inspectors called them").SelectOptionAsync("Area for priority action");
        await Button(page, "Take the list apart").ClickAsync();
        await Assertions.Expect(page.GetByLabel("The inspectors' words").First).ToHaveValueAsync("Supervision is not consistent across all teams.");
        await manager.LookAsync("findings-apart");
        await Button(page, "Save the findings").ClickAsync();
        await ExpectSavedAsync(page, "The findings are below, in the letter's order.");
        Assert.Equal(["Supervision is not consistent across all teams.", "Referrals are closed prematurely."], await page.Locator("blockquote").AllTextContentsAsync());

        await FollowAsync(page, "Correct");
        await manager.LookAsync("finding-correct");
        await page.GetByLabel("Paragraph").FillAsync("7");
        await Button(page, "Save the correction").ClickAsync();
        await ExpectSavedAsync(page, "The draft is as you see it below.");
        await FollowAsync(page, "Change its entry");
        await page.GetByLabel("Published", new() { Exact = true }).CheckAsync();
        await Button(page, "Save the inspection").ClickAsync();
        await ExpectSavedAsync(page, "The inspection is as you see it below.");
        await manager.LookAsync("inspection-published");
    }

    private static async Task EnterVisitAsync(PersonAtWork manager, IPage page)
    {
        var letter = page.Url;
        await FollowAsync(page, "Enter what a later visit said");
        await manager.LookAsync("review-no-visit");
        await FollowAsync(page, "Enter an inspection");
        await page.GetByLabel("Kind of inspection").SelectOptionAsync("Inspection of safeguarding and looked after children");
        await page.GetByLabel("First day of the visit").FillAsync("February 2011");
        await page.GetByLabel("Embargoed", new() { Exact = true }).CheckAsync();
        await page.GetByText("It is taken from a document that is not in the list").First.ClickAsync();
        await page.GetByLabel("Title of the document").First.FillAsync("Report of 2011");
        await page.GetByLabel("Publisher").First.FillAsync("Ofsted");
        await Button(page, "Save the inspection").ClickAsync();
        await manager.LookAsync("inspection-embargoed");

        await page.GotoAsync(letter);
        await FollowAsync(page, "Enter what a later visit said");
        await manager.LookAsync("review-new");
        await page.GetByLabel("Later visit").SelectOptionAsync("Inspection of safeguarding and looked after children, February 2011");
        await page.GetByLabel("Addressed", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("The inspectors' own words").FillAsync("Supervision is regular.");
        await Button(page, "Save what the visit said").ClickAsync();
        await ExpectSavedAsync(page, "What the later visit said stands with its finding.");
        await manager.LookAsync("inspection-reviewed");
    }

    private static async Task GradeAsync(PersonAtWork manager, IPage page)
    {
        await manager.VisitAsync($"{Here}/judged-areas", "judged-areas-none");
        await manager.VisitAsync($"{Here}/inspections", "inspections-two");
        await FollowAsync(page, "Inspection of safeguarding and looked after children");
        await FollowAsync(page, "Enter grades");
        await page.GetByLabel("Grade", new() { Exact = true }).First.SelectOptionAsync("Adequate");
        await page.GetByLabel("Aimed for").First.SelectOptionAsync("Good");
        await manager.LookAsync("grades-new");
        await Button(page, "Save the grades").ClickAsync();
        await ExpectSavedAsync(page, "The grades are as you see them below.");
        await manager.VisitAsync($"{Here}/judged-areas", "judged-areas");
        await Assertions.Expect(page.GetByText("The one with a grade aimed for has not reached it.")).ToBeVisibleAsync();
    }
}
