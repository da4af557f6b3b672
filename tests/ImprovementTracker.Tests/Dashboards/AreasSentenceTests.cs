using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Dashboards;

public class AreasSentenceTests
{
    private static readonly Month May2011 = new(2011, 5);
    private static readonly MeasureShape Percentage = new(1, MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth);
    private static readonly MeasureShape Count = new(2, MeasureUnit.Count, 0, Polarity.None, PeriodType.InMonth);
    private static readonly string[] Names = ["Ashfield", "Bassetlaw", "Broxtowe", "Gedling", "Mansfield", "Newark", "Rushcliffe"];

    /// <summary>Localities in order, each with its figure against 80% (tolerance 5 points); NaN for none.</summary>
    private static MeasureStanding Against80(string name, params double[] figures) => Standing(name, Percentage, new TargetLevel(80, Tolerance: 5), figures);

    private static MeasureStanding Standing(string name, MeasureShape shape, TargetLevel? level, double[] figures, double whole = double.NaN) => new(
        name, shape, level is not null, TargetComparison.Of(double.IsNaN(whole) ? null : (decimal)whole, level, shape.Polarity),
        [.. figures.Select((figure, place) => new AreaStanding(Names[place], AreaKind.Locality, TargetComparison.Of(double.IsNaN(figure) ? null : (decimal)figure, level, shape.Polarity)))]);

    private static string Of(params MeasureStanding[] measures) => AreasSentence.Of(May2011, TargetSetter.DfeNotice, hasTargets: true, measures, "Nottinghamshire");

    [Fact]
    public void Two_of_seven_met_and_the_furthest_is_named() => Assert.Equal(
        "In May 2011 two of seven localities met the DfE notice's target for initial assessments in time. Bassetlaw is furthest from it, 11 points below.",
        Of(Against80("Initial assessments in time", 72, 69, 82, 82, 73, 73, 74)));

    [Fact]
    public void The_measure_that_most_areas_miss_is_the_one_spoken_of() => Assert.Equal(
        "In May 2011 none of three localities met the DfE notice's target for visits. Ashfield is furthest from it, 30 points below.",
        Of(Against80("Reviews", 90, 10, 90), Against80("Visits", 50, 60, 70)));

    [Fact]
    public void A_tie_names_all_of_them() => Assert.Equal(
        "In May 2011 one of three localities met the DfE notice's target for visits. Ashfield and Broxtowe are furthest from it, 9 points below.",
        Of(Against80("Visits", 71, 85, 71)));

    [Fact]
    public void A_tie_of_many_is_counted() => Assert.Equal(
        "In May 2011 none of four localities met the DfE notice's target for visits. Four localities are furthest from it, 9 points below.",
        Of(Against80("Visits", 71, 71, 71, 71)));

    [Fact]
    public void The_only_one_that_fell_short_is_named() => Assert.Equal(
        "In May 2011 one of two localities met the DfE notice's target for visits. Bassetlaw did not: it is 3 points below.",
        Of(Against80("Visits", 80, 77)));

    [Fact]
    public void Furthest_but_within_tolerance_is_said() => Assert.Equal(
        "In May 2011 neither locality met the DfE notice's target for visits. Bassetlaw is furthest from it, 4 points below, which is within tolerance.",
        Of(Against80("Visits", 77, 76)));

    [Fact]
    public void Areas_without_a_figure_are_not_counted_as_missing_it() => Assert.Equal(
        "In May 2011 one of the three localities with a figure met the DfE notice's target for visits. Ashfield is furthest from it, 9 points below.",
        Of(Against80("Visits", 71, double.NaN, 85, 72)));

    [Fact]
    public void All_met_on_one_measure() => Assert.Equal(
        "In May 2011 all three localities met the DfE notice's target for visits.", Of(Against80("Visits", 80, 81, 99)));

    [Fact]
    public void All_met_on_every_measure() => Assert.Equal(
        "In May 2011 every locality met the DfE notice's target for each of two measures.", Of(Against80("Visits", 80, 81), Against80("Reviews", 90, 85)));

    [Fact]
    public void All_met_where_not_every_target_could_be_compared() => Assert.Equal(
        "In May 2011 every locality with a figure met the DfE notice's target for each of the two measures that can be compared.",
        Of(Against80("Visits", 80, 81), Against80("Reviews", 90, double.NaN), Against80("Plans", double.NaN, double.NaN)));

    [Fact]
    public void One_locality_alone_is_named() => Assert.Equal(
        "In May 2011 Ashfield did not meet the DfE notice's target for visits: it is 10 points below.", Of(Against80("Visits", 70)));

    [Fact]
    public void The_only_one_with_a_figure_is_named_as_that() => Assert.Equal(
        "In May 2011 Bassetlaw, the only locality with a figure, met the DfE notice's target for visits.", Of(Against80("Visits", double.NaN, 81)));

    [Fact]
    public void What_should_stay_close_to_a_level_may_be_off_on_either_side() => Assert.Equal(
        "In May 2011 one of three localities met the DfE notice's target for caseload. Ashfield and Broxtowe are furthest from it, 7 away.",
        Of(Standing("Caseload", new MeasureShape(3, MeasureUnit.Average, 0, Polarity.CloseToTarget, PeriodType.InMonth), new TargetLevel(20, Tolerance: 2), [13, 21, 27])));

    [Fact]
    public void A_snapshot_speaks_of_the_months_end() => Assert.Equal(
        "At the end of May 2011 both localities met the DfE notice's target for caseload.",
        Of(Standing("Caseload", Percentage with { Period = PeriodType.AtMonthEnd }, new TargetLevel(80), [80, 90])));

    [Fact]
    public void A_range_is_neither_met_nor_missed() => Assert.Equal(
        "In May 2011 one of three localities was within the DfE notice's expected range for referrals. Bassetlaw is furthest outside it, 40 above.",
        Of(Standing("Referrals", Count, new TargetLevel(50, 70), [60, 110, 45])));

    /// <summary>The localities that are asked nothing of, by their place.</summary>
    private static MeasureStanding NotAsked(MeasureStanding measure, params int[] places) => measure with
    {
        Parts = [.. measure.Parts.Select((part, place) => places.Contains(place) ? part with { IsAsked = false, Comparison = TargetComparison.Of(50, null, Polarity.HigherIsBetter) } : part)],
    };

    [Fact]
    public void Who_has_a_figure_but_no_such_target_is_not_said_to_have_no_figure()
    {
        Assert.Equal("In May 2011 Bassetlaw, the only locality with such a target, met the DfE notice's target for visits.", Of(NotAsked(Against80("Visits", 50, 81, 50), 0, 2)));
        Assert.Equal("In May 2011 one of the two localities with such a target met the DfE notice's target for visits. Bassetlaw did not: it is 3 points below.", Of(NotAsked(Against80("Visits", 80, 77, 50), 2)));
        Assert.Equal("In May 2011 Ashfield, the only locality with such a target and a figure, met the DfE notice's target for visits.", Of(NotAsked(Against80("Visits", 80, double.NaN, 50), 2)));
        Assert.Equal("In May 2011 neither of the two localities with such a range was within the DfE notice's expected range for referrals. Ashfield and Bassetlaw are furthest outside it, 40 above.",
            Of(NotAsked(Standing("Referrals", Count, new TargetLevel(50, 70), [110, 110, 60]), 2)));
        Assert.Equal("In May 2011 the DfE notice's targets for two measures were each met by every locality that they hold for.", Of(NotAsked(Against80("Visits", 80, 81), 1), NotAsked(Against80("Reviews", 90, 85), 0)));
    }

    [Fact]
    public void Measures_with_a_range_are_no_measures_that_cannot_be_compared() => Assert.Equal(
        "In May 2011 the DfE notice's targets for two measures were each met by every locality that they hold for.",
        Of(Against80("Visits", 80, 81), Against80("Reviews", 90, 85), Standing("Referrals", Count, new TargetLevel(50, 70), [110, 45])));

    [Fact]
    public void Of_a_measure_with_a_target_here_and_a_range_there_each_is_judged_by_its_own()
    {
        var target = Against80("Visits", 70, 85, double.NaN);
        var range = Standing("Visits", Percentage, new TargetLevel(50, 60), [0, 0, 55]).Parts[2];

        Assert.Equal("In May 2011 one of the two localities with such a target met the DfE notice's target for visits. Ashfield did not: it is 10 points below.",
            Of(target with { Parts = [target.Parts[0], target.Parts[1], range] }));
    }

    [Fact]
    public void A_target_for_the_whole_alone_leaves_no_locality_without_a_figure()
    {
        var whole = NotAsked(Standing("Visits", Percentage, new TargetLevel(80), [50, 50], 85), 0, 1);
        var part = NotAsked(Standing("Plans", Percentage, new TargetLevel(80), [double.NaN, 50]), 1) with { IsAskedOfWhole = false };

        Assert.Equal("In May 2011 Nottinghamshire met the DfE notice's target. No locality is held to it.", Of(whole));
        Assert.Equal("In May 2011 Nottinghamshire met the DfE notice's target that holds for it. No locality has a figure to compare.", Of(whole, part));
        Assert.Equal("In May 2011 Nottinghamshire met both of the DfE notice's two targets. No locality is held to one of them.", Of(whole, whole));
    }

    [Fact]
    public void Without_localities_the_whole_is_spoken_of() => Assert.Equal(
        "In May 2011 Nottinghamshire met one of the DfE notice's three targets and missed one. One has no figure.",
        Of(Standing("Visits", Percentage, new TargetLevel(80), [], 85), Standing("Reviews", Percentage, new TargetLevel(80), [], 60), Standing("Plans", Percentage, new TargetLevel(80), [])));

    [Fact]
    public void Localities_without_any_figure_are_said_to_have_none() => Assert.Equal(
        "In May 2011 Nottinghamshire met the DfE notice's target. No locality has a figure to compare.",
        Of(Standing("Visits", Percentage, new TargetLevel(80), [double.NaN, double.NaN], 85)));

    [Fact]
    public void Both_and_all_of_the_whole()
    {
        var met = Standing("Visits", Percentage, new TargetLevel(80), [], 85);

        Assert.Equal("In May 2011 Nottinghamshire met both of the DfE notice's two targets.", Of(met, met));
        Assert.Equal("In May 2011 Nottinghamshire met all of the DfE notice's three targets.", Of(met, met, met));
    }

    [Fact]
    public void Targets_without_figures_are_not_judged() => Assert.Equal(
        "Nothing is recorded for May 2011 that can be compared with the DfE notice's targets.", Of(Against80("Visits", double.NaN, double.NaN)));

    [Fact]
    public void Targets_that_are_not_in_force_are_said() => Assert.Equal(
        "None of the DfE notice's targets is in force in May 2011.", Of(Standing("Visits", Percentage, null, [50, 60])));

    [Theory]
    [InlineData(TargetSetter.Ofsted, "Ofsted has set no numeric target here. See the judged areas and findings.")]
    [InlineData(TargetSetter.Local, "No local target is recorded here.")]
    [InlineData(TargetSetter.Statute, "No statutory target is recorded here.")]
    public void A_setter_without_targets_gets_a_helpful_sentence(TargetSetter setter, string sentence) =>
        Assert.Equal(sentence, AreasSentence.Of(May2011, setter, hasTargets: false, [Standing("Visits", Percentage, null, [50])], "Nottinghamshire"));

    [Fact]
    public void For_those_who_see_only_what_is_published_a_missing_figure_is_not_called_unrecorded() => Assert.Equal(
        "In May 2011 Nottinghamshire met one of the DfE notice's two targets. One has no published figure.",
        AreasSentence.Of(May2011, TargetSetter.DfeNotice, true, [Standing("Visits", Percentage, new TargetLevel(80), [], 85), Standing("Plans", Percentage, new TargetLevel(80), [])], "Nottinghamshire", publishedOnly: true));

    [Fact]
    public void Without_measures_it_says_so() => Assert.Equal("No measures are set up here yet.", Of());

    [Fact]
    public void The_setter_is_named_in_its_own_way() => Assert.Equal(
        "In May 2011 both localities met the local target for visits.",
        AreasSentence.Of(May2011, TargetSetter.Local, hasTargets: true, [Against80("Visits", 80, 81)], "Nottinghamshire"));
}
