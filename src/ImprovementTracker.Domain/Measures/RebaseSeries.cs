using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Has the limits of a measure's chart worked out anew from a month on, because things are done differently for good.</summary>
public sealed class RebaseSeries(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";
        public string Measure { get; set; } = "";

        /// <summary>The only area whose series begins anew; null for every area's.</summary>
        public int? AreaId { get; set; }

        /// <summary>The first month of the new stretch: 2011-05.</summary>
        public string? From { get; set; }

        public string? Reason { get; set; }
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.From).Must(month => Month.TryParse(month, out _)).WithMessage("Choose the first month of the new stretch.");
                RuleFor(input => input.Reason).NotEmpty().WithMessage("Say what is done differently for good since then. A better figure alone is no reason.")
                    .MaximumLength(Rebase.ReasonLength).WithMessage($"Say it in at most {Rebase.ReasonLength} characters.");
            }
        }
    }

    /// <summary>The rebase's number.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        var from = Month.Parse(input.From!);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var measure = await db.Measures.Include(measure => measure.EarlierDefinitions)
            .SingleOrDefaultAsync(measure => measure.ProgrammeId == programme.Id && measure.Code == input.Measure, cancel) ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        var area = input.AreaId is not { } areaId ? null
            : await db.Areas.SingleOrDefaultAsync(area => area.Id == areaId && area.ProgrammeId == programme.Id, cancel) ?? throw Refused.At(nameof(Input.AreaId), "That area is not in this programme any more. Choose another.");
        await RequireFiguresAsync(db, measure, area, from, Month.Of(programme.JudgedOn), cancel);
        if (measure.EarlierDefinitions.Any(earlier => earlier.Until.AddMonths(1) == from))
            throw Refused.At(nameof(Input.From), $"With {from} another definition began, so the limits are worked out anew from then already.");
        if (await db.Rebases.AnyAsync(rebase => rebase.MeasureId == measure.Id && rebase.EndedIn == null && rebase.From == from && (rebase.AreaId == null || rebase.AreaId == input.AreaId), cancel))
            throw Refused.At(nameof(Input.From), $"The limits are worked out anew from {from} already.");

        var made = new Rebase(measure, area, from, input.Reason!.Trim(), scope.Change);
        db.Rebases.Add(made);
        await scope.CommitAsync($"had the limits of {measure.Name} worked out anew from {from} on", () => made.Id, cancel);
        return made.Id;
    }

    /// <summary>A series can begin anew only between figures: where the area, or any that it is made of, has one before and one since.</summary>
    private static async Task RequireFiguresAsync(TrackerContext db, Measure measure, Area? area, Month from, Month judged, CancellationToken cancel)
    {
        var tree = await db.LoadAreasAsync(measure.ProgrammeId, cancel);
        var within = tree.InOrder.Where(one => area is null || tree.IsWithin(one.Id, area.Id)).Select(one => one.Id).ToList();
        var figures = db.ObservationRevisions.Where(revision => revision.SupersededIn == null && revision.Kind != ValueKind.NotCaptured && revision.Kind != ValueKind.TakenBack
            && revision.Observation.MeasureId == measure.Id && revision.Observation.Period == measure.Period && within.Contains(revision.Observation.AreaId));
        var of = area is null ? "" : $" for {area.Name}";
        if (!await figures.AnyAsync(revision => revision.Observation.Month >= from && revision.Observation.Month <= judged, cancel))
            throw Refused.At(nameof(Input.From), $"No figure is recorded{of} in {from} or after. Record one first, or choose an earlier month.");
        if (!await figures.AnyAsync(revision => revision.Observation.Month < from, cancel))
            throw Refused.At(nameof(Input.From), $"No figure is recorded{of} before {from}, so there is nothing to begin anew after. Choose a later month.");
    }
}
