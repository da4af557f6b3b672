using FluentValidation;
using FluentValidation.Results;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>
/// Enters the grades of an inspection, each for a judged area by its name, and the grade that the council aims for. A blank
/// is no grade. A grade stays while others can see it; one that they have seen, and an aim, is kept when another takes its place.
/// Where somebody else has saved another grade or aim meanwhile, nothing is saved: each such line says what stands and is
/// marked as seen, so that saving again is the choice of who has seen both.
/// </summary>
public sealed class JudgeAreas(IDbContextFactory<TrackerContext> database)
{
    /// <summary>What is typed of one judged area.</summary>
    public sealed class Line
    {
        public string? Name { get; set; }

        /// <summary>Null where the inspection did not judge it, or its grade is not known.</summary>
        public Grade? Grade { get; set; }

        public Grade? AimedFor { get; set; }

        /// <summary>2012-03.</summary>
        public string? AimedForBy { get; set; }

        /// <summary>The line as the form showed it first, to notice that somebody else has changed it meanwhile; null for a new one.</summary>
        public string? Seen { get; set; }

        public static string SeenAs(Grade? grade, Grade? aimedFor, Month? by) => $"{grade} {aimedFor} {by?.ToIso()}";

        /// <summary>Nothing was typed in it: it is empty, or as the form showed it.</summary>
        internal bool IsUntouched => IsEmpty || (Seen is not null && Seen == SeenAs(Grade, AimedFor, Month.TryParse(AimedForBy, out var by) ? by : null));

        internal bool IsEmpty => string.IsNullOrWhiteSpace(Name) && Grade is null && AimedFor is null && string.IsNullOrWhiteSpace(AimedForBy);
    }

    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";
        public int InspectionId { get; set; }
        public List<Line> Lines { get; set => field = value ?? []; } = [];
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public const int MostLines = 60;

            public Validator()
            {
                RuleFor(input => input.Lines).Must(lines => lines.Any(line => !line.IsEmpty)).WithMessage("Type at least one judged area.")
                    .Must(lines => lines.Count(line => !line.IsUntouched) <= MostLines).WithMessage($"Enter at most {MostLines} judged areas at once.");
                RuleForEach(input => input.Lines).Where(line => !line.IsEmpty).SetValidator(new LineValidator());
            }
        }

        private sealed class LineValidator : AbstractValidator<Line>
        {
            public LineValidator()
            {
                RuleFor(line => line.Name).NotEmpty().WithMessage("Type what was judged, such as Overall effectiveness.")
                    .MaximumLength(JudgedArea.NameLength).WithMessage($"Keep the name to {JudgedArea.NameLength} characters.");
                RuleFor(line => line.Grade).IsInEnum().WithMessage("Choose a grade, or leave it blank.");
                RuleFor(line => line.AimedForBy).Must(text => string.IsNullOrWhiteSpace(text) || Month.TryParse(text, out _)).WithMessage("Choose a month.");
                RuleFor(line => line.AimedFor).IsInEnum().WithMessage("Choose a grade, or leave it blank.");
                RuleFor(line => line.AimedFor).NotNull().When(line => !string.IsNullOrWhiteSpace(line.AimedForBy)).WithMessage("Choose the grade that is aimed for by then.");
            }
        }
    }

    /// <summary>How many grades the inspection has now.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var header = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);
        await using var scope = await db.StartChangeAsync(actor, header.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var inspection = await db.Inspections.Include(inspection => inspection.Programme).Include(inspection => inspection.Judgements.Where(judgement => judgement.EndedIn == null))
            .SingleOrDefaultAsync(inspection => inspection.Id == input.InspectionId && inspection.ProgrammeId == header.Id, cancel)
            ?? throw new NotFound("There is no such inspection in this programme. Choose one from the list of inspections.");
        var areas = await db.JudgedAreas.Include(area => area.Aims.Where(aim => aim.EndedIn == null)).Where(area => area.ProgrammeId == header.Id).ToListAsync(cancel);
        RequireSeen(inspection, areas, input.Lines);
        var met = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var place = 0; place < input.Lines.Count; place++)
        {
            var line = input.Lines[place];
            if (line.IsEmpty)
                continue;
            if (!met.Add(line.Name!.Trim()))
                throw Refused.AtLine(nameof(Input.Lines), place, nameof(Line.Name), "This judged area stands in the list twice. Leave one of them empty.");
            var area = Find(areas, line.Name);
            var judgement = area is null ? null : inspection.Judgements.SingleOrDefault(judgement => judgement.JudgedAreaId == area.Id && judgement.EndedIn is null);
            // A name that was offered and given no grade and no aim is no judged area yet.
            if (line.IsUntouched || (area is null && line is { Grade: null, AimedFor: null } && GradeScale.UsualNames(inspection.Kind, inspection.FieldworkFrom).Contains(line.Name.Trim(), StringComparer.OrdinalIgnoreCase)))
                continue;
            RequireAimOnScale(inspection.Kind, line, area, place);
            area = Aim(db, areas, area, inspection.Programme, line, scope.Change);
            Judge(db, inspection, area, judgement, line, place, scope.Change);
        }
        // The history is read by more people than an inspection that is not published.
        var where = inspection.Visibility == Visibility.Published ? inspection.Title : "an inspection that is not published";
        await scope.CommitAsync($"entered the grades of {where}", () => Standing(inspection), cancel);
        return Standing(inspection);
    }

    /// <exception cref="ValidationException">Something else stands there than when the person opened the form, said at each such line.</exception>
    private static void RequireSeen(Inspection inspection, List<JudgedArea> areas, List<Line> lines)
    {
        var changed = new List<ValidationFailure>();
        foreach (var (place, line) in lines.Index().Where(one => !one.Item.IsUntouched && !string.IsNullOrWhiteSpace(one.Item.Name)))
        {
            var area = Find(areas, line.Name!);
            var grade = area is null ? null : inspection.Judgements.SingleOrDefault(judgement => judgement.JudgedAreaId == area.Id && judgement.EndedIn is null)?.Grade;
            var stands = Line.SeenAs(grade, area?.Aim?.Grade, area?.Aim?.By);
            if (stands == (line.Seen ?? Line.SeenAs(null, null, null)))
                continue;
            var field = GradeScale.Of(inspection.Kind).Count > 0 ? nameof(Line.Grade) : nameof(Line.AimedFor);
            changed.Add(new($"{nameof(Input.Lines)}[{place}].{field}",
                $"Somebody else has saved {(grade is { } given ? given.Label() : "no grade")}, {(area?.Aim is { } aim ? $"aimed for: {aim.Grade.Label()}{(aim.By is { } by ? $" by {by}" : "")}" : "with no aim")}, since you opened this form. Save again to put what you chose in its place."));
            line.Seen = stands;
        }
        if (changed.Count > 0)
            throw new ValidationException(changed);
    }

    private static int Standing(Inspection inspection) => inspection.Judgements.Count(judgement => judgement.EndedIn is null);

    private static JudgedArea? Find(List<JudgedArea> areas, string name) =>
        areas.Find(area => string.Equals(area.Name, name.Trim(), StringComparison.OrdinalIgnoreCase));

    private static JudgedArea Aim(TrackerContext db, List<JudgedArea> areas, JudgedArea? area, Programme programme, Line line, Change change)
    {
        Month? by = string.IsNullOrWhiteSpace(line.AimedForBy) ? null : Month.Parse(line.AimedForBy);
        if (area is null)
        {
            area = new JudgedArea(programme, line.Name!.Trim(), areas.Select(other => other.Order).DefaultIfEmpty(0).Max() + 1);
            areas.Add(area);
            db.JudgedAreas.Add(area);
        }
        if ((area.Aim?.Grade, area.Aim?.By) != (line.AimedFor, by))
            area.AimFor(line.AimedFor, by, isIllustrative: false, change);
        return area;
    }

    private static void Judge(TrackerContext db, Inspection inspection, JudgedArea area, Judgement? judgement, Line line, int place, Change change)
    {
        if (judgement?.Grade == line.Grade)
            return;
        if (judgement is not null)
            inspection.RequireDraft("Grades");
        if (line.Grade is { } grade)
            RequireOnScale(inspection.Kind, grade, place);
        if (judgement is not null && line.Grade is { } right && !inspection.WasShown)
        {
            judgement.Correct(right);
            return;
        }
        if (judgement is not null)
            TakeBack(db, inspection, judgement, change);
        if (line.Grade is { } given)
            inspection.Judgements.Add(new Judgement(inspection, area, given, null, change));
    }

    private static void TakeBack(TrackerContext db, Inspection inspection, Judgement judgement, Change change)
    {
        if (inspection.WasShown)
        {
            judgement.End(change);
            return;
        }
        inspection.Judgements.Remove(judgement);
        db.Judgements.Remove(judgement);
    }

    /// <summary>What is aimed for is a grade that can be given; one that was set under an earlier scale may stay.</summary>
    private static void RequireAimOnScale(InspectionKind kind, Line line, JudgedArea? area, int place)
    {
        var scale = GradeScale.Of(kind);
        if (line.AimedFor is { } aim && scale.Count > 0 && area?.Aim?.Grade != aim && !scale.Contains(aim))
            throw Refused.AtLine(nameof(Input.Lines), place, nameof(Line.AimedFor), $"An inspection of this kind gives one of these grades: {Words.List([.. scale.Select(one => one.Label())])}.");
    }

    private static void RequireOnScale(InspectionKind kind, Grade grade, int place)
    {
        var scale = GradeScale.Of(kind);
        if (!scale.Contains(grade))
        {
            throw Refused.AtLine(nameof(Input.Lines), place, nameof(Line.Grade), scale.Count == 0 ? "An inspection of this kind gives no grades. Leave it blank."
                : $"An inspection of this kind gives one of these grades: {Words.List([.. scale.Select(one => one.Label())])}.");
        }
    }
}
