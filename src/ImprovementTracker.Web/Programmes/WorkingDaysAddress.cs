namespace ImprovementTracker.Web.Programmes;

/// <summary>The addresses of the pages about England's bank holidays, which clocks count without.</summary>
public static class WorkingDaysAddress
{
    public const string ThisYear = "/working-days";
    public const string New = "/working-days/new";

    public static string Year(int year) => $"{ThisYear}?year={year}";

    public static string End(int id) => $"{ThisYear}/{id}/end";

    /// <summary>The page to go to once something is saved: it says so.</summary>
    public static string Saved(string what, Guid submission, int? year = null) => $"{ThisYear}?saved={what}&form={submission}{(year is null ? "" : $"&year={year}")}";
}
