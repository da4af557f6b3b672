using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

public class ImportPreviewTests
{
    private static readonly (int, int, Month) Key = (1, 2, MadeImport.May);

    private static CurrentValue Counted(long numerator, long denominator, ValueStatus status = ValueStatus.Provisional) => new(7, RecordedValue.Counted(numerator, denominator) with { Status = status });

    private static ImportPreview Preview(string rows, CurrentValue? current = null, (int, int, Month)? key = null)
    {
        var sheet = MadeImport.Sheet("Measure,Area,Month,Numerator,Denominator,Reason\n" + rows);
        var figures = ImportReading.Of(sheet, ImportMapping.Of(sheet, MadeImport.Vocabulary(), ImportChoices.None), MadeImport.Vocabulary());
        return ImportPreview.Of(figures, current is null ? new() : new Dictionary<(int, int, Month), CurrentValue> { [key ?? Key] = current }, new Month(2011, 7), "may.csv");
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
        Assert.Equal((ImportOutcome.Changed, "was 76% as stated, is 464 of 610"), One("in-time,North,2011-05,464,610,", new(7, new RecordedValue(ValueKind.Stated, null, null, 76, null))));
        Assert.Equal((ImportOutcome.Changed, "was 460 of 610, is not captured"), One("in-time,North,2011-05,n/a,,", Counted(460, 610)));
    }

    [Fact]
    public void An_approved_value_is_locked() => Assert.Equal(
        (ImportOutcome.Refused, "D2: May 2011 in North is approved and locked: it says 460 of 610. Unlock it first, or take the figure out."),
        One("in-time,North,2011-05,464,610,", Counted(460, 610, ValueStatus.Approved)));

    [Theory]
    [InlineData("in-time,North,2011-08,1,2,", "D2: August 2011 has not begun. Choose a month up to July 2011.")]
    [InlineData("in-time,West,2011-04,1,2,", "D2: West was not there in April 2011. Leave it empty, or choose another month.")]
    [InlineData("old,North,2011-01,7,,", "D2: It is collected for the months up to December 2010 only. Choose one of these, or take the measure up again first.")]
    public void Of_a_month_that_has_not_begun_or_after_an_areas_or_measures_end_nothing_is_recorded(string row, string expected) => Assert.Equal((ImportOutcome.Refused, expected), One(row));

    [Fact]
    public void The_last_month_of_an_area_and_of_a_measure_are_still_recorded() =>
        Assert.Equal([ImportOutcome.New, ImportOutcome.New], Preview("in-time,West,2011-03,1,2,\nold,North,2010-12,7,,\n").Lines.Select(line => line.What));

    [Fact]
    public void What_was_recorded_before_an_area_ended_may_stand_in_a_file_as_it_was() => Assert.Equal(
        ImportOutcome.Unchanged, Assert.Single(Preview("in-time,West,2011-04,464,610,", Counted(464, 610), (1, 4, new Month(2011, 4))).Lines).What);

    [Fact]
    public void Not_captured_for_the_same_reason_is_unchanged() =>
        Assert.Equal((ImportOutcome.Unchanged, "not captured"), One("in-time,North,2011-05,n/a,,", new(7, RecordedValue.NotCaptured("'n/a' in the imported file"))));

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
