using static ImprovementTracker.Domain.Measures.MeasureUnit;
using static ImprovementTracker.Domain.Measures.PeriodType;
using static ImprovementTracker.Domain.Measures.Polarity;

namespace ImprovementTracker.Domain.Measures.Library;

public static partial class MeasureLibrary
{
    private const string WorkforceCensus = "The department's children's social work workforce collection, at 30 September; staff records in between";
    private const string WholePosts = "Full-time equivalents are typed rounded to whole posts.";

    private static IEnumerable<LibraryEntry> Workforce =>
    [
        new(49, "Turnover of social workers", "social workers who left in twelve months", Percentage, LowerIsBetter, AtMonthEnd)
        {
            Code = "turnover",
            Decimals = 1,
            Definition = "Social workers who left in the twelve months to the month's end as a share of those in post then, in full-time equivalents.",
            Numerator = "social workers who left in twelve months",
            Denominator = "social workers in post",
            WhyItMatters = "With every leaver children lose somebody whom they know.",
            GoodLooksLike = "A low and steady share; those who leave say why.",
            CollectedFrom = $"{WorkforceCensus}.",
            Caution = WholePosts,
            ReadWith = [41, 50],
        },
        new(50, "Agency social workers", "social worker posts filled by agency staff", Percentage, LowerIsBetter, AtMonthEnd)
        {
            Decimals = 1,
            Definition = "Agency social workers at the month's end as a share of agency and employed social workers together, in full-time equivalents.",
            Numerator = "agency social workers",
            Denominator = "agency and employed social workers",
            WhyItMatters = "Agency staff keep the service going, and may leave at a week's notice.",
            GoodLooksLike = "A low share that falls because posts are filled, not because they stand empty.",
            CollectedFrom = $"{WorkforceCensus}.",
            Caution = $"The department publishes it by full-time equivalents and by heads. {WholePosts}",
            ReadWith = [51],
        },
        new(51, "Social worker vacancies", "social worker posts that were vacant", Percentage, LowerIsBetter, AtMonthEnd)
        {
            Code = "vacancies",
            Decimals = 1,
            Definition = "Vacant social worker posts at the month's end as a share of vacant and filled posts together, in full-time equivalents.",
            Numerator = "vacant posts",
            Denominator = "vacant posts and social workers in post",
            WhyItMatters = "A vacant post is either work left undone or somebody from an agency.",
            GoodLooksLike = "A low share, and posts that are filled before they have been empty for long.",
            CollectedFrom = $"{WorkforceCensus}.",
            Caution = $"A post covered by agency staff is still vacant. {WholePosts}",
            ReadWith = [50],
        },
        new(52, "Average caseload", "cases for each social worker", Average, LowerIsBetter, AtMonthEnd)
        {
            Decimals = 1,
            Definition = "Cases held at the month's end, also by agency staff, for each full-time equivalent social worker who holds at least one. A case is a child, not a family.",
            Numerator = "cases held",
            Denominator = "social workers holding cases",
            WhyItMatters = "Social workers with too many children cannot see each of them often enough.",
            GoodLooksLike = "A caseload at which visits, records and thinking are all possible, alike between teams.",
            CollectedFrom = $"{WorkforceCensus}; lists 3 to 9 of an inspection's Annex A name the worker of each case.",
            Caution = $"An average can hide a few very high caseloads. {WholePosts}",
            ReadWith = [54],
        },
        new(53, "Absence of social workers", "working days that social workers were absent", Percentage, LowerIsBetter, AtMonthEnd)
        {
            Code = "absence",
            Decimals = 1,
            Definition = "Working days lost to absence in the twelve months to the month's end as a share of the days that could have been worked.",
            Numerator = "working days lost to absence",
            Denominator = "working days that could have been worked",
            WhyItMatters = "Absence is often the first sign that a team carries too much.",
            GoodLooksLike = "A low and steady share, without a team that stands out.",
            CollectedFrom = $"{WorkforceCensus}.",
            ReadWith = [52],
        },
        new(54, "Workers with a sustainable caseload", "social workers with a sustainable caseload", Percentage, HigherIsBetter, AtMonthEnd)
        {
            Part = 'a',
            Code = "sustainable-caseloads",
            Definition = "Share of the social workers holding cases at the month's end whose caseload was sustainable by the local bands.",
            Numerator = "social workers with a sustainable caseload",
            Denominator = "social workers holding cases",
            WhyItMatters = "Shows what an average hides: how many carry what can be carried.",
            GoodLooksLike = "Nearly all, newly qualified staff with a protected caseload among them.",
            CollectedFrom = "Case and staff records, local.",
            Caution = "There are no national bands: write the local ones into this definition, and end it with a new definition when they change. A case is a child, not a family.",
            ReadWith = [52],
        },
        new(54, "Workers with a high caseload", "social workers with a high caseload", Percentage, LowerIsBetter, AtMonthEnd)
        {
            Part = 'b',
            Code = "high-caseloads",
            Definition = "Share of the social workers holding cases at the month's end whose caseload was high by the local bands.",
            Numerator = "social workers with a high caseload",
            Denominator = "social workers holding cases",
            WhyItMatters = "These are the workers who may go, and the children who may be seen late.",
            GoodLooksLike = "None or very few, and none for long.",
            CollectedFrom = "Case and staff records, local.",
            Caution = "There are no national bands: write the local ones into this definition, and end it with a new definition when they change. A case is a child, not a family.",
            ReadWith = [52],
        },
        new(55, "Supervision on time", "supervisions held on time", Percentage, HigherIsBetter, InMonth)
        {
            Definition = "Share of the supervisions of social workers due in the month that were held.",
            Numerator = "supervisions held",
            Denominator = "supervisions due",
            WhyItMatters = "Supervision is where a manager asks what has changed for the child.",
            GoodLooksLike = "Nearly all are held, and the record shows thought and not only tasks.",
            CollectedFrom = "Managers' records, local.",
            Timescale = "A local standard, usually every four weeks.",
        },
        new(56, "Audits graded good or better", "audited cases graded good or outstanding", Percentage, HigherIsBetter, InMonth)
        {
            Part = 'a',
            Definition = "Share of the cases audited in the month whose practice was graded good or outstanding.",
            Numerator = "cases graded good or outstanding",
            Denominator = "cases audited",
            WhyItMatters = "Timeliness says when something was done; an audit says whether it was any good.",
            GoodLooksLike = "A rising share that moderation and inspectors confirm.",
            CollectedFrom = "The council's audits, local.",
            Caution = "Say whether the grade is the auditor's first or the moderated one, and show how many cases were audited.",
        },
        new(56, "Audits graded inadequate", "audited cases graded inadequate", Percentage, LowerIsBetter, InMonth)
        {
            Part = 'b',
            Definition = "Share of the cases audited in the month whose practice was graded inadequate.",
            Numerator = "cases graded inadequate",
            Denominator = "cases audited",
            WhyItMatters = "Each of these is a child for whom something must be put right now.",
            GoodLooksLike = "Few, each put right at once and looked at again.",
            CollectedFrom = "The council's audits, local.",
            Caution = "Say whether the grade is the auditor's first or the moderated one, and show how many cases were audited.",
        },
        new(57, "Complaints", "complaints received", Count, None, InMonth)
        {
            Part = 'a',
            Definition = "Complaints about children's social care received in the month, at whatever stage.",
            Numerator = "complaints received",
            WhyItMatters = "Families see what figures do not. Many complaints may also mean that people know how to complain.",
            GoodLooksLike = "Complaints are settled early, and what they teach is written down.",
            CollectedFrom = "The complaints team's records, local.",
        },
        new(57, "Complaints answered on time", "complaints answered on time", Percentage, HigherIsBetter, InMonth)
        {
            Part = 'b',
            Definition = "Share of the complaints whose answer was due in the month that were answered on time.",
            Numerator = "complaints answered on time",
            Denominator = "complaints due for an answer",
            WhyItMatters = "A late answer is a second reason to complain.",
            GoodLooksLike = "Nearly all are answered on time, in words that the family understands.",
            CollectedFrom = "The complaints team's records, local.",
            Timescale = "10 or 20 working days, by the local procedure.",
        },
        new(57, "Compliments", "compliments received", Count, None, InMonth)
        {
            Part = 'c',
            Definition = "Compliments about children's social care received in the month.",
            Numerator = "compliments received",
            WhyItMatters = "Shows what families found helpful, which is worth doing more of.",
            GoodLooksLike = "Compliments reach the worker whom they are about.",
            CollectedFrom = "The complaints team's records, local.",
            ReadWith = [57],
        },
        new(57, "Enquiries from Members of Parliament", "enquiries from Members of Parliament", Count, None, InMonth)
        {
            Part = 'd',
            Code = "mp-enquiries",
            Definition = "Enquiries from Members of Parliament about children's social care received in the month.",
            Numerator = "enquiries received",
            WhyItMatters = "People turn to their Member of Parliament when they feel that nobody listens.",
            GoodLooksLike = "Within the expected range, answered on time.",
            CollectedFrom = "The complaints team's records, local.",
        },
        new(57, "Escalations", "disagreements escalated between professionals", Count, None, InMonth)
        {
            Part = 'e',
            Definition = "Disagreements about a child's case that a professional escalated in the month.",
            Numerator = "disagreements escalated",
            WhyItMatters = "Challenge protects children; none at all may mean that nobody dares.",
            GoodLooksLike = "Disagreements are raised, and settled soon at the lowest level.",
            CollectedFrom = "Case records of conference chairs, reviewing officers and partners, local.",
        },
    ];
}
