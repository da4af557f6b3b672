using System.Reflection;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Plan;

namespace ImprovementTracker.Tests.Data;

public class WhatWasSaidTests
{
    private static readonly Type[] Inputs = [.. typeof(ISentOnce).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(ISentOnce)) && type is { IsClass: true, IsAbstract: false })];

    public static TheoryData<string> Forms => [.. Inputs.Select(type => type.FullName!)];

    [Theory, MemberData(nameof(Forms))]
    public void A_word_more_in_any_field_is_something_else(string form)
    {
        var type = Inputs.Single(type => type.FullName == form);
        foreach (var field in type.GetProperties().Where(property => property.PropertyType == typeof(string) && property.CanWrite && property.Name != "Seen"))
        {
            var (before, after) = ((ISentOnce)Activator.CreateInstance(type)!, (ISentOnce)Activator.CreateInstance(type)!);
            field.SetValue(before, "What was said");
            field.SetValue(after, "What was said");
            Assert.Equal(WhatWasSaid.Of(before), WhatWasSaid.Of(after));
            field.SetValue(after, "What was said then");
            Assert.True(WhatWasSaid.Of(before) != WhatWasSaid.Of(after), field.Name);
        }
    }

    [Fact]
    public void The_version_that_a_page_carries_is_nothing_that_was_said()
    {
        var before = new UpdateAction.Input { Action = "A1", Sentence = "Two started.", Version = 3 };
        var after = new UpdateAction.Input { Action = "A1", Sentence = "Two started.", Version = 4, Submission = Guid.NewGuid() };

        Assert.Equal(WhatWasSaid.Of(before), WhatWasSaid.Of(after));
        Assert.Equal(WhatWasSaid.Length, WhatWasSaid.Of(before).Length);
    }

    [Fact]
    public void A_figure_in_a_line_of_a_list_counts()
    {
        var before = new RecordMonth.Input { Lines = [new() { AreaId = 1, Numerator = "76" }] };
        var after = new RecordMonth.Input { Lines = [new() { AreaId = 1, Numerator = "67" }] };

        Assert.NotEqual(WhatWasSaid.Of(before), WhatWasSaid.Of(after));
    }

    [Fact]
    public void Every_form_with_a_once_only_mark_is_told_apart_by_what_it_says()
    {
        var without = typeof(ISentOnce).Assembly.GetTypes()
            .Where(type => type.GetProperty(nameof(ISentOnce.Submission), BindingFlags.Public | BindingFlags.Instance) is { PropertyType: var kind } && kind == typeof(Guid))
            .Where(type => !type.IsAssignableTo(typeof(ISentOnce)));

        Assert.Empty(without);
        Assert.NotEmpty(Inputs);
    }
}
