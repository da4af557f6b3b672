using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>The programme's notice or direction: its life so far, what it asks, and how each requirement stands.</summary>
public sealed class NoticeAndRequirements(IDbContextFactory<TrackerContext> database)
{
    public sealed record StatusLine(LifecycleState State, KnownDate Since, string Reason, string? SourceTitle, string? SourceAddress);

    public sealed record SourceLine(string Title, string? Address, string? Attribution);

    /// <param name="State">Null for a requirement that is no longer asked.</param>
    public sealed record RequirementLine(int Id, string Reference, string Words, bool IsVerbatim, string? Paragraph, string? Theme, KnownDate? DueOn, bool IsIllustrative, SourceLine? Source, RequirementState? State);

    /// <param name="Statuses">The latest first.</param>
    /// <param name="Ended">Requirements that are no longer asked.</param>
    public sealed record Content(
        ProgrammeHeader Programme,
        string? LegalBasis,
        IReadOnlyList<StatusLine> Statuses,
        IReadOnlyList<RequirementLine> Requirements,
        IReadOnlyList<RequirementLine> Ended,
        bool MayEnter);

    public async Task<Content> LoadAsync(Actor actor, string slug, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.ReadProgramme, cancel);
        var legalBasis = await db.Programmes.AsNoTracking().Where(one => one.Id == programme.Id).Select(one => one.LegalBasis).SingleAsync(cancel);
        var statuses = await db.ProgrammeStatuses.AsNoTracking()
            .Where(status => status.ProgrammeId == programme.Id)
            .OrderByDescending(status => status.Since).ThenByDescending(status => status.RecordedIn)
            .Select(status => new StatusLine(status.State, status.Since, status.Reason, status.Source!.Title, status.Source.Address))
            .ToListAsync(cancel);
        var rows = await db.Requirements.AsNoTracking()
            .Where(requirement => requirement.ProgrammeId == programme.Id)
            .Select(requirement => new
            {
                Line = new RequirementLine(requirement.Id, requirement.Reference, requirement.Words, requirement.IsVerbatim, requirement.Paragraph, requirement.Theme!.Name, requirement.DueOn, requirement.IsIllustrative,
                    requirement.Source == null ? null : new SourceLine(requirement.Source.Title, requirement.Source.Address, requirement.Source.Attribution), null),
                IsEnded = requirement.EndedIn != null,
                Judgements = requirement.Reviews.Select(review => new RequirementState.Judgement(review.IsMet, review.On, review.RecordedIn)).ToList(),
            })
            .ToListAsync(cancel);
        var lines = rows.OrderBy(row => row.Line.Reference.Length).ThenBy(row => row.Line.Reference, StringComparer.OrdinalIgnoreCase).ToList();
        return new Content(programme, legalBasis, statuses,
            [.. lines.Where(row => !row.IsEnded).Select(row => row.Line with { State = RequirementState.Of(row.Line.DueOn, row.Judgements, programme.JudgedOn) })],
            [.. lines.Where(row => row.IsEnded).Select(row => row.Line)],
            actor.May(Permission.EnterPlan, programme.Id) == Extent.Yes);
    }
}
