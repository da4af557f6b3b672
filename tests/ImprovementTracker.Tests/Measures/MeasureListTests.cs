using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Dashboards;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Measures;

public class MeasureListTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month April2010 = new(2010, 4);
    private static readonly Month May2011 = new(2011, 5);

    private static Task<MeasureList.Shown> LoadAsync(TestDatabase database, Actor actor) => new MeasureList(database).LoadAsync(actor, TestProgramme.Slug, Never);

    [Fact]
    public async Task Each_measure_stands_under_its_theme_with_its_own_latest_month()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, April2010, RecordedValue.Counted(37, 100));
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100));
        await programme.RecordAsync(programme.Referrals, programme.Whole, April2010, RecordedValue.Counted(1190, null));
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(programme.InTime, programme.Referrals);
            programme.Referrals.Place(null, null, 1);
            db.Add(new Target(programme.InTime, null, TargetSetter.DfeNotice, null, null, false, April2010, null, change).WithSteps(TargetPath.Steps, new TargetStep(April2010, 80)));
        });

        var list = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal(["Assessment", null], list.Themes.Select(theme => theme.Name));
        var inTime = list.Themes[0].Measures[0];
        Assert.Equal(
            ("76%", "76% (provisional) in May 2011, up from 37% (provisional) in April 2010: 4 points below the DfE notice's target of 80%.", TargetSetter.DfeNotice, TargetVerdict.Missed, "4 points below"),
            (inTime.Text, inTime.Sentence, inTime.SetBy, inTime.Verdict, inTime.Distance));
        Assert.False(inTime.IsTargetIllustrative);
        Assert.Equal(("1,190", "1,190 (provisional) in April 2010, the only figure there is.", null), (list.Themes[1].Measures[0].Text, list.Themes[1].Measures[0].Sentence, list.Themes[1].Measures[0].Verdict));
    }

    [Fact]
    public async Task A_target_that_is_invented_says_so()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100));
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(programme.InTime);
            db.Add(new Target(programme.InTime, null, TargetSetter.DfeNotice, null, null, true, April2010, null, change).WithSteps(TargetPath.Steps, new TargetStep(April2010, 80)));
        });

        var list = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal([("in-time", true), ("referrals", false)], list.Themes.SelectMany(theme => theme.Measures).Select(line => (line.Code, line.IsTargetIllustrative)).Order());
    }

    [Theory]
    [InlineData(Role.ProgrammeManager, true, "76%")]
    [InlineData(Role.PerformanceOfficer, true, "76%")]
    [InlineData(Role.ServiceDirector, false, "76%")]
    [InlineData(Role.ScrutinyOfficer, false, "76%")]
    [InlineData(Role.BoardMember, false, "76%")]
    [InlineData(Role.Reader, false, "37%")]
    public async Task Every_role_sees_its_own_and_only_some_may_record(Role role, bool mayRecord, string text)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, April2010, RecordedValue.Counted(37, 100) with { Status = ValueStatus.Approved });
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100));

        var list = await LoadAsync(database, programme.As(role));

        Assert.Equal((mayRecord, text), (list.MayRecord, list.Themes[0].Measures[0].Text));
    }

    [Fact]
    public async Task Strangers_and_an_administrator_see_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await Assert.ThrowsAsync<NotFound>(() => LoadAsync(database, Actor.Nobody));
        await Assert.ThrowsAsync<NotAllowed>(() => LoadAsync(database, programme.As(Role.Administrator)));
    }

    [Fact]
    public async Task Four_statements_for_one_of_everything_and_for_a_hundred()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var actor = programme.As(Role.BoardMember);
        database.Statements.Clear();
        await LoadAsync(database, actor);
        Assert.Equal(4, database.Statements.Count);

        await ManyOfEverything.AddAsync(programme);
        database.Statements.Clear();
        Assert.Equal(102, Assert.Single((await LoadAsync(database, actor)).Themes).Measures.Count);
        Assert.Equal(4, database.Statements.Count);
    }
}
