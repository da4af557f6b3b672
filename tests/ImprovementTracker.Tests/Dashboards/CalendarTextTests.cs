using ImprovementTracker.Documents.Dashboards;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Dashboards;

/// <summary>Written by hand from RFC 5545: content lines (3.1), text (3.3.11), events (3.6.1), what replaces what (3.8.7.4).</summary>
public sealed class CalendarTextTests
{
    private static readonly DateTime Noon = new(2011, 7, 1, 12, 0, 0, DateTimeKind.Utc);

    private static DatesAhead.Content Dates(IReadOnlyList<DatesAhead.Item> ahead, params DatesAhead.Item[] gone) =>
        new(new ProgrammeHeader(1, "testshire", "Testshire", "notice", InterventionKind.None, null, new(2010, 1, 1), null, new(2011, 7, 1)), ahead, [], gone, MayEnter: false, CalendarKey: null);

    private static DatesAhead.Item Committee(string title, string? note = null, bool isIllustrative = false) =>
        new(new(2011, 7, 18), AheadKind.CommitteeMeeting, "planned-4", title, note, null, isIllustrative, 4);

    private static string[] Lines(params DatesAhead.Item[] ahead) => CalendarText.Of(Dates(ahead), "https://tracker.example.org", Noon).Split("\r\n");

    [Fact]
    public void A_date_is_a_whole_day_that_takes_up_nobodys_time_and_leads_back_to_the_page() => Assert.Equal(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//ImprovementTracker//Dates ahead//EN
        CALSCALE:GREGORIAN
        X-WR-CALNAME:Dates ahead: Testshire: notice
        BEGIN:VEVENT
        UID:planned-4.testshire@improvementtracker
        DTSTAMP:20110701T120000Z
        DTSTART;VALUE=DATE:20110718
        SEQUENCE:0
        TRANSP:TRANSPARENT
        SUMMARY:Committee meeting: Scrutiny committee (illustrative)
        DESCRIPTION:Papers open to inspection by 8 July 2011.
        URL:https://tracker.example.org/p/testshire/dates
        END:VEVENT
        BEGIN:VEVENT
        UID:planned-3.testshire@improvementtracker
        DTSTAMP:20110701T120000Z
        DTSTART;VALUE=DATE:20110711
        SEQUENCE:1
        TRANSP:TRANSPARENT
        SUMMARY:Taken back
        STATUS:CANCELLED
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n"),
        CalendarText.Of(
            Dates([Committee("Scrutiny committee", "Papers open to inspection by 8 July 2011.", isIllustrative: true)], new DatesAhead.Item(new(2011, 7, 11), AheadKind.BoardMeeting, "planned-3", "", null, null, false)),
            "https://tracker.example.org", Noon));

    [Fact]
    public void Commas_semicolons_backslashes_and_line_ends_are_escaped() => Assert.Contains(
        @"SUMMARY:Committee meeting: Children\, young\; a\\b\nand families", Lines(Committee("Children, young; a\\b\r\nand\u0007 families")));

    [Fact]
    public void A_long_line_is_folded_after_75_octets_and_between_whole_letters()
    {
        // 'SUMMARY:Committee meeting: ' are 27 octets, each é is two: 24 of them fill the line, six follow after a space.
        var lines = Lines(Committee(new string('é', 30)));

        var at = Array.IndexOf(lines, "SUMMARY:Committee meeting: " + new string('é', 24));
        Assert.True(at > 0, string.Join('\n', lines));
        Assert.Equal(" " + new string('é', 6), lines[at + 1]);
    }

    [Fact]
    public void A_programme_without_dates_is_an_empty_calendar() =>
        Assert.Equal(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ImprovementTracker//Dates ahead//EN", "CALSCALE:GREGORIAN", "X-WR-CALNAME:Dates ahead: Testshire: notice", "END:VCALENDAR", ""], Lines());
}
