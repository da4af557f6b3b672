using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Operation;

/// <summary>Nottingham's five measures. The documents state no figure of theirs: every month and target is illustrative.</summary>
internal sealed class DemonstrationNottinghamMeasures
{
    public static readonly DateOnly DefinedOn = new(2022, 9, 19);
    private static readonly Month July2022 = new(2022, 7);
    private readonly DemonstrationScript _script;
    private readonly DemonstrationNottingham _of;
    private readonly List<(Measure Measure, Person Owner)> _measures = [];

    public DemonstrationNottinghamMeasures(DemonstrationScript script, DemonstrationNottingham of)
    {
        (_script, _of) = (script, of);
        Contacts = Add(Demonstration.ContactsDecided, "Contacts decided in one working day", "contacts decided within one working day", "Share of contacts to the multi-agency safeguarding hub on which a manager decided within one working day.",
            "contacts decided within one working day", "contacts received", Polarity.HigherIsBetter, of.FrontDoor, of.Posts.Fieldwork,
            "A child at risk cannot wait for a decision about whether to look.");
        Assessments = Add(Demonstration.Assessments, "Assessments in time", "assessments completed within 45 working days", "Share of assessments completed within 45 working days of the referral.",
            "assessments completed within 45 working days", "assessments completed", Polarity.HigherIsBetter, of.Help, of.Posts.Fieldwork,
            "Until the assessment is done nobody knows what the child needs.");
        Interviews = Add(Demonstration.ReturnInterviews, "Return home interviews in time", "return home interviews held within 72 hours", "Share of children's returns from a missing episode that were followed by an interview within 72 hours; every return counts, also where the child declined.",
            "returns followed by an interview within 72 hours", "returns from a missing episode", Polarity.HigherIsBetter, of.Help, of.Posts.Fieldwork,
            "What a child says soon after coming home tells what the child ran from.");
        SocialWorkers = Add(Demonstration.ChangesOfSocialWorker, "Three or more social workers in a year", "children in care with three or more social workers in twelve months", "Share of children in care at the month's end who had three or more social workers in the twelve months before.",
            "children with three or more social workers", "children in care", Polarity.LowerIsBetter, of.InCare, of.Posts.Workforce,
            "Children trust somebody who stays.", PeriodType.AtMonthEnd);
        Agency = Add(Demonstration.AgencySocialWorkers, "Agency social workers", "social worker posts filled by agency staff", "Share of filled social worker posts at the month's end that were filled by agency staff.",
            "posts filled by agency staff", "filled social worker posts", Polarity.LowerIsBetter, of.Staff, of.Posts.Workforce,
            "Agency staff keep the service going, and may leave at a week's notice.", PeriodType.AtMonthEnd);
    }

    public Measure Contacts { get; }
    public Measure Assessments { get; }
    public Measure Interviews { get; }
    public Measure SocialWorkers { get; }
    public Measure Agency { get; }

    public void Write()
    {
        _of.On(DefinedOn, "defined the programme's five measures", change =>
        {
            foreach (var (measure, owner) in _measures)
            {
                measure.Begin(change);
                measure.GiveTo(owner, change);
            }
            _script.Db.AddRange(_measures.Select(one => one.Measure));
        });
        _of.On(new(2022, 10, 24), "set local targets for four measures", change => _script.Db.AddRange(
            Local(Contacts, change, TargetPath.Steps, 5, (2023, 1, 70), (2023, 4, 80), (2023, 7, 90)),
            Local(Assessments, change, TargetPath.Steps, 3, (2022, 10, 85)),
            Local(Interviews, change, TargetPath.StraightLine, 5, (2022, 12, 60), (2023, 8, 85)),
            Local(Agency, change, TargetPath.Steps, 2, (2023, 4, 20), (2023, 8, 17))));
        new DemonstrationFigures(_script, _of.Programme, _of.Posts.PerformanceOfficer, _of.Posts.ProgrammeManager, DefinedOn)
            .Write(
            [
                new(Contacts, July2022, [1184, 1096, 1241, 1287, 1302, 1118, 1265, 1239, 1334, 1147, 1296, 1318, 1209, 1102],
                    [412, 448, 476, 529, 571, 602, 648, 703, 741, 768, 802, 831, 856, 872], [-30, 45, -15]),
                new(Assessments, July2022, [352, 338, 361, 374, 369, 327, 358, 364, 381, 342, 366, 372, 355, 341],
                    [806, 811, 798, 804, 817, 809, 822, 835, 841, 828, 846, 852, 858, 863], [20, -35, 10]),
                new(Interviews, July2022, [61, 58, 66, 63, 57, 49, 54, 56, 62, 59, 64, 68, 66, 63],
                    [440, 450, 470, 480, 510, 530, 560, 610, 640, 680, 720, 750, 790, 810], [25, -40, 10]),
                new(SocialWorkers, July2022, [668, 671, 676, 679, 683, 681, 686, 690, 693, 691, 694, 698, 701, 699],
                    [312, 315, 318, 316, 321, 319, 314, 309, 306, 301, 297, 293, 288, 284], [-20, 30, -5]),
                new(Agency, July2022, [241, 243, 240, 244, 247, 249, 252, 255, 257, 260, 262, 263, 266, 268],
                    [187, 193, 196, 202, 209, 213, 217, 214, 209, 203, 198, 191, 186, 182], [15, -25, 10]),
            ],
            _of.Localities, [340, 310, 350], Incidents());
    }

    // Before October the hours of a return were written down in two places that did not agree.
    private IReadOnlyList<DemonstrationIncident> Incidents() =>
    [
        .. from month in July2022.To(new Month(2022, 9))
           from locality in _of.Localities
           select new DemonstrationIncident(Interviews, locality, month,
               Instead: RecordedValue.NotCaptured("The hour of a child's return was kept in two records that did not agree; counted from October 2022 on.") with { IsIllustrative = true }),
        new(Interviews, _of.Localities[1], new(2023, 6),
            Late: (4, 3, new(2023, 8, 2), "Four returns of June were entered after an audit of missing episodes. Three of them had an interview in time.")),
    ];

    private static Target Local(Measure measure, Change change, TargetPath path, decimal tolerance, params (int Year, int Month, decimal Value)[] steps) =>
        new Target(measure, null, TargetSetter.Local, null, null, isIllustrative: true, new Month(steps[0].Year, steps[0].Month), null, change)
            .WithSteps(path, steps.Select(step => new TargetStep(new Month(step.Year, step.Month), step.Value)))
            .WithTolerance(tolerance, ToleranceKind.Points);

    private Measure Add(string code, string name, string phrase, string definition, string numerator, string denominator, Polarity polarity, Theme theme, Person owner, string why, PeriodType period = PeriodType.InMonth)
    {
        var measure = new Measure(_of.Programme, code);
        measure.Define(name, phrase, definition, numerator, denominator, MeasureUnit.Percentage, 0, polarity, period);
        _measures.Add((measure, owner));
        measure.Place(theme, why, _measures.Count);
        return measure;
    }
}
