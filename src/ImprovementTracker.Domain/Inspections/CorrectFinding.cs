using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>
/// Puts a typing error in a finding right, or takes the finding out, as long as its inspection is a draft. In a draft that
/// others have read before, what it said is kept.
/// </summary>
public sealed class CorrectFinding(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : IChangesWhatStands
    {
        public string Programme { get; set; } = "";
        public int FindingId { get; set; }
        public AddFindings.Line Line { get; set => field = value ?? new(); } = new();

        public string? Seen { get; set; }

        /// <summary>It is no finding and goes.</summary>
        public bool TakeOut { get; set; }

        public Guid Submission { get; set; } = Guid.NewGuid();

        /// <summary>The form of a finding that stands.</summary>
        public static Input Of(int id, FindingKind kind, string words, string? paragraph, int? themeId, KnownDate? dueOn) => new Input
        {
            FindingId = id,
            Line = new() { Words = words, Kind = kind, Paragraph = paragraph, ThemeId = themeId, DueOn = dueOn?.ToString() },
        }.Marked();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator() => RuleFor(input => input.Line).SetValidator(new AddFindings.Line.Validator()).When(input => !input.TakeOut);
        }
    }

    public async Task ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var header = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);
        await using var scope = await db.StartChangeAsync(actor, header.Id, input, cancel);
        if (scope.Earlier is not null)
            return;

        var finding = await db.Findings.Include(finding => finding.Inspection)
            .SingleOrDefaultAsync(finding => finding.Id == input.FindingId && finding.EndedIn == null && finding.Inspection.ProgrammeId == header.Id, cancel)
            ?? throw new NotFound("There is no such finding in this programme. Choose one from its inspection's page.");
        input.RequireSeen(Input.Of(finding.Id, finding.Kind, finding.Words, finding.Paragraph, finding.ThemeId, finding.DueOn), "this finding");
        if (input.TakeOut)
            await TakeOutAsync(db, finding, scope.Change, cancel);
        else
            await WriteAsync(db, finding, header.Id, input.Line, scope.Change, cancel);
        await scope.CommitAsync("corrected a finding of an inspection that is a draft", cancel);
    }

    private static async Task WriteAsync(TrackerContext db, Finding finding, int programmeId, AddFindings.Line line, Change change, CancellationToken cancel)
    {
        var themes = await db.Themes.Where(theme => theme.ProgrammeId == programmeId).ToDictionaryAsync(theme => theme.Id, cancel);
        finding.Correct(line.Kind!.Value, line.Words!.Trim(), line.Paragraph.OrNull(),
            AddFindings.Find(themes, line.ThemeId), WrittenDate.Read(line.DueOn), change);
    }

    private static async Task TakeOutAsync(TrackerContext db, Finding finding, Change change, CancellationToken cancel)
    {
        finding.Inspection.RequireDraft("Findings");
        var reviews = await db.FindingReviews.WithTakenBack().Where(review => review.FindingId == finding.Id).Select(review => review.EndedIn).ToListAsync(cancel);
        if (reviews.Contains(null) || await db.ActionFindings.AnyAsync(link => link.FindingId == finding.Id, cancel))
            throw new BrokenRule("An action answers this finding, or a later visit has looked at it again, so it stays. Correct its words instead.");
        if (finding.Inspection.WasShown || reviews.Count > 0)
            finding.End(change);
        else
            db.Findings.Remove(finding);
    }
}
