using ImprovementTracker.BrowserTests.Running;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Operation;

public sealed class ProblemPagesTests(DemonstrationTracker demonstration) : IClassFixture<DemonstrationTracker>
{
    [Theory]
    [InlineData("Board chair", "/nowhere", 404, "This page is not here", "not-found")]
    [InlineData("Board chair", "/people", 403, "You may not see or do this", "not-allowed")]
    [InlineData("Administrator", "/p/nowhere/report", 404, "This page is not here", "no-such-programme")]
    [InlineData("Board chair", "/error", 200, "Something went wrong", "error")]
    public async Task A_page_that_cannot_be_shown_says_so_in_the_look_of_the_others_with_its_reference_number(string name, string address, int status, string heading, string picture)
    {
        await using var person = await PersonAtWork.SignedInAsync(demonstration.Tracker, name);

        var answer = await person.Page.GotoAsync(address);

        Assert.Equal(status, answer!.Status);
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
        await Assertions.Expect(person.Page.GetByText(answer.Headers["x-reference"])).ToBeVisibleAsync();
        await person.LookAsync(picture);
    }
}
