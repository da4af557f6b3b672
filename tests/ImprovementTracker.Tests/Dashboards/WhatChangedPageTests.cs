using AngleSharp.Dom;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Operation;
using ImprovementTracker.Tests.Plan;
using Microsoft.EntityFrameworkCore;
using Visibility = ImprovementTracker.Domain.Inspections.Visibility;

namespace ImprovementTracker.Tests.Dashboards;

/// <summary>What changed as a browser gets it, with one change of every kind.</summary>
public class WhatChangedPageTests
{
    private static readonly Month April = new(2011, 4);

    private static void Before(TestProgramme programme, TrackerContext db, Change change)
    {
        db.AttachRange(programme.Programme, programme.InTime, programme.Whole);
        var letter = new Inspection(programme.Programme, change);
        letter.Describe(InspectionKind.UnannouncedContactReferralAssessment, "Unannounced inspection", "Ofsted", KnownDate.On(2009, 10, 8), null, null, Visibility.Published, null, null);
        letter.Findings.Add(new Finding(letter, FindingKind.AreaForPriorityAction, 1, "Timescales are poor.", null, null, null, change));
        var requirement = new Requirement(programme.Programme, "R1", isIllustrative: false, change);
        requirement.Describe("Every child is seen in time.", false, null, null, null, null);
        var april = new Observation(programme.InTime, programme.Whole, April, PeriodType.InMonth);
        april.Revise(RecordedValue.Counted(85, 100), change);
        db.AddRange(letter, requirement, april, new ProgrammeStatus(programme.Programme, LifecycleState.OnTrack, KnownDate.In(2011, 4), "Ministers were content.", null, change),
            new Target(programme.InTime, null, TargetSetter.DfeNotice, null, null, false, new(2011, 1), null, change).WithSteps(TargetPath.Steps, new TargetStep(new(2011, 1), 80)));
    }

    private static void Since(TestProgramme programme, TrackerContext db, Change change)
    {
        var (action, here, measure, whole) = (db.PriorityActions.Include(one => one.Updates).Include(one => one.Lead).Include(one => one.Accountable).Single(), db.Programmes.Single(), db.Measures.Single(one => one.Code == "in-time"), db.Areas.Single(area => area.ParentId == null));
        var visit = new Inspection(here, change);
        visit.Describe(InspectionKind.SafeguardingAndLookedAfterChildren, "Full inspection", "Ofsted", KnownDate.In(2011, 5), null, null, Visibility.Published, null, null);
        var may = new Observation(measure, whole, new(2011, 5), PeriodType.InMonth);
        may.Revise(RecordedValue.Counted(90, 100), change);
        db.Observations.Include(one => one.Revisions).Single().Revise(RecordedValue.Counted(75, 100), change);
        db.Requirements.Single().Review(true, KnownDate.On(2011, 6, 9), "The department: enough.", null, change);
        action.Report(Progress.AtRisk, "Two posts are empty.", new DateOnly(2011, 9, 30), "Interviews are in August.", change);
        db.AddRange(visit, may, new ProgrammeStatus(here, LifecycleState.SubmittedToLift, KnownDate.On(2011, 6, 9), "The council asked for it.", null, change),
            new Judgement(visit, new JudgedArea(here, "Safeguarding", 1), Grade.Adequate, null, change), new FindingReview(db.Findings.Single(), visit, ReviewOutcome.Addressed, null, "A newspaper.", null, change),
            new Milestone(action, "Six posts are filled.", new DateOnly(2011, 6, 30), change), new Evidence(action, EvidenceStrength.Document, "Minutes of the board", new DateOnly(2011, 6, 1), change), new ActionMeasure(action, measure, change),
            new Target(measure, null, TargetSetter.Local, null, null, false, new(2011, 6), null, change).WithSteps(TargetPath.Steps, new TargetStep(new(2011, 6), 90)),
            new Annotation(measure, null, new(2011, 5), "Backlog cleared.", change), new TimelineEntry(here, KnownDate.In(2011, 5), TimelineKind.Resources, "More money was agreed.", "25 million pounds", null, false, change));
        db.Measures.Include(one => one.EarlierDefinitions).Single(one => one.Code == "referrals").Redefine(new(2011, 5), "Referrals by day.", "referrals", null, "Counted by days.", change);
    }

    [Fact]
    public async Task One_change_of_every_kind_is_named_from_what_to_what()
    {
        await using var site = await PlanSite.WithAnActionAsync();
        await site.Programme.ChangeAsync((db, change) => Before(site.Programme, db, change));
        await site.Programme.ChangeAsync((db, _) => db.Changes.ExecuteUpdate(set => set.SetProperty(change => change.RecordedAt, new DateTime(2011, 5, 2, 9, 0, 0, DateTimeKind.Utc))));
        await site.Programme.ChangeAsync((db, change) => Since(site.Programme, db, change), site.Programme.As(Role.ProgrammeManager));

        var page = await (await site.AsAsync(Role.BoardMember)).PageAsync($"/p/{TestProgramme.Slug}/what-changed?from=2011-06-01");

        Assert.Equal(
            [
                "Where the programme stands (1) | Testshire Council: improvement notice | On track, since April 2011 | Submitted to lift, since 9 June 2011",
                "Inspections and peer challenges published (1) | Full inspection, May 2011Ofsted | nothing | Published",
                "Grades given and aimed for (1) | Safeguarding: Full inspection, May 2011 | nothing | Adequate",
                "Targets met or no longer met (1) | Assessments in time, Testshire: DfE noticeMet before, not now | Met in April 2011: 85% against 80% | Missed in April 2011: 75% against 80%",
                "Findings judged again (1) | Area for priority action: Timescales are poor.Unannounced inspection | Open | Addressed",
                "Requirements judged, changed, added or taken out (1) | R1: Every child is seen in time. | Not judged | Met",
                "Actions entered or moved (1) | A1: Action A1 | Not started | At risk",
                "Due dates moved (1) | A1: Action A1First agreed: 31 August 2011 | 31 August 2011 | 30 September 2011",
                "Milestones added, reached, moved or taken out (1) | A1: Six posts are filled. | nothing | Due 30 June 2011",
                "Evidence added or taken out (1) | A1: Document: Minutes of the board | nothing | Counts",
                "Targets set, changed or ended (1) | Assessments in time: Local | nothing | 90% from June 2011.",
                "Measures given another definition (1) | ReferralsFigures before and after are not compared | Referrals received in the month. | Referrals by day.",
                "Notes on charts and rebases added or ended (1) | Assessments in time, May 2011 | nothing | On the chart",
                "Figures revised (1) | Assessments in time, Testshire, April 2011 | 85 of 100 (85%) | 75 of 100 (75%)",
                "Figures recorded for the first time (1) | Assessments in time | nothing | 1 figure, May 2011",
                "Owners and links changed (1) | A1 should move the measure Assessments in time | Not linked | Linked",
                "Timeline entries added or taken back (1) | More money was agreed.25 million pounds | nothing | May 2011",
            ],
            page.QuerySelectorAll("main section").Select(section => string.Join(" | ", section.QuerySelectorAll("h2, tbody tr:first-child > :not([data-label^=Who])").Select(Plain))));
        Assert.Contains("The council asked for it. The programme manager", Plain(page.QuerySelector("#changes-state")!.ParentElement!), StringComparison.Ordinal);
    }

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
