using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Plan;

/// <summary>Adds a milestone to an action, changes it, says that it is reached or takes it out; what it said before is kept.</summary>
public sealed class SaveMilestone(IDbContextFactory<TrackerContext> database)
{
    /// <summary>Milestones of one action.</summary>
    public const int MostMilestones = 50;

    public sealed class Input : IAboutAction, IChangesWhatStands
    {
        public string Programme { get; set; } = "";

        /// <summary>The action's reference: A7.</summary>
        public string Action { get; set; } = "";

        /// <summary>The milestone to change; null for a new one.</summary>
        public int? MilestoneId { get; set; }


        public string? Title { get; set; }
        public DateOnly? DueOn { get; set; }

        /// <summary>The day on which it was reached; empty while it is not.</summary>
        public DateOnly? DoneOn { get; set; }

        /// <summary>Why its date moves, why it was not reached on the day that was said, or why it is taken out.</summary>
        public string? Reason { get; set; }

        /// <summary>It is no step of the action any more.</summary>
        public bool IsTakenOut { get; set; }

        /// <summary>Marks this filling-in of the form; the same one sent twice acts once.</summary>
        public Guid Submission { get; set; } = Guid.NewGuid();
        public string? Seen { get; set; }

        /// <summary>The form of a milestone that stands.</summary>
        public static Input Of(int milestoneId, string title, DateOnly dueOn, DateOnly? doneOn) =>
            new Input { MilestoneId = milestoneId, Title = title, DueOn = dueOn, DoneOn = doneOn }.Marked();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Title).NotEmpty().WithMessage("Say what will be reached.")
                    .MaximumLength(MilestoneRevision.TitleLength).WithMessage($"Say it in at most {MilestoneRevision.TitleLength} characters.");
                RuleFor(input => input.DueOn).NotNull().WithMessage("Choose the day by which it will be reached.");
                RuleFor(input => input.Reason).MaximumLength(MilestoneRevision.ReasonLength).WithMessage($"Say it in at most {MilestoneRevision.ReasonLength} characters.")
                    .NotEmpty().When(input => input.IsTakenOut, ApplyConditionTo.CurrentValidator).WithMessage("Say why it is taken out.");
                RuleFor(input => input.IsTakenOut).Equal(false).When(input => input.MilestoneId is null).WithMessage("A milestone that is not there cannot be taken out.");
            }
        }
    }

    /// <returns>The action's reference.</returns>
    public async Task<string> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        await using var opened = await db.OpenActionAsync(actor, input, Permission.UpdateAction, cancel);
        var (programme, scope, action) = opened;
        actor.Require(Permission.UpdateAction, programme.Id, action.IsOf(actor));
        if (scope.Earlier is not null)
            return action.Reference;
        if (!action.Stage.IsOpen())
            throw new BrokenRule($"Action {action.Reference} is {action.Stage.InText()}: its milestones stay as they are. Reopen it first.");
        RequireSensible(input, action, programme);

        var reason = input.Reason.OrNull();
        var title = input.Title!.Trim();
        string verb;
        if (input.MilestoneId is { } id)
            verb = Change(await FindAsync(db, action, id, input, cancel), input, title, reason, scope.Change);
        else
        {
            await RequireRoomAsync(db, action, cancel);
            var added = new Milestone(action, title, input.DueOn!.Value, scope.Change);
            if (input.DoneOn is { } done)
                throw Refused.At(nameof(Input.DoneOn), $"Save the milestone first, then say that it was reached on {Words.Date(done)}.");
            db.Milestones.Add(added);
            verb = "added";
        }
        await scope.CommitAsync($"{verb} milestone of action {action.Reference}: {title}{(reason is null ? "" : $", because {reason}")}", cancel, () => action.Reference);
        return action.Reference;
    }

    private static string Change(Milestone milestone, Input input, string title, string? reason, Change change)
    {
        if (input.IsTakenOut)
        {
            milestone.End(reason!, change);
            return "took out";
        }
        if (milestone.Current.DueOn != input.DueOn && reason is null)
            throw Refused.At(nameof(Input.Reason), "Say why the milestone's date moves.");
        if (milestone.Current.DoneOn is { } done && input.DoneOn != done && reason is null)
            throw Refused.At(nameof(Input.Reason), $"Say why it was not reached on {Words.Date(done)}, as it says now.");
        var wasDone = milestone.Current.DoneOn is not null;
        milestone.Revise(title, input.DueOn!.Value, input.DoneOn, reason, change);
        return input.DoneOn is not null && !wasDone ? "reached" : "changed";
    }

    private static async Task RequireRoomAsync(TrackerContext db, PriorityAction action, CancellationToken cancel)
    {
        if (await db.Milestones.CountAsync(milestone => milestone.ActionId == action.Id && milestone.EndedIn == null, cancel) >= MostMilestones)
            throw new BrokenRule($"The action has {MostMilestones} milestones. Take out those that matter no more, or enter another action.");
    }

    private static async Task<Milestone> FindAsync(TrackerContext db, PriorityAction action, int id, Input input, CancellationToken cancel)
    {
        var milestone = await db.Milestones.Include(milestone => milestone.Revisions.Where(revision => revision.SupersededIn == null))
            .SingleOrDefaultAsync(milestone => milestone.Id == id && milestone.ActionId == action.Id && milestone.EndedIn == null, cancel)
            ?? throw new NotFound("This milestone was taken out already. Load the action again.");
        input.RequireSeen(Input.Of(id, milestone.Current.Title, milestone.Current.DueOn, milestone.Current.DoneOn), "this milestone");
        return milestone;
    }

    private static void RequireSensible(Input input, PriorityAction action, ProgrammeHeader programme)
    {
        if (input.DueOn is { } due && (due < action.StartsOn || due > action.DueOn.AddYears(PriorityAction.LongestYears)))
            throw Refused.At(nameof(Input.DueOn), due < action.StartsOn ? $"The action starts on {Words.Date(action.StartsOn)}. Choose that day or a later one." : "Check the year.");
        if (input.DoneOn is { } done && (done > programme.JudgedOn || done < action.StartsOn.AddYears(-1)))
            throw Refused.At(nameof(Input.DoneOn), done > programme.JudgedOn ? $"{Words.Date(done)} lies ahead. Leave it empty until it is reached." : "Check the year.");
    }
}
