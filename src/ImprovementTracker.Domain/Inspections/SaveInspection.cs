using System.Globalization;
using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>
/// Enters an inspection or changes its entry: what it was, who may know of it, what it is taken from. Once published it
/// stays published, and what others have read is kept: a published title, date or tally is corrected with a reason.
/// </summary>
public sealed class SaveInspection(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : IChangesWhatStands
    {
        public string Programme { get; set; } = "";

        /// <summary>Null for a new inspection.</summary>
        public int? Id { get; set; }

        public InspectionKind? Kind { get; set; }

        /// <summary>The kind's own name when left empty.</summary>
        public string? Title { get; set; }

        public string? Inspectorate { get; set; } = "Ofsted";

        /// <summary>As written: 8 October 2009, or October 2009.</summary>
        public string? FieldworkFrom { get; set; }

        public string? FieldworkTo { get; set; }
        public string? Published { get; set; }

        /// <summary>The day on which the authority received the letter or report; empty where it is not known.</summary>
        public DateOnly? ReceivedOn { get; set; }

        public Visibility Visibility { get; set; } = Visibility.Draft;
        public string? Note { get; set; }
        public SourceChoice Source { get; set => field = value ?? new(); } = new();

        /// <summary>How many judged areas got the grade, where only that is stated: 13 of 33 inadequate.</summary>
        public string? TallyCount { get; set; }

        public string? TallyOutOf { get; set; }
        public Grade? TallyGrade { get; set; }

        /// <summary>None where the tally stands in the inspection's own document.</summary>
        public SourceChoice TallySource { get; set => field = value ?? new(); } = new();

        public string? TallyParagraph { get; set; }

        /// <summary>Why a published entry was wrong, for everybody to read.</summary>
        public string? Reason { get; set; }

        /// <summary>Who may see it while it is embargoed, besides the programme manager. A form without a tick posts no list at all, which is nobody.</summary>
        public List<int> Readers { get; set => field = value ?? []; } = [];

        public string? Seen { get; set; }
        public Guid Submission { get; set; } = Guid.NewGuid();

        /// <summary>The form of an inspection that stands.</summary>
        /// <param name="readers">Who is named on it now.</param>
        public static Input Of(Inspection entry, IEnumerable<int> readers) => new Input
        {
            Id = entry.Id,
            Kind = entry.Kind,
            Title = entry.Title,
            Inspectorate = entry.Inspectorate,
            FieldworkFrom = entry.FieldworkFrom.ToString(),
            FieldworkTo = entry.FieldworkTo?.ToString(),
            Published = entry.Published?.ToString(),
            ReceivedOn = entry.ReceivedOn,
            Visibility = entry.Visibility,
            Note = entry.Note,
            Source = new SourceChoice { SourceId = entry.SourceId },
            TallyCount = entry.TallyCount?.ToString(CultureInfo.InvariantCulture),
            TallyOutOf = entry.TallyOutOf?.ToString(CultureInfo.InvariantCulture),
            TallyGrade = entry.TallyGrade,
            TallySource = new SourceChoice { SourceId = entry.TallySourceId },
            TallyParagraph = entry.TallyParagraph,
            Readers = [.. readers.Order()],
        }.Marked();

        internal bool HasTally => TallyGrade is not null || !string.IsNullOrWhiteSpace(TallyCount) || !string.IsNullOrWhiteSpace(TallyOutOf);

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Kind).NotNull().WithMessage("Choose the kind of inspection.").IsInEnum().WithMessage("Choose the kind of inspection.");
                RuleFor(input => input.Visibility).IsInEnum().WithMessage("Choose who may see it.");
                RuleFor(input => input.Title).MaximumLength(Inspection.TitleLength).WithMessage($"Keep the title to {Inspection.TitleLength} characters.");
                RuleFor(input => input.Inspectorate).NotEmpty().WithMessage("Type who inspected, such as Ofsted.")
                    .MaximumLength(Inspection.InspectorateLength).WithMessage($"Keep it to {Inspection.InspectorateLength} characters.");
                RuleFor(input => input.FieldworkFrom).Must(WrittenDate.IsReadable).WithMessage(WrittenDate.Advice);
                RuleFor(input => input.FieldworkTo).Must(WrittenDate.IsReadableOrEmpty).WithMessage(WrittenDate.Advice)
                    .Must((input, to) => IsNotBefore(to, input.FieldworkFrom)).WithMessage("The last day of the visit lies before its first. Check both.");
                RuleFor(input => input.Published).Must(WrittenDate.IsReadableOrEmpty).WithMessage(WrittenDate.Advice)
                    .Must((input, published) => IsNotBefore(published, input.FieldworkFrom)).WithMessage("It cannot have been published before the visit. Check both dates.");
                RuleFor(input => input.ReceivedOn).Must((input, received) => received is not { } day || !WrittenDate.TryRead(input.FieldworkFrom, out var from) || day >= from.FirstPossibleDay)
                    .WithMessage("It cannot have been received before the visit. Check both dates.");
                RuleFor(input => input.Note).MaximumLength(Inspection.NoteLength).WithMessage($"Keep the note to {Inspection.NoteLength} characters.");
                RuleFor(input => input.Source).SetValidator(new SourceChoice.Validator());
                RuleFor(input => input.Reason).MaximumLength(InspectionCorrection.ReasonLength).WithMessage($"Keep the reason to {InspectionCorrection.ReasonLength} characters.");
                RuleFor(input => input.TallyParagraph).MaximumLength(Inspection.TallyParagraphLength).WithMessage($"Keep the paragraph to {Inspection.TallyParagraphLength} characters.");
                RuleFor(input => input.TallySource).SetValidator(new SourceChoice.Validator());
                RuleFor(input => input.TallyCount).NotEmpty().When(input => !input.HasTally && !input.TallySource.New.IsEmpty)
                    .WithMessage("Type the tally that the document states, or leave its document out.");
                When(input => input.HasTally, () =>
                {
                    RuleFor(input => input.TallyCount).Must(text => ReadNumber(text) is not null).WithMessage("Type how many judged areas had the grade, as a number such as 13.");
                    RuleFor(input => input.TallyOutOf).Must(text => ReadNumber(text) is not null).WithMessage("Type how many areas were judged, as a number such as 33.");
                    RuleFor(input => input.TallyGrade).NotNull().WithMessage("Choose the grade that was counted.").IsInEnum().WithMessage("Choose the grade that was counted.");
                });
            }

            private static bool IsNotBefore(string? text, string? earlier) =>
                !WrittenDate.TryRead(text, out var date) || !WrittenDate.TryRead(earlier, out var from) || date.LastPossibleDay >= from.FirstPossibleDay;
        }

        internal static int? ReadNumber(string? text) =>
            int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && number <= 999 ? number : null;
    }

    /// <summary>The inspection's id.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var header = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);
        await using var scope = await db.StartChangeAsync(actor, header.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var programme = await db.Programmes.SingleAsync(programme => programme.Id == header.Id, cancel);
        var inspection = input.Id is null ? null
            : await db.Inspections.Include(inspection => inspection.Source).Include(inspection => inspection.TallySource).Include(inspection => inspection.Readers.Where(reader => reader.EndedIn == null))
                .SingleOrDefaultAsync(inspection => inspection.Id == input.Id && inspection.ProgrammeId == header.Id, cancel)
                ?? throw new NotFound("There is no such inspection in this programme. Choose one from the list of inspections.");
        if (inspection is not null)
        {
            CheckMove(inspection, input);
            await RequireSameScaleAsync(db, inspection, input.Kind!.Value, cancel);
        }
        else
            db.Inspections.Add(inspection = new Inspection(programme, scope.Change));

        // A draft leaves no trace until others may read it: from then on it is known since when they may.
        var before = inspection.WasShown || (input.Id is not null && input.Visibility != Visibility.Draft) ? new InspectionCorrection(inspection, input.Reason.OrNull(), scope.Change) : null;
        var kind = input.Kind!.Value;
        var published = WrittenDate.Read(input.Published);
        if (input.Visibility == Visibility.Published && published?.FirstPossibleDay > Words.DayInEngland(scope.Change.RecordedAt))
            throw Refused.At(nameof(Input.Visibility), $"It will be published on {published}. Choose embargoed until then.");
        if (input.ReceivedOn > Words.DayInEngland(scope.Change.RecordedAt))
            throw Refused.At(nameof(Input.ReceivedOn), "This day is still to come. Enter the day on which it was received, once it was.");
        inspection.Describe(kind, input.Title.OrNull() ?? kind.Label(), input.Inspectorate!.Trim(),
            WrittenDate.Read(input.FieldworkFrom)!.Value, WrittenDate.Read(input.FieldworkTo), published, input.Visibility,
            input.Note.OrNull(),
            await input.Source.FindOrMakeAsync(db.SourceDocuments, programme, cancel));
        inspection.Receive(input.ReceivedOn);
        await StateTallyAsync(db, inspection, programme, input, cancel);
        KeepWhatItSaid(inspection, before);
        await NameReadersAsync(db, inspection, header.Id, input, scope.Change, cancel);
        // The history is read by more people than an inspection that is not published.
        var what = inspection.Visibility == Visibility.Published ? $"saved the inspection {inspection.Title}, {inspection.FieldworkFrom}" : "saved an inspection that is not published";
        await scope.CommitAsync(what, () => inspection.Id, cancel);
        return inspection.Id;
    }

    /// <summary>A grade that is entered must be one that an inspection of the new kind gives.</summary>
    private static async Task RequireSameScaleAsync(TrackerContext db, Inspection inspection, InspectionKind kind, CancellationToken cancel)
    {
        var scale = GradeScale.Of(kind);
        if (kind == inspection.Kind || GradeScale.Of(inspection.Kind).All(scale.Contains))
            return;
        var given = await db.Judgements.Where(judgement => judgement.InspectionId == inspection.Id && judgement.EndedIn == null).Select(judgement => judgement.Grade).Distinct().ToListAsync(cancel);
        if (given.Exists(grade => !scale.Contains(grade)))
            throw Refused.At(nameof(Input.Kind), $"Grades are entered that an inspection of this kind does not give: {Words.List([.. given.Where(grade => !scale.Contains(grade)).Order().Select(grade => grade.Label())])}. Take these out first.");
    }

    private static void CheckMove(Inspection inspection, Input input)
    {
        input.RequireSeen(Input.Of(inspection, inspection.Readers.Where(reader => reader.EndedIn is null).Select(reader => reader.PersonId)), $"the inspection ‘{inspection.Title}’");
        if (inspection.Visibility == Visibility.Published && input.Visibility != Visibility.Published)
            throw Refused.At(nameof(Input.Visibility), "An inspection that has been published stays published. If something in it is wrong, correct it and say why.");
    }

    private static async Task StateTallyAsync(TrackerContext db, Inspection inspection, Programme programme, Input input, CancellationToken cancel)
    {
        if (!input.HasTally)
        {
            inspection.ClearTally();
            return;
        }
        var (count, outOf) = (Input.ReadNumber(input.TallyCount)!.Value, Input.ReadNumber(input.TallyOutOf)!.Value);
        if (count > outOf)
            throw Refused.At(nameof(Input.TallyCount), $"{count} is more than the {outOf} areas that were judged. Check both numbers.");
        inspection.StateTally(count, outOf, input.TallyGrade!.Value, await input.TallySource.FindOrMakeAsync(db.SourceDocuments, programme, cancel), input.TallyParagraph.OrNull());
    }

    private static void KeepWhatItSaid(Inspection inspection, InspectionCorrection? before)
    {
        if (before is not { IsChange: true })
            return;
        if (before.AsksForReason && before.Reason is null)
            throw Refused.At(nameof(Input.Reason), "The inspection is published. Say why its title, dates or tally change: the reason stands on its page with what it said before.");
        inspection.Corrections.Add(before);
    }

    private static async Task NameReadersAsync(TrackerContext db, Inspection inspection, int programmeId, Input input, Change change, CancellationToken cancel)
    {
        var named = inspection.Readers.Where(reader => reader.EndedIn is null).ToList();
        foreach (var reader in named.Where(reader => !input.Readers.Contains(reader.PersonId)))
            reader.End(change);
        var added = input.Readers.Distinct().Except(named.Select(reader => reader.PersonId)).ToList();
        if (added.Count == 0)
            return;
        var known = (await db.MayBeNamedAsync(programmeId, cancel)).Select(person => person.Id).ToHashSet();
        if (added.Any(id => !known.Contains(id)))
            throw Refused.At(nameof(Input.Readers), "Name service directors, scrutiny officers and board members of this programme only. Open the form again to see who they are.");
        foreach (var id in added)
            inspection.Readers.Add(new InspectionReader(inspection, id, change));
    }
}
