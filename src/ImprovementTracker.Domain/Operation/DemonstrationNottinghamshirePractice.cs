using ImprovementTracker.Domain.Plan;

namespace ImprovementTracker.Domain.Operation;

/// <summary>
/// Nottinghamshire's illustrative plan, second half: the front door, assessment, information and audit. No action answers
/// the finding on supervision: a gap that the board should see.
/// </summary>
internal static class DemonstrationNottinghamshirePractice
{
    public static void Write(DemonstrationPlan plan, DemonstrationNottinghamshire of, DemonstrationNottinghamshireMeasures measures)
    {
        WriteFrontDoor(plan, of, measures);
        WriteAssessment(plan, of, measures);
        WriteKnowing(plan, of, measures);
    }

    private static void WriteFrontDoor(DemonstrationPlan plan, DemonstrationNottinghamshire of, DemonstrationNottinghamshireMeasures measures)
    {
        var (posts, start) = (of.Posts, new DateOnly(2009, 11, 16));
        var objective = plan.Objective(start, "O4", "What reaches the front door is complete and comes to the right service",
            "Partners know when to refer, and whoever takes the referral asks for what the assessment needs.", of.FrontDoor);

        plan.Action(start, objective, "A14", "Contact centre staff take referrals by a script agreed with social workers", "The first call gives what the assessment needs.",
                posts.Fieldwork, posts.ProgrammeManager, new(2009, 12, 1), new(2010, 4, 30), [4], [measures.InitialAssessments])
            .OnTrack(new(2010, 1, 25), "The script is in use for calls from schools.")
            .Moves(new(2010, 4, 19), Progress.AtRisk, new(2010, 7, 30), "Health visitors asked for questions of their own to be added.", "Of 50 records read, 38 had all that the assessment team needed.")
            .Completed(new(2010, 7, 26), Impact.Some, "The script covers all callers; of 50 records read in July, 46 were complete.")
            .Verified(new(2010, 9, 29), posts.Partner, Impact.Some, "A second sample of 50, chosen by the performance officer, had 47 complete records.", recheckOn: new(2011, 5, 31));
        plan.Action(start, objective, "A15", "One guide to thresholds for all partners", "A school, a nurse and a police officer come to the same decision about the same child.",
                posts.ProgrammeManager, posts.Fieldwork, new(2010, 1, 4), new(2010, 9, 30), [6], [measures.Contacts, measures.Referrals], agency: "Schools, health and police (illustrative)")
            .OnTrack(new(2010, 3, 22), "A draft has gone to partners for comment.")
            .AtRisk(new(2010, 7, 19), "Contacts have reached their highest number yet; many would not have been made under the draft guide.")
            .OnTrack(new(2010, 9, 6), "The guide is agreed; its launch is set for the last week of September.")
            .Completed(new(2010, 9, 30), Impact.NotYetKnown, "The guide is in every school and surgery.");
        plan.Action(new(2010, 10, 4), objective, "A16", "Train partners' designated staff in the guide to thresholds", "Those who refer know what will happen next.",
                posts.ProgrammeManager, posts.Fieldwork, new(2010, 10, 18), new(2011, 4, 29), [6], [measures.Referrals, measures.Rereferrals], agency: "Schools, health and police (illustrative)")
            .OnTrack(new(2010, 12, 6), "Four of 12 half-day courses have been held.")
            .OnTrack(new(2011, 2, 14), "Eight courses have been held; secondary schools are under-represented.")
            .Completed(new(2011, 4, 27), Impact.Some, "All 12 courses have been held; nine of ten schools sent somebody.");
        plan.Action(new(2010, 6, 29), objective, "A17", "Extend the contact centre's pilot to the whole county", "There is one number to call.",
                posts.Fieldwork, posts.ProgrammeManager, new(2010, 9, 1), new(2011, 3, 31), [4], [])
            .AtRisk(new(2010, 10, 25), "The case for the extension is written, but what it saves is not clear.")
            .Withdrawn(new(2010, 12, 9), "Withdrawn with the board's agreement: a multi-agency front door is to be planned in its place with the transformation of the service.");
    }

    private static void WriteAssessment(DemonstrationPlan plan, DemonstrationNottinghamshire of, DemonstrationNottinghamshireMeasures measures)
    {
        var (posts, start) = (of.Posts, new DateOnly(2010, 4, 26));
        var objective = plan.Objective(start, "O5", "Assessments are on time and weigh up risk",
            "An assessment says what the child's life is like and what must change, while it still matters.", of.Assessment);

        plan.Action(start, objective, "A18", "Clear the backlog of initial assessments", "No child waits for an assessment that is already late.",
                posts.Fieldwork, posts.Workforce, new(2010, 5, 4), new(2010, 10, 29), [11], [measures.InitialAssessments])
            .OnTrack(new(2010, 6, 21), "A temporary team of six works on the oldest assessments first.")
            .Moves(new(2010, 9, 13), Progress.AtRisk, new(2010, 12, 17), "The rise in contacts in early summer brought new late assessments faster than the old ones were finished.", "The backlog has fallen by two fifths since May. Finishing old assessments keeps the monthly percentage low.")
            .OnTrack(new(2010, 11, 8), "Fewer than 40 assessments are later than 20 working days.")
            .Completed(new(2010, 12, 16), Impact.Some, "No assessment begun before November is still open.");
        plan.Action(new(2010, 6, 29), objective, "A19", "Bring core assessments within 35 working days", "A child in need has a plan within seven weeks.",
                posts.Fieldwork, posts.ProgrammeManager, new(2010, 9, 1), new(2011, 3, 31), [11], [measures.CoreAssessments])
            .OnTrack(new(2010, 10, 25), "Managers review each core assessment at day 15 and day 25.")
            .AtRisk(new(2011, 1, 17), "Completion within 35 days has risen, but slowly; Bassetlaw is far behind.")
            .Moves(new(2011, 3, 21), Progress.OffTrack, new(2011, 5, 31), "The handover of cases in the north of the county is not settled.", "Two in three core assessments are on time; the target for March was three in four.")
            .OffTrack(new(2011, 5, 26), "Timeliness has come close to the target for the county, and two localities are still well below it. A new date depends on action A11.");
        plan.Action(new(2010, 9, 13), objective, "A20", "Teach the analysis of risk, and have each assessment read by a second person", "An assessment weighs what it has found.",
                posts.Workforce, posts.Fieldwork, new(2010, 10, 4), new(2011, 7, 29), [11], [measures.Rereferrals])
            .OnTrack(new(2010, 12, 6), "Half of the assessment teams' social workers have been on the course.")
            .OnTrack(new(2011, 2, 28), "Three quarters have been on the course; second reading is established in four localities.")
            .AtRisk(new(2011, 5, 30), "Second reading takes more of managers' time than was thought; two localities have put it off.");
        plan.Action(new(2011, 3, 7), objective, "A21", "Ask children and parents what the assessment was like for them", "The council hears from those whom it assesses.",
                posts.Workforce, posts.ProgrammeManager, new(2011, 6, 1), new(2011, 11, 30), [11], []);
    }

    private static void WriteKnowing(DemonstrationPlan plan, DemonstrationNottinghamshire of, DemonstrationNottinghamshireMeasures measures)
    {
        var (posts, start) = (of.Posts, new DateOnly(2010, 3, 1));
        var objective = plan.Objective(start, "O6", "Managers have the figures and the files that show how well children are served",
            "A team manager knows on Monday morning what happened last week, and once a quarter what the work was worth.", of.Knowing);

        plan.Action(start, objective, "A22", "A weekly list of figures for every team manager", "Managers see a problem in the week in which it begins.",
                posts.ProgrammeManager, posts.Workforce, new(2010, 3, 15), new(2010, 8, 31), [8], [measures.InitialAssessments, measures.CoreAssessments])
            .OnTrack(new(2010, 5, 24), "Three localities receive the list on Mondays.")
            .OnTrack(new(2010, 7, 12), "All seven receive it; two managers have asked for names beside the numbers.")
            .Completed(new(2010, 8, 25), Impact.Some, "The list goes to all team managers, with the cases behind each number.")
            .Verified(new(2010, 11, 17), posts.Chair, Impact.Some, "In conversation five of five team managers could say what last week's list had told them.");
        plan.Action(new(2010, 9, 13), objective, "A23", "An audit of case files by managers, every month in every team", "Managers know the quality of the work as well as its speed.",
                posts.Workforce, posts.Fieldwork, new(2010, 10, 4), new(2011, 3, 31), [9], [])
            .OnTrack(new(2010, 11, 29), "The audit tool is in use; 31 of 56 audits due were done in the first month.")
            .AtRisk(new(2011, 1, 31), "Fewer audits were done in December than in November.")
            .OffTrack(new(2011, 3, 28), "In February four of seven localities did all their audits; in the others managers' vacancies stand in the way.");
        plan.Action(new(2010, 11, 8), objective, "A24", "Dates of child protection visits and reviews are recorded by the next working day", "The figures on visits and reviews can be trusted.",
                posts.Workforce, posts.Fieldwork, new(2010, 11, 15), new(2011, 6, 30), [8], [measures.Visits, measures.Reviews])
            .OnTrack(new(2011, 1, 10), "A reminder goes to the social worker on the day after a visit was due.")
            .OnTrack(new(2011, 3, 14), "Nine of ten visits are recorded within three days.")
            .AtRisk(new(2011, 5, 31), "The new form came into use in May. Newark's visits could not be read out for the month, so the county has no figure for it.");
    }
}
