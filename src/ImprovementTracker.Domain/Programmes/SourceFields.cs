using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>What is typed of a document.</summary>
public sealed class SourceFields
{
    public string? Title { get; set; }
    public string? Publisher { get; set; }

    /// <summary>As written: 29 October 2009, or October 2009.</summary>
    public string? Published { get; set; }

    public string? Address { get; set; }
    public string? Attribution { get; set; }

    internal bool IsEmpty => new[] { Title, Publisher, Published, Address, Attribution }.All(string.IsNullOrWhiteSpace);

    internal SourceDocument ToDocument(Programme programme) =>
        new(programme, Title!.Trim(), Publisher!.Trim(), WrittenDate.Read(Published), Address.OrNull(), Attribution.OrNull());

    internal void ApplyTo(SourceDocument document) =>
        document.Describe(Title!.Trim(), Publisher!.Trim(), WrittenDate.Read(Published), Address.OrNull(), Attribution.OrNull());

    public sealed class Validator : AbstractValidator<SourceFields>
    {
        public Validator()
        {
            RuleFor(source => source.Title).NotEmpty().WithMessage("Type the document's title.")
                .MaximumLength(SourceDocument.TitleLength).WithMessage($"Keep the title to {SourceDocument.TitleLength} characters.");
            RuleFor(source => source.Publisher).NotEmpty().WithMessage("Type who published the document.")
                .MaximumLength(SourceDocument.PublisherLength).WithMessage($"Keep the publisher to {SourceDocument.PublisherLength} characters.");
            RuleFor(source => source.Published).Must(WrittenDate.IsReadableOrEmpty).WithMessage(WrittenDate.Advice);
            RuleFor(source => source.Address).MaximumLength(SourceDocument.AddressLength).WithMessage($"Keep the address to {SourceDocument.AddressLength} characters.")
                .Must(IsWebAddress).When(source => !string.IsNullOrWhiteSpace(source.Address), ApplyConditionTo.CurrentValidator)
                .WithMessage("Type an address that begins with https:// or http://.");
            RuleFor(source => source.Attribution).MaximumLength(SourceDocument.AttributionLength)
                .WithMessage($"Keep the attribution to {SourceDocument.AttributionLength} characters.");
        }

        private static bool IsWebAddress(string? text) =>
            Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
    }
}

/// <summary>The document that something is taken from: one that the programme has already, a new one, or none.</summary>
public sealed class SourceChoice
{
    public int? SourceId { get; set; }
    public SourceFields New { get; set => field = value ?? new(); } = new();

    internal bool IsNone => SourceId is null && New.IsEmpty;

    /// <summary>The document chosen, or the new one, which is stored with whatever is taken from it.</summary>
    internal async Task<SourceDocument?> FindOrMakeAsync(IQueryable<SourceDocument> documents, Programme programme, CancellationToken cancel)
    {
        if (SourceId is { } id)
        {
            return await documents.SingleOrDefaultAsync(document => document.Id == id && document.ProgrammeId == programme.Id, cancel)
                ?? throw new NotFound("That document is not in this programme. Choose another, or describe it as a new one.");
        }
        return New.IsEmpty ? null : New.ToDocument(programme);
    }

    public sealed class Validator : AbstractValidator<SourceChoice>
    {
        public Validator()
        {
            RuleFor(choice => choice.SourceId).Null().When(choice => !choice.New.IsEmpty)
                .WithMessage("Either choose a document or describe a new one, not both.");
            RuleFor(choice => choice.New).SetValidator(new SourceFields.Validator()).When(choice => !choice.New.IsEmpty);
        }
    }
}
