using ImprovementTracker.Domain.People;

namespace ImprovementTracker.Web.People;

/// <summary>How a person, the account and the roles are spoken of.</summary>
public static class PersonWords
{
    public static string Account(this ListedPerson person) =>
        !person.IsActive ? "Closed"
        : person.IsDemonstration ? "Demonstration"
        : person.HasPassword ? "Open"
        : "No password yet";

    /// <summary>Without the mark that the whole page carries already.</summary>
    public static string ShortName(this DemonstrationPerson person) => person.Name.Replace(" (demonstration)", "", StringComparison.Ordinal);

    /// <summary>What somebody comes for who holds the first of the roles.</summary>
    public static string Does(this DemonstrationPerson person) => person.Roles.Count == 0 ? "" : person.Roles[0] switch
    {
        Role.BoardMember => "Sees what is on course and what is not.",
        Role.ServiceDirector => "Says how their own actions are going.",
        Role.PerformanceOfficer => "Records each month's figures.",
        Role.ProgrammeManager => "Enters what the inspectors found and what the council does about it.",
        Role.ScrutinyOfficer => "Gets the report to the committee.",
        Role.Reader => "Sees what is approved and published.",
        Role.Administrator => "Adds people and gives them roles.",
    };

    /// <summary>Whoever comes to look stands first, whoever keeps the doors last.</summary>
    public static int Place(this DemonstrationPerson person) => person.Roles.Count == 0 ? int.MaxValue : person.Roles[0] switch
    {
        Role.BoardMember => 1,
        Role.ServiceDirector => 2,
        Role.PerformanceOfficer => 3,
        Role.ProgrammeManager => 4,
        Role.ScrutinyOfficer => 5,
        Role.Reader => 6,
        Role.Administrator => 7,
    };
}
