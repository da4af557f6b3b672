using FluentValidation;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Inspections;

public class JudgeAreasTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static async Task<int> EnterAsync(TestDatabase database, TestProgramme programme, InspectionKind kind, string on, Visibility visibility) =>
        await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, Kind = kind, FieldworkFrom = on, Visibility = visibility }, Never);

    private static Task<int> JudgeAsync(TestDatabase database, TestProgramme programme, int inspectionId, params JudgeAreas.Line[] lines) =>
        new JudgeAreas(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, InspectionId = inspectionId, Lines = [.. lines] }, Never);

    private static async Task<IReadOnlyList<JudgeAreas.Line>> OpenAsync(TestDatabase database, TestProgramme programme, int inspectionId) =>
        (await new AreasToJudge(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, inspectionId, Never)).Lines;

    [Theory, OnSqlite, OnSqlServer]
    public async Task Grades_and_aims_are_entered_for_areas_by_name_and_a_second_inspection_meets_the_same_areas(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var first = await EnterAsync(database, programme, InspectionKind.SafeguardingAndLookedAfterChildren, "March 2010", Visibility.Published);
        var second = await EnterAsync(database, programme, InspectionKind.SafeguardingAndLookedAfterChildren, "June 2011", Visibility.Published);

        Assert.Equal(2, await JudgeAsync(database, programme, first,
            new() { Name = "Safeguarding", Grade = Grade.Inadequate, AimedFor = Grade.Good, AimedForBy = "2012-03" }, new() { Name = " Looked after children ", Grade = Grade.Adequate }, new()));
        Assert.Equal(1, await JudgeAsync(database, programme, second, new() { Name = "safeguarding", Grade = Grade.Adequate, AimedFor = Grade.Good, AimedForBy = "2012-03" }, new() { Name = "Looked after children" }));

        Assert.Equal([("Safeguarding", Grade.Adequate, Grade.Good, "2012-03"), ("Looked after children", null, (Grade?)null, null)],
            (await OpenAsync(database, programme, second)).Select(line => (line.Name!, line.Grade, line.AimedFor, line.AimedForBy)));
        await using var db = database.CreateDbContext();
        Assert.Equal((2, 3), (await db.JudgedAreas.CountAsync(), await db.Judgements.CountAsync()));
    }

    [Fact]
    public async Task In_a_draft_a_grade_is_put_right_or_made_blank_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, InspectionKind.IlacsStandard, "July 2022", Visibility.Draft);
        await JudgeAsync(database, programme, id, new() { Name = "Overall", Grade = Grade.Good }, new() { Name = "Leaders", Grade = Grade.Good });

        Assert.Equal(1, await JudgeAsync(database, programme, id, new() { Name = "Overall", Grade = Grade.Inadequate }, new() { Name = "Leaders" }));

        Assert.Equal([("Overall", Grade.Inadequate), ("Leaders", (Grade?)null)], (await OpenAsync(database, programme, id)).Select(line => (line.Name!, line.Grade)));
    }

    [Fact]
    public async Task A_published_grade_stays_while_a_blank_can_still_be_filled()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, InspectionKind.IlacsStandard, "July 2010", Visibility.Published);
        await JudgeAsync(database, programme, id, new() { Name = "Overall", Grade = Grade.Inadequate }, new() { Name = "Leaders" });

        var changed = await Assert.ThrowsAsync<BrokenRule>(() => JudgeAsync(database, programme, id, new() { Name = "Overall", Grade = Grade.Good }, new() { Name = "Leaders", Grade = Grade.Good }));
        await Assert.ThrowsAsync<BrokenRule>(() => JudgeAsync(database, programme, id, new JudgeAreas.Line { Name = "Overall" }));
        Assert.Equal("Grades stay as they are after publication. Say what is wrong in the inspection's note.", changed.Message);
        Assert.Equal([Grade.Inadequate, (Grade?)null], (await OpenAsync(database, programme, id)).Select(line => line.Grade));

        Assert.Equal(2, await JudgeAsync(database, programme, id, new() { Name = "Overall", Grade = Grade.Inadequate }, new() { Name = "Leaders", Grade = Grade.RequiresImprovement }));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_grade_that_others_have_read_is_kept_when_the_draft_gets_another(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, InspectionKind.IlacsStandard, "July 2010", Visibility.Embargoed);
        await JudgeAsync(database, programme, id, new() { Name = "Overall", Grade = Grade.Inadequate }, new() { Name = "Leaders", Grade = Grade.Good });
        var form = (await new InspectionToEdit(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, id, Never)).Input;
        form.Visibility = Visibility.Draft;
        await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), form, Never);

        Assert.Equal(1, await JudgeAsync(database, programme, id, new() { Name = "Overall", Grade = Grade.RequiresImprovement }, new() { Name = "Leaders" }));

        Assert.Equal([Grade.RequiresImprovement, (Grade?)null], (await OpenAsync(database, programme, id)).Select(line => line.Grade));
        Assert.Equal([("Overall", Grade.RequiresImprovement)],
            (await new InspectionPage(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, id, Never)).Grades.Select(line => (line.Name, line.Grade)));
        await using var db = database.CreateDbContext();
        Assert.Equal([("Overall", Grade.Inadequate, true), ("Leaders", Grade.Good, true), ("Overall", Grade.RequiresImprovement, false)],
            (await db.Judgements.Include(judgement => judgement.JudgedArea).OrderBy(judgement => judgement.Id).ToListAsync()).Select(judgement => (judgement.JudgedArea.Name, judgement.Grade, judgement.EndedIn is not null)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task What_was_aimed_for_before_is_kept(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, InspectionKind.IlacsStandard, "July 2010", Visibility.Published);

        await JudgeAsync(database, programme, id, new JudgeAreas.Line { Name = "Overall", AimedFor = Grade.Good, AimedForBy = "2011-03" });
        await JudgeAsync(database, programme, id, new JudgeAreas.Line { Name = "Overall", AimedFor = Grade.Good, AimedForBy = "2012-03" });
        await JudgeAsync(database, programme, id, new JudgeAreas.Line { Name = "Overall", AimedFor = Grade.Good, AimedForBy = "2012-03" });
        Assert.Equal([(Grade.Good, "2012-03")], (await OpenAsync(database, programme, id)).Select(line => (line.AimedFor!.Value, line.AimedForBy!)));
        await JudgeAsync(database, programme, id, new JudgeAreas.Line { Name = "Overall" });

        await using var db = database.CreateDbContext();
        Assert.Equal([(Grade.Good, new Month(2011, 3), true), (Grade.Good, new Month(2012, 3), true)],
            (await db.GradeAims.OrderBy(aim => aim.Id).ToListAsync()).Select(aim => (aim.Grade, aim.By!.Value, aim.EndedIn is not null)));
        Assert.Null(Assert.Single(await OpenAsync(database, programme, id)).AimedFor);
    }

    [Fact]
    public async Task Lines_in_which_nothing_was_typed_are_not_counted()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, InspectionKind.IlacsStandard, "July 2010", Visibility.Published);
        static IEnumerable<JudgeAreas.Line> Areas(int from, int count) => Enumerable.Range(from, count).Select(number => new JudgeAreas.Line { Name = $"Area {number}", Grade = Grade.Good });

        var tooMany = await Assert.ThrowsAsync<ValidationException>(() => JudgeAsync(database, programme, id, [.. Areas(1, 61)]));
        Assert.Equal("Enter at most 60 judged areas at once.", tooMany.Errors.Single().ErrorMessage);
        Assert.Equal(60, await JudgeAsync(database, programme, id, [.. Areas(1, 60), new(), new(), new()]));
        Assert.Equal(62, await JudgeAsync(database, programme, id, [.. await OpenAsync(database, programme, id), .. Areas(61, 2), new()]));
    }

    [Theory]
    [InlineData(InspectionKind.SafeguardingAndLookedAfterChildren, Grade.RequiresImprovement, "An inspection of this kind gives one of these grades: Outstanding, Good, Adequate and Inadequate.")]
    [InlineData(InspectionKind.IlacsStandard, Grade.Adequate, "An inspection of this kind gives one of these grades: Outstanding, Good, Requires improvement to be good and Inadequate.")]
    [InlineData(InspectionKind.MonitoringVisit, Grade.Good, "An inspection of this kind gives no grades. Leave it blank.")]
    public async Task A_grade_is_one_that_such_an_inspection_gives(InspectionKind kind, Grade grade, string message)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, kind, "May 2011", Visibility.Draft);

        var error = await Assert.ThrowsAsync<ValidationException>(() => JudgeAsync(database, programme, id, new(), new() { Name = "Overall", Grade = grade }));

        Assert.Equal(("Lines[1].Grade", message), (error.Errors.Single().PropertyName, error.Errors.Single().ErrorMessage));
    }

    [Fact]
    public async Task One_area_stands_in_the_list_once_and_an_aim_has_a_grade()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, InspectionKind.IlacsStandard, "May 2011", Visibility.Draft);

        var twice = await Assert.ThrowsAsync<ValidationException>(() => JudgeAsync(database, programme, id, new() { Name = "Overall" }, new() { Name = "overall " }));
        var half = await Assert.ThrowsAsync<ValidationException>(() => JudgeAsync(database, programme, id, new JudgeAreas.Line { Name = "Overall", AimedForBy = "2012-03" }));

        Assert.Equal("Lines[1].Name", twice.Errors.Single().PropertyName);
        Assert.Equal("Choose the grade that is aimed for by then.", half.Errors.Single().ErrorMessage);
    }

    [Fact]
    public async Task The_second_of_two_people_who_enter_a_grade_is_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, InspectionKind.IlacsStandard, "May 2011", Visibility.Draft);
        await JudgeAsync(database, programme, id, new JudgeAreas.Line { Name = "Overall" });
        var (first, second) = ((await OpenAsync(database, programme, id))[0], (await OpenAsync(database, programme, id))[0]);
        (first.Grade, second.Grade) = (Grade.Good, Grade.Inadequate);

        await JudgeAsync(database, programme, id, first);
        var error = await Assert.ThrowsAsync<BrokenRule>(() => JudgeAsync(database, programme, id, second));

        Assert.Equal("Somebody else has changed Overall since you opened this form. Open it again and make your change to what it says now.", error.Message);
    }

    [Fact]
    public async Task A_programme_without_judged_areas_begins_with_the_usual_names()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, InspectionKind.IlacsStandard, "July 2022", Visibility.Draft);

        var lines = await OpenAsync(database, programme, id);

        Assert.Equal(4, lines.Count);
        Assert.All(lines, line => Assert.True(line.Grade is null && line.Seen is null));
    }

    [Fact]
    public async Task The_form_sent_twice_enters_its_grades_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, InspectionKind.IlacsStandard, "July 2010", Visibility.Published);
        var input = new JudgeAreas.Input { Programme = TestProgramme.Slug, InspectionId = id, Lines = [new() { Name = "Overall", Grade = Grade.Good }] };
        var judge = new JudgeAreas(database);

        await judge.ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);

        Assert.Equal(1, await judge.ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));
        Assert.Equal(Grade.Good, Assert.Single(await OpenAsync(database, programme, id)).Grade);
    }
}
