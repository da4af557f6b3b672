using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Operation;

/// <summary>
/// Requirements as a notice might make them. The text of Nottinghamshire's notice is not held: all of these are illustrative,
/// none is quoted, and none names a document or paragraph.
/// </summary>
internal static class DemonstrationNottinghamshireNotice
{
    public static readonly DateOnly EnteredOn = new(2010, 7, 5);

    public static void Write(DemonstrationScript script, DemonstrationNottinghamshire of)
    {
        Requirement counting = null!;
        of.On(EnteredOn, "entered three illustrative requirements", change =>
        {
            Requirement Asks(string reference, string words, Theme theme, KnownDate? dueOn)
            {
                var requirement = new Requirement(of.Programme, reference, isIllustrative: true, change);
                requirement.Describe(words, isVerbatim: false, null, null, theme, dueOn);
                script.Db.Add(requirement);
                return requirement;
            }

            of.Require(
                Asks("R1", "Initial and core assessments are completed within their timescales.", of.Assessment, null),
                Asks("R2", "Children with a protection plan have their conference in time, are visited, and have their plan reviewed in time.", of.Protection, null),
                counting = Asks("R3", "Caseloads are counted in the same way in every team, and managers see the count each month.", of.Staff, KnownDate.In(2010, 12)));
        });
        of.On(new(2010, 10, 25), "entered that an illustrative requirement was judged not met", change => counting.Review(isMet: false, KnownDate.In(2010, 10),
            "The improvement board had seen the count of one month only and found that two teams left out cases held by agency staff.", null, change));
        of.On(new(2011, 1, 24), "entered that an illustrative requirement was judged met", change => counting.Review(isMet: true, KnownDate.On(2011, 1, 20),
            "The improvement board saw three months that every team had counted in the same way.", null, change));
    }
}
