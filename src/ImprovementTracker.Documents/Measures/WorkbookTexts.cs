using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace ImprovementTracker.Documents.Measures;

/// <summary>The texts of a workbook. One that stands in many cells is kept once, which makes a file of many rows a fraction of its size.</summary>
internal sealed partial class WorkbookTexts
{
    /// <summary>Further ones stand in their cells, so that memory stays small whatever is exported.</summary>
    private const int MostKept = 50_000;

    private readonly Dictionary<string, int> _kept = [];

    public void WriteCell(XmlWriter xml, string main, string address, int style, string text)
    {
        var plain = Plain(text);
        var isKept = _kept.TryGetValue(plain, out var place);
        if (!isKept && _kept.Count < MostKept)
            (isKept, place, _kept[plain]) = (true, _kept.Count, _kept.Count);
        xml.WriteStartElement("c", main);
        xml.WriteAttributeString("r", address);
        if (style > 0)
            xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("t", isKept ? "s" : "inlineStr");
        if (isKept)
            xml.WriteElementString("v", main, place.ToString(CultureInfo.InvariantCulture));
        else
            WriteText(xml, main, "is", plain);
        xml.WriteEndElement();
    }

    public void Write(XmlWriter xml, string main)
    {
        xml.WriteStartElement("sst", main);
        foreach (var text in _kept.Keys)
            WriteText(xml, main, "si", text);
        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string main, string element, string text)
    {
        xml.WriteStartElement(element, main);
        xml.WriteElementString("t", main, text);
        xml.WriteEndElement();
    }

    /// <summary>Without what XML cannot hold; what would be read as a letter's number (_x0041_) is written so that it stays as it is.</summary>
    internal static string Plain(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
                kept.Append(rune.ToString());
        return LetterNumber().Replace(kept.ToString(), "_x005F_");
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex LetterNumber();
}
