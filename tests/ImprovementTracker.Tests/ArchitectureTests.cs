using System.Reflection;
using System.Text.RegularExpressions;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;

namespace ImprovementTracker.Tests;

/// <summary>The rules of docs/architecture.md. Each failure says what to do.</summary>
public partial class ArchitectureTests
{
    private static readonly string[] Features = ["Programmes", "Inspections", "Plan", "Measures", "Dashboards", "Board", "Reports", "Cases", "People", "Operation"];
    private static readonly string[] MayReadSeveralFeatures = ["Dashboards", "Board", "Reports", "Operation"];
    private static readonly string[] BannedNames = ["Common", "Helper", "Helpers", "Util", "Utils", "Utilities", "Service", "Services", "Manager", "Managers", "Model", "Models", "Info", "Repository", "Dto"];
    private static readonly Assembly Domain = typeof(TrackerContext).Assembly;
    private static readonly Assembly Documents = Assembly.Load("ImprovementTracker.Documents");

    internal static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "ImprovementTracker.sln")))
                folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
            return folder.FullName;
        }
    }

    private static IEnumerable<(string Path, string Text)> SourceOf(params string[] projects) => projects
        .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Root, "src", project), "*.*", SearchOption.AllDirectories))
        .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
        .Where(path => !BuildOutput().IsMatch(path) && !path.Contains("Migrations", StringComparison.Ordinal))
        .Select(path => (Path.GetRelativePath(Root, path), File.ReadAllText(path)));

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex BuildOutput();

    [GeneratedRegex(@"(?m)^\s*@?using\s+(?:static\s+)?([\w.]+)")]
    private static partial Regex UsingLine();

    private static void AssertUsesNone(IEnumerable<(string Path, string Text)> files, string[] banned, string advice)
    {
        var broken = from file in files
                     from Match line in UsingLine().Matches(file.Text)
                     let used = line.Groups[1].Value
                     where banned.Any(name => used == name || used.StartsWith(name + ".", StringComparison.Ordinal))
                     select $"{file.Path} uses {used}: {advice}";
        Assert.Empty(broken);
    }

    [Fact]
    public void Domain_knows_no_web_and_no_documents() => AssertUsesNone(
        SourceOf("ImprovementTracker.Domain"),
        ["Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Builder", "Radzen", "DocumentFormat", "ImprovementTracker.Web", "ImprovementTracker.Documents", "Serilog"],
        "move what needs it to Web or Documents.");

    [Fact]
    public void Only_people_and_data_know_the_sign_in_library() => AssertUsesNone(
        SourceOf("ImprovementTracker.Domain").Where(file => !file.Path.Contains("/People/", StringComparison.Ordinal) && !file.Path.Contains("/Data/", StringComparison.Ordinal)),
        ["Microsoft.AspNetCore"],
        "only Domain/People and Domain/Data may; ask Actor instead.");

    [Fact]
    public void Documents_turn_records_into_files_and_know_no_database() => AssertUsesNone(
        SourceOf("ImprovementTracker.Documents"),
        ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "ImprovementTracker.Domain.Data", "ImprovementTracker.Web"],
        "let a read make the record and hand it in.");

    [Fact]
    public void Web_calls_use_cases_and_reads_and_never_the_database_itself()
    {
        var broken = SourceOf("ImprovementTracker.Web")
            .Where(file => !file.Path.Contains("/Operation/", StringComparison.Ordinal) && !file.Path.Contains("/People/", StringComparison.Ordinal))
            .Where(file => file.Text.Contains("DbSet<", StringComparison.Ordinal) || file.Text.Contains("SaveChanges", StringComparison.Ordinal) || file.Text.Contains("CreateDbContext", StringComparison.Ordinal))
            .Select(file => $"{file.Path} reaches into the database: write a use case or a read in Domain and call that.");
        Assert.Empty(broken);
    }

    [Fact]
    public void No_interface_has_a_single_implementation_of_ours()
    {
        var ours = new[] { Domain, Documents, typeof(Program).Assembly };
        var lonely = ours.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsInterface && type.Namespace?.StartsWith("ImprovementTracker", StringComparison.Ordinal) == true)
            .Where(contract => ours.SelectMany(assembly => assembly.GetTypes()).Count(type => type.IsClass && contract.IsAssignableFrom(type)) < 2)
            .Select(contract => $"{contract.FullName} has one implementation: use the class itself.");
        Assert.Empty(lonely);
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        var broken = from file in SourceOf("ImprovementTracker.Domain", "ImprovementTracker.Documents", "ImprovementTracker.Web")
                     where file.Path.EndsWith(".cs", StringComparison.Ordinal)
                     let declared = NamespaceLine().Match(file.Text).Groups[1].Value
                     where declared.Length > 0
                     let expected = Path.GetDirectoryName(file.Path)!.Replace("src" + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace(Path.DirectorySeparatorChar, '.')
                     where declared != expected
                     select $"{file.Path} declares {declared}: move it, or declare {expected}.";
        Assert.Empty(broken);
    }

    [GeneratedRegex(@"(?m)^namespace\s+([\w.]+);")]
    private static partial Regex NamespaceLine();

    [Fact]
    public void Folders_are_features_or_one_of_the_few_others()
    {
        string[] others = ["Data", "Shell", "Shared", "CommandLine", "wwwroot", "bin", "obj", "Properties"];
        var strange = Directory.EnumerateDirectories(Path.Combine(Root, "src")).SelectMany(Directory.EnumerateDirectories)
            .Where(folder => !Features.Contains(Path.GetFileName(folder)) && !others.Contains(Path.GetFileName(folder)) && Directory.EnumerateFileSystemEntries(folder).Any())
            .Where(folder => Path.GetFileName(folder) is not ("data" or "logs" or "keys"))
            .Select(folder => $"{Path.GetRelativePath(Root, folder)} is no feature: use one of {string.Join(", ", Features)}.");
        Assert.Empty(strange);
    }

    [Fact]
    public void Names_say_what_things_are()
    {
        var vague = new[] { Domain, Documents, typeof(Program).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("ImprovementTracker", StringComparison.Ordinal) == true && !type.Name.Contains('<', StringComparison.Ordinal))
            .Where(type => BannedNames.Any(name => type.Name == name || WordEnding(type.Name) == name))
            .Where(type => type != typeof(TrackerServices))
            .Select(type => $"{type.FullName}: name it after what it does or holds.");
        Assert.Empty(vague);
    }

    private static string WordEnding(string name)
    {
        var last = name.Length - 1;
        while (last > 0 && !char.IsUpper(name[last]))
            last--;
        return name[last..];
    }

    private static bool IsUseCaseOrRead(Type type) => EntryPoint(type) is not null;

    private static MethodInfo? EntryPoint(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).FirstOrDefault(method => method.Name is "ExecuteAsync" or "LoadAsync");

    [Fact]
    public void Every_use_case_and_read_is_asked_by_an_actor_and_can_be_cancelled()
    {
        var broken = TrackerServices.UseCasesAndReads.Where(type => type != typeof(WhoAsks))
            .Where(type => EntryPoint(type)?.GetParameters() is not [{ } first, ..] || first.ParameterType != typeof(Actor) || EntryPoint(type)!.GetParameters()[^1].ParameterType != typeof(CancellationToken))
            .Select(type => $"{type.FullName}: give it one method ExecuteAsync or LoadAsync that takes an Actor first and a CancellationToken last.");
        Assert.Empty(broken);
    }

    [Fact]
    public void A_use_case_or_read_calls_none_of_another_feature()
    {
        var entries = TrackerServices.UseCasesAndReads.Where(IsUseCaseOrRead).ToDictionary(type => type.Name, type => type.Namespace!.Split('.')[2]);
        var broken = from file in SourceOf("ImprovementTracker.Domain")
                     let feature = file.Path.Split(Path.DirectorySeparatorChar)[2]
                     where !MayReadSeveralFeatures.Contains(feature)
                     from entry in entries
                     where entry.Value != feature && Regex.IsMatch(file.Text, $@"\bnew {entry.Key}\(")
                     select $"{file.Path} calls {entry.Value}/{entry.Key}: a read over several features lives in Dashboards, Board or Reports.";
        Assert.Empty(broken);
    }

    [Fact]
    public void Nothing_waits_for_a_task_and_nothing_is_async_without_one()
    {
        var broken = SourceOf("ImprovementTracker.Domain", "ImprovementTracker.Documents", "ImprovementTracker.Web")
            .Where(file => Regex.IsMatch(file.Text, @"\basync void\b|\.GetAwaiter\(\)\.GetResult\(\)|\)\.Result\b|\.Wait\(\)"))
            .Select(file => $"{file.Path}: await the task.");
        Assert.Empty(broken);
    }

    [Fact]
    public void A_page_has_its_content_before_it_is_drawn()
    {
        var broken = SourceOf("ImprovementTracker.Web")
            .Where(file => file.Path.EndsWith(".razor", StringComparison.Ordinal) && file.Text.Contains("OnInitializedAsync", StringComparison.Ordinal))
            .Select(file => $"{file.Path}: inherit LoadedPage and load in LoadAsync; a component that loads in OnInitializedAsync is drawn once without its content.");
        Assert.Empty(broken);
    }

    [Fact]
    public void Files_stay_short_enough_to_read()
    {
        var longOnes = SourceOf("ImprovementTracker.Domain", "ImprovementTracker.Documents", "ImprovementTracker.Web")
            .Select(file => (file.Path, Lines: file.Text.Count(letter => letter == '\n')))
            .Where(file => file.Lines > (file.Path.EndsWith(".razor", StringComparison.Ordinal) ? 160 : 300))
            .Select(file => $"{file.Path} has {file.Lines} lines: take a part out.");
        Assert.Empty(longOnes);
    }
}
