using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>The form of an action as it opens, with everything that can be chosen in it.</summary>
public sealed class ActionForm(IDbContextFactory<TrackerContext> database)
{
    /// <param name="DueOn">The due date of an action that stands; null for a new one.</param>
    /// <param name="People">Who has a role in the programme, and whom the action names now.</param>
    public sealed record Opened(ProgrammeHeader Programme, SaveAction.Input Input, DateOnly? DueOn, IReadOnlyList<ObjectiveChoice> Objectives, IReadOnlyList<PersonChoice> People,
        IReadOnlyList<InspectionChoice> Inspections, IReadOnlyList<RequirementChoice> Requirements, IReadOnlyList<ThemeChoice> Themes);

    public sealed record ObjectiveChoice(int Id, string Reference, string Title);

    public sealed record PersonChoice(int Id, string Name, string Post);

    /// <summary>An inspection with those of its findings that ask for an answer, and those that the action answers already.</summary>
    public sealed record InspectionChoice(int Id, string Title, KnownDate On, IReadOnlyList<FindingChoice> Findings);

    public sealed record FindingChoice(int Id, FindingKind Kind, string Words, string? Paragraph);

    /// <summary>A requirement that is asked, or that the action answers although it is no longer asked.</summary>
    public sealed record RequirementChoice(int Id, string Reference, string Words, bool IsEnded, bool IsIllustrative);

    /// <param name="Name">Null for measures without a theme.</param>
    public sealed record ThemeChoice(string? Name, IReadOnlyList<MeasureChoice> Measures);

    public sealed record MeasureChoice(int Id, string Code, string Name);

    /// <summary>What a new action is entered for; it is ticked as the form opens. Whatever is not among what can be chosen ticks nothing.</summary>
    /// <param name="Measure">A measure's code.</param>
    public sealed record Reason(int? Finding = null, int? Requirement = null, string? Measure = null);

    /// <param name="reference">The action to change; null for a new one.</param>
    /// <param name="reason">Of a new one; null where it is entered for nothing in particular.</param>
    public async Task<Opened> LoadAsync(Actor actor, string slug, string? reference, Reason? reason, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.EnterPlan, cancel);
        var (input, dueOn) = reference is null ? (await NewAsync(db, programme, cancel), null) : await PresentAsync(db, programme, reference, cancel);
        input.Programme = programme.Slug;

        var objectives = await db.Objectives.AsNoTracking()
            .Where(objective => objective.ProgrammeId == programme.Id)
            .OrderBy(objective => objective.Reference.Length).ThenBy(objective => objective.Reference)
            .Select(objective => new ObjectiveChoice(objective.Id, objective.Reference, objective.Title))
            .ToListAsync(cancel);
        var people = await db.Users.AsNoTracking()
            .Where(person => person.Id == input.LeadId || person.Id == input.AccountableId
                || (person.IsActive && person.Memberships.Any(membership => membership.EndedIn == null && membership.ProgrammeId == programme.Id)))
            .OrderBy(person => person.Name)
            .Select(person => new PersonChoice(person.Id, person.Name, person.Post))
            .ToListAsync(cancel);
        var opened = new Opened(programme, input, dueOn, objectives, people, await InspectionsAsync(db, actor, programme, input.Findings, cancel), await RequirementsAsync(db, programme, input.Requirements, cancel), await MeasuresAsync(db, programme, cancel));
        if (reference is null && reason is not null)
            Tick(opened, reason);
        return opened;
    }

    private static void Tick(Opened form, Reason reason)
    {
        form.Input.Findings.AddRange(form.Inspections.SelectMany(inspection => inspection.Findings).Where(finding => finding.Id == reason.Finding).Select(finding => finding.Id));
        form.Input.Requirements.AddRange(form.Requirements.Where(requirement => requirement.Id == reason.Requirement).Select(requirement => requirement.Id));
        form.Input.Measures.AddRange(form.Themes.SelectMany(theme => theme.Measures).Where(measure => measure.Code == reason.Measure).Select(measure => measure.Id));
    }

    private static async Task<SaveAction.Input> NewAsync(TrackerContext db, ProgrammeHeader programme, CancellationToken cancel) => new()
    {
        Reference = PlanReference.Next('A', await db.PriorityActions.Where(action => action.ProgrammeId == programme.Id).Select(action => action.Reference).ToListAsync(cancel)),
        StartsOn = programme.JudgedOn,
    };

    private static async Task<(SaveAction.Input, DateOnly?)> PresentAsync(TrackerContext db, ProgrammeHeader programme, string reference, CancellationToken cancel)
    {
        var found = await db.PriorityActions.AsNoTracking().AsSingleQuery()
            .Include(action => action.Findings.Where(link => link.EndedIn == null))
            .Include(action => action.Requirements.Where(link => link.EndedIn == null))
            .Include(action => action.Measures.Where(link => link.EndedIn == null))
            .SingleOrDefaultAsync(action => action.ProgrammeId == programme.Id && action.Reference == reference, cancel)
            ?? throw new NotFound("There is no such action in this programme. Choose one from the list of actions.");
        return (SaveAction.Input.Of(found), found.DueOn);
    }

    private static async Task<List<InspectionChoice>> InspectionsAsync(TrackerContext db, Actor actor, ProgrammeHeader programme, List<int> answered, CancellationToken cancel)
    {
        var asking = Enum.GetValues<FindingKind>().Where(kind => kind.AsksForAction()).ToList();
        var seen = db.Inspections.Where(inspection => inspection.ProgrammeId == programme.Id).SeenBy(actor, programme.Id).Select(inspection => inspection.Id);
        var findings = await db.Findings.AsNoTracking()
            .Where(finding => finding.EndedIn == null && seen.Contains(finding.InspectionId) && (asking.Contains(finding.Kind) || answered.Contains(finding.Id)))
            .OrderByDescending(finding => finding.Inspection.FieldworkFrom).ThenBy(finding => finding.InspectionId).ThenBy(finding => finding.Order)
            .Select(finding => new
            {
                finding.InspectionId,
                finding.Inspection.Title,
                On = finding.Inspection.Published ?? finding.Inspection.FieldworkFrom,
                Choice = new FindingChoice(finding.Id, finding.Kind, finding.Words, finding.Paragraph),
            })
            .ToListAsync(cancel);
        return [.. findings.GroupBy(finding => (finding.InspectionId, finding.Title, finding.On))
            .Select(group => new InspectionChoice(group.Key.InspectionId, group.Key.Title, group.Key.On, [.. group.Select(finding => finding.Choice)]))];
    }

    private static async Task<List<RequirementChoice>> RequirementsAsync(TrackerContext db, ProgrammeHeader programme, List<int> answered, CancellationToken cancel) =>
        await db.Requirements.AsNoTracking()
            .Where(requirement => requirement.ProgrammeId == programme.Id && (requirement.EndedIn == null || answered.Contains(requirement.Id)))
            .OrderBy(requirement => requirement.Reference.Length).ThenBy(requirement => requirement.Reference)
            .Select(requirement => new RequirementChoice(requirement.Id, requirement.Reference, requirement.Words, requirement.EndedIn != null, requirement.IsIllustrative))
            .ToListAsync(cancel);

    private static async Task<List<ThemeChoice>> MeasuresAsync(TrackerContext db, ProgrammeHeader programme, CancellationToken cancel)
    {
        var measures = await db.Measures.AsNoTracking()
            .Where(measure => measure.ProgrammeId == programme.Id)
            .OrderBy(measure => measure.Theme == null).ThenBy(measure => measure.Theme!.Order).ThenBy(measure => measure.Order).ThenBy(measure => measure.Name)
            .Select(measure => new { Theme = measure.Theme!.Name, Choice = new MeasureChoice(measure.Id, measure.Code, measure.Name) })
            .ToListAsync(cancel);
        return [.. measures.GroupBy(measure => (string?)measure.Theme).Select(group => new ThemeChoice(group.Key, [.. group.Select(measure => measure.Choice)]))];
    }
}
