using static ImprovementTracker.Domain.Measures.MeasureUnit;
using static ImprovementTracker.Domain.Measures.PeriodType;
using static ImprovementTracker.Domain.Measures.Polarity;

namespace ImprovementTracker.Domain.Measures.Library;

public static partial class MeasureLibrary
{
    private static IEnumerable<LibraryEntry> Protection =>
    [
        new(17, "Children in need", "children in need", Count, None, AtMonthEnd)
        {
            Definition = "Children in need with an open case at the month's end, those with a protection plan and those looked after among them.",
            Numerator = "children in need",
            WhyItMatters = "It is the whole that the service works for; other figures are parts of it.",
            GoodLooksLike = "A steady number within the expected range; a rise or fall can be explained.",
            CollectedFrom = "Children in need census, at 31 March; list 6 of an inspection's Annex A.",
            Caution = "The department counts episodes of need at 31 March.",
        },
        new(18, "Children in need visited on time", "children in need visited on time", Percentage, HigherIsBetter, AtMonthEnd)
        {
            Definition = "Share of children with a child in need plan at the month's end who had been visited within the local standard.",
            Numerator = "children visited within the local standard",
            Denominator = "children with a child in need plan",
            WhyItMatters = "A plan that nobody looks after at home drifts.",
            GoodLooksLike = "Nearly all are visited on time, and the record says what the child said.",
            CollectedFrom = "Case records, local.",
            Timescale = "A local standard, usually every four or six weeks.",
        },
        new(19, "Section 47 enquiries", "section 47 enquiries started", Count, None, InMonth)
        {
            Definition = "Child protection enquiries under section 47 of the Children Act 1989 that started in the month.",
            Numerator = "section 47 enquiries started",
            WhyItMatters = "Shows how often the council looked into whether a child suffers significant harm.",
            GoodLooksLike = "A number within the expected range; a rise or fall can be explained.",
            CollectedFrom = "Children in need census; list 5 of an inspection's Annex A.",
            ReadWith = [20],
        },
        new(20, "Section 47 enquiries that led to a conference", "section 47 enquiries that led to an initial conference", Percentage, None, InMonth)
        {
            Code = "section-47-enquiries-to-conference",
            Definition = "Initial child protection conferences of the month as a share of the section 47 enquiries started in it.",
            Numerator = "initial conferences held",
            Denominator = "section 47 enquiries started",
            WhyItMatters = "Enquiries that seldom lead to a conference may put families through one without need.",
            GoodLooksLike = "A share within the expected range, with decisions that an audit upholds.",
            CollectedFrom = "Children in need census; list 5 of an inspection's Annex A.",
            Caution = "A conference may be held in the month after its enquiry began, so a single month can mislead.",
        },
        new(21, "Initial conferences in time", "initial child protection conferences held within 15 working days", Percentage, HigherIsBetter, InMonth)
        {
            Definition = "Share of the month's initial child protection conferences that were held within 15 working days of the strategy discussion which started the enquiry. Each conference counts, also for a child who moved in.",
            Numerator = "initial conferences held within 15 working days",
            Denominator = "initial conferences held",
            WhyItMatters = "Agencies agree a plan for the child at the conference, not before.",
            GoodLooksLike = "Nearly all are in time; a late one is late for the child's sake, and the reason is written down.",
            CollectedFrom = "Children in need census; list 5 of an inspection's Annex A.",
            Timescale = "15 working days of the strategy discussion that started the enquiry.",
            Caution = "The department publishes bands of days, from which the percentage is worked out. Brothers and sisters share a conference, so one late conference can be several late children.",
        },
        new(22, "Child protection plans", "children with a child protection plan", Count, None, AtMonthEnd)
        {
            Definition = "Children who were the subject of a child protection plan at the month's end.",
            Numerator = "children with a child protection plan",
            WhyItMatters = "Neither many nor few are good in themselves; a sudden change asks for a reason.",
            GoodLooksLike = "A steady number within the expected range; as many plans end with the child safe as begin.",
            CollectedFrom = "Children in need census, at 31 March; list 7 of an inspection's Annex A.",
        },
        new(23, "Child protection plans starting", "child protection plans that started", Count, None, InMonth)
        {
            Definition = "Child protection plans that started in the month.",
            Numerator = "child protection plans started",
            WhyItMatters = "With the plans that end it explains how many children have one.",
            GoodLooksLike = "A number within the expected range; a rise or fall can be explained.",
            CollectedFrom = "Children in need census; list 7 of an inspection's Annex A.",
            ReadWith = [22],
        },
        new(24, "Child protection reviews on time", "children whose child protection reviews were all on time", Percentage, HigherIsBetter, AtMonthEnd)
        {
            Definition = "Share of children with a plan for at least three months at the month's end, all of whose reviews were held on time.",
            Numerator = "children all of whose reviews were on time",
            Denominator = "children with a plan for three months or more",
            WhyItMatters = "A plan that is not reviewed drifts.",
            GoodLooksLike = "Nearly every child's reviews are on time, with the agencies that matter in the room.",
            CollectedFrom = "Children in need census, at 31 March; case records.",
            Timescale = "First review within 3 months of the initial conference, then within 6 months of the one before.",
            NationalIndicator = 67,
            Caution = "The national figure counts children, not reviews: one late review makes the child late until the plan ends.",
            ReadWith = [25, 28],
        },
        new(25, "Second or subsequent plans", "child protection plans for a second or further time", Percentage, LowerIsBetter, InMonth)
        {
            Definition = "Share of the plans that started in the month for children who had had one before, at any time, with the same council.",
            Numerator = "plans for children who had had one before",
            Denominator = "child protection plans started",
            WhyItMatters = "A child who comes back may not have been made safe the first time.",
            GoodLooksLike = "A low share, though none at all may mean that a plan is not made where one is needed.",
            CollectedFrom = "Children in need census; list 7 of an inspection's Annex A.",
            NationalIndicator = 65,
            Caution = "A few families move a month's figure; show the numbers beside the percentage.",
            ReadWith = [28],
        },
        new(26, "Second plans within two years", "child protection plans within two years of an earlier one", Percentage, LowerIsBetter, InMonth)
        {
            Definition = "Share of the plans that started in the month for children whose earlier plan had ended within the two years before.",
            Numerator = "plans within two years of an earlier one",
            Denominator = "child protection plans started",
            WhyItMatters = "A plan ended too early shows here sooner than in plans at any time before.",
            GoodLooksLike = "A low share, and each case has been looked at for what was missed.",
            CollectedFrom = "Case records; a local variant of second or subsequent plans.",
            Timescale = "Two years since the earlier plan ended.",
            ReadWith = [25],
        },
        new(27, "Plans of two years or more", "child protection plans that have lasted two years or more", Percentage, LowerIsBetter, AtMonthEnd)
        {
            Definition = "Share of the children with a plan at the month's end who had had it for two years or more.",
            Numerator = "children with a plan for two years or more",
            Denominator = "children with a child protection plan",
            WhyItMatters = "After two years a plan has not made the child safe.",
            GoodLooksLike = "None or very few, each with a decision on what happens instead.",
            CollectedFrom = "Children in need census, at 31 March; list 7 of an inspection's Annex A.",
            Timescale = "More than 729 days.",
            Caution = "A large family moves the figure.",
            ReadWith = [28],
        },
        new(28, "Plans ended after two years or more", "child protection plans ended that had lasted two years or more", Percentage, LowerIsBetter, InMonth)
        {
            Definition = "Share of the plans that ended in the month which had lasted two years or more.",
            Numerator = "plans ended that had lasted two years or more",
            Denominator = "child protection plans ended",
            WhyItMatters = "Long plans mean that children lived long with risk.",
            GoodLooksLike = "A low share, because plans make children safe sooner and not because they are ended too early.",
            CollectedFrom = "Children in need census; list 7 of an inspection's Annex A.",
            Timescale = "More than 729 days.",
            NationalIndicator = 64,
            Caution = "A good figure may be caused by a bad one: plans ended too early come back as second plans.",
            ReadWith = [24, 25],
        },
        new(29, "Child protection visits on time", "children on a protection plan visited on time", Percentage, HigherIsBetter, AtMonthEnd)
        {
            Definition = "Share of children with a child protection plan at the month's end who had been visited within the local standard.",
            Numerator = "children visited within the local standard",
            Denominator = "children with a child protection plan",
            WhyItMatters = "The visit is how a social worker knows that the child is safe.",
            GoodLooksLike = "Nearly all are visited on time and seen alone where that is right.",
            CollectedFrom = "Case records; list 7 of an inspection's Annex A. Not published nationally.",
            Timescale = "A local standard: 10, 15 or 20 working days, or four weeks.",
            Caution = "Standards differ between councils; some report two. Say which one it is.",
        },
        new(30, "Core groups on time", "core groups held on time", Percentage, HigherIsBetter, InMonth)
        {
            Definition = "Share of the core group meetings due in the month that were held on time.",
            Numerator = "core groups held on time",
            Denominator = "core groups due",
            WhyItMatters = "The core group turns the plan into what each agency does.",
            GoodLooksLike = "Nearly all are on time, with the family and the agencies that matter there.",
            CollectedFrom = "Case records, local.",
            Timescale = "Usually the first within 10 working days of the initial conference, then about every six weeks.",
        },
    ];
}
