using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>A theme of practice, as a form offers it.</summary>
public sealed record ThemeOption(int Id, string Name);

/// <summary>What the form for new findings needs.</summary>
public sealed class FindingsToAdd(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Entered">How many findings the inspection has already.</param>
    public sealed record Form(ProgrammeHeader Programme, int InspectionId, string Inspection, InspectionKind Kind, Visibility Visibility, int Entered, IReadOnlyList<ThemeOption> Themes);

    public async Task<Form> LoadAsync(Actor actor, string slug, int inspectionId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.EnterPlan, cancel);
        var inspection = await db.Inspections.AsNoTracking()
            .Where(inspection => inspection.Id == inspectionId && inspection.ProgrammeId == programme.Id)
            .Select(inspection => new { inspection.Title, inspection.Kind, inspection.Visibility, Entered = inspection.Findings.Count(finding => finding.EndedIn == null) })
            .SingleOrDefaultAsync(cancel) ?? throw new NotFound("There is no such inspection in this programme. Choose one from the list of inspections.");
        return new Form(programme, inspectionId, inspection.Title, inspection.Kind, inspection.Visibility, inspection.Entered, await db.LoadThemesAsync(programme.Id, cancel));
    }
}

/// <summary>What the form for correcting a finding needs: the finding as it is entered now.</summary>
public sealed class FindingToCorrect(IDbContextFactory<TrackerContext> database)
{
    public sealed record Form(ProgrammeHeader Programme, int InspectionId, string Inspection, Visibility Visibility, CorrectFinding.Input Input, IReadOnlyList<ThemeOption> Themes);

    public async Task<Form> LoadAsync(Actor actor, string slug, int findingId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.EnterPlan, cancel);
        var finding = await db.Findings.AsNoTracking()
            .Where(finding => finding.Id == findingId && finding.EndedIn == null && finding.Inspection.ProgrammeId == programme.Id)
            .Select(finding => new { finding.InspectionId, finding.Inspection.Title, finding.Inspection.Visibility, finding.Words, finding.Kind, finding.Paragraph, finding.ThemeId, finding.DueOn })
            .SingleOrDefaultAsync(cancel) ?? throw new NotFound("There is no such finding in this programme. Choose one from its inspection's page.");
        var input = CorrectFinding.Input.Of(findingId, finding.Kind, finding.Words, finding.Paragraph, finding.ThemeId, finding.DueOn);
        input.Programme = slug;
        return new Form(programme, finding.InspectionId, finding.Title, finding.Visibility, input, await db.LoadThemesAsync(programme.Id, cancel));
    }
}

/// <summary>What the form for a later visit's words needs: the finding, and the visits that came after it.</summary>
public sealed class FindingToReview(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Said">What it made of the finding, where that is entered already.</param>
    public sealed record Visit(int Id, string Title, KnownDate On, ReviewOutcome? Said);

    public sealed record Form(ProgrammeHeader Programme, int FindingId, int InspectionId, string Inspection, KnownDate InspectedOn, FindingKind Kind, string Words, IReadOnlyList<Visit> Visits, IReadOnlyList<SourceOption> Sources);

    public async Task<Form> LoadAsync(Actor actor, string slug, int findingId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.EnterPlan, cancel);
        var finding = await db.Findings.AsNoTracking()
            .Where(finding => finding.Id == findingId && finding.EndedIn == null && finding.Inspection.ProgrammeId == programme.Id)
            .Select(finding => new { finding.InspectionId, finding.Inspection.Title, finding.Inspection.FieldworkFrom, finding.Kind, finding.Words })
            .SingleOrDefaultAsync(cancel) ?? throw new NotFound("There is no such finding in this programme. Choose one from its inspection's page.");
        var visits = await db.Inspections.AsNoTracking()
            .Where(visit => visit.ProgrammeId == programme.Id && visit.Id != finding.InspectionId)
            .OrderBy(visit => visit.FieldworkFrom)
            .Select(visit => new Visit(visit.Id, visit.Title, visit.FieldworkFrom, db.FindingReviews.Where(review => review.FindingId == findingId && review.VisitId == visit.Id).Select(review => (ReviewOutcome?)review.Outcome).FirstOrDefault()))
            .ToListAsync(cancel);
        return new Form(programme, findingId, finding.InspectionId, finding.Title, finding.FieldworkFrom, finding.Kind, finding.Words,
            [.. visits.Where(visit => ReviewFinding.IsLater(visit.On, finding.FieldworkFrom))], await db.LoadSourcesAsync(programme.Id, cancel));
    }
}

internal static class ThemeOptions
{
    public static Task<List<ThemeOption>> LoadThemesAsync(this TrackerContext db, int programmeId, CancellationToken cancel) =>
        db.Themes.AsNoTracking()
            .Where(theme => theme.ProgrammeId == programmeId)
            .OrderBy(theme => theme.Order).ThenBy(theme => theme.Name)
            .Select(theme => new ThemeOption(theme.Id, theme.Name))
            .ToListAsync(cancel);
}
