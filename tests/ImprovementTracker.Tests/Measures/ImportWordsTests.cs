using ImprovementTracker.Web.Measures;

namespace ImprovementTracker.Tests.Measures;

public class ImportWordsTests
{
    [Theory]
    [InlineData(2, 0, 0, "2 new figures would be recorded.")]
    [InlineData(1, 1, 5, "1 new figure and 1 changed figure would be recorded; 5 are recorded already, as the file has them.")]
    [InlineData(0, 3, 1, "3 changed figures would be recorded; 1 is recorded already, as the file has it.")]
    public void What_recording_would_do_names_only_what_there_is(int added, int changed, int unchanged, string sentence) => Assert.Equal(sentence, ImportWords.WouldRecord(added, changed, unchanged));
}
