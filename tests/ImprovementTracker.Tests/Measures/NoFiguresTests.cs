using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Measures;

/// <summary>What a measure's page says where none of the months shown has a figure.</summary>
public class NoFiguresTests
{
    private static readonly Month April2010 = new(2010, 4);
    private static readonly Month March2011 = new(2011, 3);
    private static readonly Month April2011 = new(2011, 4);
    private static readonly Month May2011 = new(2011, 5);

    private static Task<MeasureSheet> LoadAsync(TestDatabase database, Actor actor, MeasureChoice? choice = null) =>
        new MeasurePage(database).LoadAsync(actor, TestProgramme.Slug, "in-time", choice ?? new(), CancellationToken.None);

    [Fact]
    public async Task A_month_that_only_some_parts_reported_is_not_called_unrecorded_and_leads_to_the_part_that_did()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, April2011, RecordedValue.Counted(41, 50));
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(40, 50));
        await programme.RecordAsync(programme.InTime, programme.South, May2011, RecordedValue.NotCaptured("The system was down."));

        var sheet = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal(("Only some of its parts reported in two months.", true), (sheet.Without!.Sentence, sheet.HasMonths));
        Assert.Equal([("North", "April 2011 to May 2011")], sheet.Without.Found.Select(found => (found.Area.Name, found.When)));
        Assert.Equal(["1 of 2 reported", "1 of 2 reported"], sheet.Lines.Select(line => line.Text));
        Assert.Equal("The system was down.", sheet.ByArea.Single(area => area.Area.Name == "South").Figure.Reason);
    }

    [Fact]
    public async Task Months_not_captured_are_said_with_their_reasons_except_to_readers()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, April2011, RecordedValue.NotCaptured("The system was changed.") with { Status = ValueStatus.Approved });
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.NotCaptured("The new one was not filled yet.") with { Status = ValueStatus.Approved });

        var sheet = await LoadAsync(database, programme.As(Role.BoardMember));
        var reader = await LoadAsync(database, programme.As(Role.Reader));

        Assert.Equal("Not captured in two months.", sheet.Without!.Sentence);
        Assert.Equal(["The system was changed.", "The new one was not filled yet."], sheet.Lines.Select(line => line.Figure.Reason));
        Assert.Equal((("Not captured in two months.", "not captured", "")), (reader.Without!.Sentence, reader.Lines[0].Text, reader.Lines[0].Figure.Reason));
    }

    [Fact]
    public async Task An_area_without_figures_of_its_own_says_where_there_are_some()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, April2010, RecordedValue.Counted(37, 100));
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100));

        var sheet = await LoadAsync(database, programme.As(Role.BoardMember), new(AreaId: programme.North.Id));

        Assert.Equal(("North: No figure in May 2011 or before.", "Nothing is recorded for North from April 2010 to May 2011.", false), (sheet.Sentence, sheet.Without!.Sentence, sheet.HasMonths));
        Assert.Equal([("Testshire", April2010, May2011)], sheet.Without.Found.Select(found => (found.Area.Name, found.First, found.Last)));
    }

    [Fact]
    public async Task A_time_without_figures_does_not_deny_those_before_and_after_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, April2010, RecordedValue.Counted(37, 100));
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100));

        var between = await LoadAsync(database, programme.As(Role.BoardMember), new(April2011, March2011));
        var first = await LoadAsync(database, programme.As(Role.BoardMember), new(April2010));

        Assert.Equal(("No figure from March 2011 to April 2011.", "Nothing is recorded for Testshire from March 2011 to April 2011."), (between.Sentence, between.Without!.Sentence));
        Assert.Equal([("Testshire", "April 2010 to May 2011")], between.Without.Found.Select(found => (found.Area.Name, found.When)));
        Assert.Equal("37% (provisional) in April 2010, the first figure there is.", first.Sentence);
    }

    [Fact]
    public async Task A_figure_of_another_period_alone_is_pointed_to()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Stated(84, new SourceDocument(programme.Programme, "Scrutiny report", "Nottinghamshire County Council", null), "paragraph 3"), PeriodType.NotSaid);

        var without = (await LoadAsync(database, programme.As(Role.BoardMember))).Without;

        // The clock stands in July 2011, and nothing else is recorded.
        Assert.Equal("Nothing is recorded for Testshire in July 2011. A figure for another kind of period is quoted below.", without!.Sentence);
    }
}
