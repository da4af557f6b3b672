using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Keeps what a person has typed into the grid of a month and not saved, whether it is right or not. It is nobody's
/// business yet, so it is no change in the history.
/// </summary>
public sealed class KeepMonthDraft(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input
    {
        public string Programme { get; set; } = "";

        /// <summary>2011-05.</summary>
        public string? Month { get; set; }

        /// <summary>Every cell typed into and not saved; none throws the draft away.</summary>
        public List<RecordGrid.Cell> Cells { get; set => field = [.. (value ?? []).Where(cell => cell is not null)]; } = [];

        public sealed class Validator : AbstractValidator<Input>
        {
            /// <summary>Characters kept of what was typed into a cell, number or not.</summary>
            public const int CellLength = 200;

            /// <summary>Characters kept of a reason: more than can be recorded, so that it can be shortened later.</summary>
            public const int ReasonKept = 2 * ObservationRevision.ReasonLength;

            private static readonly string NumberTooLong = $"This is longer than the {CellLength} characters that are kept. {WholeNumber.Advice}";
            private static readonly string ReasonTooLong =
                $"This reason is longer than the {Words.Count(ReasonKept)} characters that are kept. Shorten it to {ObservationRevision.ReasonLength}, which is as much as can be recorded.";

            public Validator()
            {
                RuleFor(input => input.Month).Must(month => Programmes.Month.TryParse(month, out _)).WithMessage("Choose a month.");
                RuleFor(input => input.Cells).Must(cells => cells.Count <= RecordGrid.Input.Validator.MostCells).WithMessage("This is more than can be kept.");
                RuleForEach(input => input.Cells).ChildRules(cell =>
                {
                    cell.RuleFor(typed => typed.Measure).NotNull().MaximumLength(Domain.Measures.Measure.CodeLength).WithMessage(MeasurePage.NoSuchMeasure);
                    cell.RuleFor(typed => typed.Numerator).MaximumLength(CellLength).WithMessage(NumberTooLong);
                    cell.RuleFor(typed => typed.Denominator).MaximumLength(CellLength).WithMessage(NumberTooLong);
                    cell.RuleFor(typed => typed.Reason).MaximumLength(ReasonKept).WithMessage(ReasonTooLong);
                });
            }
        }
    }

    /// <summary>When it was kept (UTC).</summary>
    public async Task<DateTime> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        var month = Month.Parse(input.Month!);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        var now = db.Clock.GetUtcNow().UtcDateTime;
        if (actor.PersonId is not { } person)
            return now;

        var kept = db.MonthDrafts.Where(draft => draft.ProgrammeId == programme.Id && draft.PersonId == person && draft.Month == month);
        if (input.Cells.Count == 0)
        {
            await kept.ExecuteDeleteAsync(cancel);
            return now;
        }
        var content = DraftCells.Write(input.Cells);
        if (content.Length > MonthDraft.ContentLength)
            throw new BrokenRule("This is more than can be kept. Record what is ready.");
        Task<int> ReplaceAsync() => kept.ExecuteUpdateAsync(set => set.SetProperty(draft => draft.Content, content).SetProperty(draft => draft.KeptAt, now), cancel);
        if (await ReplaceAsync() > 0)
            return now;
        var draft = new MonthDraft(programme.Id, person, month);
        draft.Keep(content, now);
        db.MonthDrafts.Add(draft);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Two windows of the same person kept their first cell at the same moment: the later one stands.
            await ReplaceAsync();
        }
        return now;
    }
}
