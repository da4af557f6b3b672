using FluentValidation;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Programmes;

public class SaveAuthorityCodeTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Theory]
    [InlineData("E10000024", "E10000024")]
    [InlineData(" e06000018 ", "E06000018")]
    [InlineData("", null)]
    public async Task A_code_is_kept_as_national_statistics_write_it(string typed, string? kept)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await new SaveAuthorityCode(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, Code = typed, Seen = SaveAuthorityCode.Input.Of(null).Seen }, Never);

        Assert.Equal(kept, (await new ProgrammeSetup(database).LoadAsync(programme.As(Role.Administrator), TestProgramme.Slug, Never)).AuthorityCode);
    }

    [Theory]
    [InlineData("891")]
    [InlineData("E1000002")]
    [InlineData("W06000018")]
    [InlineData("Nottinghamshire")]
    public async Task Anything_else_is_refused_with_an_example(string typed)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var refused = await Assert.ThrowsAsync<ValidationException>(() => new SaveAuthorityCode(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, Code = typed }, Never));

        Assert.Equal("Type the code as E and eight digits, such as E10000024.", Assert.Single(refused.Errors).ErrorMessage);
    }

    [Fact]
    public async Task Only_who_keeps_areas_may_set_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await Assert.ThrowsAsync<NotAllowed>(() => new SaveAuthorityCode(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), new() { Programme = TestProgramme.Slug, Code = "E10000024" }, Never));
    }
}
