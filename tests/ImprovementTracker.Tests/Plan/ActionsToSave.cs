using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Plan;

/// <summary>A programme with the objective O1 and an inspection with two findings.</summary>
internal sealed record ActionsToSave(TestDatabase Database, TestProgramme Programme, int ObjectiveId, IReadOnlyList<int> Findings)
{
    private static readonly CancellationToken Never = CancellationToken.None;

    public Actor Manager => Programme.As(Role.ProgrammeManager);

    public static async Task<ActionsToSave> CreateAsync(TestDatabase database)
    {
        var programme = await TestProgramme.CreateAsync(database);
        await new SaveObjective(database).ExecuteAsync(programme.As(Role.ProgrammeManager),
            new() { Programme = TestProgramme.Slug, Reference = "O1", Title = "Assessments in time", OutcomeSought = "Children are seen in time." }, Never);
        var inspection = await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "Timescales are poor."), (FindingKind.AreaForDevelopment, "Records are thin."));
        await using var db = database.CreateDbContext();
        return new(database, programme, (await db.Objectives.SingleAsync()).Id, [.. inspection.Findings.Select(finding => finding.Id)]);
    }

    public SaveAction.Input New(string reference = "A1") => new()
    {
        Programme = TestProgramme.Slug,
        ObjectiveId = ObjectiveId,
        Reference = reference,
        Title = "Rebuild the assessment teams",
        OutcomeSought = "Every assessment is done in time.",
        LeadId = Programme[Role.ServiceDirector].Id,
        AccountableId = Programme[Role.ProgrammeManager].Id,
        PartnerAgency = " ",
        StartsOn = new DateOnly(2011, 7, 1),
        DueOn = new DateOnly(2011, 12, 31),
        Findings = [Findings[0]],
        Measures = [Programme.InTime.Id],
    };

    /// <summary>The form as somebody opens it now, filled in anew and then changed.</summary>
    public async Task<SaveAction.Input> ChangeAsync(Action<SaveAction.Input> how)
    {
        var input = New();
        input.Action = "A1";
        input.Seen = (await new ActionForm(Database).LoadAsync(Manager, TestProgramme.Slug, "A1", null, Never)).Input.Seen;
        how(input);
        return input;
    }

    public Task<string> SaveAsync(SaveAction.Input input) => new SaveAction(Database).ExecuteAsync(Manager, input, Never);

    public async Task<PriorityAction> LoadAsync(string reference = "A1")
    {
        await using var db = Database.CreateDbContext();
        return await db.PriorityActions.AsNoTracking().Include(action => action.Updates).Include(action => action.Findings).Include(action => action.Measures)
            .SingleAsync(action => action.Reference == reference);
    }
}
