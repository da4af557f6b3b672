using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Inspections;

public class FindingsInWordsTests
{
    [Fact]
    public void The_letter_of_2009_reads_as_its_twelve_findings() => Assert.Equal(
        "The inspectors set down one area delivered satisfactorily, two strengths, seven areas for development and two areas for priority action. Both areas for priority action have since been recorded as addressed.",
        FindingsInWords.Lead([new(FindingKind.Satisfactory, 1), new(FindingKind.Strength, 2), new(FindingKind.AreaForDevelopment, 7), new(FindingKind.AreaForPriorityAction, 2)], 0, null));

    [Fact]
    public void A_tally_alone_is_given_as_stated() =>
        Assert.Equal("13 of 33 judged areas were inadequate, as stated.", FindingsInWords.Lead([], 0, new(13, 33, Grade.Inadequate)));

    [Fact]
    public void Nothing_entered_is_said() => Assert.Equal("No finding has been entered.", FindingsInWords.Lead([], 0, null));

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(1, 0, "The area for priority action has since been recorded as addressed.")]
    [InlineData(1, 1, "The area for priority action is still open.")]
    [InlineData(2, 1, "One of the two areas for priority action is still open.")]
    [InlineData(2, 2, "Both areas for priority action are still open.")]
    [InlineData(4, 0, "All four areas for priority action have since been recorded as addressed.")]
    [InlineData(4, 3, "Three of the four areas for priority action are still open.")]
    [InlineData(4, 4, "All four areas for priority action are still open.")]
    public void What_became_of_the_areas_for_priority_action(int count, int open, string? sentence) => Assert.Equal(sentence, FindingsInWords.PriorityAreas(count, open));

    [Fact]
    public void The_days_of_a_visit_are_written_shortly_within_a_month_and_in_full_across_two()
    {
        Assert.Equal("8 to 9 October 2009", FindingsInWords.Fieldwork(KnownDate.On(2009, 10, 8), KnownDate.On(2009, 10, 9)));
        Assert.Equal("28 June 2010 to 2 July 2010", FindingsInWords.Fieldwork(KnownDate.On(2010, 6, 28), KnownDate.On(2010, 7, 2)));
        Assert.Equal("March 2010", FindingsInWords.Fieldwork(KnownDate.In(2010, 3), null));
        Assert.Equal("8 October 2009", FindingsInWords.Fieldwork(KnownDate.On(2009, 10, 8), KnownDate.On(2009, 10, 8)));
    }
}
