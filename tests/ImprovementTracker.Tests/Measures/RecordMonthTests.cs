using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Measures;

public class RecordMonthTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static RecordMonth.Input May2011(params RecordMonth.Line[] lines) =>
        new() { Programme = TestProgramme.Slug, Measure = "in-time", Month = "2011-05", Lines = [.. lines] };

    private static async Task<List<ObservationRevision>> RevisionsAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return await db.ObservationRevisions.Include(revision => revision.Observation).OrderBy(revision => revision.Id).ToListAsync();
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_month_recorded_again_keeps_the_earlier_count_with_who_and_when(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var record = new RecordMonth(database);
        var officer = programme.As(Role.PerformanceOfficer);

        await record.ExecuteAsync(officer, May2011(new RecordMonth.Line { AreaId = programme.North.Id, Numerator = "40", Denominator = "50" }), Never);
        database.Clock.Utc = database.Clock.Utc.AddDays(1);
        await record.ExecuteAsync(officer, May2011(new RecordMonth.Line { AreaId = programme.North.Id, Numerator = "42", Denominator = "50" }), Never);

        var revisions = await RevisionsAsync(database);
        Assert.Equal([(1, 40L), (2, 42L)], revisions.Select(revision => (revision.Number, revision.Numerator!.Value)));
        Assert.Equal(revisions[1].RecordedIn, revisions[0].SupersededIn);
        Assert.Null(revisions[1].SupersededIn);
        await using var db = database.CreateDbContext();
        var changes = await db.Changes.Where(change => change.PersonId == officer.PersonId).OrderBy(change => change.Sequence).ToListAsync();
        Assert.Equal([new DateTime(2011, 7, 1, 12, 0, 0), new DateTime(2011, 7, 2, 12, 0, 0)], changes.Select(change => change.RecordedAt));
    }

    [Fact]
    public async Task An_approval_does_not_revise_a_figure_and_another_number_does()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var first = RecordedValue.Counted(40, 50);
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(programme.InTime, programme.North);
            var observation = new Observation(programme.InTime, programme.North, new Month(2011, 5), PeriodType.InMonth);
            observation.Revise(first, change);
            observation.Revise(first with { Status = ValueStatus.Approved }, change);
            observation.Revise(RecordedValue.Counted(42, 50), change);
            observation.Revise(RecordedValue.Counted(42, 50) with { Status = ValueStatus.Approved }, change);
            db.Add(observation);
        });

        Assert.Equal([false, false, true, true], (await RevisionsAsync(database)).Select(revision => revision.IsRevised));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task The_same_form_sent_twice_acts_once_and_with_another_figure_it_is_not_the_same(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var input = May2011(new RecordMonth.Line { AreaId = programme.North.Id, Numerator = "40", Denominator = "50" });
        var record = new RecordMonth(database);

        var first = await record.ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Never);
        var second = await record.ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Never);
        input.Lines[0].Numerator = "41";
        await Assert.ThrowsAsync<SavedAlready>(() => record.ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Never));

        Assert.Equal((1, 1), (first, second));
        input.Lines[0].Numerator = "41";
        await Assert.ThrowsAsync<SavedAlready>(() => record.ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Never));
        Assert.Equal(40, Assert.Single(await RevisionsAsync(database)).Numerator);
    }

    [Fact]
    public async Task An_area_left_as_it_was_gets_no_revision()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var record = new RecordMonth(database);
        RecordMonth.Line North(string numerator) => new() { AreaId = programme.North.Id, Numerator = numerator, Denominator = "50" };
        RecordMonth.Line South() => new() { AreaId = programme.South.Id, Numerator = "10", Denominator = "20" };

        await record.ExecuteAsync(programme.As(Role.PerformanceOfficer), May2011(North("40"), South()), Never);
        var again = await record.ExecuteAsync(programme.As(Role.PerformanceOfficer), May2011(North("41"), South()), Never);

        Assert.Equal(1, again);
        Assert.Equal(3, (await RevisionsAsync(database)).Count);
    }

    [Fact]
    public async Task More_in_time_than_completed_is_refused_with_what_to_do_and_nothing_is_stored()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var error = await Assert.ThrowsAsync<ValidationException>(() => new RecordMonth(database).ExecuteAsync(
            programme.As(Role.PerformanceOfficer), May2011(
                new RecordMonth.Line { AreaId = programme.North.Id, Numerator = "40", Denominator = "50" },
                new RecordMonth.Line { AreaId = programme.South.Id, Numerator = "51", Denominator = "50" }), Never));

        var failure = Assert.Single(error.Errors);
        Assert.Equal("Lines[1].Numerator", failure.PropertyName);
        Assert.Equal("South: 51 is more than the 50 assessments completed. Check both numbers: the first counts only some or all of the second.", failure.ErrorMessage);
        Assert.Empty(await RevisionsAsync(database));
    }

    [Fact]
    public async Task Not_captured_needs_a_reason()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = May2011(new RecordMonth.Line { AreaId = programme.North.Id, NotCaptured = true });

        var error = await Assert.ThrowsAsync<ValidationException>(() => new RecordMonth(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Never));
        Assert.Equal("Say why it was not captured.", Assert.Single(error.Errors).ErrorMessage);

        input.Lines[0].Reason = "The recording system was down.";
        await new RecordMonth(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Never);
        var revision = Assert.Single(await RevisionsAsync(database));
        Assert.Equal((ValueKind.NotCaptured, "The recording system was down."), (revision.Kind, revision.Reason));
    }

    /// <summary>What is said at which field, in the lines' order; nothing of them is stored.</summary>
    private static async Task<IEnumerable<(string, string)>> RefusedAsync(TestDatabase database, TestProgramme programme, params RecordMonth.Line[] lines)
    {
        var before = (await RevisionsAsync(database)).Count;
        var error = await Assert.ThrowsAsync<ValidationException>(() => new RecordMonth(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), May2011(lines), Never));
        Assert.Equal(before, (await RevisionsAsync(database)).Count);
        return error.Errors.Select(failure => (failure.PropertyName, failure.ErrorMessage));
    }

    [Fact]
    public async Task A_reason_without_figures_is_not_dropped_in_silence()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        Assert.Equal(
            [("Lines[1].Reason", "A reason alone records nothing. Type the figures, tick 'not captured', or take the reason out.")],
            await RefusedAsync(database, programme, new() { AreaId = programme.North.Id, Numerator = "40", Denominator = "50" }, new() { AreaId = programme.South.Id, Reason = "The system was down." }));
    }

    [Fact]
    public async Task A_reason_beside_figures_that_stay_is_not_dropped_in_silence()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var line = new RecordMonth.Line { AreaId = programme.North.Id, Numerator = "40", Denominator = "50", Reason = "Counted by hand." };
        await new RecordMonth(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), May2011(line), Never);

        Assert.Equal(0, await new RecordMonth(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), May2011(line), Never));
        line.Reason = "Counted again.";
        Assert.Equal(
            [("Lines[0].Reason", "North: The figures are as they were, so there is nothing to give a reason for. Change them, or take the reason out.")],
            await RefusedAsync(database, programme, line));
    }

    [Fact]
    public async Task Figures_beside_not_captured_are_refused_each_at_its_field()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        const string notBoth = "Either type figures or tick 'not captured', not both.";

        Assert.Equal(
            [("Lines[0].Denominator", notBoth), ("Lines[1].Numerator", notBoth)],
            await RefusedAsync(database, programme,
                new() { AreaId = programme.North.Id, NotCaptured = true, Reason = "The system was down.", Denominator = "50" },
                new() { AreaId = programme.South.Id, NotCaptured = true, Reason = "The system was down.", Numerator = "40" }));
    }

    [Fact]
    public async Task An_area_that_was_not_there_in_the_month_takes_no_figures()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.ChangeAsync((db, _) => db.Attach(programme.North).Entity.Describe("North", AreaKind.Locality, programme.Whole, new DateOnly(2009, 1, 1), new DateOnly(2011, 4, 30)));

        Assert.Equal(
            [("Lines[1].Numerator", "North was not there in May 2011. Leave it empty, or choose another month.")],
            await RefusedAsync(database, programme, new() { AreaId = programme.South.Id, Numerator = "40", Denominator = "50" }, new() { AreaId = programme.North.Id, Numerator = "40", Denominator = "50" }));
    }

    [Fact]
    public async Task An_area_that_stands_twice_is_refused_at_its_second_place()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        Assert.Equal(
            [("Lines[2].Numerator", "North stands here twice. Leave one of the two empty.")],
            await RefusedAsync(database, programme,
                new() { AreaId = programme.North.Id, Numerator = "40", Denominator = "50" }, new() { AreaId = programme.North.Id }, new() { AreaId = programme.North.Id, Numerator = "41", Denominator = "50" }));
    }

    [Fact]
    public void Lines_on_which_nothing_was_typed_do_not_count()
    {
        // 500 areas are the most at once.
        static RecordMonth.Input Typed(int areas) => May2011([.. Enumerable.Range(1, areas).SelectMany(id => new RecordMonth.Line[] { new() { AreaId = id, Numerator = "1", Denominator = "2" }, new() { AreaId = id } })]);

        Assert.Empty(new RecordMonth.Input.Validator().Validate(Typed(500)).Errors);
        Assert.Equal("Record at most 500 areas at once.", Assert.Single(new RecordMonth.Input.Validator().Validate(Typed(501)).Errors).ErrorMessage);
    }

    [Theory]
    [InlineData("46.5")]
    [InlineData("-3")]
    [InlineData("forty")]
    [InlineData("1000000000")]
    public async Task What_is_not_a_whole_number_is_refused_at_its_place(string typed)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var error = await Assert.ThrowsAsync<ValidationException>(() => new RecordMonth(database).ExecuteAsync(
            programme.As(Role.PerformanceOfficer), May2011(new RecordMonth.Line { AreaId = programme.North.Id, Numerator = typed, Denominator = "50" }), Never));

        Assert.Equal(("Lines[0].Numerator", "Type a whole number, such as 464."), (error.Errors.Single().PropertyName, error.Errors.Single().ErrorMessage));
    }

    [Fact]
    public async Task A_month_that_has_not_begun_cannot_be_recorded()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = May2011(new RecordMonth.Line { AreaId = programme.North.Id, Numerator = "1", Denominator = "2" });
        input.Month = "2011-08";

        var error = await Assert.ThrowsAsync<ValidationException>(() => new RecordMonth(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Never));

        Assert.Equal("August 2011 has not begun. Choose a month up to July 2011.", error.Errors.Single().ErrorMessage);
    }

    [Theory]
    [InlineData(Role.ServiceDirector)]
    [InlineData(Role.ScrutinyOfficer)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    public async Task Only_those_who_feed_the_measures_may_record(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = May2011(new RecordMonth.Line { AreaId = programme.North.Id, Numerator = "1", Denominator = "2" });

        await Assert.ThrowsAsync<NotAllowed>(() => new RecordMonth(database).ExecuteAsync(programme.As(role), input, Never));

        Assert.Empty(await RevisionsAsync(database));
    }
}
