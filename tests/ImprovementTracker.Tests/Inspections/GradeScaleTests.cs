using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Inspections;

public class GradeScaleTests
{
    [Fact]
    public void Adequate_was_a_grade_up_to_2013_and_requires_improvement_is_one_since()
    {
        Assert.Equal([Grade.Outstanding, Grade.Good, Grade.Adequate, Grade.Inadequate], GradeScale.Of(InspectionKind.SafeguardingAndLookedAfterChildren));
        Assert.Equal([Grade.Outstanding, Grade.Good, Grade.RequiresImprovement, Grade.Inadequate], GradeScale.Of(InspectionKind.IlacsStandard));
    }

    [Theory]
    [InlineData(InspectionKind.UnannouncedContactReferralAssessment)]
    [InlineData(InspectionKind.MonitoringVisit)]
    [InlineData(InspectionKind.PeerChallenge)]
    public void Letters_and_visits_give_no_grade(InspectionKind kind) => Assert.Empty(GradeScale.Of(kind));

    [Fact]
    public void Care_leavers_are_judged_on_their_own_since_January_2023()
    {
        var before = GradeScale.UsualNames(InspectionKind.IlacsStandard, KnownDate.On(2022, 7, 11));
        var since = GradeScale.UsualNames(InspectionKind.IlacsStandard, KnownDate.In(2023, 1));

        Assert.Contains("The experiences and progress of children in care and care leavers", before);
        Assert.Equal((4, 5), (before.Count, since.Count));
        Assert.Contains("The experiences and progress of care leavers", since);
    }

    // Safeguarding: overall, capacity, safe and feel safe, health agencies, quality of provision with three, leadership with six; looked after children: overall, capacity, five outcomes and the same eleven.
    [Fact]
    public void The_framework_of_2009_judged_33_areas()
    {
        var names = GradeScale.UsualNames(InspectionKind.SafeguardingAndLookedAfterChildren, KnownDate.In(2010, 3));

        Assert.Equal((33, 33, 15), (names.Count, names.Distinct().Count(), names.Count(name => name.StartsWith("Safeguarding: ", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("The experiences and progress of children in care and care leavers", InspectionKind.IlacsStandard, 2025, true)]
    [InlineData("The experiences and progress of children in care and care leavers", InspectionKind.IlacsStandard, 2022, false)]
    [InlineData("Overall effectiveness", InspectionKind.IlacsStandard, 2025, false)]
    [InlineData("Adoption performance", InspectionKind.IlacsShort, 2025, true)]
    [InlineData("The council's own wording", InspectionKind.IlacsShort, 2025, false)]
    public void A_judged_area_belongs_to_the_framework_that_names_it(string name, InspectionKind kind, int year, bool isOfAnother) =>
        Assert.Equal(isOfAnother, GradeScale.IsOfAnother(name, kind, KnownDate.In(year, 7)));
}
