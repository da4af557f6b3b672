using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Documents.Measures;

/// <summary>
/// Exported figures as an Excel workbook: the sheet that an import takes back, and one that says what it holds. It is written
/// row by row into the packed file, since the office library would hold the whole sheet in memory.
/// </summary>
public sealed class FigureWorkbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Figures = "Figures";
    private const string About = "About";
    private const int MostDecimals = 6;
    private const int HeadingStyle = 1;
    private const int MonthStyle = 2;
    private const int WrappedStyle = 3;
    private const int FirstNumberStyle = 4;

    private readonly ZipArchive _zip;
    private readonly WorkbookTexts _texts = new();

    private FigureWorkbook(ZipArchive zip) => _zip = zip;

    public static async Task WriteAsync(FigureExport.Opened export, Stream output, CancellationToken cancel)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var workbook = new FigureWorkbook(zip);
        workbook.WriteParts();
        var (rows, illustrative) = await workbook.WriteFiguresAsync(export, cancel);
        workbook.WriteAbout(export, rows, illustrative);
        using var texts = workbook.Open("xl/sharedStrings.xml");
        workbook._texts.Write(texts, Main);
    }

    /// <summary>More than these Excel does not open.</summary>
    private const int MostRows = 1_048_576;

    private async Task<(int Rows, int Illustrative)> WriteFiguresAsync(FigureExport.Opened export, CancellationToken cancel)
    {
        using var xml = Open("xl/worksheets/sheet1.xml");
        StartSheet(xml, FigureSheet.Columns.Select(column => column.Width), isFrozen: true);
        var (row, illustrative) = (1, 0);
        WriteRow(xml, row, FigureSheet.Columns.Select(column => ExportCell.Of(column.Heading)), HeadingStyle);
        await foreach (var figure in export.Figures.WithCancellation(cancel))
        {
            if (row == MostRows)
                throw new BrokenRule($"An Excel sheet has {Words.Count(MostRows)} rows, and there are more figures. Choose a shorter period, or take the csv file.");
            WriteRow(xml, ++row, FigureSheet.Columns.Select(column => column.Of(figure)), 0);
            illustrative += figure.Row.IsIllustrative ? 1 : 0;
        }
        xml.WriteEndElement();
        xml.WriteStartElement("autoFilter", Main);
        xml.WriteAttributeString("ref", $"A1:{Sheet.Address(FigureSheet.Columns.Count - 1, row)}");
        xml.WriteEndElement();
        xml.WriteEndElement();
        return (row - 1, illustrative);
    }

    private void WriteAbout(FigureExport.Opened export, int rows, int illustrative)
    {
        using var xml = Open("xl/worksheets/sheet2.xml");
        StartSheet(xml, [22, 90], isFrozen: false);
        var row = 0;
        List<(string Label, string Text)> lines =
        [
            ("Programme", export.Programme.Title),
            ("As at", Words.Moment(export.AsAt)),
            ("Months", export.Period),
            ("Measures", export.Choice.Measure is { } code ? export.Measures.First(measure => measure.Code == code).Name : "all"),
            ("Rows", $"{Words.Sentence(Words.Count(rows, "value", "values"))}, each as it was recorded for its area; no sums of areas or months.{(illustrative == 0 ? "" : $" {Words.Sentence(Words.Count(illustrative, "value is", "values are"))} marked illustrative: invented for the demonstration.")}"),
        ];
        if (export.PublishedOnly)
            lines.Add(("Shown", "Approved figures of the whole authority. Small numbers are withheld."));
        foreach (var (label, text) in lines)
            WriteRow(xml, ++row, [ExportCell.Of(label), ExportCell.Of(text)], 0);
        WriteRow(xml, row += 2, [ExportCell.Of("Column"), ExportCell.Of("What it holds")], HeadingStyle);
        foreach (var column in FigureSheet.Columns)
            WriteRow(xml, ++row, [ExportCell.Of(column.Heading), ExportCell.Of(column.Meaning)], WrappedStyle);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void StartSheet(XmlWriter xml, IEnumerable<int> widths, bool isFrozen)
    {
        xml.WriteStartElement("worksheet", Main);
        if (isFrozen)
            xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        xml.WriteStartElement("cols", Main);
        foreach (var (place, width) in widths.Index())
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{place + 1}\" max=\"{place + 1}\" width=\"{width}\" customWidth=\"1\"/>"));
        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
    }

    private void WriteRow(XmlWriter xml, int number, IEnumerable<ExportCell> cells, int style)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        foreach (var (column, cell) in cells.Index())
        {
            if (cell.Month is { } month)
                WriteNumber(xml, Sheet.Address(column, number), MonthStyle, month.FirstDay.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture));
            else if (cell.Number is { } value)
                WriteNumber(xml, Sheet.Address(column, number), FirstNumberStyle + Math.Min(cell.Decimals, MostDecimals), value.ToString(CultureInfo.InvariantCulture));
            else if (cell.Text is { } text)
                _texts.WriteCell(xml, Main, Sheet.Address(column, number), style, text);
        }
        xml.WriteEndElement();
    }

    private static void WriteNumber(XmlWriter xml, string address, int style, string number)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", address);
        xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("v", Main, number);
        xml.WriteEndElement();
    }

    private void WriteParts()
    {
        const string Sheets = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        Write("[Content_Types].xml", $"""<Types xmlns="{Package}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Sheets}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Sheets}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="{Sheets}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Sheets}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Sheets}.sharedStrings+xml"/></Types>""");
        Write("_rels/.rels", $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Write("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><bookViews><workbookView/></bookViews><sheets><sheet name="{Figures}" sheetId="1" r:id="rId1"/><sheet name="{About}" sheetId="2" r:id="rId2"/></sheets></workbook>""");
        Write("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{Relations}/styles" Target="styles.xml"/><Relationship Id="rId4" Type="{Relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>""");
        var formats = Enumerable.Range(0, MostDecimals + 1).Select(decimals => decimals == 0 ? "0" : "0." + new string('0', decimals)).ToList();
        Write("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts count="{formats.Count + 1}"><numFmt numFmtId="170" formatCode="mmm\ yyyy"/>{string.Concat(formats.Select((format, index) => $"<numFmt numFmtId=\"{171 + index}\" formatCode=\"{format}\"/>"))}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="{formats.Count + 4}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="170" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>{string.Concat(formats.Select((_, index) => $"<xf numFmtId=\"{171 + index}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"))}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>""");
    }

    private void Write(string part, string xml)
    {
        using var stream = _zip.CreateEntry(part).Open();
        stream.Write(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + xml));
    }

    private XmlWriter Open(string part) =>
        XmlWriter.Create(_zip.CreateEntry(part, CompressionLevel.Fastest).Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });
}
