using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Plan;

public class OverdueTests
{
    private static readonly DateOnly Judged = new(2011, 7, 1);

    [Theory]
    [InlineData(Stage.NotStarted, true)]
    [InlineData(Stage.InProgress, true)]
    [InlineData(Stage.Completed, false)]
    [InlineData(Stage.Verified, false)]
    [InlineData(Stage.Withdrawn, false)]
    public void Only_what_is_still_to_be_done_can_be_overdue(Stage stage, bool expected) =>
        Assert.Equal(expected, Overdue.Is(stage, new DateOnly(2011, 6, 30), Judged));

    [Theory]
    [InlineData("2011-06-30", true)]
    [InlineData("2011-07-01", false)]
    [InlineData("2011-07-02", false)]
    public void An_action_is_not_overdue_on_its_due_date_but_on_the_day_after(string due, bool expected) =>
        Assert.Equal(expected, Overdue.Is(Stage.InProgress, DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), Judged));

    [Theory]
    [InlineData("2011-07-07", "due in 6 days")]
    [InlineData("2011-07-02", "due tomorrow")]
    [InlineData("2011-07-01", "due today")]
    [InlineData("2011-06-30", "1 day overdue")]
    [InlineData("2011-05-31", "31 days overdue")]
    [InlineData("2008-07-01", "1,095 days overdue")]
    public void How_far_off_it_is_is_said_in_days(string due, string expected) =>
        Assert.Equal(expected, Overdue.InWords(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), Judged));

    [Theory, OnSqlite, OnSqlServer]
    public async Task The_database_finds_the_same_actions_overdue_as_the_rule(Domain.Data.DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        foreach (var stage in Enum.GetValues<Stage>())
        {
            foreach (var due in new[] { Judged.AddDays(-1), Judged, Judged.AddDays(1) })
            {
                var action = await programme.PlanAsync($"{stage.ToString()[..3]}{due.Day}", new DateOnly(2011, 1, 1), due);
                await programme.ChangeAsync((db, change) => db.Attach(action).Entity.BringTo(stage, Impact.NotYetKnown, "Moved for the test.", change));
            }
        }

        await using var db = database.CreateDbContext();
        var inDatabase = await db.PriorityActions.Where(Overdue.On(Judged)).Select(action => action.Reference).ToListAsync();

        Assert.Equal(["InP30", "Not30"], inDatabase.Order(StringComparer.Ordinal));
    }
}
