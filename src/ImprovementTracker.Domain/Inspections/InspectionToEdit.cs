using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>What the form for an inspection needs: how it is entered now, the programme's documents, whom one may name.</summary>
public sealed class InspectionToEdit(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Input">The form as it is first shown.</param>
    public sealed record Form(ProgrammeHeader Programme, SaveInspection.Input Input, IReadOnlyList<SourceOption> Sources, IReadOnlyList<PersonToName> People)
    {
        /// <summary>Whether everybody can read it already, so that a correction needs its reason.</summary>
        public bool IsPublished => Input.Id is not null && Input.Visibility == Visibility.Published;
    }

    /// <param name="id">Null for a new inspection.</param>
    public async Task<Form> LoadAsync(Actor actor, string slug, int? id, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.EnterPlan, cancel);
        var input = id is null ? new SaveInspection.Input { Programme = slug } : await FillAsync(db, programme, id.Value, cancel);
        return new Form(programme, input, await db.LoadSourcesAsync(programme.Id, cancel), await db.MayBeNamedAsync(programme.Id, cancel));
    }

    private static async Task<SaveInspection.Input> FillAsync(TrackerContext db, ProgrammeHeader programme, int id, CancellationToken cancel)
    {
        var inspection = await db.Inspections.AsNoTracking()
            .Where(inspection => inspection.Id == id && inspection.ProgrammeId == programme.Id)
            .Select(inspection => new { Entry = inspection, Readers = inspection.Readers.Where(reader => reader.EndedIn == null).Select(reader => reader.PersonId).ToList() })
            .SingleOrDefaultAsync(cancel) ?? throw new NotFound("There is no such inspection in this programme. Choose one from the list of inspections.");
        var input = SaveInspection.Input.Of(inspection.Entry, inspection.Readers);
        input.Programme = programme.Slug;
        return input;
    }
}
