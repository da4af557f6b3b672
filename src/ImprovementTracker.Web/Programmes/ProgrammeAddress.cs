using ImprovementTracker.Domain.Dashboards;

namespace ImprovementTracker.Web.Programmes;

/// <summary>The addresses of the pages about a programme itself.</summary>
public static class ProgrammeAddress
{
    public const string New = "/programmes/new";

    public static string Overview(string slug) => $"/p/{slug}";

    public static string Setup(string slug) => $"/p/{slug}/setup";

    public static string AuthorityCode(string slug) => $"/p/{slug}/setup/authority";

    /// <summary>When a month's figures are due, and how many a chart needs.</summary>
    public static string FigureRules(string slug) => $"/p/{slug}/setup/figures";

    public static string NewArea(string slug) => $"/p/{slug}/setup/areas/new";

    public static string Area(string slug, int id) => $"/p/{slug}/setup/areas/{id}";

    public static string NewTheme(string slug) => $"/p/{slug}/setup/themes/new";

    public static string Theme(string slug, int id) => $"/p/{slug}/setup/themes/{id}";

    public static string NewDocument(string slug) => $"/p/{slug}/setup/documents/new";

    public static string Document(string slug, int id) => $"/p/{slug}/setup/documents/{id}";

    public static string Timeline(string slug, TimelineTopic? topic = null) => topic is null ? $"/p/{slug}/timeline" : $"/p/{slug}/timeline?kind={topic}";

    /// <summary>The notice or direction with what it asks.</summary>
    public static string Notice(string slug) => $"/p/{slug}/notice";

    /// <summary>The same, at one of its requirements.</summary>
    public static string Notice(string slug, int requirementId) => $"{Notice(slug)}#requirement-{requirementId}";

    public static string NewRequirement(string slug) => $"/p/{slug}/notice/requirements/new";

    public static string Requirement(string slug, int id) => $"/p/{slug}/notice/requirements/{id}";

    /// <summary>The form for a judgement of it.</summary>
    public static string ReviewRequirement(string slug, int id) => $"{Requirement(slug, id)}/review";

    /// <summary>The form that takes a judgement of it back.</summary>
    public static string TakeBackJudgement(string slug, int id, int reviewId) => $"{Requirement(slug, id)}/judgements/{reviewId}/take-back";

    /// <summary>The form that takes back a state that was entered wrongly.</summary>
    public static string TakeBackMove(string slug, int statusId) => $"{Notice(slug)}/states/{statusId}/take-back";

    /// <summary>The form that takes the programme to the next state of its life.</summary>
    public static string Move(string slug) => $"/p/{slug}/notice/move";

    public static string NewEntry(string slug) => $"/p/{slug}/timeline/new";

    /// <summary>The form that takes an entry back that was entered wrongly.</summary>
    public static string TakeBackEntry(string slug, int id) => $"/p/{slug}/timeline/{id}/take-back";

    /// <summary>Where its name, legal basis and the end of its record are set.</summary>
    public static string Describe(string slug) => $"/p/{slug}/setup/programme";

    public static string Dates(string slug) => $"/p/{slug}/dates";

    public static string NewDate(string slug) => $"/p/{slug}/dates/new";

    /// <summary>The form that moves a planned date, calls it off or takes it back.</summary>
    public static string TakeBackDate(string slug, int id) => $"/p/{slug}/dates/{id}/take-back";

    /// <summary>How the dates come into a person's own calendar.</summary>
    public static string Calendar(string slug) => $"/p/{slug}/dates/calendar";

    public static string CalendarFile(string slug) => $"/p/{slug}/dates.ics";

    /// <summary>The page to go to once something is saved: it says so, and the draft kept in the browser is no longer needed.</summary>
    public static string Saved(string address, string what, Guid submission) => $"{address}?saved={what}&form={submission}";
}
