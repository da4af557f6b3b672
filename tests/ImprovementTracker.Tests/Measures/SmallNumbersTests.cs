using System.Collections;
using System.Text;
using ImprovementTracker.Documents.Measures;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Measures;

/// <summary>A document states that there were 3 cases in May 2011 and 4 in the year to date, where there had been 12 in April.</summary>
public class SmallNumbersTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month May2011 = new(2011, 5);

    /// <summary>Two decimals, so that a 3 of these cases cannot be taken for any other 3.</summary>
    private static async Task<TestProgramme> StateAsync(TestDatabase database)
    {
        database.Clock.Utc = new DateTime(2011, 6, 10, 12, 0, 0, DateTimeKind.Utc);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(programme.Referrals, programme.Whole);
            programme.Referrals.Define("Referrals", "referrals", "Referrals received in the month.", "referrals received", null, MeasureUnit.Count, 2, Polarity.LowerIsBetter, PeriodType.InMonth);
            db.Add(new Target(programme.Referrals, null, TargetSetter.Local, null, null, false, new(2011, 1), null, change).WithSteps(TargetPath.Steps, new TargetStep(new(2011, 1), 10)));
            var letter = new SourceDocument(programme.Programme, "Letter of 3 May", "Ofsted", null);
            foreach (var (period, month, figures) in new[] { (PeriodType.InMonth, May2011.AddMonths(-1), new[] { 12.00m }), (PeriodType.InMonth, May2011, [11.00m, 3.00m]), (PeriodType.YearToDate, May2011, [4.00m]) })
            {
                var observation = new Observation(programme.Referrals, programme.Whole, month, period);
                foreach (var figure in figures)
                    observation.Revise(RecordedValue.Stated(figure, letter, null) with { Status = ValueStatus.Approved }, change);
                db.Add(observation);
            }
        });
        return programme;
    }

    private static readonly Dictionary<string, Func<TestDatabase, Actor, Task<object>>> Ways = new()
    {
        ["the measure's page"] = async (database, actor) => await new MeasurePage(database).LoadAsync(actor, TestProgramme.Slug, "referrals", new(History: true), Never),
        ["the list of measures"] = async (database, actor) => await new MeasureList(database).LoadAsync(actor, TestProgramme.Slug, Never),
        ["areas against targets"] = async (database, actor) => await new AreasAgainstTargets(database).LoadAsync(actor, TestProgramme.Slug, new(), Never),
        ["the ranking"] = async (database, actor) => await new AreasOnOneMeasure(database).LoadAsync(actor, TestProgramme.Slug, "referrals", new(), Never),
        ["the run of months"] = async (database, actor) => await new RunOfMonths(database).LoadAsync(actor, TestProgramme.Slug, new(MeasureCode: "referrals"), Never),
        ["the summary"] = async (database, actor) => await new MeasureSummary(database).LoadAsync(actor, TestProgramme.Slug, new(), Never),
        ["the overview"] = async (database, actor) => await new Overview(database).LoadAsync(actor, TestProgramme.Slug, May2011, Never),
        ["the csv file"] = async (database, actor) => await ExportAsync(database, actor, asWorkbook: false),
        ["the workbook"] = async (database, actor) => await ExportAsync(database, actor, asWorkbook: true),
    };

    public static TheoryData<string> EveryWay => [.. Ways.Keys];

    private static async Task<object> ExportAsync(TestDatabase database, Actor actor, bool asWorkbook)
    {
        var export = await new FigureExport(database).LoadAsync(actor, TestProgramme.Slug, new(), Never);
        using var file = new MemoryStream();
        await (asWorkbook ? FigureWorkbook.WriteAsync(export, file, Never) : FigureCsv.WriteAsync(export, file, Never));
        return asWorkbook ? Spreadsheet.Read(file.ToArray(), null, Never).Rows.SelectMany(row => row.Cells.Select(cell => cell.Text)).ToList() : Encoding.UTF8.GetString(file.ToArray()).Split(',', '\n');
    }

    [Theory]
    [MemberData(nameof(EveryWay))]
    public async Task Three_cases_that_a_document_states_are_withheld_from_a_reader(string way)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await StateAsync(database);

        Assert.NotEmpty(FewCases(await Ways[way](database, programme.As(Role.BoardMember))));
        Assert.Empty(FewCases(await Ways[way](database, programme.As(Role.Reader))));
    }

    [Fact]
    public async Task The_measures_page_says_to_a_reader_that_they_are_withheld()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await StateAsync(database);

        var sheet = await new MeasurePage(database).LoadAsync(programme.As(Role.Reader), TestProgramme.Slug, "referrals", new(), Never);

        Assert.Equal(["12.00", "withheld"], sheet.Lines.TakeLast(2).Select(line => line.Text));
        Assert.Equal([12.00m, null], sheet.Reading!.Chart.Points.TakeLast(2).Select(point => point.Value));
        Assert.Equal(("withheld", default(FigureMarks)), (Assert.Single(sheet.Elsewhere).Text, sheet.Elsewhere[0].Marks));
        Assert.Equal("Letter of 3 May", sheet.Elsewhere[0].Source);
    }

    [Fact]
    public async Task What_changed_tells_a_reader_of_the_correction_without_its_number()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Clock.Utc = new DateTime(2011, 5, 2, 12, 0, 0, DateTimeKind.Utc);
        var programme = await TestProgramme.CreateAsync(database);
        SourceDocument letter = null!;
        Observation observation = null!;
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(programme.Referrals, programme.Whole);
            letter = new SourceDocument(programme.Programme, "Letter of 3 May", "Ofsted", null);
            observation = new Observation(programme.Referrals, programme.Whole, May2011, PeriodType.InMonth);
            observation.Revise(RecordedValue.Stated(12, letter, null) with { Status = ValueStatus.Approved }, change);
            db.Add(observation);
        });
        database.Clock.Utc = new DateTime(2011, 6, 10, 12, 0, 0, DateTimeKind.Utc);
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(observation, letter);
            observation.Revise(RecordedValue.Stated(3, letter, null) with { Status = ValueStatus.Approved }, change);
        });

        async Task<string> ToldAsync(Role role) => (await new WhatChanged(database).LoadAsync(programme.As(role), TestProgramme.Slug, new(new DateOnly(2011, 6, 1), new DateOnly(2011, 6, 30)), Never))
            .Groups.Single(group => group.Topic == ChangeTopic.Values).Lines.Single() is var line ? $"{line.Before}, then {line.After}" : "";

        Assert.Equal("12 as stated, then 3 as stated", await ToldAsync(Role.BoardMember));
        Assert.Equal("12, then withheld", await ToldAsync(Role.Reader));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.5, true)]
    [InlineData(1, true)]
    [InlineData(5, true)]
    [InlineData(5.5, true)]
    [InlineData(6, false)]
    public void A_stated_count_is_small_above_0_and_below_6(double printed, bool isWithheld)
    {
        Assert.Equal(isWithheld, SmallNumbers.Withhold(new MeasureValue.Stated((decimal)printed, 1), MeasureUnit.Count) is MeasureValue.Withheld);
    }

    [Theory]
    [InlineData(MeasureUnit.Percentage)]
    [InlineData(MeasureUnit.Average)]
    [InlineData(MeasureUnit.RatePer10000)]
    public void A_stated_share_average_or_rate_is_no_count(MeasureUnit unit) => Assert.IsType<MeasureValue.Stated>(SmallNumbers.Withhold(new MeasureValue.Stated(3, 0), unit));

    /// <summary>Everything that a page or a file is made of which gives the 3 or the 4 cases away, with where it stands.</summary>
    private static List<string> FewCases(object? all)
    {
        var (found, seen) = (new List<string>(), new HashSet<object>(ReferenceEqualityComparer.Instance));
        Look(all, "");
        return found;

        void Look(object? one, string where)
        {
            if (one is string text ? text.Contains("3.00", StringComparison.Ordinal) || text.Contains("4.00", StringComparison.Ordinal) || text is "3" or "4" : one is 3m or 4m)
                found.Add($"{where}: {one}");
            else if (one is IEnumerable several and not string)
                foreach (var (part, place) in several.Cast<object?>().Select((part, place) => (part, place)))
                    Look(part, $"{where}[{place}]");
            else if (one is not null && one.GetType() is { IsPrimitive: false, IsEnum: false } type && type.Namespace!.StartsWith("ImprovementTracker", StringComparison.Ordinal) && one is not Month && (type.IsValueType || seen.Add(one)))
                foreach (var property in type.GetProperties().Where(property => property.GetIndexParameters().Length == 0 && property.GetMethod is { IsStatic: false }))
                    Look(property.GetValue(one), $"{where}.{property.Name}");
        }
    }
}
