using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>What the form for a new programme needs: whom an administrator may name as its first manager.</summary>
public sealed class ProgrammeToStart(IDbContextFactory<TrackerContext> database)
{
    public sealed record Candidate(int Id, string Name, string Post);

    /// <param name="Candidates">Empty where the person who starts the programme manages it.</param>
    public sealed record Form(IReadOnlyList<Candidate> Candidates);

    /// <exception cref="NotAllowed">The person may not start one.</exception>
    public async Task<Form> LoadAsync(Actor actor, CancellationToken cancel)
    {
        if (!CreateProgramme.IsFor(actor))
            throw new NotAllowed(CreateProgramme.Refusal);
        if (!actor.IsAdministrator)
            return new Form([]);
        await using var db = await database.CreateDbContextAsync(cancel);
        return new Form(await db.Users.AsNoTracking()
            .Where(person => person.IsActive)
            .OrderBy(person => person.Name).ThenBy(person => person.Id)
            .Select(person => new Candidate(person.Id, person.Name, person.Post))
            .ToListAsync(cancel));
    }
}
