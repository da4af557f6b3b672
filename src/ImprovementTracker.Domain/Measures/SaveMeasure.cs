using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Adds a measure or changes what is said of one. Its code comes from its first name and stays for good.</summary>
public sealed class SaveMeasure(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : IChangesWhatStands
    {
        public const int MostDecimals = 3;

        public string Programme { get; set; } = "";

        /// <summary>The code of the measure to change; null for a new one.</summary>
        public string? Code { get; set; }

        public string? Name { get; set; }

        /// <summary>What a report's sentence says after the figure: initial assessments completed in time.</summary>
        public string? Phrase { get; set; }

        public string? Definition { get; set; }
        public string? WhyItMatters { get; set; }
        public MeasureUnit? Unit { get; set; }

        /// <summary>What is counted, in words.</summary>
        public string? Numerator { get; set; }

        /// <summary>Among how many, in words; for a number there is none.</summary>
        public string? Denominator { get; set; }

        public int? Decimals { get; set; }
        public Polarity? Polarity { get; set; }
        public PeriodType? Period { get; set; }
        public int? ThemeId { get; set; }

        /// <summary>Who explains its figures and answers for them; null for nobody yet.</summary>
        public int? OwnerId { get; set; }

        /// <summary>What one would see where practice is good.</summary>
        public string? GoodLooksLike { get; set; }

        /// <summary>The system, return or person that the counts come from.</summary>
        public string? CollectedFrom { get; set; }

        /// <summary>The timescale it measures against, with its era.</summary>
        public string? Timescale { get; set; }

        public string? Seen { get; set; }
        public Guid Submission { get; set; } = Guid.NewGuid();

        /// <summary>The form of a measure that stands.</summary>
        public static Input Of(Measure measure) => new Input
        {
            Code = measure.Code,
            Name = measure.Name,
            Phrase = measure.Phrase,
            Definition = measure.Definition,
            WhyItMatters = measure.WhyItMatters,
            Unit = measure.Unit,
            Numerator = measure.Numerator,
            Denominator = measure.Denominator,
            Decimals = measure.Decimals,
            Polarity = measure.Polarity,
            Period = measure.Period,
            ThemeId = measure.ThemeId,
            OwnerId = measure.OwnerId,
            GoodLooksLike = measure.GoodLooksLike,
            CollectedFrom = measure.CollectedFrom,
            Timescale = measure.Timescale,
        }.Marked();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                Text(input => input.Name, Measure.NameLength, "Type the measure's name.");
                Text(input => input.Phrase, Measure.PhraseLength, "Type the words that follow the figure in a sentence, such as: initial assessments completed in time.");
                Text(input => input.Definition, Measure.DefinitionLength, "Say what it measures, in one or two sentences.");
                Text(input => input.Numerator, Measure.CountedLength, "Say what is counted, such as: initial assessments completed within 10 working days.");
                RuleFor(input => input.WhyItMatters).MaximumLength(Measure.DefinitionLength).WithMessage($"Say it in at most {Measure.DefinitionLength} characters.");
                RuleFor(input => input.GoodLooksLike).MaximumLength(Measure.DefinitionLength).WithMessage($"Say it in at most {Measure.DefinitionLength} characters.");
                RuleFor(input => input.CollectedFrom).MaximumLength(Measure.CollectedFromLength).WithMessage($"Say it in at most {Measure.CollectedFromLength} characters.");
                RuleFor(input => input.Timescale).MaximumLength(Measure.TimescaleLength).WithMessage($"Say it in at most {Measure.TimescaleLength} characters.");
                RuleFor(input => input.Unit).NotNull().WithMessage("Choose what kind of figure it is.").IsInEnum().WithMessage("Choose what kind of figure it is.");
                RuleFor(input => input.Denominator).NotEmpty().When(input => input.Unit is { } unit && Enum.IsDefined(unit) && unit.HasDenominator())
                    .WithMessage(input => $"Say among how many, such as: initial assessments completed. A {input.Unit!.Value.Label()} needs it.");
                RuleFor(input => input.Denominator).MaximumLength(Measure.CountedLength).WithMessage($"Say it in at most {Measure.CountedLength} characters.");
                RuleFor(input => input.Decimals).NotNull().WithMessage("Choose how many decimals to show.").InclusiveBetween(0, MostDecimals).WithMessage($"Choose 0 to {MostDecimals} decimals.");
                RuleFor(input => input.Polarity).NotNull().WithMessage("Choose which way is better.").IsInEnum().WithMessage("Choose which way is better.");
                RuleFor(input => input.Period).NotNull().WithMessage("Choose what a month's figure covers.")
                    .Must(period => period is null or PeriodType.InMonth or PeriodType.AtMonthEnd).WithMessage("Choose what a month's figure covers.");
            }

            private void Text(System.Linq.Expressions.Expression<Func<Input, string?>> of, int length, string missing) =>
                RuleFor(of).NotEmpty().WithMessage(missing).MaximumLength(length).WithMessage($"Say it in at most {length} characters.");
        }
    }

    /// <summary>The measure's code.</summary>
    public async Task<string> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var entered = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        await using var scope = await db.StartChangeAsync(actor, entered.Id, input, cancel);
        if (scope.Earlier is { Outcome: { } code })
            return code;

        var measures = await db.Measures.Where(measure => measure.ProgrammeId == entered.Id).Include(measure => measure.Owner).Include(measure => measure.Owners.Where(owner => owner.EndedIn == null)).Include(measure => measure.Theme).AsSplitQuery().ToListAsync(cancel);
        var measure = input.Code is null ? null : measures.SingleOrDefault(one => one.Code == AddressName.Read(input.Code)) ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        if (measure is not null)
            input.RequireSeen(Input.Of(measure), $"the measure ‘{measure.Name}’");
        var name = input.Name!.Trim();
        if (measures.Exists(one => one != measure && string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)))
            throw Refused.At(nameof(Input.Name), "There is a measure of this name already. Give this one another name, or change that one.");
        var theme = input.ThemeId is not { } themeId ? null
            : await db.Themes.SingleOrDefaultAsync(theme => theme.Id == themeId && theme.ProgrammeId == entered.Id, cancel) ?? throw Refused.At(nameof(Input.ThemeId), "That theme is not in this programme any more. Choose another.");
        var owner = await FindOwnerAsync(db, entered.Id, input.OwnerId, measure?.Owner, cancel);
        if (measure is not null)
            await KeepSeriesAsync(db, measure, input, cancel);
        var isNew = measure is null;
        if (measure is null)
        {
            var programme = await db.Programmes.SingleAsync(programme => programme.Id == entered.Id, cancel);
            measure = new Measure(programme, MeasureCode.MakeUnique(MeasureCode.Propose(name), measures.Select(one => one.Code).ToHashSet()));
            measure.Begin(scope.Change);
            db.Measures.Add(measure);
        }
        measure.Define(name, input.Phrase!.Trim(), input.Definition!.Trim(), input.Numerator!.Trim(), input.Denominator?.Trim(), input.Unit!.Value, input.Decimals!.Value, input.Polarity!.Value, input.Period!.Value);
        measure.Explain(input.GoodLooksLike.OrNull(), input.CollectedFrom.OrNull(), input.Timescale.OrNull());
        measure.Place(theme, input.WhyItMatters.OrNull(), isNew ? measures.Select(one => one.Order).DefaultIfEmpty().Max() + 1 : measure.Order);
        var before = measure.Owner;
        if (owner != before)
            measure.GiveTo(owner, scope.Change);
        await scope.CommitAsync($"{(isNew ? "added" : "changed")} the measure {name}{(owner == before ? "" : $": {OwnerChoices.Handover(before, owner)}")}", cancel, () => measure.Code);
        return measure.Code;
    }

    /// <summary>What the figures are cannot change under figures that are recorded: they would then say something that nobody recorded.</summary>
    private static async Task KeepSeriesAsync(TrackerContext db, Measure measure, Input input, CancellationToken cancel)
    {
        var (unit, period) = (measure.Unit != input.Unit, measure.Period != input.Period);
        if ((unit || period) && await db.Observations.AnyAsync(observation => observation.MeasureId == measure.Id, cancel))
        {
            throw Refused.At(unit ? nameof(Input.Unit) : nameof(Input.Period),
                $"Figures are recorded as {(unit ? measure.Unit.Label() : measure.Period.Label())} already, so this stays as it is. Add a new measure for another kind of figure.");
        }
    }

    private static async Task<Person?> FindOwnerAsync(TrackerContext db, int programmeId, int? wanted, Person? present, CancellationToken cancel) =>
        wanted is not { } id ? null : id == present?.Id ? present
        : (await db.LoadPossibleOwnersAsync(programmeId, [id], cancel)).GetValueOrDefault(id) ?? throw Refused.At(nameof(Input.OwnerId), OwnerChoices.NoRole);
}
