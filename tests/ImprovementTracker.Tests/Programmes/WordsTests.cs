using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Programmes;

public class WordsTests
{
    [Theory]
    [InlineData("Initial assessments in time", "initial assessments in time")]
    [InlineData("Re-referrals", "re-referrals")]
    [InlineData("NI 59", "NI 59")]
    [InlineData("DfE returns", "DfE returns")]
    [InlineData("3 or more placements", "3 or more placements")]
    public void A_name_in_a_sentence_begins_small_unless_it_is_an_abbreviation(string name, string words) => Assert.Equal(words, Words.InSentence(name));

    [Theory]
    [InlineData("Scrutiny report", "3", "Scrutiny report, paragraph 3")]
    [InlineData("Minutes", "(j)", "Minutes, paragraph (j)")]
    [InlineData("Improvement notice", "annex A", "Improvement notice, annex A")]
    [InlineData("Letter", null, "Letter")]
    [InlineData(null, "3", "")]
    public void A_document_is_cited_with_its_paragraph(string? document, string? paragraph, string words) => Assert.Equal(words, Words.Cite(document, paragraph));
}
