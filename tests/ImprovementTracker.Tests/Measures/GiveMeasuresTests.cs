using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Measures;

public class GiveMeasuresTests
{
    [Fact]
    public async Task A_measure_given_to_nobody_has_no_owner_and_one_who_had_it_may_have_it_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var manager = programme.As(Role.ProgrammeManager);
        var director = programme[Role.ServiceDirector].Id;
        Task<int> GiveAsync(int owner) => new GiveMeasures(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Measures = ["in-time"], OwnerId = owner }, CancellationToken.None);
        async Task<string?> OwnerAsync() => (await new OwnersForm(database).LoadAsync(manager, TestProgramme.Slug, CancellationToken.None)).Measures.Single(measure => measure.Code == "in-time").Owner?.Name;

        Assert.Equal((1, "The service director"), (await GiveAsync(director), await OwnerAsync()));
        Assert.Equal((1, null), (await GiveAsync(GiveMeasures.Input.Nobody), await OwnerAsync()));
        Assert.Equal((0, null), (await GiveAsync(GiveMeasures.Input.Nobody), await OwnerAsync()));
        Assert.Equal((1, "The service director"), (await GiveAsync(director), await OwnerAsync()));
    }
}
