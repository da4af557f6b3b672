using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>
/// Starts a programme with its first manager: by an administrator, who names that person, or by somebody who manages a
/// programme already and becomes the manager of the new one too.
/// </summary>
public sealed class CreateProgramme(IDbContextFactory<TrackerContext> database)
{
    public const string Refusal = "Only an administrator, or somebody who manages a programme already, starts a new one. Ask one of them to do it.";

    /// <summary>Figures from before a programme began are its baseline, so its areas exist this many years earlier.</summary>
    private const int YearsOfBaseline = 10;

    public sealed class Input : ISentOnce
    {
        public string? Authority { get; set; }
        public string? Name { get; set; }

        /// <summary>Proposed from authority and year when left empty.</summary>
        public string? Slug { get; set; }

        public InterventionKind? Intervention { get; set; }

        /// <summary>As written: 9 June 2010, or June 2010.</summary>
        public string? IntervenedOn { get; set; }

        public string? LegalBasis { get; set; }
        public DateOnly? StartsOn { get; set; }

        /// <summary>Who manages it first; may stay empty where that is the person who starts it.</summary>
        public int? ManagerId { get; set; }

        /// <summary>Parts of the authority, one a line.</summary>
        public string? Areas { get; set; }

        /// <summary>Themes of practice, one a line, in their order.</summary>
        public string? Themes { get; set; }

        /// <summary>Marks this filling-in of the form; the same one sent twice acts once.</summary>
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public const int MostLines = 200;

            public Validator()
            {
                RuleFor(input => input.Authority).NotEmpty().WithMessage("Type the authority's name, such as Nottinghamshire County Council.")
                    .MaximumLength(Programme.AuthorityLength).WithMessage($"Keep the authority's name to {Programme.AuthorityLength} characters.");
                RuleFor(input => input.Name).NotEmpty().WithMessage("Type a name, such as improvement notice, June 2010.")
                    .MaximumLength(Programme.NameLength).WithMessage($"Keep the name to {Programme.NameLength} characters.");
                RuleFor(input => input.Slug).Must(slug => string.IsNullOrWhiteSpace(slug) || ProgrammeSlug.IsOne(slug.Trim())).WithMessage(ProgrammeSlug.Advice);
                RuleFor(input => input.Intervention).NotNull().WithMessage("Choose whether there is a notice or a direction.").IsInEnum().WithMessage("Choose whether there is a notice or a direction.");
                RuleFor(input => input.IntervenedOn).Must(WrittenDate.IsReadable).When(input => input.Intervention is { } kind && kind != InterventionKind.None)
                    .WithMessage(WrittenDate.Advice);
                RuleFor(input => input.LegalBasis).MaximumLength(Programme.LegalBasisLength).WithMessage($"Keep the legal basis to {Programme.LegalBasisLength} characters.");
                RuleFor(input => input.StartsOn).NotNull().WithMessage("Choose the day on which the programme starts.")
                    .Must(day => day is null or { Year: >= 1950 and <= 2900 }).WithMessage("Check the year.");
                RuleFor(input => input.Areas).Must(text => Lines(text).Count <= MostLines).WithMessage($"Type at most {MostLines} areas.")
                    .Must(text => Lines(text).All(line => line.Length <= Area.NameLength)).WithMessage($"Keep each area's name to {Area.NameLength} characters, one a line.");
                RuleFor(input => input.Themes).Must(text => Lines(text).Count <= MostLines).WithMessage($"Type at most {MostLines} themes.")
                    .Must(text => Lines(text).All(line => line.Length <= Theme.NameLength)).WithMessage($"Keep each theme's name to {Theme.NameLength} characters, one a line.");
            }
        }
    }

    /// <summary>Whether this person may start a programme at all.</summary>
    public static bool IsFor(Actor actor) => actor.IsAdministrator || Manages(actor);

    /// <summary>The new programme's slug.</summary>
    public async Task<string> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        if (!IsFor(actor))
            throw new NotAllowed(Refusal);
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        await using var scope = await db.StartChangeAsync(actor, null, input, cancel);
        if (scope.Earlier is { } earlier)
            return earlier.Outcome ?? "";

        var programme = await DescribeAsync(db, input, cancel);
        var manager = await FindManagerAsync(db, actor, input, cancel);
        var from = programme.StartsOn.AddYears(-YearsOfBaseline);
        var whole = new Area(programme, PlaceOf(programme.Authority), AreaKind.Authority, null, from);
        db.Areas.Add(whole);
        db.Areas.AddRange(Lines(input.Areas).Where(name => !IsSame(name, whole.Name)).Select(name => new Area(programme, name, AreaKind.Locality, whole, from)));
        db.Themes.AddRange(Lines(input.Themes).Select((name, place) => new Theme(programme, name, place + 1)));
        // The programme needs its key before the rows that name it by number.
        await db.SaveChangesAsync(cancel);
        scope.Change.ProgrammeId = programme.Id;
        db.ProgrammeStatuses.Add(FirstStatus(programme, scope.Change));
        db.Memberships.Add(new Membership(manager, programme.Id, Role.ProgrammeManager, scope.Change));
        await scope.CommitAsync($"started the programme {programme.Authority}: {programme.Name}, managed by {manager.Name}", cancel, () => programme.Slug);
        return programme.Slug;
    }

    private static async Task<Programme> DescribeAsync(TrackerContext db, Input input, CancellationToken cancel)
    {
        var authority = input.Authority!.Trim();
        var startsOn = input.StartsOn!.Value;
        var intervenedOn = input.Intervention == InterventionKind.None ? null : WrittenDate.Read(input.IntervenedOn);
        var taken = (await db.Programmes.Select(programme => programme.Slug).ToListAsync(cancel)).ToHashSet();
        var free = ProgrammeSlug.MakeUnique(string.IsNullOrWhiteSpace(input.Slug) ? ProgrammeSlug.Propose(authority, intervenedOn?.Month.Year ?? startsOn.Year) : input.Slug.Trim(), taken);
        if (!string.IsNullOrWhiteSpace(input.Slug) && free != input.Slug.Trim())
            throw Refused.At(nameof(Input.Slug), $"Another programme has this address already. Take {free}, or leave it empty.");
        var programme = new Programme(free, authority, input.Name!.Trim(), startsOn);
        programme.PlaceUnder(input.Intervention!.Value, intervenedOn, input.LegalBasis.OrNull());
        return programme;
    }

    private static async Task<Person> FindManagerAsync(TrackerContext db, Actor actor, Input input, CancellationToken cancel)
    {
        var id = actor.IsAdministrator ? input.ManagerId ?? (Manages(actor) ? actor.PersonId : null) : actor.PersonId;
        if (id is null)
            throw Refused.At(nameof(Input.ManagerId), "Choose who manages the programme.");
        return await db.Users.SingleOrDefaultAsync(person => person.Id == id && person.IsActive, cancel)
            ?? throw Refused.At(nameof(Input.ManagerId), "That person can no longer sign in. Choose somebody else.");
    }

    private static ProgrammeStatus FirstStatus(Programme programme, Change change) => programme.Intervention switch
    {
        InterventionKind.None => new(programme, LifecycleState.Preparing, KnownDate.On(programme.StartsOn), "The programme started.", null, change),
        InterventionKind.ImprovementNotice => new(programme, LifecycleState.Issued, programme.IntervenedOn!.Value, "The improvement notice was issued.", null, change),
        InterventionKind.StatutoryDirection => new(programme, LifecycleState.Issued, programme.IntervenedOn!.Value, "The statutory direction was issued.", null, change),
    };

    /// <summary>The place that an authority is for: Nottinghamshire County Council is for Nottinghamshire.</summary>
    private static string PlaceOf(string authority)
    {
        var place = authority;
        foreach (var end in (string[])[" Metropolitan Borough Council", " Borough Council", " County Council", " City Council", " District Council", " Council"])
        {
            if (place.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                place = place[..^end.Length];
                break;
            }
        }
        return place.Length <= Area.NameLength ? place : place[..Area.NameLength];
    }

    private static bool Manages(Actor actor) => actor.Roles.Any(role => role.Role == Role.ProgrammeManager);

    private static List<string> Lines(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
