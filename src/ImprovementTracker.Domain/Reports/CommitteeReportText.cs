using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Reports;

/// <summary>Writes the committee report from the facts: every sentence is generated, none is typed.</summary>
public static class CommitteeReportText
{
    public const string NotForPublication =
        "Not for publication. Small numbers are not withheld and the report has not been checked.";

    /// <summary>How far beyond the report's period its next steps reach.</summary>
    private const int MonthsAhead = 3;

    public static CommitteeReport Write(ReportFacts facts)
    {
        var period = facts.From == facts.To ? facts.From.ToString() : $"{facts.From} to {facts.To}";
        var sections = new NumberedSections();
        var sources = new ReportSources();
        Purpose(sections, facts, period);
        sections.Heading(1, "Information");
        Performance(sections, facts, sources);
        Inspections(sections, facts, sources);
        Entries(sections, facts, sources, "Notice and review meetings", TimelineKind.Notice, TimelineKind.Review);
        Entries(sections, facts, sources, "Performance and inspections as documents tell of them", TimelineKind.Performance, TimelineKind.Inspection, TimelineKind.PeerChallenge, TimelineKind.Audit);
        Entries(sections, facts, sources, "Staff and money", TimelineKind.Resources);
        Entries(sections, facts, sources, "Scrutiny and other developments", TimelineKind.Scrutiny, TimelineKind.Other);
        PlanOfActions(sections, facts);
        NextSteps(sections, facts, sources);
        sections.Heading(1, "Recommendation");
        sections.Unnumbered("It is recommended that the committee consider and comment on the information provided.");

        var appendix = ReportAppendixText.Write(facts, sources);

        return new CommitteeReport(
            facts.Programme.Authority,
            "Update on the improvement of children's services",
            Words.Sentence(facts.Programme.Name),
            NotForPublication,
            period,
            $"As known on {Words.Moment(facts.Now)}",
            sections.All,
            Officers(facts),
            [.. sources.Notes],
            Notes(facts),
            appendix);
    }

    private static void Purpose(NumberedSections sections, ReportFacts facts, string period)
    {
        sections.Heading(1, "Purpose");
        sections.Paragraph($"This report updates Members on the improvement programme of {facts.Programme.Authority}{(facts.Programme.Intervention == InterventionKind.ImprovementNotice ? $", which answers the improvement notice{(facts.Programme.IntervenedOn is { } issued ? $" of {issued}" : "")}," : "")} in the period {period}.");
        sections.Paragraph("It says how the key measures stand, what inspectors found, what has been done and what comes next. The figures behind it are in Appendix A.");
    }

    private static void Performance(NumberedSections sections, ReportFacts facts, ReportSources sources)
    {
        sections.Heading(2, "Performance and workload");
        var underNotice = facts.Measures.Where(measure => measure.Targets.Any(target => target.SetBy == TargetSetter.DfeNotice)).ToList();
        var others = facts.Measures.Except(underNotice).ToList();
        sections.Paragraph("The measures that have a target in the DfE notice (please see Appendix A):", Sentences(underNotice));
        sections.Paragraph("Against those targets:", [.. underNotice.SelectMany(AgainstTargets)]);
        sections.Paragraph(underNotice.Count == 0 ? "The key measures (please see Appendix A):" : "The other measures:", Sentences(others));
        sections.Paragraph("Against their targets:", [.. others.SelectMany(AgainstTargets)]);
        sections.Paragraph("Figures that documents state for another period than a month, which are not compared with the monthly ones:",
            [.. facts.Measures.SelectMany(measure => measure.StatedElsewhere.Select(row => StatedElsewhere(measure, row, sources)))]);
        if (facts.Measures.Count == 0)
            sections.Paragraph("No measure has been set up yet.");
    }

    private static IReadOnlyList<string> Sentences(IEnumerable<MeasureFacts> measures) => [.. measures.Select(measure =>
    {
        var points = measure.Points;
        var sentence = PerformanceSentence.ForReport(measure.Shape, measure.Phrase, points, measure.Months[^1].Month, measure.DecimalsOfLatest);
        return sentence is null
            ? measure.CountedDifferentlyFrom is { } anew ? $"{measure.Name}: no figure since it is counted differently, from {anew} on" : $"{measure.Name}: no figure in the period"
            : sentence + (measure.CountedDifferentlyFrom is { } from ? $"; counted differently from {from} on" : "") + InBrackets(MarksOf(measure, points).AllInWords);
    })];

    /// <summary>Of the two months that the sentence compares.</summary>
    private static FigureMarks MarksOf(MeasureFacts measure, IReadOnlyList<SeriesPoint> points) =>
        FigureMarks.Together(measure.Months.Where(month => month.Month == points[0].Month || month.Month == points[^1].Month).Select(month => month.Figure.ShownMarks));

    private static IEnumerable<string> AgainstTargets(MeasureFacts measure)
    {
        if (measure.Points is not [.., { } latest])
            yield break;
        foreach (var setter in measure.Targets.Select(target => target.SetBy).Distinct())
        {
            var target = measure.TargetIn(setter, latest.Month);
            var words = PerformanceSentence.AgainstTarget(measure.Shape, latest.Figure, target?.LevelIn(latest.Month), setter, PerformanceSentence.DecimalsOf(measure.Points, measure.DecimalsOfLatest ?? measure.Shape.Decimals));
            if (words.Length > 0)
                yield return $"{measure.Name}: {words} {measure.Shape.When(latest.Month)}{Words.After(target!.OnTheWay(measure.Shape.Unit, measure.Shape.Decimals, latest.Month))}{Illustrative(target.IsIllustrative)}";
        }
    }

    private static string StatedElsewhere(MeasureFacts measure, ValueRow row, ReportSources sources) =>
        $"{measure.Name}: {FigureText.Of(row.Printed!.Value, measure.Shape.Unit, row.PrintedDecimals ?? 0)}, {row.Period.Dated(row.Month)}{Words.After(FigureMarks.Of(row).AllInWords)}{sources.Cite(row.Source)}";

    private static void Inspections(NumberedSections sections, ReportFacts facts, ReportSources sources)
    {
        sections.Heading(2, "Inspections");
        var within = facts.Inspections.Where(inspection => inspection.From.Month >= facts.From).ToList();
        foreach (var inspection in within)
            sections.Paragraph(InspectionSentences.Visit(inspection, sources), InspectionSentences.Points(inspection, sources), alsoWithoutPoints: true);
        foreach (var earlier in facts.Inspections.Except(within).Select(InspectionSentences.StillOpen).OfType<string>())
            sections.Paragraph(earlier);
        if (within.Count == 0)
            sections.Paragraph("There was no published inspection in the period.");
    }

    private static void Entries(NumberedSections sections, ReportFacts facts, ReportSources sources, string heading, params TimelineKind[] kinds)
    {
        var entries = facts.Entries.Where(entry => kinds.Contains(entry.Kind) && entry.On.Month <= facts.To).ToList();
        if (entries.Count == 0)
            return;
        sections.Heading(2, heading);
        foreach (var entry in entries)
            sections.Paragraph(EntryText(entry, sources));
    }

    private static string EntryText(EntryFacts entry, ReportSources sources) =>
        $"{entry.On}: {entry.Sentence.TrimEnd('.')}{Illustrative(entry.IsIllustrative)}{sources.Cite(entry.Source)}.";

    private static void PlanOfActions(NumberedSections sections, ReportFacts facts)
    {
        if (facts.Actions.Count == 0)
            return;
        // Stage and date are today's, so overdue is said of the day on which the programme is judged, never of an earlier one.
        var end = facts.Programme.JudgedOn;
        var live = facts.Actions.Where(action => InPlan.Is(action.Stage)).ToList();
        var late = live.Where(action => Overdue.Is(action.Stage, action.DueOn, end)).ToList();
        sections.Heading(2, "The action plan");
        sections.Paragraph($"As the plan stands now it has {Words.Count(live.Count, "action", "actions")}{Illustrative(live.Exists(action => action.IsIllustrative))}: "
            + Words.List([.. live.GroupBy(action => ActionWords.StatusOf(action.Stage, action.Progress)).OrderByDescending(group => group.Key)
                .Select(group => $"{Words.InText(group.Count())} {group.Key.AfterNumber()}")]) + ".");
        sections.Paragraph($"{Words.Sentence(Words.InText(late.Count))} {(late.Count == 1 ? "is" : "are")} past {(late.Count == 1 ? "its" : "their")} due date on {Words.Date(end)}{(late.Count == 0 ? "." : ":")}",
            [.. late.Select(action => $"{action.Reference} {action.Title}, due {Words.Date(action.DueOn)}{(action.DueOn == action.BaselineDueOn ? "" : $", first due {Words.Date(action.BaselineDueOn)}")}")], alsoWithoutPoints: true);
    }

    private static void NextSteps(NumberedSections sections, ReportFacts facts, ReportSources sources)
    {
        var after = facts.To.LastDay;
        var ends = facts.To.AddMonths(MonthsAhead);
        var until = ends.LastDay;
        var due = facts.Actions.Where(action => action.Stage.IsOpen() && action.DueOn > after && action.DueOn <= until).ToList();
        sections.Heading(1, "Next steps");
        foreach (var entry in facts.Entries.Where(entry => entry.On.Month > facts.To && entry.On.Month <= ends))
            sections.Paragraph(EntryText(entry, sources));
        sections.Paragraph($"Actions due in the {Words.InText(MonthsAhead)} months to {Words.Date(until)}:",
            [.. due.Select(action => $"{action.Reference} {action.Title}, due {Words.Date(action.DueOn)}")]);
        sections.RemoveEmptyHeading();
    }

    private static List<ReportOfficer> Officers(ReportFacts facts)
    {
        var officers = new List<ReportOfficer>();
        if (facts.Officers.FirstOrDefault(officer => officer.Role == Role.ServiceDirector) is { } lead)
            officers.Add(new("Lead officer", NameAndPost(lead)));
        if (facts.Officers.FirstOrDefault(officer => officer.Role == Role.ScrutinyOfficer) is { } scrutiny)
            officers.Add(new("Scrutiny co-ordinator", NameAndPost(scrutiny)));
        return officers;

        static string NameAndPost(OfficerFacts officer) => officer.Name == officer.Post ? officer.Name : $"{officer.Name}, {officer.Post}";
    }

    private static List<string> Notes(ReportFacts facts)
    {
        var notes = new List<string>();
        if (facts.Measures.Any(measure => measure.Months.Any(month => month.Figure.Marks.IsIllustrative) || measure.Targets.Any(target => target.IsIllustrative))
            || facts.Actions.Any(action => action.IsIllustrative) || facts.Entries.Any(entry => entry.IsIllustrative))
        {
            notes.Add("What is marked illustrative is invented for a demonstration and is no fact about the council.");
        }
        var marks = FigureMarks.Together(facts.Measures.SelectMany(measure => measure.Months.Select(month => month.Figure.ShownMarks).Concat(measure.StatedElsewhere.Select(FigureMarks.Of))));
        if (marks.IsProvisional)
            notes.Add("Some figures are provisional: another person has not approved them yet.");
        if (marks.IsRevised)
            notes.Add($"Some figures are revised: {FigureMarks.Revised}.");
        return notes;
    }

    private static string Illustrative(bool isIllustrative) => InBrackets(isIllustrative ? "illustrative" : "");

    private static string InBrackets(string words) => words.Length == 0 ? "" : $" ({words})";
}
