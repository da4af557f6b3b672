using FluentValidation;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Measures;

/// <summary>An import asks and warns as the grid of a month does.</summary>
public class ImportRemarksTests
{
    private const string Heading = "Measure,Area,Month,Numerator,Denominator,Reason\n";
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month May2011 = new(2011, 5);

    private static ImportMeasures.Input Of(string rows, string? reason = null) => new() { Programme = TestProgramme.Slug, Name = "may.csv", Sheet = MadeImport.Sheet(Heading + rows), Reason = reason };

    private static async Task<ImportPreview> LookAsync(TestDatabase database, TestProgramme programme, string rows) =>
        (await new ImportCheck(database).LoadAsync(programme.As(Role.PerformanceOfficer), TestProgramme.Slug, MadeImport.Sheet(Heading + rows), ImportChoices.None, "may.csv", Never)).Preview!;

    private static string[] Remarks(ImportPreview preview) => [.. preview.Lines.SelectMany(line => line.Remarks.Select(remark => $"{line.Figure.Cell} {line.What}: {remark}"))];

    private static async Task<List<ObservationRevision>> OfMayAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return await db.ObservationRevisions.Where(revision => revision.Observation.Month == May2011).OrderBy(revision => revision.Id).ToListAsync();
    }

    /// <summary>49% and 51% in turn for the twelve months to April 2011: mean 50, moving range 2, limits 44.68% and 55.32%.</summary>
    private static async Task RecordAYearAsync(TestProgramme programme, Area area)
    {
        for (var back = 1; back <= 12; back++)
            await programme.RecordAsync(programme.InTime, area, May2011.AddMonths(-back), RecordedValue.Counted(back % 2 == 0 ? 49 : 51, 100));
    }

    [Fact]
    public async Task Figures_far_from_the_earlier_months_are_listed_and_recorded_with_one_reason_for_all_of_them()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAYearAsync(programme, programme.North);
        await RecordAYearAsync(programme, programme.South);
        var officer = programme.As(Role.PerformanceOfficer);
        const string rows = "in-time,North,2011-05,60,100,\nin-time,South,2011-05,30,100,\nreferrals,North,2011-05,9000,,\n";

        var preview = await LookAsync(database, programme, rows);
        Assert.Equal(
            ["D2 New: This is far from the earlier months (between 45% and 55%): say why.", "D3 New: This is far from the earlier months (between 45% and 55%): say why."], Remarks(preview));
        Assert.Equal((2, 2, true), (preview.FarFromEarlier, preview.ToExplain, preview.CanBeRecorded));

        var refused = await Assert.ThrowsAsync<ValidationException>(() => new ImportMeasures(database).ExecuteAsync(officer, Of(rows), null, Never));
        Assert.Equal(("Reason", "2 figures are far from the earlier months: say why, in one sentence for all of them."), (refused.Errors.Single().PropertyName, refused.Errors.Single().ErrorMessage));
        await Assert.ThrowsAsync<ValidationException>(() => new ImportMeasures(database).ExecuteAsync(officer, Of(rows, " "), null, Never));
        await Assert.ThrowsAsync<ValidationException>(() => new ImportMeasures(database).ExecuteAsync(officer, Of(rows, new string('a', 501)), null, Never));
        Assert.Empty(await OfMayAsync(database));

        Assert.Equal(3, await new ImportMeasures(database).ExecuteAsync(officer, Of(rows, " Two teams became one. "), null, Never));
        Assert.Equal([(60L, "Two teams became one."), (30L, "Two teams became one."), (9000L, null)], (await OfMayAsync(database)).Select(revision => (revision.Numerator!.Value, revision.Reason)));
    }

    [Fact]
    public async Task A_reason_in_the_files_own_row_is_enough_and_is_kept_before_that_for_all()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAYearAsync(programme, programme.North);
        await RecordAYearAsync(programme, programme.South);
        const string explained = "in-time,North,2011-05,60,100,A new team began.\n";

        var preview = await LookAsync(database, programme, explained);
        Assert.Equal((1, 0), (preview.FarFromEarlier, preview.ToExplain));
        Assert.Equal(["D2 New: This is far from the earlier months (between 45% and 55%). The file says why: A new team began."], Remarks(preview));

        await new ImportMeasures(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Of(explained + "in-time,South,2011-05,30,100,\n", "Returns were late."), null, Never);
        Assert.Equal(["A new team began.", "Returns were late."], (await OfMayAsync(database)).Select(revision => revision.Reason));
    }

    [Fact]
    public async Task What_is_said_of_a_row_of_many_months_is_no_reason_for_the_leap_of_one()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAYearAsync(programme, programme.North);
        var wide = MadeImport.Sheet("Measure,Area,What,May 2011,June 2011,Comment\nin-time,North,numerator,60,n/a,A new form since May.\nin-time,North,denominator,100,n/a,A new form since May.\n");

        var preview = (await new ImportCheck(database).LoadAsync(programme.As(Role.PerformanceOfficer), TestProgramme.Slug, wide, ImportChoices.None, "may.csv", Never)).Preview!;

        Assert.Equal((1, 1), (preview.FarFromEarlier, preview.ToExplain));
        Assert.Equal([null, "A new form since May."], preview.Lines.Select(line => line.Value!.Reason));
    }

    [Fact]
    public async Task A_changed_figure_that_is_far_off_keeps_the_reason_and_not_where_it_came_from()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAYearAsync(programme, programme.North);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(50, 100));

        await new ImportMeasures(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Of("in-time,North,2011-05,60,100,\n", "Counted anew."), null, Never);

        Assert.Equal([(50L, null), (60L, "Counted anew.")], (await OfMayAsync(database)).Select(revision => (revision.Numerator!.Value, revision.Reason)));
    }

    [Fact]
    public async Task The_first_load_of_a_history_asks_nothing_and_the_month_after_it_is_judged_by_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        // Two years that leap from 49% to 90% half way.
        var rows = string.Concat(Enumerable.Range(1, 24).Select(back => $"in-time,North,{May2011.AddMonths(-back).ToIso()},{(back > 12 ? 49 + (back % 2 * 2) : 89 + (back % 2 * 2))},100,\n"));

        Assert.Equal(0, (await LookAsync(database, programme, rows)).FarFromEarlier);
        await new ImportMeasures(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Of(rows), null, Never);

        // Mean 70; moving ranges of 2, the leap left out: 64.68% to 75.32%, and 85.68% to 96.32% around the last month's 91%.
        Assert.Equal(["D2 New: This is far from the earlier months (between 65% and 75%, or between 86% and 96%): say why."], Remarks(await LookAsync(database, programme, "in-time,North,2011-05,80,100,\n")));
        Assert.Empty(Remarks(await LookAsync(database, programme, "in-time,North,2011-05,90,100,\n")));
    }

    [Fact]
    public async Task Each_month_of_a_file_is_judged_by_those_recorded_before_it_since_the_series_began_anew()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAYearAsync(programme, programme.North);
        await RecordAYearAsync(programme, programme.South);
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(programme.InTime, programme.South);
            db.Add(new Rebase(programme.InTime, programme.South, May2011, "The teams were put together anew.", change));
        });

        // March 2011 has but ten months before it, May and June twelve; South begins anew in May.
        var preview = await LookAsync(database, programme, "in-time,North,2011-03,90,100,\nin-time,North,2011-05,90,100,\nin-time,North,2011-06,90,100,\nin-time,South,2011-05,90,100,\nin-time,South,2011-06,90,100,\n");

        Assert.Equal(["D3", "D4"], preview.Lines.Where(line => line.AsksWhy).Select(line => line.Figure.Cell));
    }

    [Fact]
    public async Task The_sum_of_parts_is_judged_by_the_earlier_sums_where_the_whole_is_given_for_itself()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAYearAsync(programme, programme.North);
        await RecordAYearAsync(programme, programme.South);

        // The county showed 98 of 200 and 102 of 200 in turn: 49% and 51%.
        Assert.Equal(["D2 New: This is far from the earlier months (between 45% and 55%): say why."], Remarks(await LookAsync(database, programme, "in-time,Testshire,2011-05,120,200,\n")));
    }

    [Fact]
    public async Task An_own_value_that_would_not_be_the_sum_of_its_parts_is_named_and_stands_in_nobodys_way()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.South, May2011, RecordedValue.Counted(20, 50));

        // 30 + 20 of 50 + 50; the county says 51 of 100.
        var both = await LookAsync(database, programme, "in-time,North,2011-05,30,50,\nin-time,Testshire,2011-05,51,100,\n");
        Assert.Equal(["D3 New: Its own value, 51 of 100 (51%), is not the sum of its parts, 50 of 100 (50%). Its own stands."], Remarks(both));
        Assert.Equal((1, 0, true), (both.Differing, both.ToExplain, both.CanBeRecorded));
        Assert.Empty(Remarks(await LookAsync(database, programme, "in-time,North,2011-05,30,50,\nin-time,Testshire,2011-05,50,100,\n")));

        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(51, 100));
        Assert.Equal(
            ["D2 New: Testshire: Its own value, 51 of 100 (51%), is not the sum of its parts, 50 of 100 (50%). Its own stands."],
            Remarks(await LookAsync(database, programme, "in-time,North,2011-05,30,50,\nreferrals,North,2011-05,7,,\n")));
        Assert.Empty(Remarks(await LookAsync(database, programme, "in-time,North,2011-05,31,50,\n")));
    }

    [Fact]
    public async Task Who_looked_before_a_figure_was_far_off_looks_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        const string row = "in-time,North,2011-05,60,100,\n";
        var seen = (await LookAsync(database, programme, row)).Mark;
        await RecordAYearAsync(programme, programme.North);

        var input = Of(row, "Two teams became one.");
        input.Seen = seen;
        var refused = await Assert.ThrowsAsync<BrokenRule>(() => new ImportMeasures(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), input, null, Never));

        Assert.StartsWith("Something was recorded or changed by somebody else since you looked.", refused.Message, StringComparison.Ordinal);
    }
}
