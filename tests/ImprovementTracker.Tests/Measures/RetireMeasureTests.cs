using FluentValidation;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Domain.Reports;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Measures;

public class RetireMeasureTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month March = new(2011, 3);
    private static readonly Month April = new(2011, 4);

    private static RetireMeasure.Input After(string? month) => new() { Programme = TestProgramme.Slug, Measure = "in-time", LastMonth = month, TakeUpAgain = month is null };

    /// <summary>As somebody who has just opened the page.</summary>
    private static async Task<Month?> RetireAsync(TestDatabase database, TestProgramme programme, string? month)
    {
        var officer = programme.As(Role.PerformanceOfficer);
        var (input, opened) = (After(month), await new MeasureToChange(database).LoadAsync(officer, TestProgramme.Slug, "in-time", Never));
        input.Seen = RetireMeasure.Input.Of(opened.Measure.LastMonth).Seen;
        return await new RetireMeasure(database).ExecuteAsync(officer, input, Never);
    }

    private static async Task<(TestDatabase, TestProgramme)> WithMarchAndAprilAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, March, RecordedValue.Counted(40, 50));
        await programme.RecordAsync(programme.Referrals, programme.Whole, April, RecordedValue.Counted(640, null));
        return (database, programme);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_retired_measure_is_gone_from_the_months_after_and_stays_in_those_before(DatabaseProvider provider)
    {
        var (database, programme) = await WithMarchAndAprilAsync(provider);
        await using var closing = database;
        var board = programme.As(Role.BoardMember);

        Assert.Equal(March, await RetireAsync(database, programme, "2011-03"));

        async Task<string[]> AreasAsync(Month month) => [.. (await new AreasAgainstTargets(database).LoadAsync(board, TestProgramme.Slug, new(month), Never)).Measures.Select(measure => measure.Code)];
        async Task<string[]> OverviewAsync(Month month) => [.. (await new Overview(database).LoadAsync(board, TestProgramme.Slug, month, Never)).Measures.Select(measure => measure.Code)];
        Assert.Equal(["in-time", "referrals"], await AreasAsync(March));
        Assert.Equal(["referrals"], await AreasAsync(April));
        Assert.Equal(["in-time", "referrals"], await OverviewAsync(March));
        Assert.Equal(["referrals"], await OverviewAsync(April));
        var list = await new MeasureList(database).LoadAsync(board, TestProgramme.Slug, Never);
        Assert.Equal(["referrals"], list.Themes.SelectMany(theme => theme.Measures).Select(line => line.Code));
        Assert.Equal(["in-time"], list.NoLonger.Select(line => line.Code));
        var scrutiny = programme.As(Role.ScrutinyOfficer);
        Assert.Equal(["referrals"], (await new CommitteeReports(database).LoadAsync(scrutiny, TestProgramme.Slug, April, new(2011, 5), Never)).Appendix.Measures.Select(measure => measure.Code));
        Assert.Equal(["in-time", "referrals"], (await new CommitteeReports(database).LoadAsync(scrutiny, TestProgramme.Slug, March, April, Never)).Appendix.Measures.Select(measure => measure.Code));
    }

    [Fact]
    public async Task The_second_of_two_people_who_end_a_measure_sees_the_month_that_the_first_chose()
    {
        var (database, programme) = await WithMarchAndAprilAsync();
        await using var closing = database;
        var stale = After("2011-05");
        stale.Seen = RetireMeasure.Input.Of(null).Seen;
        await RetireAsync(database, programme, "2011-04");

        var error = await Assert.ThrowsAsync<ChangedMeanwhile>(() => new RetireMeasure(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), stale, Never));

        Assert.Equal("2011-04", Assert.IsType<RetireMeasure.Input>(error.AsItStands).LastMonth);
    }

    [Fact]
    public async Task A_month_after_the_last_is_neither_offered_nor_taken()
    {
        var (database, programme) = await WithMarchAndAprilAsync();
        await using var closing = database;
        var officer = programme.As(Role.PerformanceOfficer);
        await RetireAsync(database, programme, "2011-03");
        var form = new RecordMonth.Input { Programme = TestProgramme.Slug, Measure = "in-time", Month = "2011-04", Lines = [new() { AreaId = programme.North.Id, Numerator = "1", Denominator = "2" }] };

        var offered = await new MonthForm(database).LoadAsync(officer, TestProgramme.Slug, "in-time", April, Never);
        var refusal = await Assert.ThrowsAsync<ValidationException>(() => new RecordMonth(database).ExecuteAsync(officer, form, Never));

        Assert.Equal((March, March), (offered.Months[0], offered.Month));
        Assert.Equal("It is collected for the months up to March 2011 only. Choose one of these, or take the measure up again first.", refusal.Errors.Single().ErrorMessage);
    }

    [Fact]
    public async Task Taken_up_again_it_is_as_before()
    {
        var (database, programme) = await WithMarchAndAprilAsync();
        await using var closing = database;
        await RetireAsync(database, programme, "2011-03");

        Assert.Null(await RetireAsync(database, programme, null));

        Assert.Empty((await new MeasureList(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, Never)).NoLonger);
        Assert.Equal(April, (await new MonthForm(database).LoadAsync(programme.As(Role.PerformanceOfficer), TestProgramme.Slug, "in-time", null, Never)).Month);
    }

    [Fact]
    public async Task With_figures_after_the_month_it_is_said_what_to_do()
    {
        var (database, programme) = await WithMarchAndAprilAsync();
        await using var closing = database;
        await programme.RecordAsync(programme.InTime, programme.North, new Month(2011, 5), RecordedValue.Counted(20, 25));
        await programme.RecordAsync(programme.InTime, programme.North, new Month(2011, 6), RecordedValue.NotCaptured("Recorded by mistake."));

        var refusal = await Assert.ThrowsAsync<ValidationException>(() => RetireAsync(database, programme, "2011-03"));

        Assert.Equal(("LastMonth", "Figures are recorded up to May 2011. Choose May 2011 or a later month. If those after March 2011 are mistakes, record them as not captured first and say why."),
            (refusal.Errors.Single().PropertyName, refusal.Errors.Single().ErrorMessage));
        Assert.Equal(new Month(2011, 5), await RetireAsync(database, programme, "2011-05"));
    }

    [Fact]
    public void A_last_month_is_asked_for_except_to_take_it_up_again()
    {
        Assert.Equal("Choose the last month for which it is collected.", new RetireMeasure.Input.Validator().Validate(new RetireMeasure.Input()).Errors.Single().ErrorMessage);
        Assert.True(new RetireMeasure.Input.Validator().Validate(After(null)).IsValid);
    }

    [Theory]
    [InlineData(Role.ServiceDirector)]
    [InlineData(Role.ScrutinyOfficer)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task Only_those_who_feed_the_measures_may_retire_them(Role role)
    {
        var (database, programme) = await WithMarchAndAprilAsync();
        await using var closing = database;

        await Assert.ThrowsAsync<NotAllowed>(() => new RetireMeasure(database).ExecuteAsync(programme.As(role), After("2011-05"), Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new MeasureToChange(database).LoadAsync(programme.As(role), TestProgramme.Slug, "in-time", Never));
        await Assert.ThrowsAsync<NotFound>(() => new RetireMeasure(database).ExecuteAsync(Actor.Nobody, After("2011-05"), Never));
    }
}
