using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ImprovementTracker.Documents.Plan;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Plan;

public class PlanExportTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Start = new(2011, 1, 10);

    private static Task<PlanExport.Shown> LoadAsync(TestDatabase database, Actor actor, PlanList.Filter? filter = null) =>
        new PlanExport(database).LoadAsync(actor, TestProgramme.Slug, filter ?? new(), Never);

    /// <summary>On 1 July 2011: A1 moved twice, blocked, at risk, with all that it can have; A2 a day overdue; A3 withdrawn.</summary>
    private static async Task<TestProgramme> PlannedAsync(TestDatabase database)
    {
        var programme = await TestProgramme.CreateAsync(database);
        var full = await programme.PlanAsync("A1", Start, new DateOnly(2011, 5, 31));
        await programme.PlanAsync("A2", Start, new DateOnly(2011, 6, 30));
        var gone = await programme.PlanAsync("A3", Start, new DateOnly(2011, 6, 30));
        var known = await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForDevelopment, "Assessments are late."));
        var hidden = await programme.InspectAsync(Visibility.Embargoed, (FindingKind.AreaForDevelopment, "Nobody may know yet."));
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(full, known, hidden, programme.InTime, programme.Theme);
            full.Objective.Describe("OA1", "Objective of A1", "Children are seen in time.", programme.Theme);
            full.Describe(full.Objective, "=HYPERLINK(\"x\")", "Every child\nis seen.", "Police");
            full.Report(Progress.OnTrack, "One post is empty.", new DateOnly(2011, 6, 30), "Recruiting takes longer.", change);
            db.AddRange(new ActionFinding(full, known.Findings.Single(), change), new ActionFinding(full, hidden.Findings.Single(), change), new ActionMeasure(full, programme.InTime, change));
            var reached = new Milestone(full, "Posts are advertised.", new DateOnly(2011, 2, 1), change);
            reached.Revise("Posts are advertised.", new DateOnly(2011, 2, 1), new DateOnly(2011, 2, 3), null, change);
            db.AddRange(reached, new Milestone(full, "Six posts are filled.", new DateOnly(2011, 7, 1), change));
            full.Evidence.Add(new Evidence(full, EvidenceStrength.Statement, "The head says so.", Start, change));
            full.Evidence.Add(new Evidence(full, EvidenceStrength.Data, "Figures of May.", Start, change));
        });
        await programme.ChangeAsync((db, change) => db.Attach(full).Entity.Report(Progress.AtRisk, "Two posts are empty.", new DateOnly(2011, 8, 31), "Nobody applied.", change, blockedBy: "No money.", impact: Impact.Some), programme.As(Role.ServiceDirector));
        await programme.ChangeAsync((db, change) => db.Attach(gone).Entity.BringTo(Stage.Withdrawn, Impact.NotYetKnown, "Part of A2 now.", change));
        return programme;
    }

    private static SpreadsheetDocument Open(PlanExport.Shown plan)
    {
        var content = new MemoryStream();
        PlanWorkbook.Write(plan, content);
        content.Position = 0;
        return SpreadsheetDocument.Open(content, isEditable: false);
    }

    private static WorksheetPart Part(SpreadsheetDocument file, string name) =>
        (WorksheetPart)file.WorkbookPart!.GetPartById(file.WorkbookPart.Workbook.Descendants<Sheet>().Single(sheet => sheet.Name == name).Id!);

    /// <summary>The texts of a sheet by address; a cell in a date's style as its date.</summary>
    private static Dictionary<string, string> Cells(SpreadsheetDocument file, string name) => Part(file, name).Worksheet.Descendants<Cell>().ToDictionary(
        cell => cell.CellReference!.Value!,
        cell => cell.StyleIndex?.Value == 3 ? DateTime.FromOADate(double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : cell.InnerText);

    [Theory, OnSqlite, OnSqlServer]
    public async Task The_workbook_holds_of_each_action_what_people_read_of_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await PlannedAsync(database);
        using var file = Open(await LoadAsync(database, programme.As(Role.BoardMember)));
        var plan = Cells(file, "Plan");

        IReadOnlyList<string> Row(int row) => [.. Enumerable.Range(0, 34).Select(column => plan.GetValueOrDefault(Domain.Measures.Sheet.Address(column, row), ""))];
        var said = Words.DayInEngland(database.Clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal(
            ["Reference", "Title", "Objective", "Theme", "Outcome sought", "Lead", "Accountable", "Partner agency", "Stage", "Progress", "Impact", "Blocked", "What blocks it", "Start", "Due date first agreed", "Due date",
                "Times the due date moved", "Why it moved last", "Overdue", "Last update on", "Last update by", "Last update", "Findings answered", "Requirements answered", "Measures moved", "Milestones reached", "Next milestone", "Next milestone due", "Evidence needed to verify it", "Pieces of evidence", "Strongest evidence", "To be looked at again on", "Due to be looked at again", "Illustrative"],
            Row(1));
        Assert.Equal(
            ["A1", "=HYPERLINK(\"x\")", "OA1 Objective of A1", "Assessment", "Every child\nis seen.", "The service director", "The programme manager", "Police", "In progress", "At risk", "Some", "Yes", "No money.", "2011-01-10", "2011-05-31", "2011-08-31",
                "2", "Nobody applied.", "No", said, "The service director", "Two posts are empty.", "Unannounced inspection, area for development: Assessments are late.", "", programme.InTime.Name, "1 of 2", "Six posts are filled.", "2011-07-01", "Document", "2", "Data", "", "No", ""],
            Row(2));
        Assert.Equal(
            ["A2", "Action A2", "OA2 Objective of A2", "", "Children are seen in time.", "The service director", "The programme manager", "", "Not started", "", "Not yet known", "No", "", "2011-01-10", "2011-06-30", "2011-06-30",
                "0", "", "Yes", "", "", "", "", "", "", "", "", "", "Document", "0", "", "", "No", ""],
            Row(3));
        Assert.DoesNotContain("A4", plan.Keys);
    }

    [Fact]
    public async Task Excel_opens_it_with_the_heading_in_sight_and_runs_nothing_that_somebody_typed()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await PlannedAsync(database);
        using var file = Open(await LoadAsync(database, programme.As(Role.BoardMember)));

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(file).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        var sheet = Part(file, "Plan").Worksheet;
        Assert.Equal("B2", sheet.Descendants<Pane>().Single().TopLeftCell);
        Assert.Empty(sheet.Descendants<CellFormula>());
        var formats = file.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        bool IsGuarded(string address) => formats[(int)sheet.Descendants<Cell>().Single(cell => cell.CellReference == address).StyleIndex!.Value].QuotePrefix?.Value == true;
        Assert.Equal((true, false), (IsGuarded("B2"), IsGuarded("B3")));
    }

    [Fact]
    public async Task The_first_sheet_says_what_was_chosen_and_by_whom_it_was_taken_out()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await PlannedAsync(database);
        var board = programme.As(Role.BoardMember);
        var lead = programme[Role.ServiceDirector].Id;

        var plan = await LoadAsync(database, board, new(Status: ActionStatus.AtRisk, ThemeId: programme.Theme.Id, LeadId: lead, Text: "child"));
        using var file = Open(plan);
        var about = Cells(file, "About");

        Assert.Equal("About", file.WorkbookPart!.Workbook.Descendants<Sheet>().First().Name);
        Assert.Equal("Status: At risk; theme: Assessment; lead: The service director; words: ‘child’. Actions that were withdrawn are left out.", about["B4"]);
        Assert.Equal(("1 action.", $"By {board.Name} on {Words.Moment(plan.AsAt)}."), (about["B5"], about["B6"]));
        Assert.Equal("The whole plan. Actions that were withdrawn are left out.", (await LoadAsync(database, board)).Filters);
    }

    [Fact]
    public async Task Withdrawn_actions_are_in_it_only_where_they_are_asked_for()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await PlannedAsync(database);

        var asked = await LoadAsync(database, programme.As(Role.BoardMember), new(Status: ActionStatus.Withdrawn));

        Assert.Equal(("A3", "Status: Withdrawn."), (Assert.Single(asked.Actions).Action.Reference, asked.Filters));
    }

    [Fact]
    public async Task All_pages_of_the_list_are_in_it_and_no_more_statements_are_needed()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync(Enumerable.Range(1, 120).Select(number => $"A{number}"), Start, new DateOnly(2011, 8, 31));
        database.Statements.Clear();

        var plan = await LoadAsync(database, programme.As(Role.BoardMember), new(Page: 2));

        Assert.Equal((120, "A1", "A120", 8), (plan.Actions.Count, plan.Actions[0].Action.Reference, plan.Actions[^1].Action.Reference, database.Statements.Count));
    }

    [Theory]
    [InlineData(Role.ProgrammeManager, true)]
    [InlineData(Role.ServiceDirector, true)]
    [InlineData(Role.PerformanceOfficer, true)]
    [InlineData(Role.ScrutinyOfficer, true)]
    [InlineData(Role.BoardMember, true)]
    [InlineData(Role.Reader, false)]
    [InlineData(Role.Administrator, false)]
    public async Task The_export_is_for_those_who_read_the_plan(Role role, bool sees)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, new DateOnly(2011, 8, 31));

        if (sees)
            Assert.Single((await LoadAsync(database, programme.As(role))).Actions);
        else
            await Assert.ThrowsAsync<NotAllowed>(() => LoadAsync(database, programme.As(role)));
        await Assert.ThrowsAsync<NotFound>(() => LoadAsync(database, Actor.Nobody));
    }
}
