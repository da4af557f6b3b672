using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>A programme as every page of it shows it.</summary>
/// <param name="JudgedOn">The day on which overdue and the like are judged: today, or the day the programme's record ended.</param>
public sealed record ProgrammeHeader(int Id, string Slug, string Authority, string Name, InterventionKind Intervention, KnownDate? IntervenedOn, DateOnly StartsOn, DateOnly? RecordEndsOn, DateOnly JudgedOn)
{
    /// <summary>Nottinghamshire County Council: improvement notice, June 2010.</summary>
    public string Title => $"{Authority}: {Name}";

    /// <summary>Which day a finished programme's pages speak of, for their first line; null while the record goes on.</summary>
    public string? EndInWords => RecordEndsOn is { } end && end == JudgedOn ? $"The record ends on {Words.Date(end)}: ‘today’ and ‘overdue’ are said of that day." : null;

    /// <summary>With fewer figures than this a chart shows no control limits.</summary>
    public int FewestForLimits { get; init; } = Programme.UsualFewestForLimits;

    /// <summary>With fewer figures than this its limits are provisional and nothing is concluded from them.</summary>
    public int FewestForFirmLimits { get; init; } = Programme.UsualFewestForFirmLimits;
}

/// <summary>The door to a programme: every use case and read of one enters here and nowhere else.</summary>
public static class ProgrammeDoor
{
    /// <summary>Finds the programme and requires a permission in it; one statement.</summary>
    /// <exception cref="NotFound">There is none of that name, or the person has no role in it.</exception>
    /// <exception cref="NotAllowed">The person's roles do not reach so far.</exception>
    public static async Task<ProgrammeHeader> EnterAsync(this TrackerContext db, Actor actor, string slug, Permission permission, CancellationToken cancel)
    {
        var programme = await db.FindAsync(actor, slug, cancel);
        actor.Require(permission, programme.Id);
        return programme;
    }

    /// <summary>Finds the programme for a permission that reaches only some things in it, which the caller then checks.</summary>
    /// <exception cref="NotFound">There is none of that name, or the person has no role in it.</exception>
    public static async Task<ProgrammeHeader> FindAsync(this TrackerContext db, Actor actor, string slug, CancellationToken cancel) =>
        Opened(db, actor, await db.Named(slug)
            .Select(programme => new Row(programme.Id, programme.Slug, programme.Authority, programme.Name, programme.Intervention, programme.IntervenedOn, programme.StartsOn, programme.RecordEndsOn, programme.FewestForLimits, programme.FewestForFirmLimits))
            .SingleOrDefaultAsync(cancel));

    /// <summary>Enters a programme whose areas are wanted too; one statement for both.</summary>
    /// <exception cref="NotFound">There is none of that name, or the person has no role in it.</exception>
    /// <exception cref="NotAllowed">The person's roles do not reach so far.</exception>
    public static async Task<(ProgrammeHeader Programme, AreaTree Areas)> EnterWithAreasAsync(this TrackerContext db, Actor actor, string slug, Permission permission, CancellationToken cancel)
    {
        var found = await db.Named(slug)
            .Select(programme => new
            {
                Row = new Row(programme.Id, programme.Slug, programme.Authority, programme.Name, programme.Intervention, programme.IntervenedOn, programme.StartsOn, programme.RecordEndsOn, programme.FewestForLimits, programme.FewestForFirmLimits),
                Areas = programme.Areas.Select(area => new AreaNode(area.Id, area.ParentId, area.Name, area.Kind, area.From, area.To)).ToList(),
            })
            .SingleOrDefaultAsync(cancel);
        var programme = Opened(db, actor, found?.Row);
        actor.Require(permission, programme.Id);
        return (programme, new AreaTree(found!.Areas));
    }

    /// <summary>The programme's tree of areas; one statement.</summary>
    public static async Task<AreaTree> LoadAreasAsync(this TrackerContext db, int programmeId, CancellationToken cancel) =>
        new(await db.Areas.AsNoTracking()
            .Where(area => area.ProgrammeId == programmeId)
            .Select(area => new AreaNode(area.Id, area.ParentId, area.Name, area.Kind, area.From, area.To))
            .ToListAsync(cancel));

    private static IQueryable<Programme> Named(this TrackerContext db, string slug)
    {
        var name = AddressName.Read(slug);
        return db.Programmes.AsNoTracking().Where(programme => programme.Slug == name);
    }

    private static ProgrammeHeader Opened(TrackerContext db, Actor actor, Row? found)
    {
        if (found is null || !(actor.IsAdministrator || actor.Roles.Any(role => role.ProgrammeId == found.Id)))
            throw new NotFound("There is no such programme, or you have no role in it. Choose one of your programmes.");
        var today = Words.DayInEngland(db.Clock.GetUtcNow().UtcDateTime);
        return new(found.Id, found.Slug, found.Authority, found.Name, found.Intervention, found.IntervenedOn, found.StartsOn, found.RecordEndsOn,
            found.RecordEndsOn is { } end && end < today ? end : today)
        {
            FewestForLimits = found.FewestForLimits,
            FewestForFirmLimits = found.FewestForFirmLimits,
        };
    }

    private sealed record Row(int Id, string Slug, string Authority, string Name, InterventionKind Intervention, KnownDate? IntervenedOn, DateOnly StartsOn, DateOnly? RecordEndsOn, int FewestForLimits, int FewestForFirmLimits);
}
