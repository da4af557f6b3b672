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
    public void Where_somebody_else_saved_something_different_it_stands_beside_what_was_typed_and_nothing_typed_is_lost()
    {
        (_input.Sentence, _input.Reason, _input.Seen) = ("Two workers started", "As before", "opened");
        (_input.Measure, _input.Pace, _input.Due) = (7, SamplePace.Slow, new DateOnly(2011, 5, 31));
        var saved = new SampleInput
        {
            Sentence = "Three workers started",
            Reason = "As before",
            Seen = "saved",
            Measure = 9,
            Pace = SamplePace.Quick,
            Due = new DateOnly(2011, 6, 3),
            Areas = [2, 3],
            Lines = [new() { AreaId = 11, Numerator = "465" }],
            Sure = true,
            From = "2011-05",
        };
        var form = Form(() => throw new ChangedMeanwhile("the sample", saved));

        form.Find("form").Submit();

        Assert.StartsWith("Somebody else changed the sample while you were writing", form.Find(".problem li").TextContent.Trim(), StringComparison.Ordinal);
        string Now(string field) => form.Find($"#sample-Input-{field}-now").TextContent;
        Assert.Equal("Saved now: Three workers started", Now("Sentence"));
        Assert.Equal("Saved now: Visits", Now("Measure"));
        Assert.Equal("Saved now: Quick", Now("Pace"));
        Assert.Equal("Saved now: 3 June 2011", Now("Due"));
        Assert.Equal("Saved now: Bassetlaw and Broxtowe", Now("Areas"));
        Assert.Equal("Saved now: 465", Now("Lines-0-Numerator"));
        Assert.Equal("Saved now: ticked", Now("Sure"));
        Assert.Empty(form.FindAll("#sample-Input-Reason-now"));
        Assert.Equal(("Two workers started", "sample-Input-Sentence-hint sample-Input-Sentence-now"),
            (form.Find("#sample-Input-Sentence").GetAttribute("value"), form.Find("#sample-Input-Sentence").GetAttribute("aria-describedby")));
        // The next save is one that knows of it.
        Assert.Equal("saved", _input.Seen);
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
