using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Dashboards;

public sealed class JudgedAreasTests : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private TestDatabase _database = null!;
    private TestProgramme _programme = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _programme = await TestProgramme.CreateAsync(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    private Task<JudgedAreas.Content> LoadAsync(Role role) => new JudgedAreas(_database).LoadAsync(_programme.As(role), TestProgramme.Slug, Never);

    private Task<int> EnterAsync(string on, Visibility visibility = Visibility.Published, string? tally = null) => new SaveInspection(_database).ExecuteAsync(_programme.As(Role.ProgrammeManager), new()
    {
        Programme = TestProgramme.Slug,
        Kind = InspectionKind.SafeguardingAndLookedAfterChildren,
        FieldworkFrom = on,
        Visibility = visibility,
        TallyCount = tally,
        TallyOutOf = tally is null ? null : "33",
        TallyGrade = tally is null ? null : Grade.Inadequate,
    }, Never);

    private Task<int> JudgeAsync(int inspectionId, params JudgeAreas.Line[] lines) =>
        new JudgeAreas(_database).ExecuteAsync(_programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, InspectionId = inspectionId, Lines = [.. lines] }, Never);

    [Fact]
    public async Task Each_area_shows_its_grade_at_each_inspection_in_the_order_of_their_dates_and_a_blank_where_there_is_none()
    {
        var later = await EnterAsync("June 2011");
        var earlier = await EnterAsync("March 2010");
        await EnterAsync("May 2011");
        await JudgeAsync(earlier, new JudgeAreas.Line { Name = "Safeguarding", Grade = Grade.Inadequate }, new JudgeAreas.Line { Name = "Looked after children", Grade = Grade.Adequate });
        await JudgeAsync(later, new JudgeAreas.Line { Name = "Safeguarding", Grade = Grade.Adequate, AimedFor = Grade.Good, AimedForBy = "2012-03" });

        var page = await LoadAsync(Role.Reader);

        Assert.Equal([earlier, later], page.Columns.Select(column => column.InspectionId));
        Assert.Equal([Grade.Inadequate, Grade.Adequate], page.Rows[0].Grades);
        Assert.Equal([Grade.Adequate, (Grade?)null], page.Rows[1].Grades);
        Assert.Equal((Grade.Good, new Month(2012, 3), false), (page.Rows[0].AimedFor!.Value, page.Rows[0].AimedForBy!.Value, page.Rows[0].AimIsIllustrative));
        Assert.Null(page.Rows[1].AimedFor);
    }

    [Fact]
    public async Task A_tally_as_stated_stands_for_grades_that_are_not_known()
    {
        await EnterAsync("March 2010", tally: "13");

        var page = await LoadAsync(Role.BoardMember);

        Assert.Equal(new InspectionList.Tally(13, 33, Grade.Inadequate), Assert.Single(page.Columns).Tally);
        Assert.Empty(page.Rows);
    }

    [Fact]
    public async Task Neither_grades_nor_new_names_give_an_embargoed_inspection_away()
    {
        var published = await EnterAsync("March 2010");
        var embargoed = await EnterAsync("June 2011", Visibility.Embargoed);
        await JudgeAsync(published, new JudgeAreas.Line { Name = "Safeguarding", Grade = Grade.Inadequate });
        await JudgeAsync(embargoed, new JudgeAreas.Line { Name = "Safeguarding", Grade = Grade.Good }, new JudgeAreas.Line { Name = "Care leavers", Grade = Grade.Good });

        var all = await LoadAsync(Role.ProgrammeManager);
        var board = await LoadAsync(Role.BoardMember);

        Assert.Equal((2, 2), (all.Columns.Count, all.Rows.Count));
        Assert.Equal([published], board.Columns.Select(column => column.InspectionId));
        Assert.Equal(["Safeguarding"], board.Rows.Select(row => row.Name));
        Assert.Equal([Grade.Inadequate], board.Rows[0].Grades);
    }
}
