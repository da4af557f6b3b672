using ImprovementTracker.Domain.Plan;

namespace ImprovementTracker.Domain.Data;

/// <summary>Something that stood from the change that added it until the one that ended it: a target, a link, an owner, a piece of evidence.</summary>
public interface IAddedAndEnded
{
    long AddedIn { get; }

    /// <summary>Null while it stands.</summary>
    long? EndedIn { get; }
}

/// <summary>One of the things that were recorded of something, each in the place of the one before: a value's revision.</summary>
public interface IRecordedAndSuperseded
{
    long RecordedIn { get; }

    /// <summary>Null while nothing has come in its place.</summary>
    long? SupersededIn { get; }
}

/// <summary>
/// The one rule of what was known at a moment, and of what changed between two. A moment is the sequence number of the
/// last change committed up to it; a change that comes later alters nothing of what was known then.
/// </summary>
public static class AsKnown
{
    /// <summary>What had been added by the moment and had not been ended by then.</summary>
    public static IQueryable<T> KnownAt<T>(this IQueryable<T> rows, long moment) where T : class, IAddedAndEnded =>
        rows.Where(row => row.AddedIn <= moment && (row.EndedIn == null || row.EndedIn > moment));

    /// <summary>The revisions that stood at the moment.</summary>
    public static IQueryable<T> RevisionsKnownAt<T>(this IQueryable<T> revisions, long moment) where T : class, IRecordedAndSuperseded =>
        revisions.Where(revision => revision.RecordedIn <= moment && (revision.SupersededIn == null || revision.SupersededIn > moment));

    /// <summary>The updates that had been made by the moment: each stays for good.</summary>
    public static IQueryable<ActionUpdate> EntriesKnownAt(this IQueryable<ActionUpdate> updates, long moment) =>
        updates.Where(update => update.RecordedIn <= moment);

    /// <summary>The entries that had been made by the moment and had not been taken back by then.</summary>
    public static IQueryable<T> EntriesStandingAt<T>(this IQueryable<T> entries, long moment) where T : RecordedEntry =>
        entries.WithTakenBack().Where(entry => entry.RecordedIn <= moment && (entry.EndedIn == null || entry.EndedIn > moment));

    /// <summary>What was added or ended after the first moment and up to the second.</summary>
    public static IQueryable<T> ChangedBetween<T>(this IQueryable<T> rows, long after, long upTo) where T : class, IAddedAndEnded =>
        rows.Where(row => (row.AddedIn > after && row.AddedIn <= upTo) || (row.EndedIn > after && row.EndedIn <= upTo));

    /// <summary>What stood at any moment from the first to the second, both included.</summary>
    public static IQueryable<T> KnownBetween<T>(this IQueryable<T> rows, long first, long last) where T : class, IAddedAndEnded =>
        rows.Where(row => row.AddedIn <= last && (row.EndedIn == null || row.EndedIn > first));

    /// <summary>Whether a row that is at hand stood at the moment.</summary>
    public static bool Stood(long addedIn, long? endedIn, long moment) => addedIn <= moment && (endedIn is null || endedIn > moment);
}
