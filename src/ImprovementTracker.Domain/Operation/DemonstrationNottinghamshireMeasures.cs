using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Operation;

/// <summary>Nottinghamshire's ten measures with the figures that documents state, and illustrative months between them.</summary>
internal sealed class DemonstrationNottinghamshireMeasures
{
    public static readonly DateOnly DefinedOn = new(2010, 4, 19);
    private static readonly Month April2010 = new(2010, 4);
    private static readonly Month September2010 = new(2010, 9);
    private static readonly Month May2011 = new(2011, 5);
    private readonly DemonstrationScript _script;
    private readonly DemonstrationNottinghamshire _of;
    private readonly List<(Measure Measure, Person Owner)> _measures = [];

    public DemonstrationNottinghamshireMeasures(DemonstrationScript script, DemonstrationNottinghamshire of)
    {
        (_script, _of) = (script, of);
        Contacts = Add(Demonstration.Contacts, "Contacts", "contacts about children", "Contacts with children's social care in the month, one for each child. A contact is not yet a referral.",
            "contacts received", null, MeasureUnit.Count, Polarity.None, of.FrontDoor, of.Posts.Fieldwork,
            "Shows how much reaches the front door before anybody has decided what it is.");
        Referrals = Add(Demonstration.Referrals, "Referrals", "referrals to children's social care", "Requests for a service from children's social care accepted as referrals in the month.",
            "referrals accepted", null, MeasureUnit.Count, Polarity.None, of.FrontDoor, of.Posts.Fieldwork,
            "Neither many nor few referrals are good in themselves; a sudden change asks for a reason.");
        Rereferrals = Add(Demonstration.Rereferrals, "Re-referrals within twelve months", "referrals within twelve months of an earlier one", "Share of the month's referrals that came within twelve months of an earlier referral of the same child.",
            "referrals within twelve months of an earlier one", "referrals accepted", MeasureUnit.Percentage, Polarity.LowerIsBetter, of.FrontDoor, of.Posts.Fieldwork,
            "A child who is referred again may not have been helped the first time.");
        InitialAssessments = Add(Demonstration.InitialAssessments, "Initial assessments in time", "Initial Assessments completed in time", "Share of initial assessments completed within 10 working days of the referral.",
            "initial assessments completed within 10 working days", "initial assessments completed", MeasureUnit.Percentage, Polarity.HigherIsBetter, of.Assessment, of.Posts.Fieldwork,
            "Until the assessment is done nobody knows what the child needs.");
        CoreAssessments = Add(Demonstration.CoreAssessments, "Core assessments in time", "Core Assessments completed within timescale", "Share of core assessments completed within 35 working days of their start.",
            "core assessments completed within 35 working days", "core assessments completed", MeasureUnit.Percentage, Polarity.HigherIsBetter, of.Assessment, of.Posts.Fieldwork,
            "A late core assessment leaves a child in need without a plan.");
        Conferences = Add(Demonstration.InitialConferences, "Initial conferences in time", "initial child protection conferences held within 15 working days", "Share of initial child protection conferences held within 15 working days of the strategy discussion.",
            "initial conferences held within 15 working days", "initial conferences held", MeasureUnit.Percentage, Polarity.HigherIsBetter, of.Protection, of.Posts.Fieldwork,
            "Agencies agree a plan for the child at the conference, not before.");
        Reviews = Add(Demonstration.ProtectionReviews, "Child protection reviews on time", "child protection reviews held on time", "Share of the child protection reviews due in the month that were held by their due date.",
            "reviews held by their due date", "reviews due", MeasureUnit.Percentage, Polarity.HigherIsBetter, of.Protection, of.Posts.Workforce,
            "A plan that is not reviewed drifts.");
        Visits = Add(Demonstration.ProtectionVisits, "Child protection visits on time", "children on a protection plan visited on time", "Share of children with a child protection plan at the month's end who had been visited within the local standard.",
            "children visited within the local standard", "children with a child protection plan", MeasureUnit.Percentage, Polarity.HigherIsBetter, of.Protection, of.Posts.Fieldwork,
            "The visit is how a social worker knows that the child is safe.", PeriodType.AtMonthEnd);
        Sustainable = Add(Demonstration.SustainableCaseloads, "Workers with a sustainable caseload", "social workers with a sustainable caseload", "Share of social workers holding cases at the month's end whose caseload was sustainable by the local bands.",
            "social workers with a sustainable caseload", "social workers holding cases", MeasureUnit.Percentage, Polarity.HigherIsBetter, of.Staff, of.Posts.Workforce,
            "Social workers with too many children cannot see each of them often enough.", PeriodType.AtMonthEnd);
        Average = Add(Demonstration.AverageCaseload, "Average caseload", "cases for each social worker", "Cases held at the month's end for each social worker holding cases. A case is a child, not a family.",
            "cases held", "social workers holding cases", MeasureUnit.Average, Polarity.LowerIsBetter, of.Staff, of.Posts.Workforce,
            "To be read with the share of sustainable caseloads: an average can hide a few very high ones.", PeriodType.AtMonthEnd, 1);
    }

    public Measure Contacts { get; }
    public Measure Referrals { get; }
    public Measure Rereferrals { get; }
    public Measure InitialAssessments { get; }
    public Measure CoreAssessments { get; }
    public Measure Conferences { get; }
    public Measure Reviews { get; }
    public Measure Visits { get; }
    public Measure Sustainable { get; }
    public Measure Average { get; }

    public void Write()
    {
        _of.On(DefinedOn, "defined the programme's ten measures", change =>
        {
            foreach (var (measure, owner) in _measures)
            {
                measure.Begin(change);
                measure.GiveTo(owner, change);
            }
            _script.Db.AddRange(_measures.Select(one => one.Measure));
        });
        var figures = new DemonstrationFigures(_script, _of.Programme, _of.Posts.PerformanceOfficer, _of.Posts.ProgrammeManager, DefinedOn);
        figures.Write(Series(), _of.Localities, [160, 145, 125, 135, 170, 140, 125], Incidents());

        figures.State(DemonstrationNottinghamshire.NewspaperRead, Contacts, _of.County, new(2010, 7), PeriodType.InMonth, RecordedValue.Stated(1598, _of.Newspaper, null));
        figures.State(DemonstrationNottinghamshire.NewspaperRead, InitialAssessments, _of.County, new(2011, 3), PeriodType.NotSaid, RecordedValue.Stated(84, _of.Newspaper, null));
        var read = DemonstrationNottinghamshire.ReportRead;
        figures.State(read, InitialAssessments, _of.County, April2010, PeriodType.InMonth, RecordedValue.Stated(37, _of.Report, "3"));
        figures.State(read, InitialAssessments, _of.County, May2011, PeriodType.InMonth, RecordedValue.Stated(76, _of.Report, "3"));
        figures.State(read, CoreAssessments, _of.County, April2010, PeriodType.InMonth, RecordedValue.Stated(50, _of.Report, "3"));
        figures.State(read, CoreAssessments, _of.County, May2011, PeriodType.InMonth, RecordedValue.Stated(73, _of.Report, "3"));
    }

    private IReadOnlyList<DemonstrationSeries> Series()
    {
        int[] referrals = [934, 968, 1012, 1047, 921, 880, 846, 790, 742, 716, 655, 648, 588, 601];
        int[] workers = [212, 214, 219, 221, 224, 230, 237, 241, 246];
        return
        [
            new(Contacts, April2010, [1286, 1402, 1511, 1598, 1344, 1215, 1098, 966, 842, 806, 718, 702, 631, 644]),
            new(Referrals, April2010, referrals),
            new(Rereferrals, April2010, referrals,
                [274, 279, 281, 286, 277, 268, 262, 259, 255, 248, 241, 236, 228, 221], [15, 45, -30, -15, 30, 5, -40]),
            // 226 of 612 is 36.9% in April 2010, 435 of 572 is 76.0% in May 2011: the 37% and 76% that the council's report prints.
            new(InitialAssessments, April2010, [612, 626, 641, 655, 633, 628, 637, 640, 571, 602, 583, 604, 546, 572],
                [370, 387, 382, 364, 413, 468, 516, 549, 531, 607, 658, 704, 712, 760], [-40, -70, 60, 55, -25, -30, 20]),
            // 114 of 228 is 50.0%, 188 of 258 is 72.9%: its 50% and 73%.
            new(CoreAssessments, April2010, [228, 231, 240, 236, 229, 244, 251, 262, 238, 247, 255, 268, 249, 258],
                [500, 492, 513, 481, 502, 534, 552, 579, 568, 611, 634, 683, 721, 730], [-20, -90, -10, 10, -40, -30, 100]),
            new(Conferences, April2010, [44, 47, 52, 58, 49, 51, 55, 53, 41, 48, 50, 57, 46, 54],
                [610, 600, 630, 580, 640, 680, 700, 730, 710, 770, 790, 830, 840, 870], [-60, -80, -60, 0, -60, -40, 40]),
            new(Reviews, April2010, [138, 141, 147, 152, 149, 155, 158, 161, 150, 157, 163, 168, 160, 166],
                [820, 815, 824, 810, 832, 846, 851, 866, 858, 879, 886, 905, 912, 928], [10, -100, -30, -30, 60, -10, -80]),
            new(Visits, April2010, [612, 628, 641, 664, 671, 683, 690, 702, 694, 706, 711, 718, 709, 704],
                [663, 658, 671, 652, 689, 704, 716, 731, 702, 748, 763, 789, 804, 818], [40, 10, 40, -80, -30, 0, 70]),
            new(Sustainable, September2010, workers, [410, 425, 438, 452, 497, 538, 586, 634, 680], [-60, -40, 50, 20, -70, 10, 60]),
            new(Average, September2010, workers, [21800, 21500, 21100, 20900, 20200, 19500, 18800, 18100, 17600], [900, 700, -600, -300, 1100, 0, -900]),
        ];
    }

    private IReadOnlyList<DemonstrationIncident> Incidents()
    {
        var newark = _of.Localities[5];
        return
        [
            new(Visits, newark, May2011, Instead: RecordedValue.NotCaptured("The team moved to the new recording form in May; the dates of its visits could not be read out before the month was closed.") with { IsIllustrative = true }),
            new(Conferences, _of.Localities[6], new(2010, 12), NoCases: true),
            new(CoreAssessments, _of.Localities[4], new(2011, 4),
                Late: (11, 9, new(2011, 6, 6), "Eleven late entries: assessments completed in April that were entered in the last week of May. Nine of them were in time.")),
        ];
    }

    private Measure Add(string code, string name, string phrase, string definition, string numerator, string? denominator, MeasureUnit unit, Polarity polarity, Theme theme, Person owner, string why, PeriodType period = PeriodType.InMonth, int decimals = 0)
    {
        var measure = new Measure(_of.Programme, code);
        measure.Define(name, phrase, definition, numerator, denominator, unit, decimals, polarity, period);
        _measures.Add((measure, owner));
        measure.Place(theme, why, _measures.Count);
        return measure;
    }
}
