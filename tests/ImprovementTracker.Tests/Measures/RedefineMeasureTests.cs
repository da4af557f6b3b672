using FluentValidation;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Domain.Reports;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Measures;

public class RedefineMeasureTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month March = new(2011, 3);
    private static readonly Month April = new(2011, 4);

    private static RedefineMeasure.Input FromApril() => new()
    {
        Programme = TestProgramme.Slug,
        Measure = "in-time",
        From = "2011-04",
        Definition = "Share of assessments completed within seven working days.",
        Numerator = "assessments completed within seven days",
        Denominator = "assessments completed",
        WhatChanged = "seven working days instead of ten",
    };

    private static async Task<MeasureRow> RowAsync(TestDatabase database, Actor actor)
    {
        await using var db = database.CreateDbContext();
        var programme = await db.EnterAsync(actor, TestProgramme.Slug, Permission.ReadPublished, Never);
        database.Statements.Clear();
        var row = (await db.LoadMeasuresAsync(actor, programme, Never, "in-time")).Single();
        Assert.Equal(1, database.Statements.Count);
        return row;
    }

    private static async Task<string> RefusalAsync(TestDatabase database, TestProgramme programme, Action<RedefineMeasure.Input> change)
    {
        var input = FromApril();
        change(input);
        return (await Assert.ThrowsAsync<ValidationException>(() => new RedefineMeasure(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Never))).Errors.Single().ErrorMessage;
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task From_the_month_on_it_means_something_else_and_what_it_meant_stays(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);

        Assert.Equal(April, await new RedefineMeasure(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), FromApril(), Never));

        var row = await RowAsync(database, programme.As(Role.BoardMember));
        Assert.Equal(("Share of assessments completed within seven working days.", "assessments completed within seven days"), (row.Definition, row.Numerator));
        Assert.Equal([new EarlierMeaning(March, "seven working days instead of ten", "Share of assessments completed within ten working days.", "assessments completed in time", "assessments completed")], row.Earlier);
        Assert.Equal([April], row.StartsAnew);
        Assert.Equal((null, null, April, April), (row.CountedAlikeSince(March), row.CountedDifferently(March), row.CountedAlikeSince(April), row.CountedAlikeSince(new(2011, 9))));
        Assert.Equal("Counted differently from April 2011: seven working days instead of ten.", row.CountedDifferently(April));
    }

    [Fact]
    public async Task Nothing_that_is_said_after_the_change_speaks_of_the_months_before()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, new Month(2010, 10), RecordedValue.Counted(45, 50));
        await programme.RecordAsync(programme.InTime, programme.Whole, March, RecordedValue.Counted(46, 50));
        await new RedefineMeasure(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), FromApril(), Never);
        var board = programme.As(Role.BoardMember);
        async Task<(string Page, string List, string Overview)> SaidAsync(Month month) => (
            (await new MeasurePage(database).LoadAsync(board, TestProgramme.Slug, "in-time", new(month), Never)).Sentence,
            (await new MeasureList(database).LoadAsync(board, TestProgramme.Slug, Never)).Themes[0].Measures[0].Sentence,
            (await new Overview(database).LoadAsync(board, TestProgramme.Slug, month, Never)).Measures.Single(measure => measure.Code == "in-time").Sentence);

        Assert.Equal("92% (provisional) in March 2011, up from 90% (provisional) in October 2010.", (await SaidAsync(March)).Page);
        Assert.Equal("No figure from April 2011 to May 2011.", (await SaidAsync(new(2011, 5))).Page);

        await programme.RecordAsync(programme.InTime, programme.Whole, April, RecordedValue.Counted(30, 50));
        var one = await SaidAsync(April);
        Assert.Equal("60% (provisional) in April 2011.", one.Page);
        Assert.Equal((one.Page, one.Page), (one.List, one.Overview + (one.Overview.EndsWith('.') ? "" : ".")));

        await programme.RecordAsync(programme.InTime, programme.Whole, new Month(2011, 5), RecordedValue.Counted(33, 50));
        var two = await SaidAsync(new(2011, 5));
        Assert.Equal("66% (provisional) in May 2011, up from 60% (provisional) in April 2011.", two.Page);
        Assert.Equal((two.Page, two.Page), (two.List, two.Overview + (two.Overview.EndsWith('.') ? "" : ".")));
        // A person may look back: what was true then is said then.
        Assert.Equal("92% (provisional) in March 2011, up from 90% (provisional) in October 2010.", (await SaidAsync(March)).Page);
    }

    [Fact]
    public async Task The_lists_and_the_overviews_words_of_change_stay_within_the_definition()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, March, RecordedValue.Counted(46, 50));
        await programme.RecordAsync(programme.InTime, programme.Whole, April, RecordedValue.Counted(30, 50));
        await new RedefineMeasure(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), FromApril(), Never);

        var list = await new MeasureList(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, Never);
        var overview = await new Overview(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, April, Never);

        Assert.Equal(["Counted differently from April 2011: seven working days instead of ten.", null], list.Themes[0].Measures.Select(line => line.CountedDifferently));
        var shown = overview.Measures.Single(measure => measure.Code == "in-time");
        Assert.DoesNotContain("92", shown.Sentence + overview.Heading + overview.Lead, StringComparison.Ordinal);
        Assert.DoesNotContain("March 2011", shown.Sentence + overview.Heading + overview.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_over_the_change_compares_only_the_months_after_it_and_says_so()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, March, RecordedValue.Counted(46, 50));
        await programme.RecordAsync(programme.InTime, programme.Whole, April, RecordedValue.Counted(30, 50));
        await programme.RecordAsync(programme.InTime, programme.Whole, new Month(2011, 5), RecordedValue.Counted(33, 50));
        await new RedefineMeasure(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), FromApril(), Never);
        async Task<CommitteeReport> WriteAsync(Month from, Month to) => await new CommitteeReports(database).LoadAsync(programme.As(Role.ScrutinyOfficer), TestProgramme.Slug, from, to, Never);

        var over = await WriteAsync(March, new(2011, 5));
        Assert.Contains("66% of assessments completed in time in May 2011 compared with 60% in April 2011; counted differently from April 2011 on", string.Join('\n', Texts(over)), StringComparison.Ordinal);
        var appendix = over.Appendix.Measures.Single(measure => measure.Code == "in-time");
        Assert.Equal("66% in May 2011, up from 60% in April 2011.", appendix.Sentence);
        Assert.EndsWith("Counted differently from April 2011, so that earlier months cannot be compared: seven working days instead of ten.", appendix.Definition, StringComparison.Ordinal);

        var after = (await WriteAsync(April, new(2011, 5))).Appendix.Measures.Single(measure => measure.Code == "in-time");
        Assert.Equal("Share of assessments completed within seven working days.", after.Definition);
    }

    private static IEnumerable<string> Texts(CommitteeReport report) => report.Sections.SelectMany(section => section.Paragraphs).SelectMany(paragraph => paragraph.Points.Prepend(paragraph.Text));

    [Fact]
    public async Task A_new_definition_begins_after_the_one_before()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await new RedefineMeasure(database).ExecuteAsync(programme.As(Role.ProgrammeManager), FromApril(), Never);

        Assert.Equal("The definition that holds now began in April 2011. Choose a later month; to correct its wording, change the measure.", await RefusalAsync(database, programme, input => input.Definition = "Other."));
        Assert.Equal("The definition that holds now began in April 2011. Choose a later month; to correct its wording, change the measure.", await RefusalAsync(database, programme, input => (input.Definition, input.From) = ("Other.", "2010-09")));
        Assert.Equal("August 2011 has not begun. Choose a month up to July 2011.", await RefusalAsync(database, programme, input => (input.Definition, input.From) = ("Other.", "2011-08")));

        var next = FromApril();
        (next.Definition, next.From) = ("Other.", "2011-05");
        await new RedefineMeasure(database).ExecuteAsync(programme.As(Role.ProgrammeManager), next, Never);
        Assert.Equal([April, new Month(2011, 5)], (await RowAsync(database, programme.As(Role.BoardMember))).StartsAnew);
    }

    [Fact]
    public async Task The_same_definition_and_a_percentage_of_nothing_are_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        Assert.Equal("Say among how many. A percentage needs it.", await RefusalAsync(database, programme, input => input.Denominator = " "));
        Assert.Equal("The definition is as it was. Write what it means from then on; if only the work is done differently, work the limits out anew instead.",
            await RefusalAsync(database, programme, input => (input.Definition, input.Numerator) = ("Share of assessments completed within ten working days.", "assessments completed in time")));
        Assert.Equal(["Definition", "From", "Numerator", "WhatChanged"], new RedefineMeasure.Input.Validator().Validate(new RedefineMeasure.Input()).Errors.Select(error => error.PropertyName).Order());
    }

    [Fact]
    public async Task The_same_form_sent_twice_changes_the_definition_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = FromApril();
        await new RedefineMeasure(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);

        Assert.Equal(April, await new RedefineMeasure(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));
        Assert.Single((await RowAsync(database, programme.As(Role.BoardMember))).Earlier);
    }

    [Theory]
    [InlineData(Role.ServiceDirector)]
    [InlineData(Role.ScrutinyOfficer)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task Only_those_who_feed_the_measures_may_change_what_they_mean(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var unknown = FromApril();
        unknown.Measure = "unknown";

        await Assert.ThrowsAsync<NotAllowed>(() => new RedefineMeasure(database).ExecuteAsync(programme.As(role), FromApril(), Never));
        await Assert.ThrowsAsync<NotFound>(() => new RedefineMeasure(database).ExecuteAsync(Actor.Nobody, FromApril(), Never));
        await Assert.ThrowsAsync<NotFound>(() => new RedefineMeasure(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), unknown, Never));
    }
}
