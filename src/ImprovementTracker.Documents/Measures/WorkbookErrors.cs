using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace ImprovementTracker.Documents.Measures;

/// <summary>
/// The cells of an .xlsx sheet whose formula gave an error. The library that reads the cells gives nothing for them, and an
/// error must not pass for an empty cell.
/// </summary>
internal static class WorkbookErrors
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    /// <summary>What stands in them, by row and column from 0.</summary>
    public static Dictionary<(int Row, int Column), string> Of(byte[] content, string sheet, CancellationToken cancel)
    {
        using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        if (PartOf(zip, sheet) is not { } part)
            return [];
        var errors = new Dictionary<(int, int), string>();
        var kinds = new HashSet<string>();
        var (row, column, isError) = (-1, -1, false);
        using var reader = Open(part);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "row")
            {
                cancel.ThrowIfCancellationRequested();
                (row, column) = (int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : row + 1, -1);
            }
            else if (reader.LocalName == "c")
            {
                column = ColumnOf(reader.GetAttribute("r")) ?? column + 1;
                isError = reader.GetAttribute("t") == "e";
            }
            else if (reader.LocalName == "v" && isError)
            {
                if (errors.Count >= Spreadsheet.MostCells)
                    throw Spreadsheet.TooFull();
                var said = reader.ReadString();
                // There are but a few kinds of error: each is kept once.
                kinds.Add(said);
                errors[(row, column)] = kinds.TryGetValue(said, out var known) ? known : said;
            }
        }
        return errors;
    }

    private static ZipArchiveEntry? PartOf(ZipArchive zip, string sheet)
    {
        if (zip.GetEntry("xl/workbook.xml") is not { } book || zip.GetEntry("xl/_rels/workbook.xml.rels") is not { } relations)
            return null;
        var id = Elements(book, "sheet").Where(found => found["name"] == sheet).Select(found => found.GetValueOrDefault(Relations) ?? found.GetValueOrDefault(StrictRelations)).FirstOrDefault();
        var target = Elements(relations, "Relationship").Where(found => found["Id"] == id).Select(found => found["Target"]).FirstOrDefault();
        return target is null ? null : zip.GetEntry(target.StartsWith('/') ? target[1..] : $"xl/{target}");
    }

    /// <summary>The attributes of the elements of a name; one with a namespace under that.</summary>
    private static List<Dictionary<string, string>> Elements(ZipArchiveEntry part, string name)
    {
        var found = new List<Dictionary<string, string>>();
        using var reader = Open(part);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != name)
                continue;
            var attributes = new Dictionary<string, string>();
            while (reader.MoveToNextAttribute())
                attributes[reader.NamespaceURI.Length == 0 ? reader.LocalName : reader.NamespaceURI] = reader.Value;
            found.Add(attributes);
        }
        return found;
    }

    private static XmlReader Open(ZipArchiveEntry part) => XmlReader.Create(part.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });

    /// <summary>1 for B7.</summary>
    private static int? ColumnOf(string? address)
    {
        var column = 0;
        foreach (var letter in (address ?? "").TakeWhile(char.IsAsciiLetterUpper))
            column = (column * 26) + (letter - 'A' + 1);
        return column == 0 ? null : column - 1;
    }
}
