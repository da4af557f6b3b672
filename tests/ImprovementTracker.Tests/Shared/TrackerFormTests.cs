using Bunit;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Shared;

public class TrackerFormTests : BunitContext
{
    private readonly SampleInput _input = new() { Once = Guid.NewGuid(), Areas = [1], Lines = [new() { AreaId = 11, Numerator = "464" }] };

    private IRenderedComponent<SampleForm> Form(Action? onValid = null) =>
        Render<SampleForm>(p => p.Add(form => form.Input, _input).Add(form => form.OnValid, onValid ?? (() => { })));

    [Fact]
    public void A_field_is_tied_to_its_label_and_hint_and_when_wrong_to_its_error()
    {
        var form = Form();
        Assert.Equal("sample-Input-Sentence-hint", form.Find("#sample-Input-Sentence").GetAttribute("aria-describedby"));
        Assert.Equal("What was done", form.Find("label[for=sample-Input-Sentence]").TextContent);

        form.Find("form").Submit();

        var field = form.Find("#sample-Input-Sentence");
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Equal("sample-Input-Sentence-hint sample-Input-Sentence-error", field.GetAttribute("aria-describedby"));
        Assert.Equal("Error: Enter a sentence that says what was done", form.Find("#sample-Input-Sentence-error").TextContent.Trim());
    }

    [Fact]
    public void A_right_form_is_acted_upon_and_shows_no_problem()
    {
        var saved = 0;
        _input.Sentence = "Two workers started";
        var form = Form(() => saved++);

        form.Find("form").Submit();

        Assert.Equal(1, saved);
        Assert.Empty(form.FindAll(".problem"));
        Assert.Null(form.Find("#sample-Input-Sentence").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void A_broken_rule_is_shown_once_and_goes_when_the_next_attempt_succeeds()
    {
        var refuse = true;
        _input.Sentence = "Two workers started";
        var form = Form(() => { if (refuse) throw new BrokenRule("The month is locked"); });

        form.Find("form").Submit();
        Assert.Equal("The month is locked", form.Find(".problem li").TextContent.Trim());

        refuse = false;
        form.Find("form").Submit();
        Assert.Empty(form.FindAll(".problem"));
    }

    [Fact]
    public void A_question_with_several_answers_leads_to_the_first_of_them()
    {
        _input.Sentence = "Two workers started";
        _input.Areas = [];
        var form = Form();

        form.Find("form").Submit();

        Assert.EndsWith("#sample-Input-Areas-0", form.Find(".problem a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("sample-Input-Areas-error", form.Find("#sample-Input-Areas").GetAttribute("aria-describedby"));
    }

    [Fact]
    public void A_form_without_its_once_only_token_is_not_shown()
    {
        _input.Once = Guid.Empty;

        Assert.Throws<InvalidOperationException>(() => Form());
    }
}
