using static ImprovementTracker.Domain.Measures.MeasureUnit;
using static ImprovementTracker.Domain.Measures.PeriodType;
using static ImprovementTracker.Domain.Measures.Polarity;

namespace ImprovementTracker.Domain.Measures.Library;

public static partial class MeasureLibrary
{
    private static IEnumerable<LibraryEntry> FrontDoor =>
    [
        new(1, "Contacts", "contacts about children", Count, None, InMonth)
        {
            Definition = "Contacts with children's social care in the month, one for each child. A contact is not yet a referral.",
            Numerator = "contacts received",
            WhyItMatters = "Shows how much reaches the front door before anybody has decided what it is.",
            GoodLooksLike = "A steady number within the expected range, and a reason for every sudden change.",
            CollectedFrom = "Case records; list 1 of an inspection's Annex A. Not part of the children in need census.",
            Caution = "Councils record contacts in different ways, so numbers of two councils cannot be compared.",
            ReadWith = [4],
        },
        new(2, "Contacts decided in one working day", "contacts decided within one working day", Percentage, HigherIsBetter, InMonth)
        {
            Code = "contacts-decided-in-one-day",
            Definition = "Share of the month's contacts on which a manager decided within one working day.",
            Numerator = "contacts decided within one working day",
            Denominator = "contacts received",
            WhyItMatters = "A child at risk cannot wait for a decision about whether to look.",
            GoodLooksLike = "Nearly all contacts are decided within the day, and those that are not are known by name.",
            CollectedFrom = "Case records, local.",
            Timescale = "One working day, a local standard.",
        },
        new(3, "Contacts that became a referral", "contacts that became a referral", Percentage, None, InMonth)
        {
            Definition = "Share of the month's contacts that the council took on as a referral.",
            Numerator = "contacts that became a referral",
            Denominator = "contacts received",
            WhyItMatters = "Tells whether partners know when to call, and whether the threshold is held evenly.",
            GoodLooksLike = "A steady share within the expected range, alike between teams.",
            CollectedFrom = "Case records; from lists 1 and 3 of an inspection's Annex A only approximately.",
            Caution = "It depends on what is recorded as a contact, so it is unsafe to compare with other councils.",
        },
        new(4, "Referrals", "referrals to children's social care", Count, None, InMonth)
        {
            Definition = "Requests for a service from children's social care, accepted in the month, for a child who was not known or whose case was closed. A request about an open case is not a referral.",
            Numerator = "referrals accepted",
            WhyItMatters = "Neither many nor few referrals are good in themselves; a sudden change asks for a reason.",
            GoodLooksLike = "A steady number within the expected range; a rise or fall can be explained.",
            CollectedFrom = "Children in need census; list 3 of an inspection's Annex A.",
            Caution = "A family of four children may be four referrals.",
            ReadWith = [1, 5],
        },
        new(5, "Re-referrals within twelve months", "referrals within twelve months of an earlier one", Percentage, LowerIsBetter, InMonth)
        {
            Code = "re-referrals",
            Definition = "Share of the month's referrals that came within twelve months of an earlier referral of the same child.",
            Numerator = "referrals within twelve months of an earlier one",
            Denominator = "referrals accepted",
            WhyItMatters = "A child who is referred again may not have been helped the first time.",
            GoodLooksLike = "A low and steady share, and each team knows why its children came back.",
            CollectedFrom = "Children in need census; list 3 of an inspection's Annex A.",
            Timescale = "Twelve months before the referral.",
            Caution = "The national figure is published by referrals and by children, and the two differ; this one counts referrals.",
        },
        new(6, "Referrals with no further action", "referrals that ended in no further action", Percentage, None, InMonth)
        {
            Code = "referrals-no-further-action",
            Definition = "Share of the month's referrals that were closed without any further action.",
            Numerator = "referrals closed with no further action",
            Denominator = "referrals accepted",
            WhyItMatters = "Many referrals that lead to nothing may mean that help is asked for at the wrong door.",
            GoodLooksLike = "A low share within the expected range, with decisions that an audit upholds.",
            CollectedFrom = "Children in need census; list 3 of an inspection's Annex A.",
            Caution = "Some councils sort out before the referral and so have none; comparing councils is unsafe.",
        },
        new(7, "Referrals assessed, not in need", "referrals that were assessed and the child found not to be in need", Percentage, None, InMonth)
        {
            Code = "referrals-assessed-not-in-need",
            Definition = "Share of the month's referrals that went on to an assessment which found that the child was not in need.",
            Numerator = "referrals assessed, child found not to be in need",
            Denominator = "referrals accepted",
            WhyItMatters = "An assessment intrudes on a family; many without result may mean that the threshold is unsure.",
            GoodLooksLike = "A share within the expected range, alike between teams.",
            CollectedFrom = "Children in need census.",
            ReadWith = [5, 6],
        },
        new(8, "Referrals decided in one working day", "referrals decided within one working day", Percentage, HigherIsBetter, InMonth)
        {
            Definition = "Share of the month's referrals on which the council decided what to do within one working day.",
            Numerator = "referrals decided within one working day",
            Denominator = "referrals accepted",
            WhyItMatters = "Until it is decided, nobody acts for the child.",
            GoodLooksLike = "Nearly all are decided within the day; a late one is the exception and has a reason.",
            CollectedFrom = "Case records, local; not published nationally.",
            Timescale = "One working day (Working Together).",
        },
        new(9, "Referrals going on to initial assessment", "referrals that went on to an initial assessment", Percentage, HigherIsBetter, InMonth)
        {
            Definition = "Share of the month's referrals that went on to an initial assessment.",
            Numerator = "referrals that went on to an initial assessment",
            Denominator = "referrals accepted",
            WhyItMatters = "A referral that is taken on should lead to somebody looking at the child's needs.",
            GoodLooksLike = "Most referrals lead to an assessment, because what is not for social care is sorted out before.",
            CollectedFrom = "Children in need census of the time.",
            Era = "Until 2013, while there were initial assessments",
            NationalIndicator = 68,
        },
        new(10, "Initial assessments in time", "initial assessments completed in time", Percentage, HigherIsBetter, InMonth)
        {
            Definition = "Share of the month's completed initial assessments that were completed within 10 working days of the referral.",
            Numerator = "initial assessments completed within 10 working days",
            Denominator = "initial assessments completed",
            WhyItMatters = "Until the assessment is done nobody knows what the child needs.",
            GoodLooksLike = "Nearly all are in time, none waits unseen, and an audit finds them good enough to decide by.",
            CollectedFrom = "Children in need census of the time; case records.",
            Timescale = "10 working days of the referral, from April 2010 (Working Together 2010); usually 7 working days before.",
            Era = "Until 2013/14, when one assessment replaced the initial and the core assessment",
            NationalIndicator = 59,
            Caution = "It counts completed assessments only: while a backlog grows it may improve, and while a backlog is cleared it falls.",
        },
        new(11, "Core assessments in time", "core assessments completed in time", Percentage, HigherIsBetter, InMonth)
        {
            Definition = "Share of the month's completed core assessments that were completed within 35 working days of their start.",
            Numerator = "core assessments completed within 35 working days",
            Denominator = "core assessments completed",
            WhyItMatters = "A late core assessment leaves a child in need without a plan.",
            GoodLooksLike = "Nearly all are in time, and each leads to a plan or to a reason why none is needed.",
            CollectedFrom = "Children in need census of the time; case records.",
            Timescale = "35 working days from its start (Working Together 2010).",
            Era = "Until 2013, when one assessment replaced the initial and the core assessment",
            NationalIndicator = 60,
            Caution = "It counts completed assessments only: while a backlog grows it may improve, and while a backlog is cleared it falls.",
        },
        new(12, "Assessments in time", "assessments completed within 45 working days", Percentage, HigherIsBetter, InMonth)
        {
            Definition = "Share of the month's completed assessments that were completed within 45 working days of the referral.",
            Numerator = "assessments completed within 45 working days",
            Denominator = "assessments completed",
            WhyItMatters = "Until the assessment is done nobody knows what the child needs.",
            GoodLooksLike = "Most are done well before the last day, the rest in time, and few open ones are late.",
            CollectedFrom = "Children in need census; list 4 of an inspection's Annex A.",
            Timescale = "45 working days of the referral (Working Together 2013).",
            Era = "Since 2013; the change from initial and core assessments took until 2014",
            Caution = "It counts completed assessments only: while a backlog grows it may improve, and while a backlog is cleared it falls. The department publishes bands of days, from which the percentage is worked out.",
            ReadWith = [14],
        },
        new(13, "Assessments completed", "assessments completed", Count, None, InMonth)
        {
            Definition = "Assessments of children completed in the month.",
            Numerator = "assessments completed",
            WhyItMatters = "Shows how much work the assessment teams finish, and explains a percentage that jumps.",
            GoodLooksLike = "As many are completed as begin, month after month.",
            CollectedFrom = "Children in need census; list 4 of an inspection's Annex A.",
            ReadWith = [12, 14],
        },
        new(14, "Open assessments past their time", "open assessments past 45 working days", Count, LowerIsBetter, AtMonthEnd)
        {
            Definition = "Assessments still open at the month's end, more than 45 working days after the referral.",
            Numerator = "open assessments past 45 working days",
            WhyItMatters = "These children have waited longest, and a percentage of completed assessments does not show them.",
            GoodLooksLike = "None or a handful, each known to a manager with the reason.",
            CollectedFrom = "Case records, local; list 4 of an inspection's Annex A.",
            Timescale = "45 working days of the referral (Working Together 2013).",
            Era = "Since 2013",
            ReadWith = [12],
        },
        new(15, "Child seen in the assessment", "assessments in which the child was seen", Percentage, HigherIsBetter, InMonth)
        {
            Definition = "Share of the month's completed assessments in which a social worker saw the child.",
            Numerator = "assessments in which the child was seen",
            Denominator = "assessments completed",
            WhyItMatters = "An assessment of a child whom nobody saw rests on what adults say.",
            GoodLooksLike = "Every child is seen, and seen alone where that is right; what the child said can be read.",
            CollectedFrom = "Case records, local; list 4 of an inspection's Annex A says whether the child was seen.",
            Caution = "Seen is not the same as seen alone: decide which of the two is counted, and keep to it.",
        },
        new(16, "Unallocated cases", "open cases without a social worker", Count, LowerIsBetter, AtMonthEnd)
        {
            Definition = "Open cases at the month's end that no social worker is named for.",
            Numerator = "open cases without a social worker",
            WhyItMatters = "Nobody answers for these children. It is the first thing that inspectors ask about.",
            GoodLooksLike = "None; where there is one, a manager holds it for days, not weeks.",
            CollectedFrom = "Case records, local.",
            Caution = "A case that stands in a manager's or a team's name has no social worker either: say whether it is counted.",
        },
    ];
}
