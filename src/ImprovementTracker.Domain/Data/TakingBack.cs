using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Data;

/// <summary>
/// What was entered wrongly counts no more once it is taken back, and stays in the record with the reason. The model leaves
/// it out of every statement, so that no page can forget to; history and what was known at a moment ask for it.
/// </summary>
public static class TakingBack
{
    public const int ReasonLength = 500;

    private const string Filter = "taken back";
    private static readonly string[] Filters = [Filter];

    /// <summary>Also what was taken back; holds for the whole statement that this becomes part of.</summary>
    public static IQueryable<T> WithTakenBack<T>(this IQueryable<T> entries) where T : RecordedEntry => entries.IgnoreQueryFilters(Filters);

    internal static void CanBeTakenBack<T>(this EntityTypeBuilder<T> builder) where T : RecordedEntry
    {
        builder.Property(entry => entry.EndReason).HasMaxLength(ReasonLength);
        builder.HasChange(entry => entry.EndedIn);
        builder.HasQueryFilter(Filter, entry => entry.EndedIn == null);
    }
}
