using static ImprovementTracker.Domain.Measures.MeasureUnit;
using static ImprovementTracker.Domain.Measures.PeriodType;
using static ImprovementTracker.Domain.Measures.Polarity;

namespace ImprovementTracker.Domain.Measures.Library;

public static partial class MeasureLibrary
{
    private const string Return903 = "Return on looked after children (SSDA903)";

    private static IEnumerable<LibraryEntry> LookedAfter =>
    [
        new(31, "Children looked after", "children looked after", Count, None, AtMonthEnd)
        {
            Part = 'a',
            Definition = "Children looked after by the council at the month's end, without those who are there for short breaks only.",
            Numerator = "children looked after",
            WhyItMatters = "The council is parent to each of them. Neither many nor few are good in themselves.",
            GoodLooksLike = "A steady number within the expected range; a rise or fall can be explained.",
            CollectedFrom = $"{Return903}; list 8 of an inspection's Annex A.",
        },
        new(31, "Children looked after, rate", "children looked after for each 10,000 children", RatePer10000, None, AtMonthEnd)
        {
            Part = 'b',
            Code = "children-looked-after-rate",
            Definition = "Children looked after at the month's end for each 10,000 children aged 0 to 17, without those who are there for short breaks only.",
            Numerator = "children looked after",
            Denominator = "children aged 0 to 17",
            WhyItMatters = "A rate lets areas of different size stand beside each other.",
            GoodLooksLike = "A steady rate within the expected range; where it differs from similar councils, the reason is known.",
            CollectedFrom = $"{Return903}; children aged 0 to 17 from the mid-year estimates of the Office for National Statistics.",
        },
        new(32, "Children who started to be looked after", "children who started to be looked after", Count, None, InMonth)
        {
            Part = 'a',
            Definition = "Children who started to be looked after in the month.",
            Numerator = "children who started to be looked after",
            WhyItMatters = "With those who ceased it explains how many are looked after.",
            GoodLooksLike = "Within the expected range; each child came in because nothing less would do.",
            CollectedFrom = $"{Return903}; list 8 of an inspection's Annex A.",
        },
        new(32, "Children who ceased to be looked after", "children who ceased to be looked after", Count, None, InMonth)
        {
            Part = 'b',
            Definition = "Children who ceased to be looked after in the month.",
            Numerator = "children who ceased to be looked after",
            WhyItMatters = "With those who started it explains how many are looked after.",
            GoodLooksLike = "Within the expected range; children leave for a home that lasts.",
            CollectedFrom = $"{Return903}; list 8 of an inspection's Annex A.",
        },
        new(33, "Looked after children's reviews on time", "looked after children whose reviews were on time", Percentage, HigherIsBetter, AtMonthEnd)
        {
            Definition = "Share of the children looked after at the month's end whose reviews were all held on time.",
            Numerator = "children whose reviews were all on time",
            Denominator = "children looked after",
            WhyItMatters = "The review asks whether the plan still is right for the child.",
            GoodLooksLike = "Nearly all are on time, and the child had a say.",
            CollectedFrom = $"{Return903}; list 8 of an inspection's Annex A.",
            Timescale = "Usually the first after 20 working days, the second after 3 months, then within 6 months.",
            NationalIndicator = 66,
        },
        new(34, "Looked after children visited on time", "looked after children visited on time", Percentage, HigherIsBetter, AtMonthEnd)
        {
            Definition = "Share of the children looked after at the month's end who had been visited by their social worker on time.",
            Numerator = "children visited on time",
            Denominator = "children looked after",
            WhyItMatters = "The visit is how the council as parent knows how the child is.",
            GoodLooksLike = "Nearly all are visited on time by a social worker whom they know.",
            CollectedFrom = "Case records, local; list 8 of an inspection's Annex A.",
            Timescale = "Usually in the first week, then every six weeks; three months where the placement is permanent.",
        },
        new(35, "Three or more placements in a year", "looked after children with three or more placements in a year", Percentage, LowerIsBetter, AtMonthEnd)
        {
            Code = "three-or-more-placements",
            Definition = "Share of the children looked after at the month's end who had had three or more placements, of 24 hours or more, in the twelve months before.",
            Numerator = "children with three or more placements",
            Denominator = "children looked after",
            WhyItMatters = "Every move costs a child a home, often a school and friends.",
            GoodLooksLike = "A low share, and each further move is for the child's good.",
            CollectedFrom = $"{Return903}; list 8 of an inspection's Annex A.",
            NationalIndicator = 62,
            Caution = "The published figure is for the year to 31 March.",
        },
        new(36, "Long-term stability", "looked after children who had lived in the same placement for two years", Percentage, HigherIsBetter, AtMonthEnd)
        {
            Definition = "Share of the children under 16 looked after for two and a half years or more who had lived in the same placement for two years or more, or were placed for adoption.",
            Numerator = "children in the same placement for two years or more",
            Denominator = "children under 16 looked after for two and a half years or more",
            WhyItMatters = "Children do well where somebody stays with them.",
            GoodLooksLike = "A high share, and few breakdowns that came without a warning.",
            CollectedFrom = $"{Return903}.",
            NationalIndicator = 63,
            Caution = "The department now publishes living with the same carer instead of in the same placement: figures on the two sides cannot be compared.",
        },
        new(37, "Placed more than 20 miles away", "looked after children placed more than 20 miles away and outside the council's area", Percentage, LowerIsBetter, AtMonthEnd)
        {
            Definition = "Share of the children looked after at the month's end who were placed more than 20 miles from home and outside the council's area.",
            Numerator = "children placed more than 20 miles away and outside the area",
            Denominator = "children looked after",
            WhyItMatters = "Far away, family, school and social worker are hard to reach.",
            GoodLooksLike = "A low share; a child is far away only where that is what the child needs.",
            CollectedFrom = $"{Return903}.",
        },
        new(38, "Health assessments up to date", "looked after children whose health assessment was up to date", Percentage, HigherIsBetter, AtMonthEnd)
        {
            Code = "health-assessments",
            Definition = "Share of the children looked after for twelve months or more at the month's end whose health assessments were up to date.",
            Numerator = "children whose health assessments were up to date",
            Denominator = "children looked after for twelve months or more",
            WhyItMatters = "A parent knows how a child's health is.",
            GoodLooksLike = "Nearly all are up to date, and what they found was done.",
            CollectedFrom = $"{Return903}; list 8 of an inspection's Annex A.",
            Timescale = "Once a year; children under five need two a year.",
        },
        new(39, "Initial health assessments in time", "initial health assessments done within 20 working days", Percentage, HigherIsBetter, InMonth)
        {
            Definition = "Share of the initial health assessments due in the month that were done on time.",
            Numerator = "initial health assessments done on time",
            Denominator = "initial health assessments due",
            WhyItMatters = "Many children come into care with needs that nobody has looked at.",
            GoodLooksLike = "Nearly all are on time; where not, the council and the health service know which of them was late.",
            CollectedFrom = "Case records and the health service, local; not published nationally.",
            Timescale = "Usually 20 working days of the day on which the child came into care.",
        },
        new(40, "Personal education plans in term", "looked after children with a personal education plan made or reviewed in the term", Percentage, HigherIsBetter, AtMonthEnd)
        {
            Definition = "Share of the looked after children of school age at the month's end whose personal education plan was made or reviewed in the term.",
            Numerator = "children whose plan was made or reviewed in the term",
            Denominator = "looked after children of school age",
            WhyItMatters = "The plan is how school and council see to it that a child learns.",
            GoodLooksLike = "Nearly every child has one each term, and it says what will be done.",
            CollectedFrom = "The virtual school's records, local.",
            Timescale = "Each school term, a local standard.",
            Caution = "It begins anew each term: the last month of a term is the one to compare.",
        },
        new(41, "Three or more social workers in a year", "children in care with three or more social workers in twelve months", Percentage, LowerIsBetter, AtMonthEnd)
        {
            Code = "three-or-more-social-workers",
            Definition = "Share of the children looked after at the month's end who had had three or more different social workers in the twelve months before.",
            Numerator = "children with three or more social workers",
            Denominator = "children looked after",
            WhyItMatters = "Children trust somebody who stays.",
            GoodLooksLike = "A low share, and a proper goodbye where a change cannot be helped.",
            CollectedFrom = $"{Return903}.",
            ReadWith = [49, 50],
        },
        new(42, "Entry into care to placement for adoption", "days from coming into care to being placed for adoption", Average, LowerIsBetter, InMonth)
        {
            Definition = "Average number of days between coming into care and moving in with the adopters, for the children adopted in the month (A1).",
            Numerator = "days between coming into care and placement",
            Denominator = "children adopted",
            WhyItMatters = "To a small child every month of waiting is long.",
            GoodLooksLike = "A shorter time, with no child rushed and no search ended early because the child is hard to place.",
            CollectedFrom = $"{Return903}; list 10 of an inspection's Annex A.",
            Caution = "Few children are adopted in a month, so one child moves the average: look at a longer period. The department publishes years and months.",
        },
        new(43, "Care leavers in touch", "care leavers aged 19 to 21 with whom the council was in touch", Percentage, HigherIsBetter, AtMonthEnd)
        {
            Definition = "Share of the care leavers aged 19 to 21 at the month's end with whom the council was in touch.",
            Numerator = "care leavers in touch",
            Denominator = "care leavers aged 19 to 21",
            WhyItMatters = "Nobody can help a young person whom nobody has spoken to.",
            GoodLooksLike = "Nearly all are in touch with somebody whom they know.",
            CollectedFrom = $"{Return903}; list 9 of an inspection's Annex A.",
            Timescale = "Usually contact between three months before and one month after the birthday.",
            Caution = "A young person whose activity is known through somebody else is not counted as out of touch.",
        },
        new(44, "Care leavers in education, employment or training", "care leavers aged 19 to 21 in education, employment or training", Percentage, HigherIsBetter, AtMonthEnd)
        {
            Code = "care-leavers-in-work-or-learning",
            Definition = "Share of the care leavers aged 19 to 21 at the month's end who were in education, employment or training.",
            Numerator = "care leavers in education, employment or training",
            Denominator = "care leavers aged 19 to 21",
            WhyItMatters = "Work or learning is the way to a life of one's own.",
            GoodLooksLike = "A rising share, and a plan for each young person who is in neither.",
            CollectedFrom = $"{Return903}; list 9 of an inspection's Annex A.",
            Caution = "Those who are not in touch are among the whole: losing touch lowers the figure. The published figure is for those who turn 19, 20 or 21 in the year.",
            ReadWith = [43],
        },
        new(45, "Care leavers in suitable accommodation", "care leavers aged 19 to 21 in suitable accommodation", Percentage, HigherIsBetter, AtMonthEnd)
        {
            Code = "care-leavers-suitable-accommodation",
            Definition = "Share of the care leavers aged 19 to 21 at the month's end who lived in accommodation that is considered suitable.",
            Numerator = "care leavers in suitable accommodation",
            Denominator = "care leavers aged 19 to 21",
            WhyItMatters = "Without a home that lasts, work and learning do not last either.",
            GoodLooksLike = "Nearly all; where one is not, somebody is working on it this week.",
            CollectedFrom = $"{Return903}; list 9 of an inspection's Annex A.",
            ReadWith = [43],
        },
        new(46, "Pathway plans in date", "care leavers with a pathway plan in date", Percentage, HigherIsBetter, AtMonthEnd)
        {
            Definition = "Share of the young people entitled to a pathway plan at the month's end whose plan had been made or reviewed in time.",
            Numerator = "young people with a pathway plan in date",
            Denominator = "young people entitled to a pathway plan",
            WhyItMatters = "The plan says who helps with what on the way out of care.",
            GoodLooksLike = "Nearly all are in date and written with the young person.",
            CollectedFrom = "Case records, local.",
            Timescale = "Usually reviewed every 6 months.",
        },
        new(47, "Missing episodes", "episodes in which a looked after child was missing", Count, None, InMonth)
        {
            Part = 'a',
            Definition = "Episodes that began in the month in which a looked after child was missing.",
            Numerator = "missing episodes",
            WhyItMatters = "A child who runs away runs from something or to somebody.",
            GoodLooksLike = "Few, honestly recorded; a fall because nobody writes them down is none.",
            CollectedFrom = $"{Return903}; the police; list 8 of an inspection's Annex A.",
            Caution = "'Missing' is not 'away without authorisation', and councils record the two differently.",
            ReadWith = [48],
        },
        new(47, "Children missing", "looked after children who were missing", Count, None, InMonth)
        {
            Part = 'b',
            Code = "children-missing",
            Definition = "Looked after children who were missing at least once in the month, each counted once.",
            Numerator = "children missing at least once",
            WhyItMatters = "Tells a few children who run often from many who run once.",
            GoodLooksLike = "Few, and each child's reasons are known.",
            CollectedFrom = $"{Return903}; the police; list 8 of an inspection's Annex A.",
            Caution = "'Missing' is not 'away without authorisation', and councils record the two differently. A child counts anew in each month, so months do not add up to children.",
        },
        .. ReturnInterviews,
    ];

    // Three shares, each of another whole: every return, interviews offered, interviews accepted.
    private static IEnumerable<LibraryEntry> ReturnInterviews =>
    [
        new(48, "Return home interviews in time", "return home interviews held within 72 hours", Percentage, HigherIsBetter, InMonth)
        {
            Part = 'a',
            Definition = "Share of children's returns from a missing episode that were followed by an interview within 72 hours; every return counts, also where the child declined.",
            Numerator = "returns followed by an interview within 72 hours",
            Denominator = "returns from a missing episode",
            WhyItMatters = "What a child says soon after coming home tells what the child ran from.",
            GoodLooksLike = "Most returns are followed by an interview in time, and what was said is acted on.",
            CollectedFrom = "Case records, local; not published nationally.",
            Timescale = "72 hours of the return, by the clock and not in working days.",
            Era = "Since January 2014 (statutory guidance)",
            Caution = "Some councils count among interviews accepted instead of all returns, which makes a higher figure.",
        },
        new(48, "Return home interviews offered", "returns after which an interview was offered", Percentage, HigherIsBetter, InMonth)
        {
            Part = 'b',
            Definition = "Share of children's returns from a missing episode after which an interview was offered.",
            Numerator = "returns after which an interview was offered",
            Denominator = "returns from a missing episode",
            WhyItMatters = "A child who is not asked cannot tell.",
            GoodLooksLike = "Every return is followed by an offer.",
            CollectedFrom = "Case records; list 8 of an inspection's Annex A says whether one was offered.",
            Era = "Since January 2014 (statutory guidance)",
        },
        new(48, "Return home interviews accepted", "return home interviews that the child accepted", Percentage, HigherIsBetter, InMonth)
        {
            Part = 'c',
            Definition = "Share of the return home interviews offered that the child accepted.",
            Numerator = "interviews accepted",
            Denominator = "interviews offered",
            WhyItMatters = "Children talk to somebody whom they trust; few who accept tell who was sent.",
            GoodLooksLike = "Most children accept, because somebody independent whom they can trust asks them.",
            CollectedFrom = "Case records; list 8 of an inspection's Annex A says whether it was accepted.",
            Era = "Since January 2014 (statutory guidance)",
        },
    ];
}
