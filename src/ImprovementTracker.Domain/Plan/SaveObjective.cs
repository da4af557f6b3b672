using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Plan;

/// <summary>Enters an objective of the plan, or changes the words of one.</summary>
public sealed class SaveObjective(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : IChangesWhatStands
    {
        public string Programme { get; set; } = "";

        /// <summary>The objective to change; null for a new one.</summary>
        public int? Id { get; set; }

        public string? Seen { get; set; }

        public string? Reference { get; set; }
        public string? Title { get; set; }
        public string? OutcomeSought { get; set; }
        public int? ThemeId { get; set; }

        /// <summary>Marks this filling-in of the form; the same one sent twice acts once.</summary>
        public Guid Submission { get; set; } = Guid.NewGuid();

        /// <summary>The form of an objective that stands.</summary>
        public static Input Of(int id, string reference, string title, string outcomeSought, int? themeId) =>
            new Input { Id = id, Reference = reference, Title = title, OutcomeSought = outcomeSought, ThemeId = themeId }.Marked();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Reference).Must(PlanReference.IsWellFormed).WithMessage(PlanReference.Advice)
                    .MaximumLength(Objective.ReferenceLength).WithMessage($"Write the reference in at most {Objective.ReferenceLength} characters.");
                RuleFor(input => input.Title).NotEmpty().WithMessage("Give the objective a title.")
                    .MaximumLength(Objective.TitleLength).WithMessage($"Write the title in at most {Objective.TitleLength} characters.");
                RuleFor(input => input.OutcomeSought).NotEmpty().WithMessage("Say what will be better for children when the objective is reached.")
                    .MaximumLength(Objective.OutcomeLength).WithMessage($"Say it in at most {Objective.OutcomeLength} characters.");
            }
        }
    }

    /// <returns>The objective's reference.</returns>
    public async Task<string> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);

        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.Earlier is { } earlier)
            return earlier.Outcome ?? input.Reference!.Trim();

        var objectives = await db.Objectives.Where(objective => objective.ProgrammeId == programme.Id).ToListAsync(cancel);
        var reference = input.Reference!.Trim();
        if (objectives.Any(other => other.Id != input.Id && string.Equals(other.Reference, reference, StringComparison.OrdinalIgnoreCase)))
            throw Refused.At(nameof(Input.Reference), $"There is an objective {reference} already. Choose another reference, such as {PlanReference.Next('O', objectives.Select(other => other.Reference))}.");
        var theme = input.ThemeId is not { } id ? null
            : await db.Themes.SingleOrDefaultAsync(theme => theme.Id == id && theme.ProgrammeId == programme.Id, cancel)
            ?? throw new NotFound("The theme is not in this programme any more. Open the page again and choose another.");

        var (title, outcome) = (input.Title!.Trim(), input.OutcomeSought!.Trim());
        if (input.Id is null)
            db.Objectives.Add(new Objective(await db.Programmes.SingleAsync(found => found.Id == programme.Id, cancel), reference, title, outcome, theme));
        else
            Find(objectives, input).Describe(reference, title, outcome, theme);
        await scope.CommitAsync($"{(input.Id is null ? "entered" : "changed")} objective {reference}: {title}", cancel, () => reference);
        return reference;
    }

    private static Objective Find(List<Objective> objectives, Input input)
    {
        var objective = objectives.SingleOrDefault(objective => objective.Id == input.Id)
            ?? throw new NotFound("There is no such objective in this programme. Choose one from the list of actions.");
        input.RequireSeen(Input.Of(objective.Id, objective.Reference, objective.Title, objective.OutcomeSought, objective.ThemeId), $"objective {objective.Reference}");
        return objective;
    }
}
