using System.Globalization;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ImprovementTracker.Domain.Data;

/// <summary>
/// The transaction of one use case. It holds the counter's lock from start to commit, so sequence numbers are in the
/// order of commits, and what the use case reads inside it cannot change before it has written.
/// </summary>
public sealed class ChangeScope : IAsyncDisposable
{
    /// <summary>What a person is told who could not save because another change took too long.</summary>
    public const string Busy = "The tracker is busy recording a large import. What you typed is kept; try again in a moment.";

    private const int SqlTimeout = -2;
    private readonly TrackerContext _db;
    private readonly IDbContextTransaction _transaction;
    private bool _isSent;

    private ChangeScope(TrackerContext db, IDbContextTransaction transaction, Change change, Change? earlier)
    {
        _db = db;
        _transaction = transaction;
        Change = change;
        Earlier = earlier;
    }

    public Change Change { get; }

    /// <summary>The change that the same form made when it was sent the first time; the use case then answers as it did then.</summary>
    public Change? Earlier { get; }

    /// <summary>The number that the use case answered then; null where the form is sent for the first time.</summary>
    public int? EarlierNumber => Earlier is null ? null : int.Parse(Earlier.Outcome ?? "0", CultureInfo.InvariantCulture);

    public static async Task<ChangeScope> StartAsync(TrackerContext db, Actor actor, int? programmeId, ISentOnce? form, CancellationToken cancel)
    {
        var said = form is null ? null : WhatWasSaid.Of(form);
        IDbContextTransaction? transaction = null;
        try
        {
            transaction = await db.Database.BeginTransactionAsync(cancel);
            await db.ChangeCounters.ExecuteUpdateAsync(set => set.SetProperty(counter => counter.Sequence, counter => counter.Sequence + 1), cancel);
            var counter = await db.ChangeCounters.AsNoTracking().SingleAsync(cancel);
            var earlier = form is null ? null : await db.Changes.AsNoTracking().SingleOrDefaultAsync(change => change.Submission == form.Submission, cancel);
            if (earlier?.Said is { } before && before != said)
                throw new SavedAlready(earlier.RecordedAt);
            var now = db.Clock.GetUtcNow().UtcDateTime;
            var moment = now > counter.RecordedAt ? now : counter.RecordedAt;
            return new ChangeScope(db, transaction, new Change(counter.Sequence, moment, actor, programmeId, form?.Submission, said), earlier);
        }
        catch (Exception error)
        {
            if (transaction is not null)
                await transaction.DisposeAsync();
            if (IsWaitTooLong(error))
                throw new BrokenRule(Busy);
            throw;
        }
    }

    /// <summary>Nobody holds the lock for long but an import; whoever has waited for it in vain may try again.</summary>
    private static bool IsWaitTooLong(Exception error) => error is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } or SqlException { Number: SqlTimeout };

    /// <summary>Sends what there is so far, for a change that is too large to be held at once; it counts with the commit or not at all. What was loaded must be attached anew.</summary>
    public async Task SendAsync(CancellationToken cancel)
    {
        if (!_isSent)
            _db.Changes.Add(Change);
        await _db.SaveChangesAsync(cancel);
        _db.ChangeTracker.Clear();
        _isSent = true;
    }

    /// <summary>Writes everything and makes it durable. Until this returns, nothing has happened.</summary>
    /// <param name="what">What was done, without its subject, for the history.</param>
    /// <param name="outcome">What the use case answers, worked out after the rows have their keys.</param>
    public async Task CommitAsync(string what, CancellationToken cancel, Func<string>? outcome = null)
    {
        if (_isSent)
            _db.Changes.Attach(Change);
        else
            _db.Changes.Add(Change);
        Change.What = what.Length <= Change.WhatLength ? what : what[..(Change.WhatLength - 1)] + "…";
        await _db.SaveChangesAsync(cancel);
        if (outcome is not null)
        {
            Change.Outcome = outcome();
            await _db.SaveChangesAsync(cancel);
        }
        await _db.ChangeCounters.ExecuteUpdateAsync(set => set.SetProperty(counter => counter.RecordedAt, Change.RecordedAt), cancel);
        await _transaction.CommitAsync(cancel);
    }

    /// <summary>The same for a use case that answers a number: a key, or how many.</summary>
    public Task CommitAsync(string what, Func<int> outcome, CancellationToken cancel) =>
        CommitAsync(what, cancel, () => outcome().ToString(CultureInfo.InvariantCulture));

    /// <summary>Gives up whatever was not committed.</summary>
    public ValueTask DisposeAsync() => _transaction.DisposeAsync();
}
