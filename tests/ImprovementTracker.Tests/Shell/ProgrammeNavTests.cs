using Bunit;
using Bunit.TestDoubles;
using ImprovementTracker.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementTracker.Tests.Shell;

public class ProgrammeNavTests : BunitContext
{
    private IRenderedComponent<ProgrammeNav> Menu(string address, params NavItem[] allowed)
    {
        Services.AddSingleton(new Here { ProgrammeSlug = "nottinghamshire", Allowed = allowed.ToHashSet() });
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<ProgrammeNav>();
    }

    [Fact]
    public void The_menu_shows_only_the_pages_that_the_person_may_open()
    {
        var menu = Menu("/p/nottinghamshire", NavItem.Overview, NavItem.Measures, NavItem.Timeline);

        Assert.Equal(["/p/nottinghamshire", "/p/nottinghamshire/measures", "/p/nottinghamshire/timeline"], menu.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["The plan"], menu.FindAll(".group").Select(group => group.TextContent));
    }

    [Fact]
    public void The_page_one_is_on_is_marked()
    {
        var menu = Menu("/p/nottinghamshire/actions?status=overdue", Enum.GetValues<NavItem>());

        Assert.Equal(["Actions page"], menu.FindAll("a[aria-current]").Select(link => $"{link.TextContent} {link.GetAttribute("aria-current")}"));
    }

    [Fact]
    public void A_page_below_one_of_the_menu_marks_that_one()
    {
        var menu = Menu("/p/nottinghamshire/measures/initial-assessments", Enum.GetValues<NavItem>());

        Assert.Equal(["Measures true"], menu.FindAll("a[aria-current]").Select(link => $"{link.TextContent} {link.GetAttribute("aria-current")}"));
    }
}
