using FsCheck;
using FsCheck.Fluent;

namespace ImprovementTracker.Tests;

/// <summary>Asks of many cases made by chance what must hold of every one. What breaks it is shown with the seed that makes the same cases again.</summary>
public static class ForEvery
{
    public static void Case<T>(Gen<T> cases, Action<T> holds, int count = 100) =>
        Prop.ForAll(cases.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(count));
}
