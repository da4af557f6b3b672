using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Approves and locks one figure from a document, or that it was taken back: the only way for a figure that belongs to no
/// month's approval. Nobody approves what they entered.
/// </summary>
public sealed class ApproveFigure(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";
        public string Measure { get; set; } = "";
        public int Id { get; set; }

        /// <summary>The number of the revision that the page showed.</summary>
        public int Seen { get; set; }

        public Guid Submission { get; set; } = Guid.NewGuid();
    }

    /// <summary>The figure's id.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.FindAsync(actor, input.Programme, cancel);
        actor.Require(Permission.ApproveMonth, programme.Id, isTheirs: false);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var (figure, current) = await db.FindStatedAsync(programme.Id, input.Measure, input.Id, input.Seen, cancel);
        await db.RequireOthersAsync(actor, programme.Id, figure, cancel);
        if (current.Status == ValueStatus.Approved)
            throw new BrokenRule("This figure is approved already.");
        figure.Revise(current.As(ValueStatus.Approved), scope.Change);
        await scope.CommitAsync($"approved {(current.Kind == ValueKind.TakenBack ? "the taking back of " : "")}a figure from a document: {figure.Named()}", () => figure.Id, cancel);
        return figure.Id;
    }
}
