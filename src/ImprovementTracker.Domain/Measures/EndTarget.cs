using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Says until when a target is in force, without another in its place; or takes back one that was set by mistake and so
/// never asked anything. What was asked before stays known, with who changed it, when and why.
/// </summary>
public sealed class EndTarget(IDbContextFactory<TrackerContext> database)
{
    /// <summary>What a person is told who asks for a target that is not there.</summary>
    public const string NoSuchTarget = "There is no such target of this measure. Choose one from the measure's targets.";

    public sealed class Input : IChangesWhatStands
    {
        public const int WhyLength = 160;

        public string Programme { get; set; } = "";
        public string Measure { get; set; } = "";

        /// <summary>The target, by the number that it had when the form was opened: each change of it has a number of its own.</summary>
        public int Target { get; set; }

        /// <summary>Whether it was set by mistake: it is taken back whole, and no last month is asked for.</summary>
        public bool ByMistake { get; set; }

        /// <summary>Last month in force: 2011-03.</summary>
        public string? LastMonth { get; set; }

        /// <summary>Why, in one sentence.</summary>
        public string? Why { get; set; }

        public string? Seen { get; set; }
        public Guid Submission { get; set; } = Guid.NewGuid();

        /// <summary>The form of a target that stands. Its number changes with whatever else is changed of it, and so marks it.</summary>
        public static Input Of(int target, Month? last) => new Input { Target = target, LastMonth = last?.ToIso() }.Marked();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.LastMonth).Must(month => Month.TryParse(month, out _)).WithMessage("Choose the last month in which it is in force.").When(input => !input.ByMistake);
                RuleFor(input => input.Why).NotEmpty().WithMessage(input => input.ByMistake ? "Say in one sentence what was wrong with it." : "Say in one sentence why it ends then.").MaximumLength(WhyLength).WithMessage($"Keep it to {WhyLength} characters.");
            }
        }
    }

    /// <summary>The number of the target as it stands now, or as it stood until it was taken back.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var measure = await db.Measures.SingleOrDefaultAsync(measure => measure.ProgrammeId == programme.Id && measure.Code == input.Measure, cancel) ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        var standing = await db.FindStandingTargetAsync(measure.Id, input.Target, cancel) ?? throw new NotFound(NoSuchTarget);
        var target = await db.Targets
            .Include(target => target.Area).Include(target => target.Source).Include(target => target.Requirement).Include(target => target.Steps)
            .SingleAsync(target => target.Id == standing, cancel);
        var asItStands = Input.Of(target.Id, target.To);
        if (input.Seen != asItStands.Seen)
        {
            // Each end has a reason of its own: none stands in the place of this one.
            (asItStands.ByMistake, asItStands.Why) = (input.ByMistake, input.Why);
            throw new ChangedMeanwhile($"{target.SetBy.Targets(1)} of {measure.Name}", asItStands);
        }
        var why = Words.Stopped(input.Why!.Trim());
        if (input.ByMistake)
        {
            target.End(scope.Change);
            await scope.CommitAsync($"took back a target of {measure.Name} ({target.SetBy.Label()}) that was set by mistake: {why}", () => target.Id, cancel);
            return target.Id;
        }
        var last = Month.Parse(input.LastMonth!);
        var begins = target.Steps.Min(step => step.Month) is var first && first > target.From ? first : target.From;
        if (last < begins)
            throw Refused.At(nameof(Input.LastMonth), $"It asks nothing before {begins}. Choose {begins} or a later month.");
        if (last == target.To)
            throw Refused.At(nameof(Input.LastMonth), $"It is in force until {last} already. Choose another month.");

        var made = target.Until(last, scope.Change);
        db.Targets.Add(made);
        await scope.CommitAsync($"set the end of a target of {measure.Name} ({target.SetBy.Label()}) to {last}: {why}", () => made.Id, cancel);
        return made.Id;
    }
}
