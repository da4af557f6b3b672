using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Says why a month's figure in an area is as it is, and what comes next. Saying it anew ends what was said before; it stays on record.</summary>
public sealed class CommentOnValue(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";
        public string Measure { get; set; } = "";
        public int AreaId { get; set; }

        /// <summary>2011-05.</summary>
        public string? Month { get; set; }

        public string? Why { get; set; }
        public string? WhatNext { get; set; }

        /// <summary>Takes back what was said, without saying anything else.</summary>
        public bool TakenBack { get; set; }

        /// <summary>The number of the commentary that the form showed; 0 for none.</summary>
        public int Seen { get; set; }

        /// <summary>Marks this filling-in of the form; the same one sent twice acts once.</summary>
        public Guid Submission { get; set; }

        public sealed class Validator : AbstractValidator<Input>
        {
            private static readonly string TooLong = $"Say it in at most {Commentary.TextLength} characters.";

            public Validator()
            {
                RuleFor(input => input.Month).Must(month => Programmes.Month.TryParse(month, out _)).WithMessage("Choose a month.");
                RuleFor(input => input.Why).NotEmpty().When(input => !input.TakenBack).WithMessage("Say why the figure is as it is.")
                    .MaximumLength(Commentary.TextLength).WithMessage(TooLong);
                RuleFor(input => input.WhatNext).MaximumLength(Commentary.TextLength).WithMessage(TooLong);
                RuleFor(input => input.TakenBack).Equal(false).When(input => input.Seen == 0).WithMessage("There is nothing to take back.");
            }
        }
    }

    /// <summary>The new commentary's number; 0 where one was taken back.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        var month = Month.Parse(input.Month!);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.FindAsync(actor, input.Programme, cancel);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        var measure = await db.FindMeasureToCommentAsync(actor, programme, input.Measure, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var area = await db.Areas.SingleOrDefaultAsync(area => area.Id == input.AreaId && area.ProgrammeId == programme.Id, cancel) ?? throw new NotFound(NoSuchArea);
        RequireBegun(month, programme);
        var standing = await db.Commentaries.SingleOrDefaultAsync(commentary => commentary.MeasureId == measure.Id && commentary.AreaId == area.Id && commentary.Month == month && commentary.EndedIn == null, cancel);
        if (input.Seen != (standing?.Id ?? 0))
            throw new BrokenRule("Somebody else commented on this figure while you typed. Look at what it says now, below, and save again if yours is to stand.");

        standing?.End(scope.Change);
        var said = input.TakenBack ? null : new Commentary(measure, area, month, input.Why!.Trim(), input.WhatNext.OrNull(), scope.Change);
        if (said is not null)
            db.Commentaries.Add(said);
        await scope.CommitAsync($"{(said is null ? "took back the commentary" : "commented")} on {measure.Name}, {area.Name}, {month}", () => said?.Id ?? 0, cancel);
        return said?.Id ?? 0;
    }

    internal static void RequireBegun(Month month, ProgrammeHeader programme)
    {
        if (month > Month.Of(programme.JudgedOn))
            throw new NotFound($"{month} has not begun. Choose a month up to {Month.Of(programme.JudgedOn)} on the measure's page, and comment on that one.");
    }

    internal const string NoSuchArea = "That area is not in this programme any more. Choose another on the measure's page.";
}
