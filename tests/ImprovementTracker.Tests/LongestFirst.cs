using ImprovementTracker.Tests.CommandLine;
using ImprovementTracker.Tests.Operation;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("ImprovementTracker.Tests.LongestFirst", "ImprovementTracker.Tests")]

namespace ImprovementTracker.Tests;

/// <summary>Tests that start the program as a process of its own begin first: begun last, they would run alone while the other processors wait.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [nameof(VerbsTests), nameof(SettingsTests), nameof(DoorsTests), nameof(PrepareInstallationTests), nameof(SpcVerbTests)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections
        .OrderBy(collection => Array.FindIndex(Long, name => collection.DisplayName.EndsWith('.' + name, StringComparison.Ordinal)) is >= 0 and var place ? place : Long.Length);
}
