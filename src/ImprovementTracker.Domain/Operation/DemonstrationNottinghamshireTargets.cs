using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Operation;

/// <summary>
/// What Nottinghamshire's measures should reach. The notice's own targets are not known: all of these are illustrative,
/// and none names a document or paragraph.
/// </summary>
internal static class DemonstrationNottinghamshireTargets
{
    private const decimal NoticeTolerance = 5;

    public static void Write(DemonstrationScript script, DemonstrationNottinghamshire of, DemonstrationNottinghamshireMeasures measures)
    {
        of.On(DemonstrationNottinghamshireNotice.EnteredOn, "set the notice's targets for five measures", change => script.Db.AddRange(
            Notice(measures.InitialAssessments, TargetPath.Steps, change, (9, 50), (11, 60), (13, 70), (15, 80)).For(of.Requirement("R1")),
            Notice(measures.CoreAssessments, TargetPath.Steps, change, (9, 55), (11, 60), (13, 68), (15, 75)).For(of.Requirement("R1")),
            Notice(measures.Conferences, TargetPath.Steps, change, (9, 65), (11, 72), (13, 80), (15, 85)).For(of.Requirement("R2")),
            Notice(measures.Reviews, TargetPath.Steps, change, (9, 85), (12, 90), (15, 95)).For(of.Requirement("R2")),
            Notice(measures.Visits, TargetPath.StraightLine, change, (9, 70), (15, 90)).For(of.Requirement("R2"))));

        Target firstCaseload = null!;
        of.On(new(2010, 10, 4), "set local targets for re-referrals and the average caseload", change => script.Db.AddRange(
            Local(measures.Rereferrals, null, new(2010, 9), change).WithSteps(TargetPath.Steps, new TargetStep(new(2010, 9), 25), new TargetStep(new(2011, 3), 23)).WithTolerance(2, ToleranceKind.Points),
            firstCaseload = Local(measures.Average, null, new(2010, 10), change).WithSteps(TargetPath.Steps, new TargetStep(new(2010, 10), 20)).WithTolerance(5, ToleranceKind.PercentOfTarget)));
        of.On(new(2010, 10, 4), "set the expected range of referrals", change => script.Db.Add(
            Local(measures.Referrals, of.County, new(2010, 9), change).WithSteps(TargetPath.Steps, new TargetStep(new(2010, 9), 700, 900), new TargetStep(new(2011, 3), 550, 700))));
        of.On(new(2011, 1, 17), "tightened the local target for the average caseload", change =>
        {
            firstCaseload.End(change);
            script.Db.Add(Local(measures.Average, null, new(2010, 10), change)
                .WithSteps(TargetPath.Steps, new TargetStep(new(2010, 10), 20), new TargetStep(new(2011, 2), 18)).WithTolerance(5, ToleranceKind.PercentOfTarget));
        });
        of.On(new(2011, 2, 21), "set a local target for Gedling's visits", change => script.Db.Add(
            Local(measures.Visits, of.Localities[3], new(2011, 2), change).WithSteps(TargetPath.Steps, new TargetStep(new(2011, 2), 70), new TargetStep(new(2011, 5), 75)).WithTolerance(2, ToleranceKind.Points)));
        of.On(new(2011, 4, 20), "set local targets for assessments beyond the notice's", change => script.Db.AddRange(
            Local(measures.InitialAssessments, null, new(2011, 4), change).WithSteps(TargetPath.StraightLine, new TargetStep(new(2011, 4), 75), new TargetStep(new(2011, 9), 85)).WithTolerance(3, ToleranceKind.Points),
            Local(measures.CoreAssessments, null, new(2011, 4), change).WithSteps(TargetPath.StraightLine, new TargetStep(new(2011, 4), 70), new TargetStep(new(2011, 9), 80)).WithTolerance(3, ToleranceKind.Points)));
    }

    /// <param name="steps">Months counted from January 2010, so 15 is March 2011.</param>
    private static Target Notice(Measure measure, TargetPath path, Change change, params (int Month, decimal Value)[] steps) =>
        new Target(measure, null, TargetSetter.DfeNotice, null, null, isIllustrative: true, new Month(2010, 7), null, change)
            .WithSteps(path, steps.Select(step => new TargetStep(new Month(2010, 1).AddMonths(step.Month - 1), step.Value)))
            .WithTolerance(NoticeTolerance, ToleranceKind.Points);

    private static Target Local(Measure measure, Area? area, Month from, Change change) =>
        new(measure, area, TargetSetter.Local, null, null, isIllustrative: true, from, null, change);
}
