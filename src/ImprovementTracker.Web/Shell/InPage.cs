using Microsoft.AspNetCore.Components;

namespace ImprovementTracker.Web.Shell;

/// <summary>Links within a page. All addresses start from the site's root, so a bare "#id" would lead away from the page.</summary>
public static class InPage
{
    public static string LinkTo(this NavigationManager navigation, string id) => $"{navigation.PathAndQuery()}#{id}";

    public static string PathAndQuery(this NavigationManager navigation) => new Uri(navigation.Uri).PathAndQuery;

    public static string Path(this NavigationManager navigation) => new Uri(navigation.Uri).AbsolutePath.TrimEnd('/');
}
