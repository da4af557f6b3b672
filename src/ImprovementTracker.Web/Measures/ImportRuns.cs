using System.Collections.Concurrent;
using System.Diagnostics;
using FluentValidation;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.People;

namespace ImprovementTracker.Web.Measures;

/// <summary>How far a recording is.</summary>
public enum ImportState { Running, Recorded, Cancelled, Failed }

/// <summary>A file whose figures are being recorded.</summary>
public sealed class ImportRun(Actor actor, ImportMeasures.Input input, int total) : IProgress<int>, IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private int _done;

    public Actor Actor => actor;
    public long Begun { get; } = Stopwatch.GetTimestamp();
    public ImportMeasures.Input Input => input;
    public int Total => total;
    public int Done => Volatile.Read(ref _done);
    public ImportState State { get; private set; }

    /// <summary>Why it failed, and what to do.</summary>
    public string? Problem { get; private set; }

    public Task Ended { get; private set; } = Task.CompletedTask;

    public void Report(int value) => Volatile.Write(ref _done, value);

    public void Dispose() => _cancel.Dispose();

    internal void Start(Func<ImportRun, CancellationToken, Task> work, CancellationToken stopping) => Ended = Task.Run(async () =>
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_cancel.Token, stopping);
        await work(this, either.Token);
    }, CancellationToken.None);

    /// <summary>Nothing of it stays, unless it had ended before.</summary>
    internal Task CancelAsync() => _cancel.CancelAsync();

    internal void End(ImportState state, string? problem = null) => (Problem, State) = (problem, state);
}

/// <summary>
/// The recordings that this process is about. A page asks how far they are and may cancel them; when the program ends in the
/// middle nothing is recorded, and the file still waits.
/// </summary>
public sealed class ImportRuns(ImportsInHand inHand, ImportMeasures importMeasures, IHostApplicationLifetime life, ILogger<ImportRuns> log)
{
    /// <summary>Those whose end may still be asked for.</summary>
    private const int MostEnded = 50;

    private readonly ConcurrentDictionary<int, ImportRun> _runs = new();
    private readonly Lock _starting = new();

    /// <summary>The run of the file, where it is the person's own.</summary>
    public ImportRun? Find(int fileId, Actor actor) => _runs.TryGetValue(fileId, out var run) && run.Actor.PersonId == actor.PersonId ? run : null;

    /// <summary>Begins to record, once: a file that is being recorded, or was, is not begun again.</summary>
    public void Start(int fileId, Actor actor, ImportMeasures.Input input, int total)
    {
        lock (_starting)
        {
            if (_runs.TryGetValue(fileId, out var earlier) && earlier.State is ImportState.Running or ImportState.Recorded)
                return;
            var run = new ImportRun(actor, input, total);
            _runs[fileId] = run;
            earlier?.Dispose();
            foreach (var (id, old) in _runs.Where(one => one.Value.State != ImportState.Running).OrderByDescending(one => one.Value.Begun).Skip(MostEnded))
                if (_runs.TryRemove(id, out _))
                    old.Dispose();
            run.Start(RecordAsync, life.ApplicationStopping);
        }
    }

    /// <summary>Cancels, and waits until it has ended: it may have been recorded already.</summary>
    public async Task CancelAsync(int fileId, Actor actor)
    {
        if (Find(fileId, actor) is not { } run)
            return;
        await run.CancelAsync();
        await run.Ended;
    }

    private async Task RecordAsync(ImportRun run, CancellationToken cancel)
    {
        try
        {
            var fileId = run.Input.FileId!.Value;
            var (file, choices, sheet) = await inHand.ReadAsync(run.Actor, run.Input.Programme, fileId, null, cancel);
            (run.Input.Name, run.Input.Choices, run.Input.Sheet) = (file.Name, choices, sheet);
            await importMeasures.ExecuteAsync(run.Actor, run.Input, run, cancel);
            inHand.Forget(fileId);
            run.End(ImportState.Recorded);
        }
        catch (Exception error) when (cancel.IsCancellationRequested)
        {
            // Some databases report a cancelled command as an error of their own.
            log.LogInformation(error, "An import was cancelled");
            run.End(ImportState.Cancelled);
        }
        catch (BrokenRule broken)
        {
            run.End(ImportState.Failed, broken.Message);
        }
        catch (ValidationException invalid)
        {
            run.End(ImportState.Failed, string.Join(' ', invalid.Errors.Select(failure => failure.ErrorMessage)));
        }
        catch (Exception error)
        {
            log.LogError(error, "An import ended in a way that was not foreseen");
            run.End(ImportState.Failed, "Something went wrong that is our fault. Nothing was recorded; try once more.");
        }
        finally
        {
            run.Input.Sheet = new("", []);
        }
    }
}

/// <summary>What a page asks while figures are being recorded.</summary>
public static class ImportRunPoints
{
    public static void MapImportRuns(this WebApplication app) => app.MapGet("/p/{slug}/import/{id:int}/progress", async (int id, ImportRuns runs, CurrentActor current) =>
        runs.Find(id, await current.GetAsync()) is { } run
            ? Results.Json(new { done = run.Done, total = run.Total, running = run.State == ImportState.Running })
            : Results.NotFound()).RequireAuthorization();
}
