using DocumentFormat.OpenXml.Packaging;
using ImprovementTracker.Documents.Reports;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Domain.Reports;

namespace ImprovementTracker.Tests.Reports;

/// <summary>A small committee report with one of everything, and ways to change a part of it.</summary>
internal static class MadeReport
{
    public const string Marking = "Not for publication: figures not approved";

    /// <summary>Four months: 37%, 44%, nothing in June, 76%.</summary>
    public static readonly ReportMeasure Assessments = new(
        "IA",
        "Initial assessments in time",
        "Share of initial assessments completed within ten working days.",
        MeasureUnit.Percentage,
        0,
        "76% in July 2010, up from 37% in April 2010.",
        [
            new(new Month(2010, 4), 37, "37%", "", "No target", "Scrutiny report, June 2011"),
            new(new Month(2010, 5), 44, "44%", "268 of 610", "Missed", "illustrative"),
            new(new Month(2010, 6), null, "Not captured", "", "No value", "recorded"),
            new(new Month(2010, 7), 76, "76%", "464 of 610", "Missed", "illustrative"),
        ],
        [new("DfE notice 80%", [null, 80, 80, 80]), new("Local 60%", [60, 60, 60, 60])]);

    /// <summary>Two months of a count without counts behind it and without a target: 1,598 and 1,312.</summary>
    public static readonly ReportMeasure Referrals = new(
        "REF",
        "Referrals",
        "Referrals received in the month.",
        MeasureUnit.Count,
        0,
        "1,312 in May 2010, down from 1,598 in April 2010.",
        [
            new(new Month(2010, 4), 1598, "1,598", "", "", "illustrative"),
            new(new Month(2010, 5), 1312, "1,312", "", "", "illustrative"),
        ],
        []);

    public static readonly CommitteeReport Report = new(
        "Nottinghamshire County Council",
        "Safeguarding improvement",
        "Improvement notice, June 2010",
        Marking,
        "April 2010 to July 2010",
        "As known on 14 June 2011 at 09:30",
        [
            new(1, "Purpose", [new(1, "To tell the committee of progress.", [])]),
            new(1, "Information", []),
            new(2, "Performance", [new(2, "Assessments are better in time:", ["76% of Initial Assessments completed in time"]), new(3, "Caseloads fell.", [])]),
            new(2, "Inspection", [new(4, "Inspectors came in February.", [])]),
            new(1, "Recommendation", [new(null, "That the committee considers the report.", [])]),
        ],
        [new("Lead officer", "Service Director")],
        [],
        ["Figures marked illustrative are invented."],
        new("Appendix A: measures", "Each measure by month.", [Assessments, Referrals]));

    public static CommitteeReport Numbered(params int?[] numbers) => Report with
    {
        Sections = [new(1, "Purpose", [.. numbers.Select(number => new ReportParagraph(number, "Text.", []))])],
    };

    public static CommitteeReport With(ReportMeasure measure) => Report with { Appendix = Report.Appendix with { Measures = [measure] } };

    public static byte[] Bytes(CommitteeReport report)
    {
        using var stream = new MemoryStream();
        WordReport.Write(report, stream);
        return stream.ToArray();
    }

    /// <summary>The report as written and opened again.</summary>
    public static WordprocessingDocument Opened(CommitteeReport report) => WordprocessingDocument.Open(new MemoryStream(Bytes(report)), false);
}
