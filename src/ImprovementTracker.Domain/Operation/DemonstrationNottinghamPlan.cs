using ImprovementTracker.Domain.Plan;

namespace ImprovementTracker.Domain.Operation;

/// <summary>Nottingham's illustrative plan: nine actions that answer the eight areas for improvement.</summary>
internal static class DemonstrationNottinghamPlan
{
    public static void Write(DemonstrationPlan plan, DemonstrationNottingham of, DemonstrationNottinghamMeasures measures)
    {
        WriteFirstResponse(plan, of, measures);
        WriteInCare(plan, of, measures);
        WriteStaff(plan, of, measures);
    }

    private static void WriteFirstResponse(DemonstrationPlan plan, DemonstrationNottingham of, DemonstrationNottinghamMeasures measures)
    {
        var (posts, start) = (of.Posts, new DateOnly(2022, 10, 10));
        var response = plan.Objective(start, "O1", "Children are helped when they are first brought to notice",
            "A contact is understood and decided on the day; a child at risk is seen at once.", of.FrontDoor);
        var help = plan.Objective(start, "O2", "Children who are missing are listened to and looked for",
            "The council knows where each child is, and why a child went.", of.Help);

        plan.Action(start, response, "A1", "A manager screens every contact within four hours", "No contact waits overnight for a first decision.",
                posts.Fieldwork, posts.ProgrammeManager, new(2022, 10, 17), new(2023, 3, 31), [1, 2], [measures.Contacts])
            .OnTrack(new(2022, 11, 21), "A second manager has joined the hub's early shift.")
            .AtRisk(new(2023, 1, 16), "Screening takes place within four hours on weekdays; contacts of Friday afternoon are decided on Monday.")
            .Completed(new(2023, 3, 29), Impact.Some, "A manager is on duty until eight in the evening and on Saturdays; every contact of March was screened within four hours of opening time.")
            .Verified(new(2023, 5, 24), posts.Chair, Impact.Some, "Calls made to the hub on four days without notice were each answered and screened within the time.");
        plan.Action(start, response, "A2", "Partners send what the hub asks for within one working day", "A decision rests on what all agencies know.",
                posts.Fieldwork, posts.ProgrammeManager, new(2022, 11, 1), new(2023, 4, 28), [1], [measures.Contacts], agency: "Schools, health and police (illustrative)")
            .AtRisk(new(2023, 1, 23), "Police and health answer within the day; half of the schools asked do not yet.")
            .Moves(new(2023, 4, 17), Progress.AtRisk, new(2023, 9, 29), "Schools asked for training on consent before they sign.", "Two in three schools answer within one working day.")
            .AtRisk(new(2023, 7, 10), "Three in four schools answer within one working day; the rest will be visited in September.")
            .AtRisk(new(2023, 9, 18), "Visits to the last 14 schools are arranged; not all can take place before the due date.");
        plan.Action(start, response, "A3", "Track every allegation against a professional to its end", "The designated officer and a manager know the next step in each case.",
                posts.Workforce, posts.Fieldwork, new(2022, 10, 17), new(2023, 2, 28), [2], [])
            .OnTrack(new(2022, 12, 12), "All open allegations are on one list, read every week by a manager.")
            .Completed(new(2023, 2, 24), Impact.Some, "The list is part of the case record; no allegation has been without a named next step since January.")
            .Verified(new(2023, 4, 26), posts.Partner, Impact.Sustained, "Twelve cases from the list were read: each had a decision and a date.");
        plan.Action(start, help, "A4", "Offer every child an interview within 72 hours of coming home", "A child tells somebody what happened, and it is used to keep the child safe.",
                posts.Fieldwork, posts.Workforce, new(2022, 10, 24), new(2023, 8, 31), [7], [measures.Interviews])
            .OnTrack(new(2022, 12, 5), "One record now holds the hour of a child's return; figures begin with October.")
            .OnTrack(new(2023, 3, 13), "Two interviewers work at weekends.")
            .OnTrack(new(2023, 6, 19), "Managers read every interview within two days.")
            .Completed(new(2023, 8, 30), Impact.Some, "Weekend cover is permanent, and what interviews say is carried over into each child's plan.");
        plan.Action(start, help, "A5", "One list of children missing from education or educated at home, read with social care every fortnight", "No child out of school is out of sight.",
                posts.ProgrammeManager, posts.Fieldwork, new(2022, 11, 7), new(2023, 5, 31), [8], [])
            .OnTrack(new(2023, 1, 30), "Education and social care have agreed what goes on the list and who may see it.")
            .OffTrack(new(2023, 4, 24), "The two systems cannot be matched without a common number for each child.")
            .Moves(new(2023, 5, 22), Progress.OffTrack, new(2023, 8, 31), "The common number is being added to the education system.", "The list is put together by hand and read once a month.")
            .OffTrack(new(2023, 8, 29), "The number has been added for four in five children. The list is read once a month, not every fortnight.");
    }

    private static void WriteInCare(DemonstrationPlan plan, DemonstrationNottingham of, DemonstrationNottinghamMeasures measures)
    {
        var (posts, start) = (of.Posts, new DateOnly(2022, 10, 17));
        var objective = plan.Objective(start, "O3", "Children in care and care leavers have somewhere and somebody to rely on",
            "A home that lasts, and a social worker or adviser who stays.", of.InCare);

        plan.Action(start, objective, "A6", "Recruit foster carers and reserve places for children with complex needs", "Children live near to what they know.",
                posts.Workforce, posts.Fieldwork, new(2022, 11, 1), new(2023, 12, 29), [4], [])
            .OnTrack(new(2023, 2, 13), "A recruitment campaign has begun; eleven households are being assessed.")
            .AtRisk(new(2023, 6, 12), "Five households have been approved and four carers have retired.")
            .AtRisk(new(2023, 9, 11), "Nine households have been approved; places for children with the most complex needs remain short.");
        plan.Action(start, objective, "A7", "Write to every care leaver aged 21 to 25 and offer a personal adviser", "Care leavers know that they may come back.",
                posts.Fieldwork, posts.ProgrammeManager, new(2022, 11, 1), new(2023, 6, 30), [5], [])
            .OnTrack(new(2023, 1, 23), "A list of care leavers aged 21 to 25 has been made, with an address for seven in ten.")
            .OnTrack(new(2023, 4, 17), "Letters and messages have gone to all whose address is known; 31 have asked for an adviser.")
            .Completed(new(2023, 6, 28), Impact.NotYetKnown, "Everybody on the list has been written to or called; 44 have an adviser again.");
        plan.Action(start, objective, "A8", "A joint assessment with housing on the day a young person of 16 or 17 presents as homeless", "Nobody of 16 or 17 is sent from one office to another.",
                posts.Fieldwork, posts.Workforce, new(2022, 12, 1), new(2023, 7, 31), [6], [], agency: "Social housing provider (illustrative)")
            .OnTrack(new(2023, 2, 27), "The joint protocol is agreed and begins on 1 April.")
            .OnTrack(new(2023, 5, 15), "All seven young people who presented in April were assessed on the day.")
            .Completed(new(2023, 7, 27), Impact.Some, "Of 26 young people who presented since April, 24 were assessed on the day by both services.")
            .Verified(new(2023, 9, 20), posts.Partner, Impact.Some, "Six of the 26 records were read; in all six the young person's own wish is on file.");
    }

    private static void WriteStaff(DemonstrationPlan plan, DemonstrationNottingham of, DemonstrationNottinghamMeasures measures)
    {
        var (posts, start) = (of.Posts, new DateOnly(2022, 10, 17));
        var objective = plan.Objective(start, "O4", "Enough social workers, who stay",
            "A child has one social worker, and that social worker has time.", of.Staff);

        plan.Action(start, objective, "A9", "Fill vacant posts with permanent social workers, and grow our own", "Children keep the same social worker for as long as they need one.",
                posts.Workforce, posts.Fieldwork, new(2022, 11, 1), new(2023, 12, 29), [3], [measures.Agency, measures.SocialWorkers])
            .OnTrack(new(2023, 1, 16), "Pay for hard-to-fill posts has been reviewed, and a campaign has begun.")
            .AtRisk(new(2023, 4, 24), "More people have joined than left since January, but the share of agency staff falls slowly.")
            .OnTrack(new(2023, 7, 24), "Eleven permanent social workers have been appointed since April.")
            .OnTrack(new(2023, 9, 18), "Caseloads have fallen in two of three localities.");
    }
}
