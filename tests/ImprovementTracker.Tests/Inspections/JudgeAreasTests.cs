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

    /// <summary>As somebody fills the form in who has seen what stands.</summary>
    private static async Task<int> JudgeAsync(TestDatabase database, TestProgramme programme, int inspectionId, params JudgeAreas.Line[] lines)
    {
        var opened = await OpenAsync(database, programme, inspectionId);
        foreach (var line in lines.Where(line => line.Seen is null))
            line.Seen = opened.FirstOrDefault(one => string.Equals(one.Name, line.Name?.Trim(), StringComparison.OrdinalIgnoreCase))?.Seen;
        return await SendAsync(database, programme, inspectionId, lines);
    }

    private static Task<int> SendAsync(TestDatabase database, TestProgramme programme, int inspectionId, params JudgeAreas.Line[] lines) =>
        new JudgeAreas(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, InspectionId = inspectionId, Lines = [.. lines] }, Never);

    /// <summary>The areas that are judged or aimed for already, without the names that are offered.</summary>
    private static async Task<IReadOnlyList<JudgeAreas.Line>> OpenAsync(TestDatabase database, TestProgramme programme, int inspectionId) =>
        [.. (await OfferedAsync(database, programme, inspectionId)).Where(line => line.Seen is not null)];

    private static async Task<IReadOnlyList<JudgeAreas.Line>> OfferedAsync(TestDatabase database, TestProgramme programme, int inspectionId) =>
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
    public async Task The_second_of_two_people_who_enter_a_grade_sees_the_first_and_chooses()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, InspectionKind.IlacsStandard, "May 2011", Visibility.Draft);
        await JudgeAsync(database, programme, id, new() { Name = "Overall" }, new() { Name = "Leadership" });
        var (first, second) = (await OpenAsync(database, programme, id), await OpenAsync(database, programme, id));
        (first[0].Grade, first[0].AimedFor, first[0].AimedForBy) = (Grade.Good, Grade.Outstanding, "2012-03");
        first[1].Grade = Grade.Good;
        second[0].Grade = Grade.Inadequate;

        await JudgeAsync(database, programme, id, [.. first]);
        var told = (await Assert.ThrowsAsync<ValidationException>(() => SendAsync(database, programme, id, [.. second]))).Errors.Single();

        Assert.Equal(("Lines[0].Grade", "Somebody else has saved Good, aimed for: Outstanding by March 2012, since you opened this form. Save again to put what you chose in its place."), (told.PropertyName, told.ErrorMessage));
        Assert.Equal([Grade.Good, Grade.Good], (await OpenAsync(database, programme, id)).Select(line => line.Grade!.Value));
        await JudgeAsync(database, programme, id, [.. second]);
        // What the second did not touch stays as the first saved it.
        Assert.Equal([Grade.Inadequate, Grade.Good], (await OpenAsync(database, programme, id)).Select(line => line.Grade!.Value));
    }

    [Fact]
    public async Task A_name_typed_anew_that_somebody_else_has_graded_meanwhile_is_not_overwritten()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, InspectionKind.IlacsStandard, "May 2011", Visibility.Draft);
        await JudgeAsync(database, programme, id, new JudgeAreas.Line { Name = "Overall", Grade = Grade.Good });

        var told = (await Assert.ThrowsAsync<ValidationException>(() => SendAsync(database, programme, id, new JudgeAreas.Line { Name = "overall", Grade = Grade.Inadequate }))).Errors.Single();

        Assert.StartsWith("Somebody else has saved Good, with no aim, since", told.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(Grade.Good, Assert.Single(await OpenAsync(database, programme, id)).Grade);
    }

    [Fact]
    public async Task A_programme_without_judged_areas_begins_with_the_usual_names()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, InspectionKind.IlacsStandard, "July 2022", Visibility.Draft);

        var lines = await OfferedAsync(database, programme, id);

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

    [Fact]
    public async Task Each_inspection_is_offered_what_its_own_framework_judges_beside_what_is_known()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var before = await EnterAsync(database, programme, InspectionKind.IlacsStandard, "July 2022", Visibility.Published);
        var since = await EnterAsync(database, programme, InspectionKind.IlacsStandard, "July 2025", Visibility.Published);
        const string Together = "The experiences and progress of children in care and care leavers";
        await JudgeAsync(database, programme, before, new() { Name = "Overall effectiveness", Grade = Grade.Inadequate }, new() { Name = Together, Grade = Grade.Inadequate }, new() { Name = "The council's own wording", Grade = Grade.Good },
            new() { Name = "The impact of leaders on social work practice with children and families" });

        // The name that was offered and given nothing is no judged area.
        await using (var db = database.CreateDbContext())
            Assert.Equal(3, await db.JudgedAreas.CountAsync());
        Assert.Equal(
            [
                "Overall effectiveness",
                "The council's own wording",
                "The impact of leaders on social work practice with children and families",
                "The experiences and progress of children who need help and protection",
                "The experiences and progress of children in care",
                "The experiences and progress of care leavers",
            ],
            (await OfferedAsync(database, programme, since)).Select(line => line.Name));
        Assert.Contains(Together, (await OpenAsync(database, programme, before)).Select(line => line.Name));
    }

    [Fact]
    public async Task What_is_aimed_for_is_a_grade_that_can_be_given_and_an_inspection_does_not_become_one_that_cannot_give_its_grades()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, InspectionKind.IlacsStandard, "July 2022", Visibility.Draft);

        var aim = await Assert.ThrowsAsync<ValidationException>(() => JudgeAsync(database, programme, id, new JudgeAreas.Line { Name = "Overall effectiveness", Grade = Grade.RequiresImprovement, AimedFor = Grade.Adequate }));
        Assert.Equal("Lines[0].AimedFor", aim.Errors.Single().PropertyName);
        await JudgeAsync(database, programme, id, new JudgeAreas.Line { Name = "Overall effectiveness", Grade = Grade.RequiresImprovement, AimedFor = Grade.Good });

        var form = (await new InspectionToEdit(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, id, Never)).Input;
        (form.Programme, form.Kind) = (TestProgramme.Slug, InspectionKind.SafeguardingAndLookedAfterChildren);
        var kind = await Assert.ThrowsAsync<ValidationException>(() => new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), form, Never));
        Assert.Equal(("Kind", "Grades are entered that an inspection of this kind does not give: Requires improvement to be good. Take these out first."), (kind.Errors.Single().PropertyName, kind.Errors.Single().ErrorMessage));
    }
}
