using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>Adds something dated to the programme's story: one sentence, with a figure and a source where there are.</summary>
public sealed class AddTimelineEntry(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";

        /// <summary>As written: 15 April 2011, or March 2010 where only the month is known.</summary>
        public string? On { get; set; }

        public TimelineKind? Kind { get; set; }
        public string? Sentence { get; set; }

        /// <summary>As the source prints it: 25 million pounds.</summary>
        public string? Figure { get; set; }

        public SourceChoice Source { get; set => field = value ?? new(); } = new();
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.On).Must(WrittenDate.IsReadable).WithMessage(WrittenDate.Advice);
                RuleFor(input => input.Kind).NotNull().WithMessage("Choose what it is about.").IsInEnum().WithMessage("Choose what it is about.");
                RuleFor(input => input.Sentence).NotEmpty().WithMessage("Say in one sentence what happened.")
                    .MaximumLength(TimelineEntry.SentenceLength).WithMessage($"Say it in at most {TimelineEntry.SentenceLength} characters.");
                RuleFor(input => input.Figure).MaximumLength(TimelineEntry.FigureLength).WithMessage($"Keep the figure to {TimelineEntry.FigureLength} characters, as the source prints it.");
                RuleFor(input => input.Source).SetValidator(new SourceChoice.Validator());
            }
        }
    }

    /// <summary>The entry's id.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var header = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);
        await using var scope = await db.StartChangeAsync(actor, header.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var programme = await db.Programmes.SingleAsync(programme => programme.Id == header.Id, cancel);
        var source = await input.Source.FindOrMakeAsync(db.SourceDocuments, programme, cancel);
        var figure = input.Figure.OrNull();
        var entry = new TimelineEntry(programme, WrittenDate.Read(input.On)!.Value, input.Kind!.Value, input.Sentence!.Trim(), figure, source, isIllustrative: false, scope.Change);
        db.TimelineEntries.Add(entry);
        await scope.CommitAsync($"added {entry.On} to the timeline: {entry.Sentence}", () => entry.Id, cancel);
        return entry.Id;
    }
}
