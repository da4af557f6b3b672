using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.People;

/// <summary>Gives a person a role: in one programme, or as administrator of the whole installation.</summary>
public sealed class GrantRole(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input
    {
        public int PersonId { get; set; }
        public Role? Role { get; set; }

        /// <summary>Null for an administrator.</summary>
        public int? ProgrammeId { get; set; }

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Role).NotNull().WithMessage("Choose a role.").IsInEnum().WithMessage("Choose a role.");
                RuleFor(input => input.ProgrammeId).NotNull().When(input => input.Role is not null and not People.Role.Administrator)
                    .WithMessage("Choose the programme in which the role is held.");
            }
        }
    }

    public async Task ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        actor.Require(Permission.Administer, null);
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        var role = input.Role!.Value;
        var programmeId = role == Role.Administrator ? null : input.ProgrammeId;

        await using var db = await database.CreateDbContextAsync(cancel);
        await using var scope = await db.StartChangeAsync(actor, programmeId, null, cancel);
        var person = await db.GetPersonAsync(input.PersonId, cancel);
        if (programmeId is not null && !await db.Programmes.AnyAsync(programme => programme.Id == programmeId, cancel))
            throw new NotFound("There is no such programme. Open the list of people again.");
        // Given already: what was asked for is so, whoever asked first.
        if (person.Memberships.Any(membership => membership.EndedIn is null && membership.Role == role && membership.ProgrammeId == programmeId))
            return;

        db.Memberships.Add(new Membership(person, programmeId, role, scope.Change));
        await scope.CommitAsync($"made {person.Name} {role.Label().ToLower(Words.British)}", cancel);
    }
}
