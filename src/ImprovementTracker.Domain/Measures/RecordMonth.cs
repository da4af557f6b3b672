using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Records a month of a measure across its areas: counted, or not captured with a reason. Recording again makes a
/// revision; an area left as it was gets none.
/// </summary>
public sealed class RecordMonth(IDbContextFactory<TrackerContext> database)
{
    /// <summary>What was typed for one area; numbers as text, so that what cannot be read can be shown again.</summary>
    public sealed class Line
    {
        public int AreaId { get; set; }
        public string? Numerator { get; set; }
        public string? Denominator { get; set; }
        public bool NotCaptured { get; set; }
        public string? Reason { get; set; }

        /// <summary>The number of the revision that the form showed, 0 for none; null where nobody looked. Guards against two people recording over each other.</summary>
        public int? Seen { get; set; }

        internal bool IsEmpty => !NotCaptured && string.IsNullOrWhiteSpace(Numerator) && string.IsNullOrWhiteSpace(Denominator) && string.IsNullOrWhiteSpace(Reason);
    }

    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";
        public string Measure { get; set; } = "";

        /// <summary>2011-05.</summary>
        public string? Month { get; set; }

        public List<Line> Lines { get; set => field = value ?? []; } = [];

        /// <summary>Marks this filling-in of the form; the same one sent twice acts once.</summary>
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public const int MostLines = 500;

            public Validator()
            {
                RuleFor(input => input.Month).Must(month => Programmes.Month.TryParse(month, out _)).WithMessage("Choose a month.");
                RuleFor(input => input.Lines).Must(lines => lines.Any(line => !line.IsEmpty))
                    .WithMessage("Type the figures of at least one area, or tick 'not captured' and say why.")
                    .Must(lines => lines.Count(line => !line.IsEmpty) <= MostLines).WithMessage($"Record at most {MostLines} areas at once.");
                RuleForEach(input => input.Lines).SetValidator(new LineValidator());
            }
        }

        private sealed class LineValidator : AbstractValidator<Line>
        {
            private const string NotBoth = "Either type figures or tick 'not captured', not both.";

            public LineValidator()
            {
                RuleFor(line => line.Numerator).Must(text => string.IsNullOrWhiteSpace(text) || WholeNumber.TryRead(text, out _)).WithMessage(WholeNumber.Advice);
                RuleFor(line => line.Denominator).Must(text => string.IsNullOrWhiteSpace(text) || WholeNumber.TryRead(text, out _)).WithMessage(WholeNumber.Advice);
                RuleFor(line => line.Reason).MaximumLength(ObservationRevision.ReasonLength).WithMessage($"Say it in at most {ObservationRevision.ReasonLength} characters.");
                RuleFor(line => line.Reason).NotEmpty().When(line => line.NotCaptured).WithMessage("Say why it was not captured.");
                RuleFor(line => line.Reason).Empty().When(line => !line.NotCaptured && string.IsNullOrWhiteSpace(line.Numerator) && string.IsNullOrWhiteSpace(line.Denominator), ApplyConditionTo.CurrentValidator)
                    .WithMessage("A reason alone records nothing. Type the figures, tick 'not captured', or take the reason out.");
                RuleFor(line => line.Numerator).Must(string.IsNullOrWhiteSpace).When(line => line.NotCaptured).WithMessage(NotBoth);
                RuleFor(line => line.Denominator).Must(string.IsNullOrWhiteSpace).When(line => line.NotCaptured).WithMessage(NotBoth);
            }
        }
    }

    /// <summary>How many areas got a new value or a revision.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        var month = Month.Parse(input.Month!);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        if (month > Month.Of(programme.JudgedOn))
            throw Refused.At(nameof(Input.Month), $"{month} has not begun. Choose a month up to {Month.Of(programme.JudgedOn)}.");

        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.Earlier is { } earlier)
            return int.Parse(earlier.Outcome ?? "0", System.Globalization.CultureInfo.InvariantCulture);

        var measure = await db.Measures.SingleOrDefaultAsync(measure => measure.ProgrammeId == programme.Id && measure.Code == input.Measure, cancel)
            ?? throw new NotFound("There is no such measure in this programme. Choose one from the list of measures.");
        if (measure.LastMonth is { } end && month > end)
            throw Refused.At(nameof(Input.Month), $"It is collected for the months up to {end} only. Choose one of these, or take the measure up again first.");
        var areas = await db.Areas.Where(area => area.ProgrammeId == programme.Id).ToDictionaryAsync(area => area.Id, cancel);
        var observations = await db.Observations
            .Include(observation => observation.Revisions.Where(revision => revision.SupersededIn == null))
            .Where(observation => observation.MeasureId == measure.Id && observation.Month == month && observation.Period == measure.Period)
            .ToDictionaryAsync(observation => observation.AreaId, cancel);

        var recorded = 0;
        var typed = new HashSet<int>();
        for (var place = 0; place < input.Lines.Count; place++)
        {
            var line = input.Lines[place];
            if (line.IsEmpty)
                continue;
            var area = areas.GetValueOrDefault(line.AreaId) ?? throw new NotFound("One of the areas is not in this programme any more. Open the page again.");
            if (!area.IsInForce(month))
                throw Refused.AtLine(nameof(Input.Lines), place, nameof(Line.Numerator), $"{area.Name} was not there in {month}. Leave it empty, or choose another month.");
            if (!typed.Add(area.Id))
                throw Refused.AtLine(nameof(Input.Lines), place, nameof(Line.Numerator), $"{area.Name} stands here twice. Leave one of the two empty.");
            var value = Read(measure, line, place);
            var observation = observations.GetValueOrDefault(area.Id);
            if (observation?.Revisions.SingleOrDefault() is { } current && IsSame(current, value))
            {
                if (value.Reason is not null && value.Reason != current.Reason)
                    throw Refused.AtLine(nameof(Input.Lines), place, nameof(Line.Reason), "The figures are as they were, so there is nothing to give a reason for. Change them, or take the reason out.");
                continue;
            }
            RefuseUnseen(line, area, measure, observation?.Revisions.SingleOrDefault());
            if (observation is null)
                db.Observations.Add(observation = new Observation(measure, area, month, measure.Period));
            observation.Revise(value, scope.Change);
            recorded++;
        }
        await scope.CommitAsync($"recorded {month} for {measure.Name}: {Words.Count(recorded, "area", "areas")}", cancel, () => recorded.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return recorded;
    }

    private static RecordedValue Read(Measure measure, Line line, int place)
    {
        if (line.NotCaptured)
            return RecordedValue.NotCaptured(line.Reason!.Trim());
        if (!WholeNumber.TryRead(line.Numerator, out var numerator))
            throw Refused.AtLine(nameof(Input.Lines), place, nameof(Line.Numerator), $"Type the number of {measure.Numerator}, or tick 'not captured' and say why.");
        var reason = string.IsNullOrWhiteSpace(line.Reason) ? null : line.Reason.Trim();
        if (!measure.Unit.HasDenominator())
            return RecordedValue.Counted(numerator, null) with { Reason = reason };
        if (!WholeNumber.TryRead(line.Denominator, out var denominator))
            throw Refused.AtLine(nameof(Input.Lines), place, nameof(Line.Denominator), $"Type the number of {measure.Denominator} too: a {measure.Unit.Label()} needs both.");
        if (measure.NumeratorIsPart && numerator > denominator)
        {
            throw Refused.AtLine(nameof(Input.Lines), place, nameof(Line.Numerator),
                $"{Words.Count(numerator)} is more than the {Words.Count(denominator)} {measure.Denominator}. Check both numbers: these cases are counted among them.");
        }
        return RecordedValue.Counted(numerator, denominator) with { Reason = reason };
    }

    private static void RefuseUnseen(Line line, Area area, Measure measure, ObservationRevision? current)
    {
        if (line.Seen is not { } seen || seen == (current?.Number ?? 0))
            return;
        var shape = new MeasureShape(measure.Id, measure.Unit, measure.Decimals, measure.Polarity, measure.Period);
        var now = current is null ? "nothing" : RevisionText.Of(current.Kind, current.Numerator, current.Denominator, current.Printed, current.PrintedDecimals, shape);
        throw new BrokenRule($"{area.Name} was recorded by somebody else while you typed: it now says {now}. Look at both, and record again if yours is right.");
    }

    private static bool IsSame(ObservationRevision current, RecordedValue value) =>
        current.Kind == value.Kind && current.Numerator == value.Numerator && current.Denominator == value.Denominator
        && (value.Kind != ValueKind.NotCaptured || current.Reason == value.Reason);
}
