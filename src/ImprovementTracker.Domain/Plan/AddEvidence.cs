using System.Text.Json.Serialization;
using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Plan;

/// <summary>Adds to an action what shows that it was done and what it achieved: a file, an address, or a statement alone.</summary>
public sealed class AddEvidence(IDbContextFactory<TrackerContext> database)
{
    /// <summary>Evidence that counts, of one action.</summary>
    public const int MostPieces = 100;

    public sealed class Input : IAboutAction
    {
        public string Programme { get; set; } = "";

        /// <summary>The action's reference: A7.</summary>
        public string Action { get; set; } = "";

        public EvidenceStrength? Strength { get; set; }
        public string? Title { get; set; }
        public DateOnly? DatedOn { get; set; }

        /// <summary>Where it is kept; empty for a file or a statement.</summary>
        public string? Address { get; set; }

        /// <summary>A file's name; null where there is no file.</summary>
        public string? FileName { get; set; }

        /// <summary>What the file was found to be by its content.</summary>
        public string? ContentType { get; set; }

        /// <summary>The fingerprint stands for the content where two sendings are compared.</summary>
        public string? Hash => Content is null ? null : StoredFile.HashOf(Content);

        [JsonIgnore]
        public byte[]? Content { get; set; }

        /// <summary>Marks this filling-in of the form; the same one sent twice acts once.</summary>
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            private static readonly DateOnly Earliest = new(1990, 1, 1);

            public Validator()
            {
                RuleFor(input => input.Strength).NotNull().WithMessage("Choose what kind of evidence it is.").IsInEnum().WithMessage("Choose what kind of evidence it is.");
                RuleFor(input => input.Title).NotEmpty().WithMessage("Say in one sentence what it is and shows.")
                    .MaximumLength(Evidence.TitleLength).WithMessage($"Say it in at most {Evidence.TitleLength} characters.");
                RuleFor(input => input.DatedOn).NotNull().WithMessage("Choose the date of the evidence.").GreaterThanOrEqualTo(Earliest).WithMessage("Check the year.");
                RuleFor(input => input.Address).MaximumLength(Evidence.AddressLength).WithMessage($"Write the address in at most {Evidence.AddressLength} characters.")
                    .Must(IsAddress).When(input => !string.IsNullOrWhiteSpace(input.Address), ApplyConditionTo.CurrentValidator)
                    .WithMessage("Write an address that begins with https:// or http://.")
                    .Empty().When(input => input.Content is not null, ApplyConditionTo.CurrentValidator).WithMessage("Give the file or the address, and the other as evidence of its own.");
                RuleFor(input => input.FileName).NotEmpty().When(input => input.Content is not null).WithMessage("The file has no name.")
                    .MaximumLength(Evidence.FileNameLength).WithMessage($"Shorten the file's name to {Evidence.FileNameLength} characters.");
                RuleFor(input => input.Strength).Equal(EvidenceStrength.Statement).When(input => input.Content is null && string.IsNullOrWhiteSpace(input.Address) && input.Strength is not null, ApplyConditionTo.CurrentValidator)
                    .WithMessage("Without a file or an address it is a statement. Add the file or the address, or choose 'Statement'.");
            }

            private static bool IsAddress(string? text) => Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
        }
    }

    /// <returns>The action's reference.</returns>
    public async Task<string> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        await using var opened = await db.OpenActionAsync(actor, input, Permission.ReadProgramme, cancel);
        var (programme, scope, action) = opened;
        EvidenceRules.RequireMayChange(actor, programme.Id, action);
        if (scope.Earlier is not null)
            return action.Reference;
        if (action.Stage == Stage.Withdrawn)
            throw new BrokenRule($"Action {action.Reference} was withdrawn: it takes no more evidence.");
        if (input.DatedOn > programme.JudgedOn)
            throw Refused.At(nameof(Input.DatedOn), $"{Words.Date(input.DatedOn!.Value)} lies ahead. Choose a day up to {Words.Date(programme.JudgedOn)}.");
        if (await db.Evidence.CountAsync(evidence => evidence.ActionId == action.Id && evidence.EndedIn == null, cancel) >= MostPieces)
            throw new BrokenRule($"The action has {MostPieces} pieces of evidence. Take out what no longer counts first.");

        var evidence = new Evidence(action, input.Strength!.Value, input.Title!.Trim(), input.DatedOn!.Value, scope.Change);
        if (input.Content is not null)
            evidence.In(await KeptAsync(db, input, cancel), input.FileName!);
        else if (!string.IsNullOrWhiteSpace(input.Address))
            evidence.At(input.Address.Trim());
        db.Evidence.Add(evidence);
        await scope.CommitAsync($"added evidence to action {action.Reference}: {evidence.Title}", cancel, () => action.Reference);
        return action.Reference;
    }

    /// <summary>The same content is kept once.</summary>
    private static async Task<StoredFile> KeptAsync(TrackerContext db, Input input, CancellationToken cancel)
    {
        var file = new StoredFile(input.Content!, input.ContentType ?? "application/octet-stream");
        return await db.StoredFiles.AnyAsync(kept => kept.Hash == file.Hash, cancel) ? db.StoredFiles.Attach(file).Entity : db.StoredFiles.Add(file).Entity;
    }
}
