using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>
/// What a programme is made of: its notice and states, areas, themes, documents. The documents are shown to those who
/// enter them only: a title can give away an inspection that is not published.
/// </summary>
public sealed class ProgrammeSetup(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Depth">0 for the whole authority, 1 for its parts, 2 for theirs.</param>
    public sealed record AreaLine(int Id, string Name, AreaKind Kind, int? ParentId, int Depth, DateOnly From, DateOnly? To);

    public sealed record ThemeLine(int Id, string Name, int Place);

    public sealed record DocumentLine(int Id, string Title, string Publisher, KnownDate? Published, string? Address, string? Attribution);

    public sealed record StateLine(LifecycleState State, KnownDate Since, string Reason, string? SourceTitle, string? SourceAddress);

    /// <param name="FiguresDueOn">The day of the following month on which a month's figures are due.</param>
    /// <param name="NewAreaFrom">The first day that the form for a new area proposes: with it, no month recorded for parts of the authority loses its sum.</param>
    public sealed record Content(
        ProgrammeHeader Programme,
        string? LegalBasis,
        string? AuthorityCode,
        int FiguresDueOn,
        IReadOnlyList<StateLine> States,
        IReadOnlyList<AreaLine> Areas,
        IReadOnlyList<ThemeLine> Themes,
        IReadOnlyList<DocumentLine> Documents,
        DateOnly NewAreaFrom,
        bool MayManageAreas,
        bool MayEnterDocuments);

    public async Task<Content> LoadAsync(Actor actor, string slug, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.FindAsync(actor, slug, cancel);
        var mayManageAreas = actor.May(Permission.ManageAreas, programme.Id) == Extent.Yes;
        if (!mayManageAreas)
            actor.Require(Permission.ReadProgramme, programme.Id);
        var mayEnterDocuments = actor.May(Permission.EnterPlan, programme.Id) == Extent.Yes;
        var isRead = actor.May(Permission.ReadProgramme, programme.Id) == Extent.Yes;

        var itself = await db.Programmes.AsNoTracking().Where(one => one.Id == programme.Id).Select(one => new { one.LegalBasis, one.AuthorityCode, one.FiguresDueOn }).SingleAsync(cancel);
        var states = await db.ProgrammeStatuses.AsNoTracking()
            .Where(status => isRead && status.ProgrammeId == programme.Id)
            .OrderBy(status => status.Since).ThenBy(status => status.RecordedIn)
            .Select(status => new StateLine(status.State, status.Since, status.Reason, status.Source!.Title, status.Source.Address))
            .ToListAsync(cancel);
        var tree = await db.LoadAreasAsync(programme.Id, cancel);
        var themes = await db.Themes.AsNoTracking()
            .Where(theme => theme.ProgrammeId == programme.Id)
            .OrderBy(theme => theme.Order).ThenBy(theme => theme.Name)
            .Select(theme => new ThemeLine(theme.Id, theme.Name, theme.Order))
            .ToListAsync(cancel);
        var documents = await db.SourceDocuments.AsNoTracking()
            .Where(document => mayEnterDocuments && document.ProgrammeId == programme.Id)
            .OrderBy(document => document.Published).ThenBy(document => document.Title)
            .Select(document => new DocumentLine(document.Id, document.Title, document.Publisher, document.Published, document.Address, document.Attribution))
            .ToListAsync(cancel);
        var lastRecorded = await db.Observations.AsNoTracking()
            .Where(observation => mayManageAreas && observation.Area.ProgrammeId == programme.Id && observation.Area.ParentId != null)
            .OrderByDescending(observation => observation.Month)
            .Select(observation => observation.Month)
            .Take(1)
            .ToListAsync(cancel);
        return new Content(programme, itself.LegalBasis, itself.AuthorityCode, itself.FiguresDueOn, states,
            [.. tree.InOrder.Select(area => new AreaLine(area.Id, area.Name, area.Kind, area.ParentId, tree.DepthOf(area), area.From, area.To))],
            themes, documents, lastRecorded is [var month] ? month.AddMonths(1).FirstDay : tree.Whole?.From ?? programme.StartsOn, mayManageAreas, mayEnterDocuments);
    }
}
