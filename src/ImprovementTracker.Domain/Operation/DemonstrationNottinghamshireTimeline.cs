using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Operation;

/// <summary>
/// What the letter, the council's report and the newspaper date in Nottinghamshire's story. Every entry is from its
/// source, told in the tracker's own words; only the committee report's facts and figures and the newspaper's are used.
/// Inspections and the notice stand on the timeline by themselves, and what is said of them is said there.
/// </summary>
internal static class DemonstrationNottinghamshireTimeline
{
    public static void Write(DemonstrationScript script, DemonstrationNottinghamshire of)
    {
        void Enter(DateOnly day, SourceDocument source, string what, params (KnownDate On, TimelineKind Kind, string Sentence, string? Figure)[] entries) =>
            of.On(day, what, change => script.Db.AddRange(entries.Select(entry => Entry(of, source, entry, change))));

        Enter(DemonstrationNottinghamshire.FirstDay, of.Letter, "entered two dates from the inspectors' letter",
            (KnownDate.In(2009, 4), TimelineKind.Audit, "The council audited 80 children in need and child protection cases; the audit revealed significant weaknesses.", "80 cases"),
            (KnownDate.In(2009, 6), TimelineKind.Other, "The council prepared a strategic plan in response to the Laming Review.", null));
        Enter(DemonstrationNottinghamshire.NewspaperRead, of.Newspaper, "entered what a newspaper reports",
            (KnownDate.In(2010, 7), TimelineKind.Performance, "1,598 contacts about children were made to the council in July 2010, the highest number; a newspaper of spring 2011 gives about 600 a month by then. It speaks of contacts and of referrals in one breath; here they are kept apart.", "1,598 contacts"),
            (KnownDate.In(2011, 3), TimelineKind.Resources, "A newspaper of spring 2011 reports that the council had put 25 million pounds into the service after the full inspection.", "25 million pounds"),
            (KnownDate.In(2011, 3), TimelineKind.Resources, "The same newspaper reports that 60 new staff had been recruited.", "60 staff"));
        Enter(new(2011, 4, 18), of.Report, "entered the review meeting of 15 April 2011",
            (KnownDate.On(2011, 4, 15), TimelineKind.Review, "A meeting with the Department for Education reviewed performance against the targets in the improvement notice. It concluded that significant progress was being made and that Ministers were content with the level of improvement.", null));
        // No source gives the day of a meeting after June 2011: this one is invented, and marked so.
        of.On(new(2011, 6, 6), "planned an illustrative meeting of the scrutiny committee", change =>
            script.Db.Add(new PlannedDate(of.Programme, PlannedKind.CommitteeMeeting, new(2011, 7, 18), "Scrutiny committee", isIllustrative: true, change)));
        Enter(DemonstrationNottinghamshire.ReportRead, of.Report, "entered the dates in the council's report of June 2011",
            (KnownDate.In(2011, 2), TimelineKind.Scrutiny, "The Health and Wellbeing Standing Committee received an update on the safeguarding and looked after children improvement programme.", null),
            (KnownDate.In(2011, 2), TimelineKind.Inspection, "The council's report says of the unannounced inspection that Ofsted concluded that children in Nottinghamshire were safe, and was very positive about front-line staff and the improvements since October 2009 and March 2010.", null),
            (KnownDate.In(2011, 3), TimelineKind.Other, "The County Council approved the Children's Social Care Statement of Intent, which holds the vision and priorities for the service.", null),
            (KnownDate.In(2011, 4), TimelineKind.Resources, "From the financial year 2011/12 the council increased the budget of children's social care significantly, to add posts and fill vacancies and to rely less on agency staff.", null),
            (KnownDate.In(2011, 6), TimelineKind.Resources, "A permanence team is being set up in the north of the county with some of the additional staff.", null),
            (KnownDate.In(2011, 6), TimelineKind.Other, "Work with an external partner on the transformation of children's social care has begun, and initial planning has been presented to managers.", null),
            (KnownDate.In(2011, 7), TimelineKind.Review, "A further review meeting with the Department for Education is to take place.", null),
            (KnownDate.In(2011, 7), TimelineKind.PeerChallenge, "The formal report of the peer challenge is to be published and shared with partners.", null),
            (KnownDate.In(2011, 9), TimelineKind.Other, "The council has asked Ofsted for a full re-inspection of safeguarding services after the beginning of September 2011; whether to come is Ofsted's decision.", null),
            (KnownDate.In(2011, 9), TimelineKind.Other, "The new model of children's social care is to be piloted from September 2011; the wider programme should be complete within 18 months to two years.", null));
    }

    private static TimelineEntry Entry(DemonstrationNottinghamshire of, SourceDocument source, (KnownDate On, TimelineKind Kind, string Sentence, string? Figure) entry, Change change) =>
        new(of.Programme, entry.On, entry.Kind, entry.Sentence, entry.Figure, source, isIllustrative: false, change);
}
