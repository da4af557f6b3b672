using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Measures;

public class StateFigureTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month May2011 = new(2011, 5);

    private static StateFigure.Input Of(Area area, string printed, PeriodType period = PeriodType.InMonth, string month = "2011-05", string? reason = null, bool inPlaceOfSum = false) => new()
    {
        Programme = TestProgramme.Slug,
        Measure = "in-time",
        AreaId = area.Id,
        Period = period,
        Month = month,
        Printed = printed,
        Source = new() { New = new() { Title = "Scrutiny report", Publisher = "The council" } },
        Paragraph = "3",
        Reason = reason,
        InPlaceOfSum = inPlaceOfSum,
    };

    private static Task<int> StateAsync(TestDatabase database, TestProgramme programme, StateFigure.Input input, Role role = Role.PerformanceOfficer) =>
        new StateFigure(database).ExecuteAsync(programme.As(role), input, Never);

    private static async Task<StateFigure.Input> OpenAsync(TestDatabase database, TestProgramme programme, int id, string reason)
    {
        var input = (await new StatedFigures(database).LoadAsync(programme.As(Role.PerformanceOfficer), TestProgramme.Slug, "in-time", id, Never)).Chosen!.Input;
        input.Reason = reason;
        return input;
    }

    private static async Task<(string Field, string Sentence)> RefusedAsync(Func<Task> act)
    {
        var failure = Assert.Single((await Assert.ThrowsAsync<ValidationException>(act)).Errors);
        return (failure.PropertyName, failure.ErrorMessage);
    }

    private static async Task<int> RevisionsAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return await db.ObservationRevisions.CountAsync();
    }

    private static Task<MeasureSheet> PageAsync(TestDatabase database, TestProgramme programme, Area? area = null, Role role = Role.BoardMember) =>
        new MeasurePage(database).LoadAsync(programme.As(role), TestProgramme.Slug, "in-time", new(May2011, AreaId: area?.Id), Never);

    [Fact]
    public async Task A_stated_figure_far_from_the_earlier_months_asks_why_like_a_counted_one()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        // 50 and 52 in turn: the mean is 51 and two points lie between neighbours, so the limits are 51 -/+ 2.66 x 2: 45.68 and 56.32.
        for (var back = 24; back > 0; back--)
            await programme.RecordAsync(programme.InTime, programme.Whole, May2011.AddMonths(-back), RecordedValue.Counted(back % 2 == 0 ? 50 : 52, 100));

        Assert.Equal(("Reason", "This is far from the earlier months (between 46% and 56%): say why."), await RefusedAsync(() => StateAsync(database, programme, Of(programme.Whole, "84%"))));
        // Of a year nothing is usual in a series of months; within the limits nobody is asked.
        await StateAsync(database, programme, Of(programme.Whole, "84%", PeriodType.YearToDate));
        await StateAsync(database, programme, Of(programme.Whole, "56%"));
        var far = await StateAsync(database, programme, Of(programme.Whole, "84%", month: "2011-06", reason: "A backlog was cleared."));

        await using var db = database.CreateDbContext();
        Assert.Equal("A backlog was cleared.", (await db.ObservationRevisions.SingleAsync(revision => revision.ObservationId == far)).Reason);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_figure_for_the_month_stands_in_the_series_and_one_for_another_stretch_of_time_beside_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);

        await StateAsync(database, programme, Of(programme.Whole, "76.0%"));
        await StateAsync(database, programme, Of(programme.Whole, "84", PeriodType.NotSaid, "2011-03"));

        var sheet = await PageAsync(database, programme);
        var line = sheet.Lines[^1];
        Assert.Equal((May2011, 76m, true, "Scrutiny report, paragraph 3", "provisional"), (line.Month, line.Figure.Figure, line.IsStated, line.Figure.Source, line.Figure.ShownMarks.InWords));
        var quoted = Assert.Single(sheet.Elsewhere);
        Assert.Equal((new Month(2011, 3), PeriodType.NotSaid, "84%", "Scrutiny report, paragraph 3"), (quoted.Month, quoted.Period, quoted.Text, quoted.Source));
        Assert.Equal("76% (provisional) in May 2011, the only figure there is.", sheet.Sentence);
        var opened = await new StatedFigures(database).LoadAsync(programme.As(Role.PerformanceOfficer), TestProgramme.Slug, "in-time", null, Never);
        Assert.Equal(["76.0%", "84%"], opened.Lines.Select(one => one.Text));
        await using var db = database.CreateDbContext();
        Assert.Equal("entered a figure from Scrutiny report: Assessments in time, Testshire, March 2011, period not stated", (await db.Changes.OrderBy(change => change.Sequence).LastAsync()).What);
    }

    [Fact]
    public async Task A_figure_without_its_counts_never_takes_the_place_of_counts()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(464, 610));

        var refused = await RefusedAsync(() => StateAsync(database, programme, Of(programme.North, "84%", reason: "The newspaper says so.", inPlaceOfSum: true)));

        Assert.Equal(("Printed", "464 of 610 (76%) is counted for North in May 2011, and a figure without its counts does not take the place of counts. "
            + "Does the document speak of another stretch of time? Choose that. If the counts are wrong, mark the month 'not captured' first and say why."), refused);
        Assert.Equal(1, await RevisionsAsync(database));
        await StateAsync(database, programme, Of(programme.North, "84%", PeriodType.Quarter));
        var sheet = await PageAsync(database, programme, programme.North);
        Assert.Equal(("464", "84%"), (sheet.Lines[^1].Numerator, sheet.Elsewhere.Single().Text));
    }

    [Fact]
    public async Task In_place_of_the_sum_of_the_parts_it_stands_only_when_that_is_meant_and_the_page_says_where_they_differ()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(30, 50));
        await programme.RecordAsync(programme.InTime, programme.South, May2011, RecordedValue.Counted(20, 50));

        var refused = await RefusedAsync(() => StateAsync(database, programme, Of(programme.Whole, "76%")));
        Assert.Equal(("InPlaceOfSum", "The areas of Testshire come to 50 of 100 (50%) in May 2011. With this figure Testshire shows 76% as stated instead, and says where the two differ. Tick this if that is meant."), refused);
        await StateAsync(database, programme, Of(programme.Whole, "76%", inPlaceOfSum: true));

        var figure = (await PageAsync(database, programme)).Lines[^1].Figure;
        Assert.Equal((76m, true), (figure.Figure, figure.DiffersFromParts));
    }

    [Fact]
    public async Task Where_the_month_says_not_captured_a_reason_is_asked_for_why_there_is_a_figure_after_all()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.NotCaptured("The system was down."));

        Assert.Equal(("Reason", "North in May 2011 says 'not captured': The system was down. Say why there is a figure after all."),
            await RefusedAsync(() => StateAsync(database, programme, Of(programme.North, "76%"))));
        await StateAsync(database, programme, Of(programme.North, "76%", reason: "The report gives it."));

        Assert.Equal("provisional, revised", (await PageAsync(database, programme, programme.North)).Lines[^1].Figure.ShownMarks.InWords);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_form_sent_twice_acts_once_and_the_same_place_takes_one_figure(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var input = Of(programme.Whole, "84%", PeriodType.NotSaid);

        Assert.Equal(await StateAsync(database, programme, input), await StateAsync(database, programme, input));
        var refused = await RefusedAsync(() => StateAsync(database, programme, Of(programme.Whole, "85%", PeriodType.NotSaid)));

        Assert.Equal(("Printed", "84% as stated in Scrutiny report, paragraph 3 is entered already for Testshire, May 2011, period not stated. Change that one, or take it back: choose it from the list."), refused);
        Assert.Equal(1, await RevisionsAsync(database));
    }

    [Fact]
    public async Task A_figure_changed_keeps_what_it_said_with_who_and_why_and_who_was_slower_is_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await StateAsync(database, programme, Of(programme.Whole, "48%", PeriodType.NotSaid));
        var (change, slower, idle) = (await OpenAsync(database, programme, id, "The digits were the wrong way round."), await OpenAsync(database, programme, id, "Mistyped."), await OpenAsync(database, programme, id, "Nothing."));
        Assert.Equal(("48%", "3"), (change.Printed, change.Paragraph));

        Assert.Equal(("Reason", MonthChecks.NothingToExplain), await RefusedAsync(() => StateAsync(database, programme, idle)));
        change.Printed = "84%";
        await StateAsync(database, programme, change, Role.ProgrammeManager);
        slower.Printed = "94%";
        var refused = await Assert.ThrowsAsync<BrokenRule>(() => StateAsync(database, programme, slower));

        Assert.StartsWith("Somebody else changed this figure since you opened the page.", refused.Message, StringComparison.Ordinal);
        var figure = (await new StatedFigures(database).LoadAsync(programme.As(Role.PerformanceOfficer), TestProgramme.Slug, "in-time", id, Never)).Chosen!;
        Assert.Equal([("84%", "The programme manager", "The digits were the wrong way round."), ("48%", "The performance officer", null)], figure.Said.Select(said => (said.Text, said.Who, said.Reason)));
        Assert.Equal("provisional, revised", figure.Line.Marks.InWords);
    }

    [Fact]
    public async Task Who_names_another_document_has_entered_the_figure_and_does_not_approve_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await StateAsync(database, programme, Of(programme.Whole, "84%", PeriodType.NotSaid));
        var change = await OpenAsync(database, programme, id, "It is on page 4 of the newspaper.");
        change.Source = new() { New = new() { Title = "Newspaper", Publisher = "The Post" } };
        change.Paragraph = "page 4";
        await StateAsync(database, programme, change, Role.ProgrammeManager);

        ApproveFigure.Input Approval() => new() { Programme = TestProgramme.Slug, Measure = "in-time", Id = id, Seen = 2 };
        await Assert.ThrowsAsync<NotAllowed>(() => new ApproveFigure(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Approval(), Never));
        await new ApproveFigure(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Approval(), Never);

        // The number is as it was first entered, so it is not revised.
        var quoted = (await PageAsync(database, programme)).Elsewhere.Single();
        Assert.Equal(("Newspaper, page 4", ""), (quoted.Source, quoted.Marks.InWords));
    }

    [Fact]
    public async Task What_is_typed_must_be_whole()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var errors = (await Assert.ThrowsAsync<ValidationException>(() => StateAsync(database, programme, new() { Programme = TestProgramme.Slug, Measure = "in-time", Printed = "about 80", Paragraph = new string('a', 61) }))).Errors;
        Assert.Equal(
        [
            ("AreaId", "Choose the area that the figure is of."),
            ("Period", "Choose what stretch of time the document speaks of."),
            ("Month", "Choose the month, or the last one of a longer period."),
            ("Printed", "Type the figure as the document prints it, such as 84% or 1,598."),
            ("Source.SourceId", "Say which document prints it: choose one, or describe a new one."),
            ("Paragraph", "Keep it to 60 characters."),
        ], errors.Select(error => (error.PropertyName, error.ErrorMessage)));
        Assert.Equal("Printed", (await RefusedAsync(() => StateAsync(database, programme, Of(programme.Whole, "101%")))).Field);
        // The record stands in July 2011, and the areas are there from January 2009.
        Assert.Equal("Month", (await RefusedAsync(() => StateAsync(database, programme, Of(programme.Whole, "80%", month: "2011-08")))).Field);
        Assert.Equal("Month", (await RefusedAsync(() => StateAsync(database, programme, Of(programme.Whole, "80%", month: "2008-12")))).Field);
        Assert.Equal(0, await RevisionsAsync(database));
    }

    [Theory]
    [InlineData(Role.ServiceDirector)]
    [InlineData(Role.ScrutinyOfficer)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task Only_those_who_feed_the_measures_enter_take_back_approve_or_unlock_a_figure_from_a_document(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await StateAsync(database, programme, Of(programme.Whole, "84%", PeriodType.NotSaid));

        await Assert.ThrowsAsync<NotAllowed>(() => StateAsync(database, programme, Of(programme.North, "84%"), role));
        await Assert.ThrowsAsync<NotAllowed>(() => new TakeBackFigure(database).ExecuteAsync(programme.As(role), new() { Programme = TestProgramme.Slug, Measure = "in-time", Id = id, Seen = 1, Reason = "Wrong." }, Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new ApproveFigure(database).ExecuteAsync(programme.As(role), new() { Programme = TestProgramme.Slug, Measure = "in-time", Id = id, Seen = 1 }, Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new UnlockFigure(database).ExecuteAsync(programme.As(role), new() { Programme = TestProgramme.Slug, Measure = "in-time", Id = id, Seen = 1, Reason = "Wrong." }, Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new StatedFigures(database).LoadAsync(programme.As(role), TestProgramme.Slug, "in-time", id, Never));
        Assert.Equal(1, await RevisionsAsync(database));
    }
}
