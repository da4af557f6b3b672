using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

public class ImportPreviewTests
{
    private static readonly (int, int, Month) Key = (1, 2, MadeImport.May);

    private static CurrentValue Counted(long numerator, long denominator, ValueStatus status = ValueStatus.Provisional) => new(7, ValueKind.Counted, numerator, denominator, null, null, null, status);

    private static ImportPreview Preview(string rows, CurrentValue? current = null)
    {
        var sheet = MadeImport.Sheet("Measure,Area,Month,Numerator,Denominator,Reason\n" + rows);
        var figures = ImportReading.Of(sheet, ImportMapping.Of(sheet, MadeImport.Vocabulary(), ImportChoices.None), MadeImport.Vocabulary());
        return ImportPreview.Of(figures, current is null ? new() : new Dictionary<(int, int, Month), CurrentValue> { [Key] = current }, "may.csv");
    }

    private static (ImportOutcome, string) One(string row, CurrentValue? current = null) => Assert.Single(Preview(row, current).Lines) is var line ? (line.What, line.Detail) : default;

    [Fact]
    public void A_value_that_is_not_there_is_new() => Assert.Equal((ImportOutcome.New, "1,464 of 1,610"), One("in-time,North,2011-05,1464,1610,"));

    [Fact]
    public void A_value_that_is_the_same_is_unchanged_also_where_it_is_approved() =>
        Assert.Equal((ImportOutcome.Unchanged, "464 of 610"), One("in-time,North,2011-05,464,610,a reason changes no number", Counted(464, 610, ValueStatus.Approved)));

    [Fact]
    public void A_changed_value_shows_both_and_keeps_where_it_came_from()
    {
        var line = Assert.Single(Preview("in-time,North,2011-05,464,610,", Counted(460, 610)).Lines);

        Assert.Equal((ImportOutcome.Changed, "was 460 of 610, is 464 of 610", "Imported from may.csv, cell D2"), (line.What, line.Detail, line.Value!.Reason));
    }

    [Fact]
    public void The_files_own_reason_comes_first() =>
        Assert.Equal("Late returns counted.", Assert.Single(Preview("in-time,North,2011-05,464,610,Late returns counted.", Counted(460, 610)).Lines).Value!.Reason);

    [Fact]
    public void A_stated_value_gives_way_to_counts_and_counts_to_not_captured()
    {
        Assert.Equal((ImportOutcome.Changed, "was 76% as stated, is 464 of 610"), One("in-time,North,2011-05,464,610,", new(7, ValueKind.Stated, null, null, 76, 0, null, ValueStatus.Provisional)));
        Assert.Equal((ImportOutcome.Changed, "was 460 of 610, is not captured"), One("in-time,North,2011-05,n/a,,", Counted(460, 610)));
    }

    [Fact]
    public void An_approved_value_is_locked() => Assert.Equal(
        (ImportOutcome.Refused, "D2: May 2011 in North is approved and locked: it says 460 of 610. Unlock it first, or take the figure out."),
        One("in-time,North,2011-05,464,610,", Counted(460, 610, ValueStatus.Approved)));

    [Fact]
    public void Not_captured_for_the_same_reason_is_unchanged() =>
        Assert.Equal((ImportOutcome.Unchanged, "not captured"), One("in-time,North,2011-05,n/a,,", new(7, ValueKind.NotCaptured, null, null, null, null, "'n/a' in the imported file", ValueStatus.Provisional)));

    [Fact]
    public void Nothing_can_be_recorded_while_anything_is_refused_and_the_counts_add_up()
    {
        var preview = Preview("in-time,North,2011-05,464,610,\nin-time,South,2011-05,1,2,\nin-time,South,2011-04,3,2,\n", Counted(464, 610));

        Assert.Equal([1, 0, 1, 1], Enum.GetValues<ImportOutcome>().Select(what => preview.Counts[what]));
        Assert.Equal((1, false), (preview.ToRecord, preview.CanBeRecorded));
    }

    [Fact]
    public void The_mark_is_another_as_soon_as_anything_would_be_done_otherwise()
    {
        var seen = Preview("in-time,North,2011-05,464,610,").Mark;

        Assert.Equal(seen, Preview("in-time,North,2011-05,464,610,").Mark);
        Assert.NotEqual(seen, Preview("in-time,North,2011-05,464,611,").Mark);
        Assert.NotEqual(seen, Preview("in-time,North,2011-05,464,610,", Counted(460, 610)).Mark);
    }
}
