namespace ImprovementTracker.Domain.Measures.Library;

/// <summary>
/// The measures that an improvement programme in England may start from: 57 by number, some of which are counted in more
/// than one way. What they mean, and how they mislead, follows the Department for Education's definitions where it has any.
/// </summary>
public static partial class MeasureLibrary
{
    public static IReadOnlyList<LibraryEntry> All { get; } = [.. FrontDoor, .. Protection, .. LookedAfter, .. Workforce];

    /// <summary>The entry of a number; the first where several share it.</summary>
    public static LibraryEntry Of(int number) => All.First(entry => entry.Number == number);

    public static LibraryEntry? Find(string code) => All.FirstOrDefault(entry => entry.Code == code);
}
