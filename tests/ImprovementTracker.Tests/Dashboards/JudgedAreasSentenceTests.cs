using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Dashboards;

public class JudgedAreasSentenceTests
{
    private static readonly ProgrammeHeader Testshire = new(1, "testshire", "Testshire Council", "notice", InterventionKind.None, null, new(2010, 1, 1), null, new(2011, 7, 1));

    private static JudgedAreas.Column Column(InspectionList.Tally? tally = null) => new(1, "Inspection", KnownDate.In(2022, 7), Visibility.Published, tally, null, null, null);

    private static JudgedAreas.Row Row(Grade? grade, Grade? aim = null) => new("Area", [grade], aim, null, false);

    private static string Of(JudgedAreas.Column? column, params JudgedAreas.Row[] rows) => JudgedAreasSentence.Of(new(Testshire, column is null ? [] : [column], rows, false));

    [Fact]
    public void The_latest_grades_are_counted_best_first() => Assert.Equal(
        "At the latest graded inspection, July 2022, four areas were given a grade: three require improvement to be good and one inadequate.",
        Of(Column(), Row(Grade.Inadequate), Row(Grade.RequiresImprovement), Row(Grade.RequiresImprovement), Row(Grade.RequiresImprovement), Row(null)));

    [Fact]
    public void One_alone_requires_improvement() => Assert.Equal(
        "At the latest graded inspection, July 2022, two areas were given a grade: one good and one requires improvement to be good.",
        Of(Column(), Row(Grade.Good), Row(Grade.RequiresImprovement)));

    [Fact]
    public void They_are_compared_with_the_grades_aimed_for()
    {
        Assert.EndsWith("Of the two with a grade aimed for, one has reached it.", Of(Column(), Row(Grade.Good, Grade.Good), Row(Grade.Inadequate, Grade.Good)), StringComparison.Ordinal);
        Assert.EndsWith("Both with a grade aimed for have reached it.", Of(Column(), Row(Grade.Outstanding, Grade.Good), Row(Grade.Adequate, Grade.RequiresImprovement)), StringComparison.Ordinal);
        Assert.EndsWith("The one with a grade aimed for has not reached it.", Of(Column(), Row(Grade.Inadequate, Grade.Good), Row(Grade.Good)), StringComparison.Ordinal);
    }

    [Fact]
    public void None_of_several_that_reached_the_aim_is_said_plainly()
    {
        Assert.EndsWith("Neither of the two with a grade aimed for has reached it.", Of(Column(), Row(Grade.Inadequate, Grade.Good), Row(Grade.Adequate, Grade.Good)), StringComparison.Ordinal);
        Assert.EndsWith("None of the three with a grade aimed for has reached it.", Of(Column(), Row(Grade.Inadequate, Grade.Good), Row(Grade.Adequate, Grade.Good), Row(Grade.Good, Grade.Outstanding)), StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_a_tally_the_few_grades_that_are_known_are_not_taken_for_all() => Assert.Equal(
        "At the latest graded inspection, July 2022, 13 of 33 judged areas were inadequate, as stated. The grade of two is known: one adequate and one inadequate.",
        Of(Column(new(13, 33, Grade.Inadequate)), Row(Grade.Inadequate), Row(Grade.Adequate)));

    [Fact]
    public void A_tally_is_given_as_stated_and_no_grade_is_made_of_it() => Assert.Equal(
        "At the latest graded inspection, July 2022, 13 of 33 judged areas were inadequate, as stated; the grades themselves are not known here.",
        Of(Column(new(13, 33, Grade.Inadequate)), Row(null)));

    [Fact]
    public void Without_any_grade_it_says_so() => Assert.Equal("No inspection has given a grade yet.", Of(null));
}
