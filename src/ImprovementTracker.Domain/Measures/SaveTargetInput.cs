using System.Globalization;
using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

public sealed partial class SaveTarget
{
    /// <summary>A level and the month from which it is asked; with 'up to' it is an expected range.</summary>
    public sealed class Line
    {
        /// <summary>2011-03; on the first line it may be left out, and is then the target's first month.</summary>
        public string? Month { get; set; }

        public string? Value { get; set; }
        public string? UpTo { get; set; }

        internal bool IsEmpty => string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Value) && string.IsNullOrWhiteSpace(UpTo);
        internal bool IsRange => !string.IsNullOrWhiteSpace(UpTo);
    }

    public sealed class Input : IChangesWhatStands
    {
        public const int MostLines = 24;

        public string Programme { get; set; } = "";
        public string Measure { get; set; } = "";

        /// <summary>The target that this one takes the place of, by the number that it had when the form was opened; null for one more.</summary>
        public int? Instead { get; set; }

        public TargetSetter? SetBy { get; set; }
        /// <summary>Never null: a form that was sent without its fields leaves it empty.</summary>
        public SourceChoice Source { get; set => field = value ?? new(); } = new();

        /// <summary>Where in the document it stands: 4, or annex A.</summary>
        public string? Paragraph { get; set; }

        /// <summary>The only area it is for; null for every area.</summary>
        public int? AreaId { get; set; }

        /// <summary>The requirement of the notice that is reached with it; null where it serves none.</summary>
        public int? RequirementId { get; set; }

        /// <summary>First month in force: 2010-06.</summary>
        public string? From { get; set; }

        /// <summary>Last month in force; empty where it has no end.</summary>
        public string? To { get; set; }

        public List<Line> Lines { get; set => field = value ?? []; } = [];
        public TargetPath Path { get; set; }
        public string? Tolerance { get; set; }
        public ToleranceKind ToleranceKind { get; set; }
        public string? Seen { get; set; }
        public Guid Submission { get; set; } = Guid.NewGuid();

        /// <summary>The form of a target that stands.</summary>
        /// <param name="instead">Any number that the target had before it was changed.</param>
        internal static Input Of(TargetPlan target, int instead, int? sourceId, int? requirementId) => new Input
        {
            Instead = instead,
            SetBy = target.SetBy,
            Source = new() { SourceId = sourceId },
            Paragraph = target.Paragraph,
            RequirementId = requirementId,
            AreaId = target.AreaId,
            From = target.From.ToIso(),
            To = target.To?.ToIso(),
            Path = target.Path,
            Tolerance = target.Tolerance == 0 ? null : Text(target.Tolerance),
            ToleranceKind = target.ToleranceKind,
            Lines = [.. target.Points.Select(point => new Line { Month = point.Month.ToIso(), Value = Text(point.Value), UpTo = point.UpperValue is { } upper ? Text(upper) : null })],
        }.Marked();

        private static string Text(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

        private int LinesTyped => Lines.Count(line => !line.IsEmpty);

        /// <summary>The levels in the order of their months; the input is valid.</summary>
        internal IReadOnlyList<TargetPoint> Levels() => [.. Lines.Where(line => !line.IsEmpty)
            .Select(line => new TargetPoint(MonthOf(line)!.Value, PlainNumber.Read(line.Value)!.Value, PlainNumber.Read(line.UpTo)))
            .OrderBy(point => point.Month)];

        /// <summary>A line's month; on the first line the target's first month where none is typed.</summary>
        private Month? MonthOf(Line line) =>
            Programmes.Month.TryParse(string.IsNullOrWhiteSpace(line.Month) && line == Lines.Find(one => !one.IsEmpty) ? From : line.Month, out var month) ? month : null;

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.SetBy).NotNull().WithMessage("Choose who set the target.").IsInEnum().WithMessage("Choose who set the target.");
                RuleFor(input => input.Source).SetValidator(new SourceChoice.Validator());
                RuleFor(input => input.Source.SourceId).NotNull().When(input => input.SetBy is not (null or TargetSetter.Local) && input.Source.IsNone, ApplyConditionTo.CurrentValidator)
                    .WithMessage("Say in which document it is set: choose one, or describe a new one. Only a local target may have none.");
                RuleFor(input => input.Paragraph).MaximumLength(Target.ParagraphLength).WithMessage($"Keep it to {Target.ParagraphLength} characters.");
                RuleFor(input => input.From).Must(month => Programmes.Month.TryParse(month, out _)).WithMessage("Choose the first month in which it is in force.");
                RuleFor(input => input.To).Must(month => string.IsNullOrWhiteSpace(month) || Programmes.Month.TryParse(month, out _)).WithMessage("Choose the last month in which it is in force, or leave it empty.")
                    .Must((input, month) => Read(month) is not { } to || Read(input.From) is not { } from || to >= from).WithMessage("It ends before it begins. Choose a later last month.");
                RuleFor(input => input.Lines).Must(lines => lines.Exists(line => !line.IsEmpty)).WithMessage("Type at least one level.")
                    .Must((input, _) => input.LinesTyped <= MostLines).WithMessage($"Type at most {MostLines} levels.")
                    .Must(lines => lines.Where(line => !line.IsEmpty).Select(line => line.IsRange).Distinct().Count() <= 1).WithMessage("Give 'up to' on every line for an expected range, or on none.");
                RuleForEach(input => input.Lines).Custom(CheckLine).When(input => input.LinesTyped <= MostLines, ApplyConditionTo.CurrentValidator);
                RuleFor(input => input.Path).IsInEnum().WithMessage("Choose how it goes from one level to the next.")
                    .Must((input, path) => path == TargetPath.Steps || input.LinesTyped > 1).WithMessage("A straight path needs at least two levels: where it begins and where it leads.");
                RuleFor(input => input.Tolerance).Must(text => string.IsNullOrWhiteSpace(text) || PlainNumber.TryRead(text, out _)).WithMessage(PlainNumber.Advice);
                RuleFor(input => input.ToleranceKind).IsInEnum().WithMessage("Choose what the tolerance is in.");
            }

            private static Month? Read(string? text) => Programmes.Month.TryParse(text, out var month) ? month : null;

            private static void CheckLine(Line line, ValidationContext<Input> context)
            {
                if (line.IsEmpty)
                    return;
                var input = context.InstanceToValidate;
                if (!PlainNumber.TryRead(line.Value, out var value))
                    Fail(nameof(Line.Value), PlainNumber.Advice);
                if (line.IsRange && !PlainNumber.TryRead(line.UpTo, out _))
                    Fail(nameof(Line.UpTo), PlainNumber.Advice);
                else if (line.IsRange && PlainNumber.Read(line.UpTo) < value)
                    Fail(nameof(Line.UpTo), "The range ends below where it begins. Type the larger number here.");
                if (Read(input.From) is not { } from)
                    return;
                if (input.MonthOf(line) is not { } month)
                    Fail(nameof(Line.Month), "Choose the month from which this level is asked.");
                else if (month < from || (input.Path == TargetPath.Steps && Read(input.To) is { } to && month > to))
                    Fail(nameof(Line.Month), "This month lies outside those in which the target is in force. Choose another.");
                else if (input.Lines.Exists(other => other != line && !other.IsEmpty && input.MonthOf(other) == month))
                    Fail(nameof(Line.Month), $"There are two levels for {month}. Leave one out.");

                void Fail(string property, string message) => context.AddFailure(property, message);
            }
        }
    }
}
