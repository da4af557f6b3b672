using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Inspections;

public class AddFindingsTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static AddFindings.Line Line(string words, FindingKind kind = FindingKind.AreaForDevelopment) => new() { Words = words, Kind = kind };

    private static async Task<List<Finding>> FindingsAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return await db.Findings.OrderBy(finding => finding.Order).ToListAsync();
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Several_findings_follow_those_that_are_there_in_the_order_typed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var inspection = await programme.InspectAsync(Visibility.Published, (FindingKind.Strength, "Staff are committed."));
        var input = new AddFindings.Input
        {
            Programme = TestProgramme.Slug,
            InspectionId = inspection.Id,
            Lines = [new() { Words = " Referrals are sometimes closed prematurely. ", Kind = FindingKind.AreaForPriorityAction, Paragraph = "12", ThemeId = programme.Theme.Id, DueOn = "March 2010" }, new(), Line("Supervision is not consistent.")],
        };

        Assert.Equal(2, await new AddFindings(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));

        Assert.Equal(
            [(1, "Staff are committed.", null, null, (KnownDate?)null), (2, "Referrals are sometimes closed prematurely.", "12", programme.Theme.Id, KnownDate.In(2010, 3)), (3, "Supervision is not consistent.", null, null, null)],
            (await FindingsAsync(database)).Select(finding => (finding.Order, finding.Words, finding.Paragraph, finding.ThemeId, finding.DueOn)));
    }

    [Fact]
    public async Task The_form_sent_twice_adds_its_findings_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var inspection = await programme.InspectAsync(Visibility.Draft);
        var input = new AddFindings.Input { Programme = TestProgramme.Slug, InspectionId = inspection.Id, Lines = [Line("One."), Line("Two.")] };

        Assert.Equal(2, await new AddFindings(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));
        Assert.Equal(2, await new AddFindings(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));

        Assert.Equal(2, (await FindingsAsync(database)).Count);
    }

    [Fact]
    public async Task One_line_that_is_wrong_keeps_all_of_them_out_and_is_named_by_its_place()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var inspection = await programme.InspectAsync(Visibility.Draft);
        var input = new AddFindings.Input { Programme = TestProgramme.Slug, InspectionId = inspection.Id, Lines = [Line("One."), new(), new() { Words = "Two.", DueOn = "soon" }] };

        var error = await Assert.ThrowsAsync<ValidationException>(() => new AddFindings(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));

        Assert.Equal([("Lines[2].Kind", "Choose what the inspectors called it."), ("Lines[2].DueOn", WrittenDate.Advice)], error.Errors.Select(failure => (failure.PropertyName, failure.ErrorMessage)));
        Assert.Empty(await FindingsAsync(database));
    }

    [Fact]
    public async Task Nothing_typed_is_said_so()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var error = await Assert.ThrowsAsync<ValidationException>(() => new AddFindings(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, Lines = [new()] }, Never));

        Assert.Equal("Type or paste at least one finding.", error.Errors.Single().ErrorMessage);
    }

    [Fact]
    public async Task A_theme_of_another_programme_is_refused_and_nothing_is_stored()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var inspection = await programme.InspectAsync(Visibility.Draft);
        var line = Line("One.");
        line.ThemeId = programme.Theme.Id + 1;

        await Assert.ThrowsAsync<NotFound>(() => new AddFindings(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, InspectionId = inspection.Id, Lines = [line] }, Never));

        Assert.Empty(await FindingsAsync(database));
    }
}
