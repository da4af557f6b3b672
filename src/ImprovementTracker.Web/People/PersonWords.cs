using ImprovementTracker.Domain.People;

namespace ImprovementTracker.Web.People;

/// <summary>How a person's account is spoken of.</summary>
public static class PersonWords
{
    public static string Account(this ListedPerson person) =>
        !person.IsActive ? "Closed"
        : person.IsDemonstration ? "Demonstration"
        : person.HasPassword ? "Open"
        : "No password yet";
}
