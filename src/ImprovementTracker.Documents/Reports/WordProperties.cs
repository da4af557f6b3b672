using System.Xml;
using DocumentFormat.OpenXml.ExtendedProperties;
using DocumentFormat.OpenXml.Packaging;
using ImprovementTracker.Domain.Reports;

namespace ImprovementTracker.Documents.Reports;

/// <summary>What the file says of itself: title, authority, programme, language. No dates of making: they would differ each time.</summary>
internal static class WordProperties
{
    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string Dublin = "http://purl.org/dc/elements/1.1/";

    public static void AddTo(WordprocessingDocument package, CommitteeReport report)
    {
        var core = package.AddCoreFilePropertiesPart();
        package.ChangeIdOfPart(core, "rId2");
        using (var stream = core.GetStream(FileMode.Create, FileAccess.Write))
            WriteCore(stream, report);

        var extended = package.AddExtendedFilePropertiesPart();
        package.ChangeIdOfPart(extended, "rId3");
        extended.Properties = new Properties(new Application("ImprovementTracker"), new Company(WordParts.Plain(report.Authority)));
    }

    private static void WriteCore(Stream stream, CommitteeReport report)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) });
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteAttributeString("xmlns", "dc", null, Dublin);
        Write("dc", "title", Dublin, report.Title);
        Write("dc", "subject", Dublin, $"{report.Programme}, {report.Period}");
        Write("dc", "creator", Dublin, report.Authority);
        Write("dc", "description", Dublin, report.Marking is null ? report.AsKnownAt : $"{report.Marking}. {report.AsKnownAt}");
        Write("dc", "language", Dublin, "en-GB");
        if (report.Marking is not null)
            Write("cp", "contentStatus", Core, "Not for publication");
        xml.WriteEndElement();

        void Write(string prefix, string name, string space, string text) => xml.WriteElementString(prefix, name, space, WordParts.Plain(text));
    }
}
