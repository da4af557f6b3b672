using ImprovementTracker.Domain.Inspections;

namespace ImprovementTracker.Tests.Inspections;

public class PastedFindingsTests
{
    [Fact]
    public void Without_bullets_each_line_is_a_finding()
    {
        var pieces = PastedFindings.Split("Supervision is not consistent.\r\n\r\n  There is no system of auditing.  \n");

        Assert.Equal(["Supervision is not consistent.", "There is no system of auditing."], pieces.Select(piece => piece.Words));
    }

    [Fact]
    public void With_bullets_wrapped_lines_belong_to_the_bullet_above_and_no_word_is_changed()
    {
        var pieces = PastedFindings.Split("""
            ▪ Some social workers are inappropriately expected to
            prioritise their workloads – and the actions required
            ▪ There is no authority-wide system of regular monitoring
            • Supervision is not consistent, although some good practice was seen.
            """);

        Assert.Equal(
            [
                "Some social workers are inappropriately expected to prioritise their workloads – and the actions required",
                "There is no authority-wide system of regular monitoring",
                "Supervision is not consistent, although some good practice was seen.",
            ],
            pieces.Select(piece => piece.Words));
    }

    [Theory]
    [InlineData("\u25FC")]
    [InlineData("\uF06E")]
    [InlineData("\uF0A7")]
    [InlineData("- ")]
    [InlineData("– ")]
    [InlineData("* ")]
    [InlineData("o ")]
    public void Bullets_of_every_sort_come_off(string bullet) =>
        Assert.Equal(["First finding", "Second finding"], PastedFindings.Split($"{bullet}First finding\n{bullet}Second finding").Select(piece => piece.Words));

    [Fact]
    public void The_number_of_a_paragraph_is_kept_beside_its_words()
    {
        var pieces = PastedFindings.Split("24. Ensure that visits are timely\n(paragraph 31).\n25. Review 12 cases.");

        Assert.Equal([new("Ensure that visits are timely (paragraph 31).", "24"), new PastedFindings.Piece("Review 12 cases.", "25")], pieces);
    }

    [Fact]
    public void A_year_at_the_start_of_a_wrapped_line_is_no_paragraph() =>
        Assert.Equal("The audit was carried out in April 2009. It was wide.", Assert.Single(PastedFindings.Split("• The audit was carried out in April\n2009. It was wide.")).Words);

    [Theory]
    [InlineData(null)]
    [InlineData(" \n \n")]
    [InlineData("•\n-  ")]
    public void Nothing_pasted_is_no_finding(string? text) => Assert.Empty(PastedFindings.Split(text));
}
