using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Measures;

public class TargetFormTests
{
    [Theory]
    [InlineData("referrals", true)]
    [InlineData("in-time", false)]
    public async Task A_number_is_asked_of_the_whole_and_a_percentage_of_every_area_unless_somebody_chooses_otherwise(string measure, bool isOfWhole)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var input = (await new TargetForm(database).LoadAsync(programme.As(Role.PerformanceOfficer), TestProgramme.Slug, measure, null, CancellationToken.None)).Input;

        Assert.Equal(isOfWhole ? programme.Whole.Id : null, input.AreaId);
    }
}
