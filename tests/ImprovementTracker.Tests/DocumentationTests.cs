using System.Text.RegularExpressions;

namespace ImprovementTracker.Tests;

/// <summary>What a newcomer reads leads to what is there.</summary>
public partial class DocumentationTests
{
    private static readonly string Docs = Path.Combine(ArchitectureTests.Root, "docs");

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Docs, "*.md", SearchOption.AllDirectories).Prepend(Path.Combine(ArchitectureTests.Root, "README.md"))
        .Select(file => Path.GetRelativePath(ArchitectureTests.Root, file)).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\]\(\s*<?([^)\s>]+)|(?:src|href)=""([^""]+)""|^\s*\[[^\]]+\]:\s*(\S+)", RegexOptions.Multiline)]
    private static partial Regex Link();

    [GeneratedRegex(@"```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    /// <summary>Every file and picture that the page links, without the addresses of other sites.</summary>
    private static IEnumerable<string> LinkedBy(string page) =>
        Link().Matches(Code().Replace(File.ReadAllText(Path.Combine(ArchitectureTests.Root, page)), ""))
            .Select(link => link.Groups.Values.Skip(1).Single(group => group.Success).Value)
            .Where(link => !link.Contains(':', StringComparison.Ordinal) && !link.StartsWith('#'))
            .Select(link => Uri.UnescapeDataString(link.Split('#')[0]));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_file_and_picture_that_a_page_links_is_there(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(ArchitectureTests.Root, page))!;

        Assert.Empty(LinkedBy(page).Where(link => !Path.Exists(Path.Combine(folder, link))).Select(link => $"{page} links {link}, which is not there."));
    }

    [Fact]
    public void The_front_page_shows_a_picture_and_leads_to_the_documents() =>
        Assert.Subset(LinkedBy("README.md").ToHashSet(), new HashSet<string> { "docs/images/overview.png", "docs/architecture.md", "docs/look.html", "docs/decisions" });

    [GeneratedRegex(@"fieldset\.([a-z][a-z-]*)")]
    private static partial Regex KindOfFieldset();

    [Fact]
    public void Every_kind_of_fieldset_in_the_stylesheet_is_shown_with_the_look()
    {
        var look = File.ReadAllText(Path.Combine(Docs, "look.html"));
        var kinds = KindOfFieldset().Matches(File.ReadAllText(Path.Combine(ArchitectureTests.Root, "src", "ImprovementTracker.Web", "wwwroot", "tracker.css"))).Select(kind => kind.Groups[1].Value).ToHashSet();

        Assert.Contains("part", kinds);
        Assert.Empty(kinds.Where(kind => !Regex.IsMatch(look, $@"<fieldset class=""[^""]*\b{kind}\b")).Select(kind => $"docs/look.html does not show <fieldset class=\"{kind}\">."));
    }
}
