using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Dashboards;

public class OverviewBoardTests
{
    [Fact]
    public async Task A_finished_programme_says_once_on_which_day_its_plan_is_judged_to_those_who_see_the_plan()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, new Month(2011, 5), RecordedValue.Counted(76, 100));
        await programme.ChangeAsync((db, _) => db.Attach(programme.Programme).Entity.Describe("Testshire Council", "improvement notice", new DateOnly(2010, 1, 1), new DateOnly(2011, 6, 14)));

        Assert.Equal("Position at 31 May 2011, as known on 1 July 2011. The record ends on 14 June 2011: ‘today’ and ‘overdue’ are said of that day.",
            (await new Overview(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, null, CancellationToken.None)).Position);
        Assert.DoesNotContain("overdue", (await new Overview(database).LoadAsync(programme.As(Role.Reader), TestProgramme.Slug, null, CancellationToken.None)).Position, StringComparison.Ordinal);
    }
}
