using ImprovementTracker.Domain.Plan;

namespace ImprovementTracker.Domain.Operation;

/// <summary>Nottinghamshire's illustrative plan, first half: protection, workforce and oversight.</summary>
internal static class DemonstrationNottinghamshirePlan
{
    public static void Write(DemonstrationPlan plan, DemonstrationNottinghamshire of, DemonstrationNottinghamshireMeasures measures)
    {
        WriteProtection(plan, of, measures);
        WriteWorkforce(plan, of, measures);
        WriteOversight(plan, of, measures);
    }

    private static void WriteProtection(DemonstrationPlan plan, DemonstrationNottinghamshire of, DemonstrationNottinghamshireMeasures measures)
    {
        var (posts, start) = (of.Posts, new DateOnly(2009, 11, 3));
        var objective = plan.Objective(start, "O1", "Every child referred for protection is seen, and seen in time",
            "No decision about a child's safety is made without the child having been seen and without a manager who knows why.", of.Protection);

        plan.Action(start, objective, "A1", "Read again every referral closed without the child being seen", "No child is left at risk by a decision made before October 2009.",
                posts.Fieldwork, posts.ProgrammeManager, new(2009, 11, 3), new(2009, 12, 18), [11, 12], [])
            .OnTrack(new(2009, 11, 20), "Two in five of the closed referrals on the list have been read; each that raised a question went to a team manager the same day.")
            .Moves(new(2009, 12, 11), Progress.AtRisk, new(2010, 1, 29), "Referrals kept at the contact centre were added to the list, which made it a third longer.", "The reading goes on without a break, but the longer list cannot be finished before Christmas.")
            .Completed(new(2010, 1, 28), Impact.Some, "Every closed referral on the list has been read by a manager who took no part in the first decision, and decisions were changed where that was needed.")
            .Verified(new(2010, 2, 17), posts.Chair, Impact.Some, "A second reading of one in ten of them agreed with the decisions now on file.");
        plan.Action(start, objective, "A2", "A manager decides on every child protection referral within one working day and writes down why", "A child at risk does not wait for somebody to take responsibility.",
                posts.Fieldwork, posts.ProgrammeManager, new(2009, 11, 9), new(2010, 3, 31), [5, 11], [measures.InitialAssessments, measures.Rereferrals])
            .Answers(DemonstrationNottinghamshireNotice.EnteredOn, () => of.Requirement("R1"))
            .OnTrack(new(2009, 12, 14), "The decision form is in use in three of seven localities.")
            .OnTrack(new(2010, 2, 8), "All seven localities use the form; two still write the reason in too few words to be of use.")
            .Moves(new(2010, 3, 22), Progress.AtRisk, new(2010, 6, 30), "The form had to be built into the case record before it could be required.", "Managers decide in time on most days; on Mondays a backlog from the weekend remains.")
            .OnTrack(new(2010, 5, 17), "The form is part of the case record; a referral can no longer be closed without it.")
            .Completed(new(2010, 6, 29), Impact.Some, "Every child protection referral since 1 June carries a manager's decision with its reason.")
            .Verified(new(2010, 9, 15), posts.Partner, Impact.Sustained, "A sample of 60 referrals from June to August had a reasoned decision within one working day in 57 cases.");
        plan.Action(new(2010, 6, 29), objective, "A3", "Audit again a sample of cases closed without the child being seen", "What was put right in 2009 has stayed right.",
                posts.Workforce, posts.Fieldwork, new(2010, 9, 1), new(2011, 2, 28), [12], [measures.Rereferrals])
            .OnTrack(new(2010, 10, 11), "The audit tool is agreed, and two auditors from outside the teams are named.")
            .Moves(new(2011, 2, 7), Progress.AtRisk, new(2011, 5, 31), "Both auditors were needed for the monthly audits of localities without a manager.", "Thirty of 80 cases have been read; none of them was closed without the child being seen.")
            .OnTrack(new(2011, 4, 11), "Sixty-two of 80 cases have been read.")
            .Completed(new(2011, 5, 20), Impact.Some, "All 80 cases have been read; two were closed with too little on file and have been opened again.")
            .Verified(new(2011, 6, 2), posts.Chair, Impact.Some, "The board's own reading of a sample of ten of the 80 came to the same results.");
        plan.Action(new(2010, 2, 15), objective, "A4", "Only experienced social workers carry out section 47 enquiries", "Enquiries are led by somebody who has done them before.",
                posts.Fieldwork, posts.Workforce, new(2010, 3, 1), new(2010, 9, 30), [11], [measures.Conferences])
            .Answers(DemonstrationNottinghamshireNotice.EnteredOn, () => of.Requirement("R2"))
            .OnTrack(new(2010, 4, 26), "Each locality has a list of social workers who may lead an enquiry.")
            .OnTrack(new(2010, 7, 12), "The list is checked at allocation; newly qualified staff go along as second worker.")
            .Completed(new(2010, 9, 28), Impact.Some, "No enquiry begun in August or September was led by somebody who was not on the list.")
            .Verified(new(2010, 11, 24), posts.ProgrammeManager, Impact.Sustained, "October's enquiries were checked against the list: all were led by somebody on it.");
        plan.Action(new(2010, 6, 29), objective, "A5", "Strategy discussions with police and health on the day they are needed", "Agencies decide together, before and not after a child is visited.",
                posts.Fieldwork, posts.ProgrammeManager, new(2010, 7, 12), new(2011, 3, 31), [11], [measures.Conferences], agency: "Nottinghamshire police and health trusts (illustrative)")
            .Answers(new(2010, 7, 12), () => of.Requirement("R2"))
            .Step(new(2010, 7, 12), "A duty rota is agreed by all three agencies", new(2010, 9, 30), new(2010, 9, 6))
            .Step(new(2010, 7, 12), "A health professional takes part in every discussion", new(2011, 1, 31), new(2011, 1, 24))
            .Step(new(2010, 7, 12), "Minutes reach all agencies within three days", new(2011, 3, 31))
            .OnTrack(new(2010, 9, 6), "A duty rota for strategy discussions is agreed by all three agencies.")
            .AtRisk(new(2010, 11, 15), "Discussions take place in all cases, but in one of four a health professional is missing.")
            .AtRisk(new(2011, 1, 24), "A health professional now joins by telephone; the minutes are still late.")
            .Moves(new(2011, 3, 21), Progress.AtRisk, new(2011, 6, 30), "The shared template for minutes awaits the agreement of the health trusts.", "Discussions are held on the day in nine of ten cases; minutes reach all agencies within three days in six of ten.")
            .AtRisk(new(2011, 5, 23), "The template is agreed; its use begins in June, which leaves little time to show a result before the due date.");
    }

    private static void WriteWorkforce(DemonstrationPlan plan, DemonstrationNottinghamshire of, DemonstrationNottinghamshireMeasures measures)
    {
        var (posts, start) = (of.Posts, new DateOnly(2010, 2, 15));
        var objective = plan.Objective(start, "O2", "Enough social workers, with work that can be done well",
            "Every social worker in reception and assessment holds a caseload that leaves time to see each child.", of.Staff);

        plan.Action(start, objective, "A6", "Protect the caseloads of newly qualified social workers", "Nobody in the first year of practice carries complex work alone.",
                posts.Workforce, posts.Fieldwork, new(2010, 3, 1), new(2010, 10, 29), [7], [measures.Sustainable])
            .OnTrack(new(2010, 5, 10), "A limit for the first year is agreed with team managers.")
            .OnTrack(new(2010, 8, 16), "Nine of 14 newly qualified workers are within the limit.")
            .Completed(new(2010, 10, 27), Impact.Some, "All 16 newly qualified workers are within the limit; exceptions need the service director's word.")
            .Verified(new(2011, 1, 26), posts.Partner, Impact.Sustained, "December's list of caseloads shows one worker over the limit, with a reason on file.");
        plan.Action(new(2010, 6, 29), objective, "A7", "Staff the duty teams to their establishment", "There is somebody to take the next referral, on every day of the week.",
                posts.Fieldwork, posts.Workforce, new(2010, 7, 12), new(2011, 3, 31), [7], [measures.Average, measures.InitialAssessments])
            .Step(new(2010, 7, 12), "The first round of advertising is out", new(2010, 8, 2), new(2010, 7, 26))
            .Step(new(2010, 7, 12), "Half of the vacant posts are filled", new(2010, 10, 29), new(2010, 12, 13))
            .Step(new(2010, 7, 12), "Every duty post is filled", new(2011, 3, 31))
            .OnTrack(new(2010, 9, 20), "Seven of 18 vacant posts are filled.")
            .AtRisk(new(2010, 12, 13), "Ten posts are filled, but three permanent workers have left since the summer.")
            .Moves(new(2011, 2, 28), Progress.OffTrack, new(2011, 5, 31), "Two rounds of advertising brought too few experienced applicants.", "Six posts are vacant; agency staff cover four of them.")
            .Moves(new(2011, 5, 16), Progress.OffTrack, new(2011, 7, 29), "Four of the people appointed can only start in July.", "All but two posts are appointed to; until July agency staff cover the gap in Bassetlaw and Newark.");
        plan.Action(new(2010, 9, 13), objective, "A8", "Count caseloads the same way in every team, in three bands", "Everybody means the same by a sustainable caseload.",
                posts.Workforce, posts.ProgrammeManager, new(2010, 9, 13), new(2010, 12, 17), [7, 8], [measures.Sustainable, measures.Average])
            .Answers(new(2010, 9, 13), () => of.Requirement("R3"))
            .OnTrack(new(2010, 10, 18), "The bands are agreed and the first count, of September, is in.")
            .Completed(new(2010, 12, 15), Impact.NotYetKnown, "Three months have been counted in the same way; the bands are written into the guidance for managers.");
        plan.Action(new(2011, 1, 17), objective, "A9", "Replace agency staff in assessment teams with permanent social workers", "Children keep the same social worker for as long as they need one.",
                posts.Workforce, posts.Fieldwork, new(2011, 2, 1), new(2011, 9, 30), [7], [measures.Average])
            .OnTrack(new(2011, 3, 14), "Terms for agency workers who wish to stay are agreed; five have asked for them.")
            .OnTrack(new(2011, 5, 23), "Three agency workers have become permanent; two more will in July.");
    }

    private static void WriteOversight(DemonstrationPlan plan, DemonstrationNottinghamshire of, DemonstrationNottinghamshireMeasures measures)
    {
        var (posts, start) = (of.Posts, new DateOnly(2010, 3, 1));
        var objective = plan.Objective(start, "O3", "Managers know, decide and record",
            "No social worker has to choose alone which child comes first.", of.Oversight);

        plan.Action(start, objective, "A10", "A daily duty meeting in which a manager sets priorities", "The most urgent child is seen first, by a decision that can be found again.",
                posts.Fieldwork, posts.ProgrammeManager, new(2010, 3, 8), new(2010, 7, 30), [5], [measures.InitialAssessments])
            .OnTrack(new(2010, 4, 19), "Five localities hold the meeting every morning.")
            .OnTrack(new(2010, 6, 14), "All seven hold it; minutes are kept in five.")
            .Completed(new(2010, 7, 28), Impact.Some, "All seven localities hold the meeting and keep a note of its decisions in the case record.")
            .Verified(new(2010, 10, 13), posts.Partner, Impact.Sustained, "Visits to three localities without notice found the meeting held and its decisions on file.");
        plan.Action(new(2010, 6, 29), objective, "A11", "One rule for handing a case from duty to long-term teams", "No child waits between two teams.",
                posts.Fieldwork, posts.Workforce, new(2010, 8, 2), new(2011, 1, 31), [5, 7], [measures.CoreAssessments])
            .OnTrack(new(2010, 10, 4), "The rule is written and tried in Ashfield and Mansfield.")
            .AtRisk(new(2010, 12, 6), "Long-term teams in the north cannot take cases within the five days that the rule gives them.")
            .Moves(new(2011, 1, 24), Progress.OffTrack, new(2011, 4, 29), "The rule waits for the vacant posts in Bassetlaw's long-term team.", "Five localities follow the rule; Bassetlaw and Newark do not yet.")
            .OffTrack(new(2011, 4, 27), "Newark follows the rule since April. In Bassetlaw eleven children wait for a social worker in the long-term team; they are seen by duty staff in turn.");
        plan.Action(new(2010, 9, 13), objective, "A12", "Team managers look at every open assessment at day five", "A late assessment is seen coming, and prevented.",
                posts.Fieldwork, posts.ProgrammeManager, new(2010, 10, 4), new(2011, 6, 30), [5], [measures.InitialAssessments, measures.CoreAssessments])
            .Answers(new(2010, 10, 4), () => of.Requirement("R1"))
            .OnTrack(new(2010, 12, 13), "The list of assessments at day five goes to managers every morning.")
            .OnTrack(new(2011, 2, 21), "Managers note what they decided for seven of ten assessments on the list.")
            .OnTrack(new(2011, 4, 28), "The share with a note has risen to eight of ten.");
        plan.Action(new(2011, 2, 21), objective, "A13", "Senior managers sit in on duty work once a month", "Those who answer for the service know it from their own eyes.",
                posts.Workforce, posts.Fieldwork, new(2011, 7, 4), new(2011, 12, 16), [5], []);
    }
}
