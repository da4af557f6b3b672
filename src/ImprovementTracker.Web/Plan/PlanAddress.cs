using System.Globalization;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Web.Dashboards;
using Microsoft.AspNetCore.WebUtilities;

namespace ImprovementTracker.Web.Plan;

/// <summary>The addresses of the plan's pages; what is chosen in the list of actions stands in its address.</summary>
public static class PlanAddress
{
    public const int TextLength = 100;

    public static string Actions(string slug) => $"/p/{slug}/actions";

    /// <summary>The whole plan as one table to print.</summary>
    public static string OnAPage(string slug) => $"/p/{slug}/plan";

    public static string Mine(string slug) => $"/p/{slug}/my-actions";

    /// <summary>Where owner and record disagree, and what the plan lacks.</summary>
    public static string DisagreementsAndGaps(string slug) => $"/p/{slug}/disagreements-and-gaps";

    public static string NewAction(string slug) => $"/p/{slug}/actions/new";

    /// <summary>The same with the finding ticked that the action is to answer.</summary>
    public static string NewActionOnFinding(string slug, int finding) => $"{NewAction(slug)}?finding={finding.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The same with the requirement ticked that the action is to answer.</summary>
    public static string NewActionOnRequirement(string slug, int requirement) => $"{NewAction(slug)}?requirement={requirement.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The same with the measure ticked that the action should move.</summary>
    public static string NewActionOnMeasure(string slug, string code) => $"{NewAction(slug)}?measure={Uri.EscapeDataString(code)}";

    /// <summary>The form by which a person's open actions are handed over.</summary>
    /// <param name="from">Who hands over; null where that is yet to be chosen.</param>
    public static string Handover(string slug, int? from = null) => $"/p/{slug}/handover{(from is { } person ? $"?from={person.ToString(CultureInfo.InvariantCulture)}" : "")}";

    /// <summary>What was handed over by a change.</summary>
    public static string HandedOver(string slug, long change) => $"/p/{slug}/handovers/{change.ToString(CultureInfo.InvariantCulture)}";

    public static string NewObjective(string slug) => $"/p/{slug}/objectives/new";

    public static string Action(string slug, string reference) => $"/p/{slug}/actions/{Uri.EscapeDataString(reference)}";

    public static string Update(string slug, string reference) => Action(slug, reference) + "/update";

    /// <summary>The form by which an action is completed, verified, looked at again, reopened or withdrawn.</summary>
    public static string Move(string slug, string reference, StageMove move) => $"{Action(slug, reference)}/{move.ToString().ToLowerInvariant()}";

    /// <summary>Where the impact of a completed or verified action is judged.</summary>
    public static string Impact(string slug, string reference) => Action(slug, reference) + "/impact";

    public static string AddMilestone(string slug, string reference) => Action(slug, reference) + "/milestones/new";

    public static string EditMilestone(string slug, string reference, int id) => $"{Action(slug, reference)}/milestones/{id.ToString(CultureInfo.InvariantCulture)}";

    public static string AddEvidence(string slug, string reference) => Action(slug, reference) + "/evidence/new";

    public static string EndEvidence(string slug, string reference, int id) => $"{Action(slug, reference)}/evidence/{id.ToString(CultureInfo.InvariantCulture)}/end";

    /// <summary>Where a file of evidence is downloaded.</summary>
    public static string EvidenceFile(string slug, int id) => $"/p/{slug}/evidence/{id.ToString(CultureInfo.InvariantCulture)}";

    public static string Edit(string slug, string reference) => Action(slug, reference) + "/edit";

    public static string EditObjective(string slug, string reference) => $"/p/{slug}/objectives/{Uri.EscapeDataString(reference)}/edit";

    /// <summary>The page to go to once something is saved: it says so, and the draft kept in the browser is no longer needed.</summary>
    public static string Saved(string address, string what, Guid submission) => $"{address}?saved={what}&form={submission}";

    /// <summary>The list of actions as it is chosen, with only what differs from the whole plan.</summary>
    public static string List(string slug, PlanList.Filter filter) => Chosen(Actions(slug), filter);

    /// <summary>The Excel file with everything that the list shows as it is chosen, over all its pages.</summary>
    public static string File(string slug, PlanList.Filter filter) => Chosen(Actions(slug) + ".xlsx", filter with { Page = 1 });

    private static string Chosen(string address, PlanList.Filter filter)
    {
        var parts = new Dictionary<string, string?>
        {
            ["status"] = filter.Status?.ToString(),
            ["theme"] = filter.ThemeId?.ToString(CultureInfo.InvariantCulture),
            ["lead"] = filter.LeadId?.ToString(CultureInfo.InvariantCulture),
            ["overdue"] = filter.OnlyOverdue ? "true" : null,
            ["recheck"] = filter.OnlyRecheckDue ? "true" : null,
            ["text"] = string.IsNullOrWhiteSpace(filter.Text) ? null : filter.Text.Trim(),
            ["order"] = filter.Order == PlanOrder.Objective ? null : filter.Order.ToString(),
            ["page"] = filter.Page > 1 ? filter.Page.ToString(CultureInfo.InvariantCulture) : null,
        };
        return QueryHelpers.AddQueryString(address, parts.Where(part => part.Value is not null));
    }

    /// <summary>Reads what an address chooses; a part that means nothing chooses nothing.</summary>
    public static PlanList.Filter Read(string? status, string? theme, string? lead, string? overdue, string? recheck, string? text, string? order, string? page) => new(
        Named<ActionStatus>(status),
        DashboardAddress.Number(theme),
        DashboardAddress.Number(lead),
        overdue == "true",
        string.IsNullOrWhiteSpace(text) ? null : text.Trim() is { Length: > TextLength } longer ? longer[..TextLength] : text.Trim(),
        Named<PlanOrder>(order) ?? PlanOrder.Objective,
        DashboardAddress.Number(page) is { } number and > 0 ? number : 1,
        recheck == "true");

    private static T? Named<T>(string? text) where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null;
}
