using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Gives several measures to one owner, or to nobody; who owned them before stays on record.</summary>
public sealed class GiveMeasures(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";

        /// <summary>What a form sends for nobody; no person has the number.</summary>
        public const int Nobody = 0;

        /// <summary>Who, or <see cref="Nobody"/>; null where none was chosen.</summary>
        public int? OwnerId { get; set; }

        // A form in which nothing is ticked carries no list at all.

        /// <summary>The measures' codes.</summary>
        public List<string> Measures { get; set => field = value ?? []; } = [];

        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.OwnerId).NotNull().WithMessage("Choose who will own them, or 'Nobody'.");
                RuleFor(input => input.Measures).NotEmpty().WithMessage("Tick the measures to give.");
            }
        }
    }

    /// <summary>How many have another owner now.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var owner = input.OwnerId is not { } id || id == Input.Nobody ? null
            : (await db.LoadPossibleOwnersAsync(programme.Id, [id], cancel)).GetValueOrDefault(id) ?? throw Refused.At(nameof(Input.OwnerId), OwnerChoices.NoRole);
        var codes = input.Measures.Distinct().ToList();
        var measures = await db.Measures.Include(measure => measure.Owners.Where(one => one.EndedIn == null))
            .Where(measure => measure.ProgrammeId == programme.Id && codes.Contains(measure.Code))
            .ToListAsync(cancel);
        if (measures.Count < codes.Count)
            throw new NotFound("One of the measures is not in this programme any more. Open the page again.");
        var given = measures.FindAll(measure => measure.OwnerId != owner?.Id);
        foreach (var measure in given)
            measure.GiveTo(owner, scope.Change);
        await scope.CommitAsync($"gave {Words.Count(given.Count, "measure", "measures")} to {owner?.Name ?? "nobody"}: {Words.List([.. given.Select(measure => measure.Name)])}", () => given.Count, cancel);
        return given.Count;
    }
}
