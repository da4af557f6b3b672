using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>Adds what the inspectors found, word for word and in their order, after what is there already.</summary>
public sealed class AddFindings(IDbContextFactory<TrackerContext> database)
{
    /// <summary>What is typed of one finding.</summary>
    public sealed class Line
    {
        public string? Words { get; set; }
        public FindingKind? Kind { get; set; }
        public string? Paragraph { get; set; }
        public int? ThemeId { get; set; }

        /// <summary>As written: 31 March 2010, or March 2010.</summary>
        public string? DueOn { get; set; }

        internal bool IsEmpty => string.IsNullOrWhiteSpace(Words) && string.IsNullOrWhiteSpace(Paragraph) && string.IsNullOrWhiteSpace(DueOn);

        public sealed class Validator : AbstractValidator<Line>
        {
            public Validator()
            {
                RuleFor(line => line.Words).NotEmpty().WithMessage("Type the inspectors' words.")
                    .MaximumLength(Finding.WordsLength).WithMessage($"A finding holds at most {Finding.WordsLength} characters. Enter it as two.");
                RuleFor(line => line.Kind).NotNull().WithMessage("Choose what the inspectors called it.").IsInEnum().WithMessage("Choose what the inspectors called it.");
                RuleFor(line => line.Paragraph).MaximumLength(Finding.ParagraphLength).WithMessage($"Keep the paragraph's number to {Finding.ParagraphLength} characters.");
                RuleFor(line => line.DueOn).Must(WrittenDate.IsReadableOrEmpty).WithMessage(WrittenDate.Advice);
            }
        }
    }

    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";
        public int InspectionId { get; set; }
        public List<Line> Lines { get; set => field = value ?? []; } = [];
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public const int MostLines = 100;

            public Validator()
            {
                RuleFor(input => input.Lines).Must(lines => lines.Any(line => !line.IsEmpty)).WithMessage("Type or paste at least one finding.")
                    .Must(lines => lines.Count(line => !line.IsEmpty) <= MostLines).WithMessage($"Add at most {MostLines} findings at once.");
                RuleForEach(input => input.Lines).Where(line => !line.IsEmpty).SetValidator(new Line.Validator());
            }
        }
    }

    /// <summary>How many findings were added.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var header = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);
        await using var scope = await db.StartChangeAsync(actor, header.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var inspection = await db.Inspections.SingleOrDefaultAsync(inspection => inspection.Id == input.InspectionId && inspection.ProgrammeId == header.Id, cancel)
            ?? throw new NotFound("There is no such inspection in this programme. Choose one from the list of inspections.");
        var themes = await db.Themes.Where(theme => theme.ProgrammeId == header.Id).ToDictionaryAsync(theme => theme.Id, cancel);
        var last = await db.Findings.Where(finding => finding.InspectionId == inspection.Id).MaxAsync(finding => (int?)finding.Order, cancel) ?? 0;
        var added = 0;
        foreach (var line in input.Lines.Where(line => !line.IsEmpty))
        {
            added++;
            db.Findings.Add(new Finding(inspection, line.Kind!.Value, last + added, line.Words!.Trim(),
                line.Paragraph.OrNull(), Find(themes, line.ThemeId), WrittenDate.Read(line.DueOn), scope.Change));
        }
        // The history is read by more people than an inspection that is not published.
        var where = inspection.Visibility == Visibility.Published ? inspection.Title : "an inspection that is not published";
        await scope.CommitAsync($"added {Words.Count(added, "finding", "findings")} to {where}", () => added, cancel);
        return added;
    }

    internal static Theme? Find(Dictionary<int, Theme> themes, int? id) =>
        id is null ? null : themes.GetValueOrDefault(id.Value) ?? throw new NotFound("One of the themes is not in this programme any more. Open the page again.");
}
