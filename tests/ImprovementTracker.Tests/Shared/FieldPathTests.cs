using ImprovementTracker.Web.Shared;
using Microsoft.AspNetCore.Components.Forms;

namespace ImprovementTracker.Tests.Shared;

public class FieldPathTests
{
    private readonly SampleInput _input = new() { Lines = [new() { AreaId = 11 }, new() { AreaId = 12 }, new() { AreaId = 13 }] };

    [Fact]
    public void A_rule_on_the_third_line_finds_that_line()
    {
        Assert.Equal(new FieldIdentifier(_input.Lines[2], "Numerator"), FieldPath.Find(_input, "Lines[2].Numerator"));
    }

    [Fact]
    public void A_rule_on_one_of_many_choices_finds_the_list()
    {
        Assert.Equal(new FieldIdentifier(_input, "Areas"), FieldPath.Find(_input, "Areas[1]"));
    }

    [Fact]
    public void A_rule_on_the_whole_or_on_a_line_that_is_gone_belongs_to_the_whole()
    {
        Assert.Same(_input, FieldPath.Find(_input, "").Model);
        Assert.Same(_input, FieldPath.Find(_input, "Lines[7].Numerator").Model);
    }
}
