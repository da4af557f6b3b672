using FsCheck;
using FsCheck.Fluent;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Dashboards;

/// <summary>Dashboards by chance: what stands above them holds against what they show, with ties, gaps and one of everything.</summary>
public class DashboardSentencePropertyTests
{
    private static readonly Month May2011 = new(2011, 5);
    private static readonly AreaFigure None = new(MeasureValue.Nothing.Recorded, null, null, default, "");

    private sealed record Judged(Variation? Variation, Assurance? Assurance);

    private static readonly Gen<Judged[]> Summaries =
        from count in Gen.Choose(1, 7)
        from lines in (from variation in Gen.OneOf(Gen.Constant((Variation?)null), from word in Gen.Elements(Enum.GetValues<Variation>()) select (Variation?)word)
                       from assurance in Gen.OneOf(Gen.Constant((Assurance?)null), from verdict in Gen.Elements(Enum.GetValues<Assurance>()) select (Assurance?)verdict)
                       select new Judged(variation, assurance)).ArrayOf(count)
        select lines;

    [Fact]
    public void The_summary_counts_what_its_lines_show() => ForEvery.Case(Summaries, made =>
    {
        var lines = made.Select(one => new SummaryLine("code", "Name", null, MeasureUnit.Percentage, None, "76%", "", None, "", May2011, [], "", null,
            one.Variation is { } word ? new(word, SpecialCause.Rising, May2011) : null, "", [new SummaryTarget(TargetSetter.Local, "80%", false, TargetVerdict.Missed, "", "", one.Assurance)])).ToList();

        var said = SummarySentence.Of(May2011, null, lines, 12);

        var kinds = new (string Of, int Count)[]
        {
            ("improvement", made.Count(one => one.Variation == Variation.Improvement)),
            ("concern", made.Count(one => one.Variation == Variation.Concern)),
            ("high or low without being good or bad", made.Count(one => one.Variation is Variation.High or Variation.Low)),
            ("no clear change", made.Count(one => one.Variation == Variation.Common)),
        };
        var judged = kinds.Sum(kind => kind.Count);
        foreach (var (of, count) in kinds)
        {
            Assert.Equal(count > 0, said.Contains(of, StringComparison.Ordinal));
            if (count > 0 && count < judged)
                Assert.Matches($@"\b{Words.InText(count)} (shows?|gives?|is|are) {of}", said);
        }
        if (judged == 0)
            return;
        var failing = made.Count(one => one.Assurance == Assurance.ConsistentlyFailing);
        Assert.Equal(made.Any(one => one.Assurance is not null) && failing == 0, said.Contains("None consistently fails", StringComparison.Ordinal));
        if (failing > 0)
            Assert.Matches($"(?i)\\b{Words.InText(failing)} consistently fails? a target", said);
        if (made.Length > judged)
            Assert.Matches($"(?i)\\b{Words.InText(made.Length - judged)} (has|have) too few values", said);
        else
            Assert.DoesNotContain("too few values", said, StringComparison.Ordinal);
    }, 300);

    private static readonly Gen<int?[]> Rankings =
        from count in Gen.Choose(1, 7)
        from figures in Gen.OneOf(Gen.Constant((int?)null), from figure in Gen.Choose(70, 74) select (int?)figure).ArrayOf(count)
        select figures;

    [Fact]
    public void The_ranking_names_the_highest_and_the_lowest_and_counts_who_has_no_figure() => ForEvery.Case(Rankings, figures =>
    {
        var shape = new MeasureShape(1, MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth);
        var measure = new MeasureRow(shape, "in-time", "In time", "in time", "In time.", null, "in time", "all", null, null, May2011, May2011, [], null, [], null);
        var areas = figures.Select((figure, place) => new AreaOnMeasure(
            new AreaNode(place + 2, 1, $"Place{(char)('A' + place)}", AreaKind.Locality, new DateOnly(2009, 1, 1), null), 1,
            figure is { } value ? new AreaFigure(new MeasureValue.Stated(value, 0), null, null, default, "") : None,
            figure, figure is { } text ? $"{text}%" : "no value", null, false, null, "", "", false, new("", "", default), [], [], "")).ToList();

        var said = OneMeasureSentence.Of(measure, May2011, areas, publishedOnly: false);

        var with = figures.OfType<int>().ToList();
        Assert.Equal(with.Count < figures.Length, said.Contains("no figure", StringComparison.Ordinal) || said.Contains("none of the", StringComparison.Ordinal));
        if (with.Count < 2)
        {
            Assert.All(with, only => Assert.Contains($"stands at {only}%", said, StringComparison.Ordinal));
            return;
        }
        if (with.Max() == with.Min())
            Assert.Contains($"stand at {with[0]}%", said, StringComparison.Ordinal);
        else
        {
            Assert.Matches($"ha(s|ve) the highest figure, {with.Max()}%, and .+ the lowest, {with.Min()}%", said);
            foreach (var (area, figure) in areas.Zip(figures))
            {
                var isNamed = said.Contains(area.Area.Name, StringComparison.Ordinal);
                var alike = with.Count(one => one == figure);
                Assert.Equal((figure == with.Max() || figure == with.Min()) && alike <= 3, isNamed);
            }
        }
        if (with.Count < figures.Length)
            Assert.Matches($"(?i){Words.InText(figures.Length - with.Count)} of {Words.InText(figures.Length)} localities ha(s|ve) no figure", said);
    }, 300);
}
