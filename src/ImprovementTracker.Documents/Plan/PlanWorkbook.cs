using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ImprovementTracker.Documents.Measures;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using SheetOfFigures = ImprovementTracker.Domain.Measures.Sheet;

namespace ImprovementTracker.Documents.Plan;

/// <summary>The plan as an Excel workbook: a sheet that says what it is, and one with a row for each action.</summary>
public static class PlanWorkbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Excel holds no longer text in a cell.</summary>
    private const int LongestText = 32_767;

    private const uint HeadingStyle = 1;
    private const uint TextStyle = 2;
    private const uint DateStyle = 3;
    private const uint GuardedStyle = 4;

    private sealed record PlanColumn(string Heading, int Width, Func<PlanExport.Line, object?> Of);

    private static readonly IReadOnlyList<PlanColumn> PlanColumns =
    [
        new("Reference", 11, line => line.Action.Reference),
        new("Title", 40, line => line.Action.Title),
        new("Objective", 32, line => line.Action.Objective),
        new("Theme", 20, line => line.Action.Theme),
        new("Outcome sought", 44, line => line.Action.OutcomeSought),
        new("Lead", 24, line => line.Action.Lead ?? "Nobody yet"),
        new("Accountable", 24, line => line.Action.Accountable ?? "Nobody yet"),
        new("Partner agency", 22, line => line.Action.PartnerAgency),
        new("Stage", 13, line => line.Action.Stage.Label()),
        new("Progress", 12, line => line.Action.Progress?.Label()),
        new("Impact", 14, line => line.Action.Impact.Label()),
        new("Blocked", 9, line => YesOrNo(line.Action.BlockedBy is not null)),
        new("What blocks it", 32, line => line.Action.BlockedBy),
        new("Start", 13, line => line.Action.StartsOn),
        new("Due date first agreed", 13, line => line.Action.BaselineDueOn),
        new("Due date", 13, line => line.Action.DueOn),
        new("Times the due date moved", 11, line => line.Slips),
        new("Why it moved last", 32, line => line.LastSlipReason),
        new("Overdue", 9, line => YesOrNo(line.IsOverdue)),
        new("Last update on", 13, line => line.SaidOn),
        new("Last update by", 24, line => line.SaidBy),
        new("Last update", 44, line => line.LastSaid),
        new("Findings answered", 50, line => Lines(line.Findings)),
        new("Requirements answered", 50, line => Lines(line.Requirements)),
        new("Measures moved", 32, line => Lines(line.Measures)),
        new("Milestones reached", 12, line => line.Reached),
        new("Next milestone", 32, line => line.NextStep?.Title),
        new("Next milestone due", 13, line => line.NextStep?.DueOn),
        new("Evidence needed to verify it", 16, line => line.Action.EvidenceNeeded.Label()),
        new("Pieces of evidence", 11, line => line.Evidence),
        new("Strongest evidence", 16, line => line.Strongest?.Label()),
        new("To be looked at again on", 13, line => line.Action.RecheckOn),
        new("Due to be looked at again", 12, line => YesOrNo(line.IsRecheckDue)),
        new("Illustrative", 12, line => line.Action.IsIllustrative ? "illustrative" : null),
    ];

    public static void Write(PlanExport.Shown plan, Stream output)
    {
        using var package = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var workbook = package.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Look();
        var about = workbook.AddNewPart<WorksheetPart>();
        var actions = workbook.AddNewPart<WorksheetPart>();
        WriteSheet(about, [24, 90], isFrozen: false, About(plan).Select((row, place) => RowOf(place + 1, [row.Label, row.Text], place == 0)));
        WriteSheet(actions, PlanColumns.Select(column => column.Width), isFrozen: true, plan.Actions
            .Select((line, place) => RowOf(place + 2, PlanColumns.Select(column => column.Of(line)), isHeading: false))
            .Prepend(RowOf(1, PlanColumns.Select(column => (object?)column.Heading), isHeading: true)), plan.Actions.Count + 1);
        workbook.Workbook = new Workbook(new Sheets(
            new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = "About", SheetId = 1, Id = workbook.GetIdOfPart(about) },
            new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = "Plan", SheetId = 2, Id = workbook.GetIdOfPart(actions) }));
    }

    private static List<(string Label, string Text)> About(PlanExport.Shown plan)
    {
        var illustrative = plan.Actions.Count(line => line.Action.IsIllustrative);
        List<(string, string)> lines =
        [
            ("What it is", "The actions of the improvement plan, one in each row of the sheet ‘Plan’."),
            ("Programme", plan.Programme.Title),
            ("As at", Words.Moment(plan.AsAt)),
            ("Chosen", plan.Filters),
            ("Actions", Words.Sentence(Words.Count(plan.Actions.Count, "action", "actions")) + "."),
            ("Exported", $"By {plan.ExportedBy} on {Words.Moment(plan.AsAt)}."),
        ];
        if (plan.Programme.EndInWords is { } end)
            lines.Add(("Overdue", end));
        if (illustrative > 0)
            lines.Add(("Illustrative", $"{Words.Sentence(Words.Count(illustrative, "action is", "actions are"))} marked illustrative: invented for the demonstration."));
        return lines;
    }

    private static void WriteSheet(WorksheetPart part, IEnumerable<int> widths, bool isFrozen, IEnumerable<Row> rows, int count = 0)
    {
        // Row by row: a long plan would otherwise stand in memory as a tree of cells.
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        if (isFrozen)
            writer.WriteElement(new SheetViews(new SheetView(new Pane { HorizontalSplit = 1, VerticalSplit = 1, TopLeftCell = "B2", ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(widths.Select((width, place) => new Column { Min = (uint)place + 1, Max = (uint)place + 1, Width = width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        foreach (var row in rows)
            writer.WriteElement(row);
        writer.WriteEndElement();
        if (isFrozen)
        {
            writer.WriteElement(new AutoFilter { Reference = $"A1:{SheetOfFigures.Address(PlanColumns.Count - 1, count)}" });
            writer.WriteElement(new PageSetup { Orientation = OrientationValues.Landscape, PaperSize = 8 });
        }
        writer.WriteEndElement();
    }

    private static Row RowOf(int number, IEnumerable<object?> values, bool isHeading)
    {
        var cells = values.Select((value, column) => value is null ? null : CellOf(SheetOfFigures.Address(column, number), value, isHeading));
        return new(cells.OfType<Cell>()) { RowIndex = (uint)number };
    }

    private static Cell CellOf(string address, object value, bool isHeading) => value switch
    {
        DateOnly day => new Cell(new CellValue(day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture))) { CellReference = address, StyleIndex = DateStyle },
        int number => new Cell(new CellValue(number)) { CellReference = address, StyleIndex = TextStyle },
        var text => TextCell(address, WorkbookTexts.Plain((string)text), isHeading),
    };

    private static Cell TextCell(string address, string text, bool isHeading) =>
        new(new InlineString(new Text(text.Length > LongestText ? text[..(LongestText - 1)] + "…" : text) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = address,
            DataType = CellValues.InlineString,
            // What looks like a formula stays text too when somebody edits the cell: Excel keeps an apostrophe before it, unseen.
            StyleIndex = isHeading ? HeadingStyle : FormulaGuard.Guarded(text) == text ? TextStyle : GuardedStyle,
        };

    private static Stylesheet Look() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 170, FormatCode = "d mmm yyyy" }) { Count = 1 },
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(Format(0, 0), Format(1, 0), Format(0, 0), Format(0, 170), Format(0, 0, isGuarded: true)));

    private static CellFormat Format(uint font, uint number, bool isGuarded = false) => new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true })
    {
        FontId = font,
        FillId = 0,
        BorderId = 0,
        FormatId = 0,
        NumberFormatId = number,
        ApplyFont = font > 0,
        ApplyNumberFormat = number > 0,
        ApplyAlignment = true,
        QuotePrefix = isGuarded ? true : null,
    };

    private static string YesOrNo(bool value) => value ? "Yes" : "No";

    private static string? Lines(IReadOnlyList<string> lines) => lines.Count == 0 ? null : string.Join("\n", lines);
}
