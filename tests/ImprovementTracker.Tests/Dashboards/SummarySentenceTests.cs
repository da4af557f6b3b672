using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Dashboards;

public class SummarySentenceTests
{
    private static readonly Month May2011 = new(2011, 5);
    private static readonly AreaFigure None = new(MeasureValue.Nothing.Recorded, null, null, default, "");

    private static SummaryLine Line(Variation? variation, params Assurance?[] assurances) => new("code", "Name", null, MeasureUnit.Percentage, None, "76%", "", None, "", May2011, [], "", null,
        variation is { } word ? new(word, SpecialCause.Rising, May2011) : null, "",
        [.. assurances.Select(assurance => new SummaryTarget(TargetSetter.Local, "80%", false, TargetVerdict.Missed, "", "", assurance))]);

    private static string Say(params SummaryLine[] lines) => SummarySentence.Of(May2011, null, lines, 12);

    [Fact]
    public void Each_kind_of_change_is_counted_once() => Assert.Equal(
        "Up to May 2011, of the five measures that can be judged, two show improvement, one gives concern, one is high or low without being good or bad and one shows no clear change. Two consistently fail a target. One has too few values, or too little variation, to judge.",
        Say(Line(Variation.Improvement, Assurance.HitAndMiss), Line(Variation.Improvement), Line(Variation.Concern, Assurance.ConsistentlyFailing, Assurance.ConsistentlyFailing), Line(Variation.Low), Line(Variation.Common, Assurance.ConsistentlyFailing, null), Line(null)));

    [Fact]
    public void Where_all_are_alike_that_is_said_of_all()
    {
        Assert.Equal("Up to May 2011 all three measures that can be judged show no clear change.", Say(Line(Variation.Common), Line(Variation.Common), Line(Variation.Common)));
        Assert.Equal("Up to May 2011 both measures that can be judged give concern. None consistently fails a target.", Say(Line(Variation.Concern, Assurance.HitAndMiss), Line(Variation.Concern)));
        Assert.Equal("Up to May 2011 the only measure that can be judged is high or low without being good or bad.", Say(Line(Variation.High)));
        Assert.Equal("Up to May 2011 both measures that can be judged are high or low without being good or bad.", Say(Line(Variation.High), Line(Variation.Low)));
    }

    [Fact]
    public void What_cannot_be_judged_is_said_not_to_be()
    {
        Assert.Equal("Up to May 2011 the only measure does not have enough values, or enough variation among them, to tell change from chance: that takes at least 12 values.", Say(Line(null)));
        Assert.Equal("No measures are set up here yet.", Say());
        Assert.StartsWith("North: up to May 2011 the only measure", SummarySentence.Of(May2011, "North", [Line(Variation.Common)], 12), StringComparison.Ordinal);
    }

    private static SummaryLine Marked(bool isProvisional, bool isRevised) =>
        Line(Variation.Common) with { Change = new(Variation.Common, SpecialCause.None, May2011) { Marks = new(IsIllustrative: false, isProvisional, isRevised) } };

    [Fact]
    public void How_many_of_the_figures_judged_may_still_change_or_have_changed_is_said()
    {
        Assert.Equal("Up to May 2011 the only measure that can be judged shows no clear change. Its latest figure is provisional and revised.", Say(Marked(true, true)));
        Assert.Equal("Up to May 2011 both measures that can be judged show no clear change. The latest figure of each of them is provisional and that of one of them is revised.", Say(Marked(true, false), Marked(true, true)));
        Assert.Equal("Up to May 2011 all three measures that can be judged show no clear change. The latest figure of two of them is revised.", Say(Marked(false, true), Marked(false, false), Marked(false, true)));
    }
}
