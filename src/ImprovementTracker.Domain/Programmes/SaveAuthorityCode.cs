using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>Says by which code national statistics know the programme's authority; its region and neighbours are found by it.</summary>
public sealed class SaveAuthorityCode(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : IChangesWhatStands
    {
        public string Programme { get; set; } = "";

        /// <summary>E10000024; empty where the authority is not to be compared.</summary>
        public string? Code { get; set; }

        public string? Seen { get; set; }
        public Guid Submission { get; set; } = Guid.NewGuid();

        /// <summary>The form as it opens.</summary>
        public static Input Of(string? code) => new Input { Code = code }.Marked();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator() => RuleFor(input => input.Code)
                .Must(code => string.IsNullOrWhiteSpace(code) || Authorities.IsCode(Tidy(code))).WithMessage("Type the code as E and eight digits, such as E10000024.");
        }

        internal static string? Tidy(string? code) => code.OrNull()?.ToUpperInvariant();
    }

    public async Task ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var entered = await db.EnterAsync(actor, input.Programme, Permission.ManageAreas, cancel);
        await using var scope = await db.StartChangeAsync(actor, entered.Id, input, cancel);
        if (scope.Earlier is not null)
            return;
        var programme = await db.Programmes.SingleAsync(programme => programme.Id == entered.Id, cancel);
        input.RequireSeen(Input.Of(programme.AuthorityCode), "the authority's code");
        var code = Input.Tidy(input.Code);
        programme.CompareAs(code);
        await scope.CommitAsync(code is null ? "removed the authority's code" : $"set the authority's code to {code}", cancel);
    }
}
