using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Enters a figure as a document printed it, or changes one that was entered so. It never takes the place of counts, and of
/// the sum of an area's parts only where the person says so.
/// </summary>
public sealed class StateFigure(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";
        public string Measure { get; set; } = "";

        /// <summary>The figure to change; null for a new one. Where and when it is of stays as it is.</summary>
        public int? Id { get; set; }

        /// <summary>The number of the revision that the form showed.</summary>
        public int Seen { get; set; }

        public int? AreaId { get; set; }

        /// <summary>What stretch of time the document speaks of.</summary>
        public PeriodType? Period { get; set; }

        /// <summary>2011-05: the month, or the last of a longer period.</summary>
        public string? Month { get; set; }

        /// <summary>As the document prints it: 84%, 76.0, 1,598.</summary>
        public string? Printed { get; set; }

        public SourceChoice Source { get; set => field = value ?? new(); } = new();

        /// <summary>Where in the document it stands: 3, page 4.</summary>
        public string? Paragraph { get; set; }

        /// <summary>What should be known of it; of a change, why.</summary>
        public string? Reason { get; set; }

        /// <summary>The figure is to be shown in place of the sum of the area's parts.</summary>
        public bool InPlaceOfSum { get; set; }

        public Guid Submission { get; set; } = Guid.NewGuid();

        internal string? TidyReason => Reason.OrNull();

        internal string? TidyParagraph => Paragraph.OrNull();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                When(input => input.Id is null, () =>
                {
                    RuleFor(input => input.AreaId).NotNull().WithMessage("Choose the area that the figure is of.");
                    RuleFor(input => input.Period).NotNull().WithMessage(WhichPeriod).IsInEnum().WithMessage(WhichPeriod);
                    RuleFor(input => input.Month).Must(month => Programmes.Month.TryParse(month, out _)).WithMessage("Choose the month, or the last one of a longer period.");
                });
                RuleFor(input => input.Printed).Must(text => PlainNumber.TryRead(text, out _)).WithMessage("Type the figure as the document prints it, such as 84% or 1,598.");
                RuleFor(input => input.Source).SetValidator(new SourceChoice.Validator());
                RuleFor(input => input.Source.SourceId).NotNull().When(input => input.Source.IsNone, ApplyConditionTo.CurrentValidator)
                    .WithMessage("Say which document prints it: choose one, or describe a new one.");
                RuleFor(input => input.Paragraph).MaximumLength(ObservationRevision.ParagraphLength).WithMessage($"Keep it to {ObservationRevision.ParagraphLength} characters.");
                RuleFor(input => input.Reason).NotEmpty().When(input => input.Id is not null, ApplyConditionTo.CurrentValidator).WithMessage("Say why the figure is changed.")
                    .MaximumLength(ObservationRevision.ReasonLength).WithMessage(MonthChecks.ReasonTooLong);
            }

            private const string WhichPeriod = "Choose what stretch of time the document speaks of.";
        }
    }

    /// <summary>The figure's id.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        PlainNumber.TryRead(input.Printed, out var printed);
        var (figure, before) = input.Id is { } id ? await db.FindToChangeAsync(programme.Id, input.Measure, id, input.Seen, cancel) : await PlaceAsync(db, programme, input, printed, cancel);
        if (figure.Measure is { Unit: MeasureUnit.Percentage, NumeratorIsPart: true } && printed > 100)
            throw Refused.At(nameof(Input.Printed), "A percentage goes up to 100.");
        var source = (await input.Source.FindOrMakeAsync(db.SourcesSeenBy(actor, programme.Id), figure.Measure.Programme, cancel))!;
        var value = RecordedValue.Stated(printed, source, input.TidyParagraph) with { Reason = input.TidyReason, IsIllustrative = input.Id is not null && before!.IsIllustrative };
        if (input.Id is not null && before!.Printed == printed && before.PrintedDecimals == printed.Scale && before.Source == source && before.Paragraph == value.Paragraph)
            throw Refused.At(nameof(Input.Reason), MonthChecks.NothingToExplain);

        figure.Revise(value, scope.Change);
        await scope.CommitAsync($"{(input.Id is null ? "entered" : "changed")} a figure from {source.Title}: {figure.Named()}", () => figure.Id, cancel);
        return figure.Id;
    }

    /// <summary>Where a new figure goes, and what stands there; refuses where something else should stay.</summary>
    private static async Task<(Observation Figure, ObservationRevision? Before)> PlaceAsync(TrackerContext db, ProgrammeHeader programme, Input input, decimal printed, CancellationToken cancel)
    {
        var month = MonthRecording.ReadMonth(input.Month, programme);
        var measure = await db.Measures.Include(measure => measure.Programme).SingleOrDefaultAsync(measure => measure.ProgrammeId == programme.Id && measure.Code == input.Measure, cancel)
            ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        var tree = await db.LoadAreasAsync(programme.Id, cancel);
        var node = tree.Find(input.AreaId!.Value) ?? throw Refused.At(nameof(Input.AreaId), "That area is not in this programme any more. Choose another.");
        if (MonthChecks.OutOfPlace(MeasureToRecord.Of(measure), node, month) is { } outOfPlace)
            throw Refused.At(nameof(Input.Month), outOfPlace);
        var figure = await db.Observations
            .Include(figure => figure.Area)
            .Include(figure => figure.Revisions.Where(revision => revision.SupersededIn == null)).ThenInclude(revision => revision.Source)
            .SingleOrDefaultAsync(figure => figure.MeasureId == measure.Id && figure.AreaId == node.Id && figure.Month == month && figure.Period == input.Period, cancel);
        var current = figure?.Revisions.SingleOrDefault();
        var shape = MeasureToRecord.Of(measure).Shape;
        if (WhatStays(current, node, month, shape, input) is { } problem)
            throw Refused.At(problem.Field, problem.Sentence);
        if (!input.InPlaceOfSum && input.Period == measure.Period && await SumAsync(db, tree, shape, node, month, cancel) is { } sum)
            throw Refused.At(nameof(Input.InPlaceOfSum), $"The areas of {node.Name} come to {sum} {shape.When(month)}. With this figure {node.Name} shows {FigureText.Of(printed, shape.Unit, printed.Scale)} as stated instead, and says where the two differ. Tick this if that is meant.");
        await RequireReasonAsync(db, programme, tree, shape, node, month, input, printed, cancel);
        if (figure is null)
            db.Observations.Add(figure = new Observation(measure, await db.Areas.SingleAsync(area => area.Id == node.Id, cancel), month, input.Period!.Value));
        return (figure, current);
    }

    /// <summary>A figure that stands in the series is asked about like one that is counted; of another stretch of time nothing is usual here.</summary>
    private static async Task RequireReasonAsync(TrackerContext db, ProgrammeHeader programme, AreaTree tree, MeasureShape shape, AreaNode area, Month month, Input input, decimal printed, CancellationToken cancel)
    {
        if (input.Period != shape.Period || input.TidyReason is not null)
            return;
        var earlier = await EarlierMonths.LoadAsync(db, programme, tree, [shape.Id], month, cancel);
        if (MonthChecks.FarFrom(printed, shape, earlier.UsualOf(shape, area.Id, month)) is { } usual)
            throw Refused.At(nameof(Input.Reason), MonthChecks.FarFromEarlier(usual));
    }

    /// <summary>Why what stands there stays, or what is to be said first; null where the figure may be entered.</summary>
    private static (string Field, string Sentence)? WhatStays(ObservationRevision? current, AreaNode area, Month month, MeasureShape shape, Input input)
    {
        var place = $"{area.Name} {shape.When(month)}";
        return current is null ? null : current.Kind switch
        {
            ValueKind.TakenBack => null,
            ValueKind.Counted => (nameof(Input.Printed), $"{RevisionText.Of(current.Kind, current.Numerator, current.Denominator, null, null, shape)} is counted for {place}, and a figure without its counts does not take the place of counts. "
                + "Does the document speak of another stretch of time? Choose that. If the counts are wrong, mark the month 'not captured' first and say why."),
            ValueKind.Stated => (nameof(Input.Printed), $"{RevisionText.Of(current.Kind, null, null, current.Printed, current.PrintedDecimals, shape)} in {Words.Cite(current.Source?.Title, current.Paragraph)} is entered already for {area.Name}, {month}, {input.Period!.Value.Label()}. "
                + "Change that one, or take it back: choose it from the list."),
            ValueKind.NotCaptured when current.Status == ValueStatus.Approved => (nameof(Input.Printed), MonthChecks.Locked),
            ValueKind.NotCaptured when input.TidyReason is null => (nameof(Input.Reason), $"{Words.Sentence(place)} says 'not captured': {Words.Stopped(current.Reason ?? "")} Say why there is a figure after all."),
            ValueKind.NotCaptured => null,
        };
    }

    /// <summary>The sum of the area's parts that it shows so far; null where it shows none.</summary>
    private static async Task<string?> SumAsync(TrackerContext db, AreaTree tree, MeasureShape shape, AreaNode area, Month month, CancellationToken cancel)
    {
        if (tree.PartsInForce(area.Id, month).Count == 0)
            return null;
        var rows = await db.ObservationRevisions.AsNoTracking()
            .Where(revision => revision.SupersededIn == null && revision.Observation.MeasureId == shape.Id && revision.Observation.Month == month && revision.Observation.Period == shape.Period)
            .AsRows().ToListAsync(cancel);
        return new MonthlyFigures(tree, rows, publishedOnly: false).Of(shape, area.Id, month).Value is MeasureValue.Counted { IsSumOfParts: true } sum
            ? RevisionText.Of(ValueKind.Counted, sum.Numerator, sum.Denominator, null, null, shape) : null;
    }
}
