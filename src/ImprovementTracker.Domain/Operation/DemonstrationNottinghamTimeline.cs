using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Operation;

/// <summary>What the inspection report, the newspaper and the committee's minutes date in Nottingham's story beside the inspections, which stand on the timeline by themselves.</summary>
internal static class DemonstrationNottinghamTimeline
{
    private const string NoDay = "The copy of the minutes bears no date; the meeting was after 29 August 2023 and is entered under September.";

    public static void Write(DemonstrationScript script, DemonstrationNottingham of)
    {
        void Enter(DateOnly day, SourceDocument source, string what, params (KnownDate On, TimelineKind Kind, string Sentence, string? Figure)[] entries) =>
            of.On(day, what, change => script.Db.AddRange(entries.Select(entry => Entry(of, source, entry, change))));

        Enter(DemonstrationNottingham.FirstDay, of.Report, "entered a date from the inspection report",
            (KnownDate.In(2020, 2), TimelineKind.Inspection, "A focused visit found areas for priority action around support for children with child protection or child-in-need plans.", null));
        Enter(new(2023, 2, 6), of.Newspaper, "entered what a newspaper reports of the committee's meeting",
            (KnownDate.On(2023, 1, 26), TimelineKind.Scrutiny, "The scrutiny committee heard about priorities and progress from the improvement adviser whom the Department for Education had appointed, and from the council.", null),
            (KnownDate.In(2023, 1), TimelineKind.Other, "An improvement board monitors progress against the action plan. It is understood that it could stay for up to three years, and that an external commissioner could be appointed if the changes were not made.", null),
            (KnownDate.In(2023, 1), TimelineKind.Resources, "Consultants are engaged for two years, at an expected cost of about 6.5 million pounds.", "6.5 million pounds"),
            (KnownDate.In(2023, 1), TimelineKind.Resources, "Specialist resourcing comes on top of that, at a further 2.4 million pounds.", "2.4 million pounds"),
            (KnownDate.In(2023, 1), TimelineKind.Resources, "A first cohort of six apprentices began in January 2023; in three years they should qualify as social workers.", "6 apprentices"),
            (KnownDate.In(2023, 1), TimelineKind.Resources, "Eight new social worker posts had been created, and one for a manager.", "8 social workers, 1 manager"),
            (KnownDate.In(2023, 1), TimelineKind.Other, "200 people had signed up to training events about referrals by schools and other partners.", "200 people"),
            (KnownDate.In(2023, 1), TimelineKind.Other, "The council told the committee that Ofsted was content with the improvement plan that had been sent to it.", null));
        Enter(new(2023, 9, 25), of.Minutes, "entered the minutes of the scrutiny committee",
            (KnownDate.In(2023, 9), TimelineKind.Scrutiny, "Resolution (1) of the scrutiny committee: “assess how the Council can make the Care leaver offer more equitable for those that do not reside in Nottingham”. " + NoDay, "Resolution (1)"),
            (KnownDate.In(2023, 9), TimelineKind.Scrutiny, "Resolution (2) of the scrutiny committee: “review how the Council actively encourages agency staff to join us on a permanent basis such as through a formal procedure”. " + NoDay, "Resolution (2)"),
            (KnownDate.In(2023, 12), TimelineKind.Inspection, "A further monitoring visit is expected before the end of 2023, and three or four more during 2024.", null));
    }

    private static TimelineEntry Entry(DemonstrationNottingham of, SourceDocument source, (KnownDate On, TimelineKind Kind, string Sentence, string? Figure) entry, Change change) =>
        new(of.Programme, entry.On, entry.Kind, entry.Sentence, entry.Figure, source, isIllustrative: false, change);
}
