using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Plan;

/// <summary>Fifty people who save at the same moment, each on a thread of their own.</summary>
public class ManySaversTests
{
    private const int People = 50;

    /// <summary>All begin at once and each says what came of it: null where it was saved.</summary>
    private static List<Exception?> AllAtOnce(Func<int, Task> save)
    {
        var outcomes = new Exception?[People];
        using var start = new Barrier(People);
        var threads = Enumerable.Range(0, People).Select(person => new Thread(() =>
        {
            start.SignalAndWait();
            outcomes[person] = Record.ExceptionAsync(() => save(person)).GetAwaiter().GetResult();
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return [.. outcomes];
    }

    private static UpdateAction.Input Saying(string action, int version, string sentence) =>
        new() { Programme = TestProgramme.Slug, Action = action, Version = version, Progress = Progress.AtRisk, Sentence = sentence };

    [Theory, OnSqlite, OnSqlServer]
    public async Task Each_with_an_action_of_their_own_loses_none_of_their_updates(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync(Enumerable.Range(1, People).Select(number => $"A{number}"), new DateOnly(2011, 1, 1), new DateOnly(2011, 12, 1));
        var director = programme.As(Role.ServiceDirector);

        var outcomes = AllAtOnce(async person =>
        {
            var action = $"A{person + 1}";
            await new UpdateAction(database).ExecuteAsync(director, Saying(action, 1, $"First of {action}."), CancellationToken.None);
            await new UpdateAction(database).ExecuteAsync(director, Saying(action, 2, $"Second of {action}."), CancellationToken.None);
        });

        Assert.All(outcomes, outcome => Assert.Null(outcome));
        await using var db = database.CreateDbContext();
        var said = await db.ActionUpdates.OrderBy(update => update.RecordedIn).Select(update => new { update.Action.Reference, update.Sentence, update.RecordedIn }).ToListAsync();
        Assert.All(Enumerable.Range(1, People), number => Assert.Equal(["Planned.", $"First of A{number}.", $"Second of A{number}."], said.Where(one => one.Reference == $"A{number}").Select(one => one.Sentence)));
        // Every save has a number of its own, in the order of the saves and without a gap.
        var numbers = said.Where(one => one.Sentence != "Planned.").Select(one => one.RecordedIn).ToList();
        Assert.Equal(Enumerable.Range(0, 2 * People).Select(place => numbers[0] + place), numbers);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task All_on_one_action_each_is_either_saved_or_told(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", new DateOnly(2011, 1, 1), new DateOnly(2011, 12, 1));
        var director = programme.As(Role.ServiceDirector);

        var outcomes = AllAtOnce(person => new UpdateAction(database).ExecuteAsync(director, Saying("A1", 1, $"Said by {person}."), CancellationToken.None));

        Assert.All(outcomes.OfType<Exception>(), outcome => Assert.StartsWith("Somebody changed action A1 while you were writing", Assert.IsType<BrokenRule>(outcome).Message, StringComparison.Ordinal));
        var saved = Assert.Single(Enumerable.Range(0, People), person => outcomes[person] is null);
        await using var db = database.CreateDbContext();
        Assert.Equal(["Planned.", $"Said by {saved}."], await db.ActionUpdates.OrderBy(update => update.RecordedIn).Select(update => update.Sentence).ToListAsync());
    }
}
