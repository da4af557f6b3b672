using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>Adds a document that things are taken from, or puts right how one is described.</summary>
public sealed class SaveSourceDocument(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : IChangesWhatStands
    {
        public string Programme { get; set; } = "";

        /// <summary>Null for a new document.</summary>
        public int? Id { get; set; }

        public SourceFields Document { get; set => field = value ?? new(); } = new();
        public string? Seen { get; set; }
        public Guid Submission { get; set; } = Guid.NewGuid();

        /// <summary>The form of a document that stands.</summary>
        public static Input Of(int id, string title, string publisher, KnownDate? published, string? address, string? attribution) => new Input
        {
            Id = id,
            Document = new() { Title = title, Publisher = publisher, Published = published?.ToString(), Address = address, Attribution = attribution },
        }.Marked();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator() => RuleFor(input => input.Document).SetValidator(new SourceFields.Validator());
        }
    }

    /// <summary>The document's id.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var header = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);
        await using var scope = await db.StartChangeAsync(actor, header.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        SourceDocument? document;
        if (input.Id is null)
        {
            document = input.Document.ToDocument(await db.Programmes.SingleAsync(programme => programme.Id == header.Id, cancel));
            db.SourceDocuments.Add(document);
        }
        else
        {
            document = await db.SourceDocuments.SingleOrDefaultAsync(document => document.Id == input.Id && document.ProgrammeId == header.Id, cancel)
                ?? throw new NotFound("There is no such document in this programme. Choose one from the list of documents.");
            input.RequireSeen(Input.Of(document.Id, document.Title, document.Publisher, document.Published, document.Address, document.Attribution), $"the description of {document.Title}");
            input.Document.ApplyTo(document);
        }
        await scope.CommitAsync($"saved the document {document.Title}", () => document.Id, cancel);
        return document.Id;
    }
}
