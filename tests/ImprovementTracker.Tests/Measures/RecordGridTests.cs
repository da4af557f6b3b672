using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Measures;

public class RecordGridTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month May2011 = new(2011, 5);

    private static RecordGrid.Cell InTime(Area area, string? numerator, string? denominator, string? reason = null, int seen = 0) =>
        new() { Measure = "in-time", AreaId = area.Id, Numerator = numerator, Denominator = denominator, Reason = reason, Seen = seen };

    private static RecordGrid.Cell Referrals(Area area, string? number, int seen = 0) => new() { Measure = "referrals", AreaId = area.Id, Numerator = number, Seen = seen };

    private static RecordGrid.Input Typed(params RecordGrid.Cell[] cells) => new() { Programme = TestProgramme.Slug, Month = "2011-05", Cells = [.. cells] };

    private static async Task<List<ObservationRevision>> RevisionsAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return await db.ObservationRevisions.Include(revision => revision.Observation).OrderBy(revision => revision.Observation.MeasureId).ThenBy(revision => revision.Observation.AreaId).ThenBy(revision => revision.Number).ToListAsync();
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task What_was_typed_for_several_measures_and_areas_is_one_change(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);

        var recorded = await new RecordGrid(database).ExecuteAsync(officer, Typed(
            InTime(programme.North, "40", "50"), InTime(programme.South, "1,010", "1,020"), Referrals(programme.North, "98"),
            new RecordGrid.Cell { Measure = "referrals", AreaId = programme.South.Id, NotCaptured = true, Reason = " The system was down. ", Seen = 0 }), Never);

        Assert.Equal(4, recorded);
        var revisions = await RevisionsAsync(database);
        Assert.Equal([(40L, 50L), (1010L, 1020L), (98L, null), (null, null)], revisions.Select(revision => (revision.Numerator, revision.Denominator)));
        Assert.Equal("The system was down.", revisions[3].Reason);
        await using var db = database.CreateDbContext();
        var change = await db.Changes.SingleAsync(change => change.PersonId == officer.PersonId);
        Assert.All(revisions, revision => Assert.Equal(change.Sequence, revision.RecordedIn));
        Assert.Equal("recorded May 2011: 4 values of 2 measures", change.What);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_each_at_its_place_and_nothing_is_stored()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var error = await Assert.ThrowsAsync<ValidationException>(() => new RecordGrid(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Typed(
            InTime(programme.North, "51", "50"), InTime(programme.South, "40", null), Referrals(programme.North, "9 8"), Referrals(programme.South, "98")), Never));

        Assert.Equal(
            [("Cells[0].Numerator", "51 is more than the 50 assessments completed. Check both numbers: the first counts only some or all of the second."),
             ("Cells[1].Denominator", "Type the number of assessments completed too: a percentage needs both."),
             ("Cells[2].Numerator", "Type a whole number, such as 464.")],
            error.Errors.Select(failure => (failure.PropertyName, failure.ErrorMessage)));
        Assert.Empty(await RevisionsAsync(database));
    }

    [Fact]
    public async Task A_figure_far_from_the_earlier_months_is_recorded_once_a_reason_is_given_and_the_reason_is_kept()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        // 49% and 51% in turn: mean 50, moving range 2, limits 44.68% and 55.32%.
        for (var back = 1; back <= 12; back++)
            await programme.RecordAsync(programme.InTime, programme.North, May2011.AddMonths(-back), RecordedValue.Counted(back % 2 == 0 ? 49 : 51, 100));
        var officer = programme.As(Role.PerformanceOfficer);

        var error = await Assert.ThrowsAsync<ValidationException>(() => new RecordGrid(database).ExecuteAsync(officer, Typed(InTime(programme.North, "60", "100")), Never));
        Assert.Equal([("Cells[0].Reason", "This is far from the earlier months (between 45% and 55%): say why.")], error.Errors.Select(failure => (failure.PropertyName, failure.ErrorMessage)));
        var inItsOwnForm = await Assert.ThrowsAsync<ValidationException>(() => new RecordMonth(database).ExecuteAsync(officer, new()
        {
            Programme = TestProgramme.Slug,
            Measure = "in-time",
            Month = "2011-05",
            Lines = [new() { AreaId = programme.North.Id, Numerator = "60", Denominator = "100" }],
        }, Never));
        Assert.Equal("Lines[0].Reason", inItsOwnForm.Errors.Single().PropertyName);

        await new RecordGrid(database).ExecuteAsync(officer, Typed(InTime(programme.North, "60", "100", "Two new teams began."), InTime(programme.South, "1", "100")), Never);
        var inMay = (await RevisionsAsync(database)).Where(revision => revision.Observation.Month == May2011).ToList();
        Assert.Equal([(60L, "Two new teams began."), (1L, null)], inMay.Select(revision => (revision.Numerator!.Value, revision.Reason)));
    }

    [Fact]
    public async Task After_a_rebase_or_another_definition_the_months_before_it_are_no_measure_of_what_is_usual()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        foreach (var area in new[] { programme.North, programme.South })
        {
            for (var back = 1; back <= 12; back++)
                await programme.RecordAsync(programme.InTime, area, May2011.AddMonths(-back), RecordedValue.Counted(back % 2 == 0 ? 49 : 51, 100));
        }
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(programme.InTime, programme.North);
            db.Add(new Rebase(programme.InTime, programme.North, May2011, "The teams were put together anew.", change));
        });
        var officer = programme.As(Role.PerformanceOfficer);

        await new RecordGrid(database).ExecuteAsync(officer, Typed(InTime(programme.North, "60", "100")), Never);
        await Assert.ThrowsAsync<ValidationException>(() => new RecordGrid(database).ExecuteAsync(officer, Typed(InTime(programme.South, "60", "100")), Never));
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(programme.InTime);
            programme.InTime.Redefine(new Month(2011, 2), "Share completed within seven working days.", "assessments completed in time", "assessments completed", "Seven days instead of ten.", change);
        });
        await new RecordGrid(database).ExecuteAsync(officer, Typed(InTime(programme.South, "60", "100")), Never);
    }

    [Fact]
    public async Task Who_is_second_sees_both_values_with_whose_and_when_and_chooses()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var (manager, officer) = (programme.As(Role.ProgrammeManager), programme.As(Role.PerformanceOfficer));
        await new RecordGrid(database).ExecuteAsync(manager, Typed(InTime(programme.North, "40", "50"), Referrals(programme.North, "98"), Referrals(programme.South, "77")), Never);

        var refusal = await Assert.ThrowsAsync<RecordedMeanwhile>(() => new RecordGrid(database).ExecuteAsync(
            officer, Typed(InTime(programme.North, "45", "50"), Referrals(programme.North, "99"), Referrals(programme.South, "77"), InTime(programme.South, "1", "2")), Never));

        Assert.Equal("2 values were recorded by somebody else while you typed. Choose 'mine' or 'theirs' at each of them in the grid. Nothing was recorded yet.", refusal.Message);
        Assert.Equal(
            [("in-time", programme.North.Id, "40 of 50 (80%)", "40", "50", 1, manager.Name), ("referrals", programme.North.Id, "98", "98", null, 1, manager.Name)],
            refusal.Values.Select(value => (value.Measure, value.AreaId, value.Text, value.Numerator, value.Denominator, value.Seen, value.Who)));
        Assert.All(refusal.Values, value => Assert.Equal(new DateTime(2011, 7, 1, 12, 0, 0), value.RecordedAt));
        Assert.Equal(3, (await RevisionsAsync(database)).Count);

        Assert.Equal(2, await new RecordGrid(database).ExecuteAsync(officer, Typed(InTime(programme.North, "45", "50", seen: 1), InTime(programme.South, "1", "2")), Never));
    }

    [Fact]
    public async Task An_approved_value_is_refused_in_both_forms_until_it_is_unlocked()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(40, 50) with { Status = ValueStatus.Approved });
        var officer = programme.As(Role.PerformanceOfficer);

        var inGrid = await Assert.ThrowsAsync<ValidationException>(() => new RecordGrid(database).ExecuteAsync(officer, Typed(InTime(programme.North, "41", "50", seen: 1)), Never));
        var inForm = await Assert.ThrowsAsync<ValidationException>(() => new RecordMonth(database).ExecuteAsync(officer, new()
        {
            Programme = TestProgramme.Slug,
            Measure = "in-time",
            Month = "2011-05",
            Lines = [new() { AreaId = programme.North.Id, NotCaptured = true, Reason = "Lost." }],
        }, Never));

        Assert.Equal("This value is approved and locked: unlock it first.", inGrid.Errors.Single().ErrorMessage);
        Assert.Equal("North: This value is approved and locked: unlock it first.", inForm.Errors.Single().ErrorMessage);
        Assert.Equal(0, await new RecordGrid(database).ExecuteAsync(officer, Typed(InTime(programme.North, "40", "50", seen: 1)), Never));
        Assert.Single(await RevisionsAsync(database));
    }

    [Fact]
    public async Task A_recorded_number_is_not_taken_back_by_emptying_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.Referrals, programme.North, May2011, RecordedValue.Counted(98, null));

        var error = await Assert.ThrowsAsync<ValidationException>(() => new RecordGrid(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Typed(Referrals(programme.North, " ", seen: 1)), Never));

        Assert.Equal("A recorded number is not taken back by emptying it. Mark it 'not captured' and say why.", error.Errors.Single().ErrorMessage);
    }

    [Fact]
    public async Task An_area_that_has_ended_and_a_measure_no_longer_collected_are_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.ChangeAsync((db, _) =>
        {
            db.AttachRange(programme.Whole, programme.South, programme.Referrals);
            programme.South.Describe("South", AreaKind.Locality, programme.Whole, new DateOnly(2009, 1, 1), new DateOnly(2011, 4, 30));
            programme.Referrals.Retire(new Month(2011, 4));
        });

        var error = await Assert.ThrowsAsync<ValidationException>(() => new RecordGrid(database).ExecuteAsync(
            programme.As(Role.PerformanceOfficer), Typed(InTime(programme.South, "1", "2"), Referrals(programme.North, "98")), Never));

        Assert.Equal(["South was not there in May 2011. Leave it empty, or choose another month.", "It is collected for the months up to April 2011 only. Choose one of these, or take the measure up again first."], error.Errors.Select(failure => failure.ErrorMessage));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task The_same_grid_sent_twice_acts_once_and_its_draft_is_gone(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        await new KeepMonthDraft(database).ExecuteAsync(officer, new() { Programme = TestProgramme.Slug, Month = "2011-05", Cells = [InTime(programme.North, "40", "50"), Referrals(programme.North, "9")] }, Never);
        var input = Typed(InTime(programme.North, "40", "50"));

        Assert.Equal((1, 1), (await new RecordGrid(database).ExecuteAsync(officer, input, Never), await new RecordGrid(database).ExecuteAsync(officer, input, Never)));

        Assert.Single(await RevisionsAsync(database));
        var left = (await new MonthGrid(database).LoadAsync(officer, TestProgramme.Slug, new GridChoice(May2011), Never)).Draft!;
        Assert.Equal(("referrals", "9"), (left.Cells.Single().Measure, left.Cells.Single().Numerator));
        await new RecordGrid(database).ExecuteAsync(officer, Typed(Referrals(programme.North, "9")), Never);
        Assert.Null((await new MonthGrid(database).LoadAsync(officer, TestProgramme.Slug, new GridChoice(May2011), Never)).Draft);
    }

    [Theory]
    [InlineData(Role.ServiceDirector)]
    [InlineData(Role.ScrutinyOfficer)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task Only_those_who_feed_the_measures_enter_a_month(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var cell = Referrals(programme.North, "98");

        await Assert.ThrowsAsync<NotAllowed>(() => new RecordGrid(database).ExecuteAsync(programme.As(role), Typed(cell), Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new KeepMonthDraft(database).ExecuteAsync(programme.As(role), new() { Programme = TestProgramme.Slug, Month = "2011-05", Cells = [cell] }, Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new MonthGrid(database).LoadAsync(programme.As(role), TestProgramme.Slug, new GridChoice(), Never));
        Assert.Empty(await RevisionsAsync(database));
    }
}
