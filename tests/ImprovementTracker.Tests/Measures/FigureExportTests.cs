using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ImprovementTracker.Documents.Measures;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Operation;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Operation;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Measures;

public class FigureExportTests(DemonstrationDatabase demonstration) : IClassFixture<DemonstrationDatabase>
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month May2011 = new(2011, 5);

    private static async Task<byte[]> FileAsync(IDbContextFactory<TrackerContext> database, Actor actor, string slug, bool asWorkbook, FigureChoice? choice = null)
    {
        var export = await new FigureExport(database).LoadAsync(actor, slug, choice ?? new(), Never);
        using var file = new MemoryStream();
        await (asWorkbook ? FigureWorkbook.WriteAsync(export, file, Never) : FigureCsv.WriteAsync(export, file, Never));
        return file.ToArray();
    }

    private static async Task<string[]> LinesAsync(TestDatabase database, Actor actor, FigureChoice? choice = null) =>
        Encoding.UTF8.GetString(await FileAsync(database, actor, TestProgramme.Slug, asWorkbook: false, choice)).TrimStart('\uFEFF').TrimEnd().Split("\r\n")[1..];

    [Theory]
    [InlineData(Demonstration.NottinghamshireSlug, true)]
    [InlineData(Demonstration.NottinghamshireSlug, false)]
    [InlineData(Demonstration.NottinghamSlug, true)]
    [InlineData(Demonstration.NottinghamSlug, false)]
    public async Task Importing_an_export_of_everything_changes_nothing(string slug, bool asWorkbook)
    {
        var actor = Actor.System("test");
        var sheet = Spreadsheet.Read(await FileAsync(demonstration.Database, actor, slug, asWorkbook), null, Never);

        var check = await new ImportCheck(demonstration.Database).LoadAsync(actor, slug, sheet, ImportChoices.None, "figures", Never);

        Assert.True(check.Mapping.IsComplete);
        Assert.All(check.Preview!.Lines, line => Assert.True(line.What == ImportOutcome.Unchanged, $"{line.Figure.Cell} {line.What}: {line.Detail}"));
        await using var db = demonstration.Database.CreateDbContext();
        Assert.Equal(await db.Observations.CountAsync(observation => observation.Measure.Programme.Slug == slug && observation.Period == observation.Measure.Period), check.Preview.Lines.Count);
        Assert.Equal(await db.Observations.CountAsync(observation => observation.Measure.Programme.Slug == slug), sheet.Rows.Count - 1);
    }

    [Fact]
    public async Task The_workbook_is_one_that_Excel_opens_without_a_word()
    {
        using var content = new MemoryStream(await FileAsync(demonstration.Database, Actor.System("test"), Demonstration.NottinghamshireSlug, asWorkbook: true));

        using var workbook = SpreadsheetDocument.Open(content, isEditable: false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(workbook).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").Take(5));
        Assert.Equal(["Figures", "About"], workbook.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value));
    }

    [Fact]
    public async Task Each_value_stands_as_it_was_recorded_with_what_it_comes_to()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        SourceDocument letter = null!;
        await programme.ChangeAsync((db, _) =>
        {
            db.Attach(programme.Programme);
            db.Add(letter = new SourceDocument(programme.Programme, "Letter of 3 May", "Ofsted", null));
        });
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(464, 610));
        await programme.RecordAsync(programme.InTime, programme.South, May2011, RecordedValue.NotCaptured("The form \"A\", old, was\r\nlost.") with { Status = ValueStatus.Approved });
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(programme.InTime, programme.Whole, letter);
            foreach (var (period, printed) in new[] { (PeriodType.InMonth, 76.0m), (PeriodType.YearToDate, 84m) })
            {
                var observation = new Observation(programme.InTime, programme.Whole, May2011, period);
                observation.Revise(RecordedValue.Stated(printed, letter, "4") with { IsIllustrative = printed == 84m }, change);
                db.Add(observation);
            }
        });
        await programme.RecordAsync(programme.Referrals, programme.Whole, May2011, RecordedValue.Counted(1598, null));

        Assert.Equal(
            [
                "in-time,Assessments in time,Testshire,2011-05,,,,76.0,,76,percentage,provisional,,,\"Letter of 3 May, paragraph 4\",,",
                "in-time,Assessments in time,Testshire,2011-05,,,,,,,percentage,provisional,,illustrative,\"Letter of 3 May, paragraph 4\",84,in the year to date",
                "in-time,Assessments in time,North,2011-05,464,610,,,,76.065574,percentage,provisional,,,,,",
                "in-time,Assessments in time,South,2011-05,not captured,,,,\"The form \"\"A\"\", old, was lost.\",,percentage,approved,,,,,",
                "referrals,Referrals,Testshire,2011-05,,,1598,,,1598,number,provisional,,,,,",
            ],
            await LinesAsync(database, programme.As(Role.PerformanceOfficer)));
    }

    [Fact]
    public async Task A_reader_gets_what_is_approved_of_the_whole_and_no_small_number()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        async Task ApprovedAsync(int month, RecordedValue value) => await programme.RecordAsync(programme.InTime, programme.Whole, new(2011, month), value with { Status = ValueStatus.Approved });
        await ApprovedAsync(1, RecordedValue.Counted(30, 40));
        await ApprovedAsync(2, RecordedValue.Counted(4, 40));
        await ApprovedAsync(3, RecordedValue.Counted(37, 40));
        await ApprovedAsync(4, RecordedValue.NotCaptured("A worker fell ill."));
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(31, 40));
        await programme.RecordAsync(programme.InTime, programme.North, new(2011, 1), RecordedValue.Counted(10, 20) with { Status = ValueStatus.Approved });

        const string Small = "withheld: too few cases to show without telling of a child";
        Assert.Equal(
            [
                "in-time,Assessments in time,Testshire,2011-01,30,40,,,,75,percentage,approved,,,,,",
                $"in-time,Assessments in time,Testshire,2011-02,withheld,withheld,,,{Small},,percentage,approved,,,,,",
                $"in-time,Assessments in time,Testshire,2011-03,withheld,withheld,,,{Small},,percentage,approved,,,,,",
                "in-time,Assessments in time,Testshire,2011-04,not captured,,,,,,percentage,approved,,,,,",
            ],
            await LinesAsync(database, programme.As(Role.Reader)));
    }

    [Fact]
    public async Task A_period_and_a_measure_can_be_chosen()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        foreach (var month in new[] { 1, 2, 3 })
        {
            await programme.RecordAsync(programme.InTime, programme.North, new(2011, month), RecordedValue.Counted(month, 10));
            await programme.RecordAsync(programme.Referrals, programme.North, new(2011, month), RecordedValue.Counted(month, null));
        }

        Assert.Equal(2, (await LinesAsync(database, officer, new(new Month(2011, 2), new Month(2011, 2)))).Length);
        Assert.StartsWith("referrals,Referrals,North,2011-02,,,2,", Assert.Single(await LinesAsync(database, officer, new(new Month(2011, 2), new Month(2011, 2), "referrals"))), StringComparison.Ordinal);
        Assert.Equal("January 2011 to March 2011", (await new FigureExport(database).LoadAsync(officer, TestProgramme.Slug, new(), Never)).Period);
        Assert.Equal("February 2011 to March 2011", (await new FigureExport(database).LoadAsync(officer, TestProgramme.Slug, new(new Month(2011, 2)), Never)).Period);
        var refused = await Assert.ThrowsAsync<BrokenRule>(() => new FigureExport(database).LoadAsync(officer, TestProgramme.Slug, new(new Month(2011, 3), new Month(2011, 2)), Never));
        Assert.Equal("The first month lies after the last. Choose them the other way round.", refused.Message);
        await Assert.ThrowsAsync<NotFound>(() => new FigureExport(database).LoadAsync(officer, TestProgramme.Slug, new(Measure: "unknown"), Never));
    }

    [Fact]
    public async Task Going_through_the_figures_is_one_statement_that_SQL_Server_can_read()
    {
        var statements = await SqlServerRehearsal.RunAsync(demonstration.Database, async database =>
        {
            var export = await new FigureExport(database).LoadAsync(Actor.System("test"), Demonstration.NottinghamshireSlug, new(new Month(2011, 4), new Month(2011, 5), Demonstration.InitialAssessments), Never);
            await foreach (var _ in export.Figures) { }
        });

        Assert.Equal(5, statements.Count);
    }

    [Fact]
    public async Task What_files_said_of_words_and_columns_leaves_the_programs_own_file_as_it_is()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        await programme.RecordAsync(programme.Referrals, programme.North, May2011, RecordedValue.Counted(12, null));
        await programme.ChangeAsync((db, _) => db.AddRange(
            new ImportWord(programme.Programme.Id, ImportWordKind.Column, "value", nameof(ImportColumn.LeftOut)),
            new ImportWord(programme.Programme.Id, ImportWordKind.Measure, "referrals", "in-time"),
            new ImportWord(programme.Programme.Id, ImportWordKind.Area, "north", $"{programme.South.Id}")));

        var sheet = Spreadsheet.Read(await FileAsync(database, officer, TestProgramme.Slug, asWorkbook: true), null, Never);
        var check = await new ImportCheck(database).LoadAsync(officer, TestProgramme.Slug, sheet, ImportChoices.None, "figures.xlsx", Never);

        Assert.Equal(ImportOutcome.Unchanged, Assert.Single(check.Preview!.Lines).What);
    }

    [Theory]
    [InlineData("76", "North", "Stated", "H2: A figure that a document states without its counts is not recorded by an import. Leave it as it was exported, or give its counts.")]
    [InlineData("a lot", "North", "Stated", "H2: 'a lot' is no number. Type a number, such as 80 or 97.5.")]
    public async Task A_stated_figure_that_is_another_is_refused(string stated, string area, string heading, string told)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var csv = $"Measure,a,Area,Month,Numerator,Denominator,Value,{heading}\nin-time,,{area},2011-05,,,,{stated}\n";

        var check = await new ImportCheck(database).LoadAsync(programme.As(Role.PerformanceOfficer), TestProgramme.Slug, MadeImport.Sheet(csv), ImportChoices.None, "figures.csv", Never);

        var line = Assert.Single(check.Preview!.Lines);
        Assert.Equal((ImportOutcome.Refused, told), (line.What, line.Detail));
    }
}
