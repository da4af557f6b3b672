using System.Globalization;
using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>
/// Enters a requirement of the notice, changes it, or takes it out. One that is taken out stays on record with everything
/// that was said of it.
/// </summary>
public sealed class SaveRequirement(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : IChangesWhatStands
    {
        public string Programme { get; set; } = "";

        /// <summary>Null for a new requirement.</summary>
        public int? Id { get; set; }

        /// <summary>R3; left empty, a new requirement gets the next number.</summary>
        public string? Reference { get; set; }

        public string? Words { get; set; }

        /// <summary>The words are those of the document, and not told in others.</summary>
        public bool IsVerbatim { get; set; }

        public SourceChoice Source { get; set => field = value ?? new(); } = new();
        public string? Paragraph { get; set; }
        public int? ThemeId { get; set; }

        /// <summary>As written: 31 March 2011, or March 2011.</summary>
        public string? DueOn { get; set; }

        /// <summary>Why one that stands says something else now, is due on another day, or is no longer asked.</summary>
        public string? Reason { get; set; }

        /// <summary>It is no longer asked.</summary>
        public bool TakeOut { get; set; }

        public string? Seen { get; set; }
        public Guid Submission { get; set; } = Guid.NewGuid();

        /// <summary>The form of a requirement that stands.</summary>
        public static Input Of(Requirement requirement) => new Input
        {
            Id = requirement.Id,
            Reference = requirement.Reference,
            Words = requirement.Words,
            IsVerbatim = requirement.IsVerbatim,
            Source = new() { SourceId = requirement.SourceId },
            Paragraph = requirement.Paragraph,
            ThemeId = requirement.ThemeId,
            DueOn = requirement.DueOn?.ToString(),
        }.Marked();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                When(input => !input.TakeOut, () =>
                {
                    RuleFor(input => input.Reference).NotEmpty().When(input => input.Id is not null, ApplyConditionTo.CurrentValidator).WithMessage("Type a short reference, such as R3.")
                        .MaximumLength(Requirement.ReferenceLength).WithMessage($"Keep the reference to {Requirement.ReferenceLength} characters, such as R3.");
                    RuleFor(input => input.Words).NotEmpty().WithMessage("Type what is asked.")
                        .MaximumLength(Requirement.WordsLength).WithMessage($"Keep it to {Requirement.WordsLength} characters.");
                    RuleFor(input => input.Paragraph).MaximumLength(Requirement.ParagraphLength).WithMessage($"Keep the paragraph to {Requirement.ParagraphLength} characters.");
                    RuleFor(input => input.DueOn).Must(WrittenDate.IsReadableOrEmpty).WithMessage(WrittenDate.Advice);
                    RuleFor(input => input.Reason).MaximumLength(RequirementCorrection.ReasonLength).WithMessage($"Say why in at most {RequirementCorrection.ReasonLength} characters.");
                    RuleFor(input => input.Source).SetValidator(new SourceChoice.Validator());
                    RuleFor(input => input.IsVerbatim).Must((input, isVerbatim) => !isVerbatim || !input.Source.IsNone)
                        .WithMessage("Words that are quoted need their document. Choose it, or leave this out and tell the requirement in your own words.");
                });
                RuleFor(input => input.Reason).NotEmpty().When(input => input.TakeOut && input.Id is not null).WithMessage("Say in one sentence why it is no longer asked.")
                    .MaximumLength(RequirementCorrection.ReasonLength).WithMessage($"Say why in at most {RequirementCorrection.ReasonLength} characters.");
                RuleFor(input => input.TakeOut).Equal(false).When(input => input.Id is null).WithMessage("A requirement that is not entered yet cannot be taken out. Go back instead.");
            }
        }
    }

    /// <summary>The requirement's id.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var header = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);
        await using var scope = await db.StartChangeAsync(actor, header.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var requirement = input.Id is null ? null : await FindAsync(db, header.Id, input, cancel);
        if (input.TakeOut)
            requirement!.End(input.Reason!.Trim(), scope.Change);
        else
            requirement = await WriteAsync(db, header.Id, requirement, input, scope.Change, cancel);
        await scope.CommitAsync($"{(input.TakeOut ? "took out" : "saved")} the requirement {requirement!.Reference}", () => requirement.Id, cancel);
        return requirement.Id;
    }

    private static async Task<Requirement> FindAsync(TrackerContext db, int programmeId, Input input, CancellationToken cancel)
    {
        var requirement = await db.Requirements.Include(requirement => requirement.Source).Include(requirement => requirement.Theme)
            .SingleOrDefaultAsync(requirement => requirement.Id == input.Id && requirement.ProgrammeId == programmeId && requirement.EndedIn == null, cancel)
            ?? throw new NotFound("There is no such requirement in this programme. Choose one from the notice's page.");
        input.RequireSeen(Input.Of(requirement), $"requirement {requirement.Reference}");
        return requirement;
    }

    private static async Task<Requirement> WriteAsync(TrackerContext db, int programmeId, Requirement? requirement, Input input, Change change, CancellationToken cancel)
    {
        var programme = await db.Programmes.SingleAsync(programme => programme.Id == programmeId, cancel);
        var others = await db.Requirements.Where(other => other.ProgrammeId == programmeId && other.Id != input.Id).Select(other => other.Reference).ToListAsync(cancel);
        var reference = input.Reference.OrNull() ?? Next(others);
        if (others.Contains(reference, StringComparer.OrdinalIgnoreCase))
            throw Refused.At(nameof(Input.Reference), $"{reference} is another requirement, or one that is no longer asked. Choose a different reference.");
        var theme = input.ThemeId is not { } id ? null
            : await db.Themes.SingleOrDefaultAsync(theme => theme.Id == id && theme.ProgrammeId == programmeId, cancel)
                ?? throw Refused.At(nameof(Input.ThemeId), "That theme is not in this programme. Choose another.");
        var source = await input.Source.FindOrMakeAsync(db.SourceDocuments, programme, cancel);
        var (words, paragraph, due, reason) = (input.Words!.Trim(), input.Paragraph.OrNull(), WrittenDate.Read(input.DueOn), input.Reason.OrNull());
        if (requirement is null)
        {
            requirement = db.Requirements.Add(new Requirement(programme, reference, isIllustrative: false, change)).Entity;
            requirement.Describe(words, input.IsVerbatim, source, paragraph, theme, due);
            return requirement;
        }
        try
        {
            requirement.Correct(reference, words, input.IsVerbatim, source, paragraph, theme, due, reason, change);
        }
        catch (BrokenRule why)
        {
            throw Refused.At(nameof(Input.Reason), why.Message);
        }
        return requirement;
    }

    private static string Next(IReadOnlyCollection<string> taken)
    {
        var highest = taken.Select(one => one.StartsWith('R') && int.TryParse(one.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty(0).Max();
        return string.Create(CultureInfo.InvariantCulture, $"R{highest + 1}");
    }
}
