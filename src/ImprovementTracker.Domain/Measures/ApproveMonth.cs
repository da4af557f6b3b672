using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Approves and locks the provisional figures of a month, or of one measure in it. Nobody approves what they entered;
/// figures that were recorded after the person looked stay provisional.
/// </summary>
public sealed class ApproveMonth(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";

        /// <summary>2011-05.</summary>
        public string? Month { get; set; }

        /// <summary>The code of the only measure to approve; null for all of them.</summary>
        public string? Measure { get; set; }

        /// <summary>The last change that the person had seen: the figures recorded up to then are approved.</summary>
        public long Seen { get; set; }

        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator() => RuleFor(input => input.Month).Must(text => Programmes.Month.TryParse(text, out _)).WithMessage("Choose a month.");
        }
    }

    /// <summary>How many figures were approved.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        var month = Month.Parse(input.Month!);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.FindAsync(actor, input.Programme, cancel);
        actor.Require(Permission.ApproveMonth, programme.Id, isTheirs: false);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var waiting = await db.Observations.OfMonth(programme.Id, month, input.Measure).StandingAsync(ValueStatus.Provisional, cancel);
        var own = await db.OwnEntriesAsync(actor, waiting, cancel);
        var approved = 0;
        foreach (var observation in waiting)
        {
            var current = observation.Revisions.Single();
            if (current.RecordedIn > input.Seen || !actor.May(Permission.ApproveMonth, programme.Id, isTheirs: own.Contains(current.EnteredIn)))
                continue;
            observation.Revise(current.As(ValueStatus.Approved), scope.Change);
            approved++;
        }
        if (approved == 0)
            throw new BrokenRule(WhyNone(month, waiting.Count, waiting.TrueForAll(observation => own.Contains(observation.Revisions.Single().EnteredIn))));
        await scope.CommitAsync($"approved {month}: {Words.Count(approved, "figure", "figures")}", () => approved, cancel);
        return approved;
    }

    private static string WhyNone(Month month, int waiting, bool allOwn) =>
        waiting == 0 ? $"No figure of {month} waits for approval. Load the page again to see how the month stands."
        : allOwn ? Permissions.Refusal(Permission.ApproveMonth)
        : $"The figures of {month} were recorded after you opened this page. Look at them and approve them then.";
}
