using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.People;

/// <summary>A role that somebody holds: in one programme, or (administrator) in the whole installation.</summary>
public sealed record ActorRole(int? ProgrammeId, Role Role);

/// <summary>Who asks: a person with the roles held, or the named system actor of a command-line verb.</summary>
public sealed record Actor
{
    private Actor(int? personId, string name, IReadOnlyList<ActorRole> roles, bool isSystem)
    {
        PersonId = personId;
        Name = name;
        Roles = roles;
        IsSystem = isSystem;
    }

    public int? PersonId { get; }
    public string Name { get; }
    public IReadOnlyList<ActorRole> Roles { get; }
    public bool IsSystem { get; }

    /// <summary>Nobody: may do and see nothing.</summary>
    public static readonly Actor Nobody = new(null, "Nobody", [], isSystem: false);

    public static Actor Of(int personId, string name, IReadOnlyList<ActorRole> roles) => new(personId, name, roles, isSystem: false);

    /// <summary>The program itself, run by whoever holds the machine; the name says which verb.</summary>
    public static Actor System(string name) => new(null, name, [], isSystem: true);

    public bool IsAdministrator => IsSystem || Roles.Any(role => role.Role == Role.Administrator);

    /// <summary>The furthest that any of the person's roles in the programme reaches.</summary>
    public Extent May(Permission permission, int? programmeId) =>
        IsSystem ? Extent.Yes : Roles
            .Where(role => role.Role == Role.Administrator || (role.ProgrammeId == programmeId && programmeId is not null))
            .Select(role => Permissions.Of(role.Role, permission))
            .DefaultIfEmpty(Extent.No)
            .Max();

    /// <summary>Whether the permission reaches this thing, which is or is not the person's own (led, accountable for, entered, named on).</summary>
    public bool May(Permission permission, int? programmeId, bool isTheirs) => May(permission, programmeId) switch
    {
        Extent.Yes => true,
        Extent.OnlyTheirOwn or Extent.OnlyWhereNamed => isTheirs,
        Extent.NotTheirOwn => !isTheirs,
        Extent.No or Extent.QuestionsOnly or Extent.ScrutinyOnly => false,
    };

    /// <exception cref="NotAllowed">The permission does not reach so far.</exception>
    public void Require(Permission permission, int? programmeId, bool isTheirs)
    {
        if (!May(permission, programmeId, isTheirs))
            throw new NotAllowed(Permissions.Refusal(permission));
    }

    /// <summary>Requires the permission without any condition.</summary>
    /// <exception cref="NotAllowed">The permission is not held, or only for some things.</exception>
    public void Require(Permission permission, int? programmeId)
    {
        if (May(permission, programmeId) != Extent.Yes)
            throw new NotAllowed(Permissions.Refusal(permission));
    }

    /// <summary>Whether the person sees only what is approved and published in this programme.</summary>
    public bool SeesOnlyPublished(int programmeId) => May(Permission.ReadProgramme, programmeId) != Extent.Yes;
}
