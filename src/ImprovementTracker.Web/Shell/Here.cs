using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Web.Shell;

/// <summary>Where a person is and who that is: what the frame around every page shows. Filled before the page is drawn, once a request.</summary>
public sealed class Here
{
    /// <summary>The programme's part of the address; null on pages that belong to none.</summary>
    public string? ProgrammeSlug { get; set; }

    public string? ProgrammeName { get; set; }

    /// <summary>What the programme is under: the menu calls the page by it.</summary>
    public InterventionKind Intervention { get; set; }

    /// <summary>Who is signed in, as the frame names them; null for a visitor.</summary>
    public string? PersonName { get; set; }

    /// <summary>Keeps people and roles: the frame offers that page.</summary>
    public bool IsAdministrator { get; set; }

    public bool IsDemonstration { get; set; }

    /// <summary>The pages of the programme that this person may open; the menu shows no other.</summary>
    public IReadOnlySet<NavItem> Allowed { get; set; } = new HashSet<NavItem>();

    /// <summary>An address within the programme: "measures" gives /p/nottinghamshire/measures.</summary>
    public string Address(string page = "") => page.Length == 0 ? $"/p/{ProgrammeSlug}" : $"/p/{ProgrammeSlug}/{page}";
}
