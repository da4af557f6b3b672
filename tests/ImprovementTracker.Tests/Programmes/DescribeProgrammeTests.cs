using FluentValidation;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Plan;

namespace ImprovementTracker.Tests.Programmes;

/// <summary>Today is 1 July 2011.</summary>
public sealed class DescribeProgrammeTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static async Task<DescribeProgramme.Input> OpenAsync(TestDatabase database, TestProgramme programme)
    {
        var page = await new ProgrammeSetup(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, Never);
        var input = DescribeProgramme.Input.Of(page.Programme.Name, page.LegalBasis, page.Programme.RecordEndsOn);
        input.Programme = TestProgramme.Slug;
        return input;
    }

    private static Task SaveAsync(TestDatabase database, TestProgramme programme, DescribeProgramme.Input input) => new DescribeProgramme(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);

    [Fact]
    public async Task A_programme_that_is_over_stays_as_it_stood_on_the_day_its_record_ends()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", new(2011, 1, 10), new(2011, 6, 30));
        async Task<bool> IsOverdueAsync() => (await new ActionPage(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, "A1", Never)).IsOverdue;
        Assert.True(await IsOverdueAsync());

        var input = await OpenAsync(database, programme);
        input.RecordEndsOn = new DateOnly(2011, 6, 15);
        await SaveAsync(database, programme, input);

        Assert.False(await IsOverdueAsync());
        input = await OpenAsync(database, programme);
        Assert.Equal(new DateOnly(2011, 6, 15), input.RecordEndsOn);
        input.RecordEndsOn = null;
        await SaveAsync(database, programme, input);
        Assert.True(await IsOverdueAsync());
    }

    [Fact]
    public async Task Its_name_is_put_right_and_the_second_of_two_people_sees_what_the_first_saved()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var (one, other) = (await OpenAsync(database, programme), await OpenAsync(database, programme));
        one.Name = " Improvement notice, July 2010 ";
        await SaveAsync(database, programme, one);

        other.Name = "Something else";
        var refused = await Assert.ThrowsAsync<ChangedMeanwhile>(() => SaveAsync(database, programme, other));
        Assert.Equal("Improvement notice, July 2010", ((DescribeProgramme.Input)refused.AsItStands).Name);
        Assert.Equal("Improvement notice, July 2010", (await OpenAsync(database, programme)).Name);
    }

    [Theory]
    [InlineData("2009-01-01")]
    [InlineData("2011-07-02")]
    public async Task A_record_ends_between_its_beginning_and_today(string day)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = await OpenAsync(database, programme);
        input.RecordEndsOn = DateOnly.ParseExact(day, "yyyy-MM-dd", null);

        var refused = await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(database, programme, input));

        Assert.Equal("RecordEndsOn", refused.Errors.Single().PropertyName);
    }
}
