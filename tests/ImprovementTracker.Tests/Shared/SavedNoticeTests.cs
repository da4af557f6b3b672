using Bunit;
using ImprovementTracker.Web.Shared;

namespace ImprovementTracker.Tests.Shared;

public class SavedNoticeTests : BunitContext
{
    private static readonly Dictionary<string, string> Sentences = new() { ["update"] = "Your update is in the history." };

    private IRenderedComponent<SavedNotice> Notice(string? what, string? form) =>
        Render<SavedNotice>(p => p.Add(c => c.What, what).Add(c => c.Form, form).Add(c => c.Sentences, Sentences));

    [Fact]
    public void What_was_saved_is_confirmed_in_words_and_its_draft_can_go()
    {
        var notice = Notice("update", "4dd64c04-8d5c-4e0e-8b5e-0a4f5e2b1c33");

        Assert.Equal("Saved Your update is in the history.", string.Join(' ', notice.Find("[role=status]").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("4dd64c04-8d5c-4e0e-8b5e-0a4f5e2b1c33", notice.Find("[data-draft-saved]").GetAttribute("data-draft-saved"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("<b>Everything is lost</b>")]
    public void An_address_that_says_something_else_confirms_nothing(string? what) => Assert.Empty(Notice(what, null).Markup.Trim());

    [Fact]
    public void What_is_no_mark_of_a_form_is_not_written_into_the_page() => Assert.DoesNotContain("script", Notice("update", "\"><script>").Markup, StringComparison.Ordinal);
}
