using ImprovementTracker.Domain.Plan;

namespace ImprovementTracker.Tests.Plan;

public class SlipLedgerTests
{
    private static HistoryEntry Entry(long sequence, string who, DateOnly dueOn, DateOnly? movedFrom = null, string? why = null) =>
        new(sequence, new DateTime(2010, 12, 1, 9, 30, 0, DateTimeKind.Utc).AddDays(sequence), who, "A sentence.", Stage.InProgress, Progress.AtRisk, dueOn, movedFrom, why);

    private static readonly DateOnly EndOf2010 = new(2010, 12, 31);

    [Fact]
    public void Every_move_is_kept_with_how_far_why_and_who_oldest_first()
    {
        // 31 December to 28 January is 28 days; 28 January to 28 February is 31 more: 59 in all.
        var ledger = SlipLedger.Of(EndOf2010, new DateOnly(2011, 2, 28),
        [
            Entry(9, "Anna Smith", new DateOnly(2011, 2, 28), new DateOnly(2011, 1, 28), "Two posts are still empty."),
            Entry(7, "Anna Smith", new DateOnly(2011, 1, 28)),
            Entry(5, "John Brown", new DateOnly(2011, 1, 28), EndOf2010, "The move to the new office was late."),
            Entry(2, "John Brown", EndOf2010),
        ]);

        Assert.Equal(
        [
            new Slip(EndOf2010, new DateOnly(2011, 1, 28), "The move to the new office was late.", "John Brown", new DateOnly(2010, 12, 6)),
            new Slip(new DateOnly(2011, 1, 28), new DateOnly(2011, 2, 28), "Two posts are still empty.", "Anna Smith", new DateOnly(2010, 12, 10)),
        ], ledger.Slips);
        Assert.Equal([28, 31], ledger.Slips.Select(slip => slip.Days));
        Assert.Equal(["28 days later", "31 days later"], ledger.Slips.Select(slip => slip.InWords));
        Assert.Equal(59, ledger.Days);
        Assert.Equal("The due date has moved twice: it is now 59 days later than first agreed.", ledger.InWords);
    }

    [Fact]
    public void A_date_brought_forward_is_earlier_not_a_negative_number()
    {
        var ledger = SlipLedger.Of(EndOf2010, new DateOnly(2010, 12, 30), [Entry(1, "Anna Smith", new DateOnly(2010, 12, 30), EndOf2010, "Done sooner.")]);

        Assert.Equal(("1 day earlier", -1), (ledger.Slips.Single().InWords, ledger.Days));
        Assert.Equal("The due date has moved once: it is now 1 day earlier than first agreed.", ledger.InWords);
    }

    [Fact]
    public void A_date_that_came_back_to_where_it_was_has_still_moved()
    {
        var later = new DateOnly(2011, 1, 7);
        var ledger = SlipLedger.Of(EndOf2010, EndOf2010, [Entry(1, "A", later, EndOf2010, "Late."), Entry(2, "A", EndOf2010, later, "Not late after all.")]);

        Assert.Equal("The due date has moved twice: it is now the one first agreed.", ledger.InWords);
        Assert.Equal([7, -7], ledger.Slips.Select(slip => slip.Days));
    }

    [Fact]
    public void An_action_whose_date_never_moved_has_no_slip()
    {
        var ledger = SlipLedger.Of(EndOf2010, EndOf2010, [Entry(1, "A", EndOf2010)]);

        Assert.Empty(ledger.Slips);
        Assert.Equal("The due date has not moved.", ledger.InWords);
    }

    [Fact]
    public void An_entry_late_in_the_evening_in_summer_belongs_to_the_day_in_England()
    {
        // 23:30 UTC on 30 June is 00:30 on 1 July in England.
        var entry = Entry(1, "A", EndOf2010) with { RecordedAt = new DateTime(2011, 6, 30, 23, 30, 0, DateTimeKind.Utc) };

        Assert.Equal(new DateOnly(2011, 7, 1), entry.SaidOn);
    }
}
