using FluentValidation;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Programmes;

/// <summary>The form for an area as tests fill it in.</summary>
public static class AreaForm
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Start = new(2009, 1, 1);

    public static SaveArea.Input New(string name, AreaKind kind, Area parent) =>
        new() { Programme = TestProgramme.Slug, Name = name, Kind = kind, ParentId = parent.Id, From = Start };

    /// <summary>The form as it is first shown for an area of the test's programme.</summary>
    public static SaveArea.Input Edit(Area area)
    {
        var input = SaveArea.Input.Of(area.Id, area.Name, area.Kind, area.ParentId, area.From, area.To);
        input.Programme = TestProgramme.Slug;
        return input;
    }

    public static async Task<Area> FindAsync(TestDatabase database, int id)
    {
        await using var db = database.CreateDbContext();
        return await db.Areas.SingleAsync(area => area.Id == id);
    }

    public static async Task<(string Property, string Message)> RefusedAsync(TestDatabase database, TestProgramme programme, SaveArea.Input input)
    {
        var error = await Assert.ThrowsAsync<ValidationException>(() => new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));
        return (error.Errors.Single().PropertyName, error.Errors.Single().ErrorMessage);
    }
}
