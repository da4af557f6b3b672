using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Plan;

/// <summary>
/// Enters an action of the plan with what it answers and what it should move, or changes it. Links taken away are ended,
/// not lost; a new lead or accountable person, another start
/// or other evidence demanded is an entry in the action's history and asks for a sentence why. The due date of an action that stands
/// moves by <see cref="UpdateAction"/> alone, with its reason.
/// </summary>
public sealed class SaveAction(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : IChangesWhatStands
    {
        public string Programme { get; set; } = "";

        /// <summary>The reference of the action to change, which it keeps; null for a new one.</summary>
        public string? Action { get; set; }

        public int? ObjectiveId { get; set; }

        /// <summary>Of a new action.</summary>
        public string? Reference { get; set; }

        public string? Title { get; set; }
        public string? OutcomeSought { get; set; }
        public int? LeadId { get; set; }
        public int? AccountableId { get; set; }
        public string? PartnerAgency { get; set; }
        public DateOnly? StartsOn { get; set; }

        /// <summary>Of a new action: it becomes the date first agreed.</summary>
        public DateOnly? DueOn { get; set; }

        /// <summary>The weakest evidence on which it may be verified.</summary>
        public EvidenceStrength EvidenceNeeded { get; set; } = EvidenceStrength.Document;

        // A form in which nothing is ticked carries no list at all: that is none, not nothing.

        /// <summary>The findings that it answers.</summary>
        public List<int> Findings { get; set => field = value ?? []; } = [];

        /// <summary>The requirements of the notice that it answers.</summary>
        public List<int> Requirements { get; set => field = value ?? []; } = [];

        /// <summary>The measures that it should move.</summary>
        public List<int> Measures { get; set => field = value ?? []; } = [];

        /// <summary>Why an action that stands changes hands, starts on another day or is verified on other evidence.</summary>
        public string? Reason { get; set; }

        /// <summary>Marks this filling-in of the form; the same one sent twice acts once.</summary>
        public Guid Submission { get; set; } = Guid.NewGuid();
        public string? Seen { get; set; }

        /// <summary>The form of an action that stands.</summary>
        /// <param name="action">With the links that stand.</param>
        public static Input Of(PriorityAction action) => new Input
        {
            Action = action.Reference,
            ObjectiveId = action.ObjectiveId,
            Reference = action.Reference,
            Title = action.Title,
            OutcomeSought = action.OutcomeSought,
            LeadId = action.LeadId,
            AccountableId = action.AccountableId,
            PartnerAgency = action.PartnerAgency,
            StartsOn = action.StartsOn,
            EvidenceNeeded = action.EvidenceNeeded,
            Findings = [.. action.Findings.Where(link => link.EndedIn is null).Select(link => link.FindingId).Order()],
            Requirements = [.. action.Requirements.Where(link => link.EndedIn is null).Select(link => link.RequirementId).Order()],
            Measures = [.. action.Measures.Where(link => link.EndedIn is null).Select(link => link.MeasureId).Order()],
        }.Marked();

        internal bool IsNew => string.IsNullOrEmpty(Action);

        public sealed class Validator : AbstractValidator<Input>
        {
            public const int MostLinks = 200;
            public const int ReasonLength = 200;
            private static readonly DateOnly Earliest = new(1990, 1, 1);

            public Validator()
            {
                RuleFor(input => input.ObjectiveId).NotNull().WithMessage("Choose the objective that the action serves.");
                RuleFor(input => input.Reference).Must(PlanReference.IsWellFormed).When(input => input.IsNew).WithMessage(PlanReference.Advice);
                RuleFor(input => input.Reference).MaximumLength(PriorityAction.ReferenceLength).WithMessage($"Write the reference in at most {PriorityAction.ReferenceLength} characters.");
                RuleFor(input => input.Title).NotEmpty().WithMessage("Say what will be done.")
                    .MaximumLength(PriorityAction.TitleLength).WithMessage($"Write the title in at most {PriorityAction.TitleLength} characters.");
                RuleFor(input => input.OutcomeSought).NotEmpty().WithMessage("Say what will be better for children when it is done.")
                    .MaximumLength(PriorityAction.OutcomeLength).WithMessage($"Say it in at most {PriorityAction.OutcomeLength} characters.");
                RuleFor(input => input.PartnerAgency).MaximumLength(PriorityAction.AgencyLength).WithMessage($"Write the agency in at most {PriorityAction.AgencyLength} characters.");
                RuleFor(input => input.StartsOn).NotNull().WithMessage("Choose the day on which the action starts.")
                    .GreaterThanOrEqualTo(Earliest).WithMessage("Check the year in which the action starts.");
                RuleFor(input => input.DueOn).NotNull().When(input => input.IsNew).WithMessage("Choose the day on which the action is due.");
                RuleFor(input => input.DueOn).GreaterThanOrEqualTo(input => input.StartsOn).When(input => input.IsNew && input.StartsOn is not null)
                    .WithMessage("The due date lies before the start. Check both dates.");
                RuleFor(input => input.DueOn).Must((input, due) => due is null || input.StartsOn is not { } start || start >= new DateOnly(9000, 1, 1) || due <= start.AddYears(PriorityAction.LongestYears))
                    .When(input => input.IsNew).WithMessage($"The due date is more than {Words.InText(PriorityAction.LongestYears)} years after the start. Check the year.");
                RuleFor(input => input.EvidenceNeeded).IsInEnum().WithMessage("Choose on what evidence it may be verified.");
                RuleFor(input => input.Reason).MaximumLength(ReasonLength).WithMessage($"Say why in at most {ReasonLength} characters.");
                RuleFor(input => input.Findings).Must(links => links.Count <= MostLinks).WithMessage($"Choose at most {MostLinks} findings.");
                RuleFor(input => input.Requirements).Must(links => links.Count <= MostLinks).WithMessage($"Choose at most {MostLinks} requirements.");
                RuleFor(input => input.Measures).Must(links => links.Count <= MostLinks).WithMessage($"Choose at most {MostLinks} measures.");
            }
        }
    }

    /// <returns>The action's reference.</returns>
    public async Task<string> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);

        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.Earlier is { } earlier)
            return earlier.Outcome ?? input.Action ?? input.Reference!.Trim();

        var objective = await db.Objectives.SingleOrDefaultAsync(objective => objective.Id == input.ObjectiveId && objective.ProgrammeId == programme.Id, cancel)
            ?? throw new NotFound("The objective is not in this programme any more. Open the page again and choose another.");
        var action = input.IsNew ? await CreateAsync(db, programme, objective, input, cancel) : await FindAsync(db, programme, input, cancel);
        action.Describe(objective, input.Title!.Trim(), input.OutcomeSought!.Trim(), input.PartnerAgency.OrNull());
        var before = (action.Lead, action.Accountable, action.StartsOn, action.EvidenceNeeded);
        action.StartOn(input.StartsOn!.Value);
        action.Demand(input.EvidenceNeeded);
        await AssignAsync(db, programme, action, input, cancel);
        Record(action, input, before, scope.Change);
        await LinkAsync(db, programme, action, input, scope.Change, cancel);
        await scope.CommitAsync($"{(input.IsNew ? "entered" : "changed")} action {action.Reference}: {action.Title}", cancel, () => action.Reference);
        return action.Reference;
    }

    private static async Task<PriorityAction> CreateAsync(TrackerContext db, ProgrammeHeader programme, Objective objective, Input input, CancellationToken cancel)
    {
        var reference = input.Reference!.Trim();
        var taken = await db.PriorityActions.Where(action => action.ProgrammeId == programme.Id).Select(action => action.Reference).ToListAsync(cancel);
        if (taken.Contains(reference, StringComparer.OrdinalIgnoreCase))
            throw Refused.At(nameof(Input.Reference), $"There is an action {reference} already. Choose another reference, such as {PlanReference.Next('A', taken)}.");
        var action = new PriorityAction(objective, reference, input.StartsOn!.Value, input.DueOn!.Value, isIllustrative: false);
        db.PriorityActions.Add(action);
        return action;
    }

    private static async Task<PriorityAction> FindAsync(TrackerContext db, ProgrammeHeader programme, Input input, CancellationToken cancel)
    {
        var action = await db.PriorityActions
            .Include(action => action.Lead).Include(action => action.Accountable)
            .Include(action => action.Findings.Where(link => link.EndedIn == null))
            .Include(action => action.Requirements.Where(link => link.EndedIn == null))
            .Include(action => action.Measures.Where(link => link.EndedIn == null))
            .AsSplitQuery()
            .SingleOrDefaultAsync(action => action.ProgrammeId == programme.Id && action.Reference == input.Action, cancel)
            ?? throw new NotFound("There is no such action in this programme. Choose one from the list of actions.");
        input.RequireSeen(Input.Of(action), $"action {action.Reference}");
        return action;
    }

    /// <summary>Somebody who led or was accountable before may stay so without a role; anybody else needs one.</summary>
    private static async Task AssignAsync(TrackerContext db, ProgrammeHeader programme, PriorityAction action, Input input, CancellationToken cancel)
    {
        var wanted = new[] { input.LeadId, input.AccountableId }.OfType<int>().ToHashSet();
        var people = await db.PeopleOf(programme.Id).Where(person => wanted.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancel);
        Person? Find(int? id, Person? present, string field) =>
            id is null ? null : id == present?.Id ? present : people.GetValueOrDefault(id.Value)
            ?? throw Refused.At(field, ActionOwners.NoRole);
        action.Assign(Find(input.LeadId, action.Lead, nameof(Input.LeadId)), Find(input.AccountableId, action.Accountable, nameof(Input.AccountableId)));
    }

    /// <summary>The entry in the history: who has it, when it starts and on what it is verified now and before, and why.</summary>
    private static void Record(PriorityAction action, Input input, (Person? Lead, Person? Accountable, DateOnly StartsOn, EvidenceStrength EvidenceNeeded) before, Change change)
    {
        if (input.IsNew)
        {
            action.Record($"Entered in the plan. Led by {ActionOwners.Name(action.Lead)}, accountable: {ActionOwners.Name(action.Accountable)}.", change);
            return;
        }
        var told = new[]
        {
            ActionOwners.Told((before.Lead, before.Accountable), (action.Lead, action.Accountable)),
            before.StartsOn == action.StartsOn ? "" : $"Starts: now {Words.Date(action.StartsOn)}, before {Words.Date(before.StartsOn)}.",
            before.EvidenceNeeded == action.EvidenceNeeded ? "" : $"To be verified on: now {action.EvidenceNeeded.Label().ToLowerInvariant()} or stronger, before {before.EvidenceNeeded.Label().ToLowerInvariant()}.",
        }.Where(sentence => sentence.Length > 0).ToList();
        if (told.Count == 0)
            return;
        var reason = input.Reason.OrNull() ?? throw Refused.At(nameof(Input.Reason), "Say in one sentence why: it changes who has the action, when it starts or on what it is verified, and the history keeps the reason.");
        var sentence = $"{string.Join(' ', told)} {Words.Stopped(reason)}";
        if (sentence.Length > ActionUpdate.SentenceLength)
            throw Refused.At(nameof(Input.Reason), $"Say why in {Words.Count(sentence.Length - ActionUpdate.SentenceLength, "character", "characters")} less: the entry in the history would be too long with all that changes.");
        action.Record(sentence, change);
    }

    private static async Task LinkAsync(TrackerContext db, ProgrammeHeader programme, PriorityAction action, Input input, Change change, CancellationToken cancel)
    {
        foreach (var link in action.Findings.Where(link => !input.Findings.Contains(link.FindingId)))
            link.End(change);
        foreach (var link in action.Requirements.Where(link => !input.Requirements.Contains(link.RequirementId)))
            link.End(change);
        foreach (var link in action.Measures.Where(link => !input.Measures.Contains(link.MeasureId)))
            link.End(change);
        var newFindings = input.Findings.Distinct().Except(action.Findings.Select(link => link.FindingId)).ToList();
        var newRequirements = input.Requirements.Distinct().Except(action.Requirements.Select(link => link.RequirementId)).ToList();
        var newMeasures = input.Measures.Distinct().Except(action.Measures.Select(link => link.MeasureId)).ToList();
        var findings = await db.Findings.Where(finding => newFindings.Contains(finding.Id) && finding.EndedIn == null && finding.Inspection.ProgrammeId == programme.Id).ToListAsync(cancel);
        var requirements = await db.Requirements.Where(requirement => newRequirements.Contains(requirement.Id) && requirement.EndedIn == null && requirement.ProgrammeId == programme.Id).ToListAsync(cancel);
        var measures = await db.Measures.Where(measure => newMeasures.Contains(measure.Id) && measure.ProgrammeId == programme.Id).ToListAsync(cancel);
        if (findings.Count < newFindings.Count || requirements.Count < newRequirements.Count || measures.Count < newMeasures.Count)
            throw new NotFound("One of the findings, requirements or measures is not in this programme any more. Open the page again.");
        foreach (var finding in findings)
            action.Findings.Add(new ActionFinding(action, finding, change));
        foreach (var requirement in requirements)
            action.Requirements.Add(new ActionRequirement(action, requirement, change));
        foreach (var measure in measures)
            action.Measures.Add(new ActionMeasure(action, measure, change));
    }
}
