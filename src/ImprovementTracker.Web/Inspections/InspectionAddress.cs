using ImprovementTracker.Domain.Inspections;

namespace ImprovementTracker.Web.Inspections;

/// <summary>The addresses of the pages about inspections.</summary>
public static class InspectionAddress
{
    public static string All(string slug) => $"/p/{slug}/inspections";

    public static string New(string slug) => $"/p/{slug}/inspections/new";

    public static string One(string slug, int id) => $"/p/{slug}/inspections/{id}";

    /// <summary>A finding among the others of its inspection.</summary>
    public static string Finding(string slug, int id, int findingId) => $"{One(slug, id)}#finding-{findingId}";

    /// <summary>A finding with everything that hangs on it, from the inspectors' words to the evidence.</summary>
    public static string Thread(string slug, int findingId) => $"/p/{slug}/findings/{findingId}";

    public static string Edit(string slug, int id) => One(slug, id) + "/edit";

    public static string AddFindings(string slug, int id, bool paste = false) => One(slug, id) + "/findings/new" + (paste ? "?paste=true" : "");

    public static string Judge(string slug, int id) => One(slug, id) + "/judgements";

    public static string Correct(string slug, int findingId) => Thread(slug, findingId) + "/correct";

    public static string Review(string slug, int findingId) => Thread(slug, findingId) + "/review";

    /// <summary>The form that takes back what was entered of a later visit's word.</summary>
    public static string TakeBackReview(string slug, int findingId, int reviewId) => $"{Thread(slug, findingId)}/reviews/{reviewId}/take-back";

    /// <summary>The form for the day on which a plan due by law was sent.</summary>
    public static string SentPlan(string slug, int id, StatutoryPlan plan) => $"{One(slug, id)}/plans/{(plan == StatutoryPlan.Draft ? "draft" : "final")}";

    public static string JudgedAreas(string slug) => $"/p/{slug}/judged-areas";

    /// <summary>The page to go to once something is saved: it says so, and the draft kept in the browser is no longer needed.</summary>
    public static string Saved(string address, string what, Guid submission) => $"{address}?saved={what}&form={submission}";
}
