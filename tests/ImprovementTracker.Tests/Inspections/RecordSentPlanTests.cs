using FluentValidation;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Inspections;

/// <summary>An inspection of July 2022 that found the authority inadequate, received on 6 September 2022; its plan is due on 14 December. It is 20 December 2022.</summary>
public class RecordSentPlanTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static async Task<(TestProgramme Programme, int Inspection)> InspectAsync(TestDatabase database)
    {
        var programme = await TestProgramme.CreateAsync(database);
        database.Clock.Utc = new DateTime(2022, 12, 20, 12, 0, 0, DateTimeKind.Utc);
        var manager = programme.As(Role.ProgrammeManager);
        var id = await new SaveInspection(database).ExecuteAsync(manager, new()
        {
            Programme = TestProgramme.Slug,
            Kind = InspectionKind.IlacsStandard,
            Title = "Full inspection",
            FieldworkFrom = "11 July 2022",
            ReceivedOn = new DateOnly(2022, 9, 6),
            Visibility = Visibility.Published,
        }, Never);
        await new JudgeAreas(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, InspectionId = id, Lines = [new() { Name = "Overall effectiveness", Grade = Grade.Inadequate }] }, Never);
        return (programme, id);
    }

    private static async Task<RecordSentPlan.Input> OpenAsync(TestDatabase database, TestProgramme programme, int inspection, DateOnly? sentOn)
    {
        var input = (await new PlanToRecord(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, inspection, StatutoryPlan.Final, Never)).Input;
        (input.Programme, input.SentOn) = (TestProgramme.Slug, sentOn);
        return input;
    }

    private static Task<int> SaveAsync(TestDatabase database, TestProgramme programme, RecordSentPlan.Input input) =>
        new RecordSentPlan(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);

    private static async Task<string> StateAsync(TestDatabase database, TestProgramme programme, int inspection) =>
        Assert.Single((await new InspectionPage(database).LoadAsync(programme.As(Role.Reader), TestProgramme.Slug, inspection, Never)).Clocks).State;

    [Theory, OnSqlite, OnSqlServer]
    public async Task The_clock_stops_and_the_timeline_says_when_the_plan_was_sent(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (programme, inspection) = await InspectAsync(database);
        Assert.Equal("four working days overdue: no day is recorded on which it was sent", await StateAsync(database, programme, inspection));
        var input = await OpenAsync(database, programme, inspection, new DateOnly(2022, 12, 12));
        input.Source.New = new() { Title = "Covering letter", Publisher = "Testshire Council" };

        Assert.Equal(inspection, await SaveAsync(database, programme, input));

        var clock = Assert.Single((await new InspectionPage(database).LoadAsync(programme.As(Role.Reader), TestProgramme.Slug, inspection, Never)).Clocks);
        Assert.Equal(("met: sent on 12 December 2022, with two working days left", "Covering letter"), (clock.State, clock.Source!.Title));
        var timeline = await new Timeline(database).LoadAsync(programme.As(Role.Reader), TestProgramme.Slug, TimelineTopic.Inspection, Never);
        Assert.Equal(("12 December 2022", "Covering letter"), timeline.Items.Where(item => item.Sentence == "Final action plan sent, after Full inspection.").Select(item => (item.On.ToString(), item.SourceTitle!)).Single());
    }

    [Fact]
    public async Task A_day_entered_wrongly_is_put_right_with_a_reason_and_stays_on_record()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (programme, inspection) = await InspectAsync(database);
        await SaveAsync(database, programme, await OpenAsync(database, programme, inspection, new DateOnly(2022, 12, 12)));
        var again = await OpenAsync(database, programme, inspection, new DateOnly(2022, 12, 16));

        var error = Assert.Single((await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(database, programme, again))).Errors);
        Assert.Equal(("Reason", "12 December 2022 was recorded before. Say why that was wrong: it stays on record."), (error.PropertyName, error.ErrorMessage));
        again.Reason = "The first copy came back.";
        await SaveAsync(database, programme, again);

        Assert.Equal("sent late, on 16 December 2022, two working days after it was due", await StateAsync(database, programme, inspection));
        await using var db = database.CreateDbContext();
        var kept = await db.SentPlans.OrderBy(sent => sent.Id).ToListAsync();
        Assert.Equal([(new DateOnly(2022, 12, 12), null), (new DateOnly(2022, 12, 16), "The first copy came back.")], kept.Select(sent => (sent.SentOn, sent.Reason)));
        Assert.Equal((kept[1].AddedIn, null), (kept[0].EndedIn, kept[1].EndedIn));
    }

    [Theory]
    [InlineData(null, "Enter the day on which it was sent.")]
    [InlineData("2022-12-21", "This day is still to come. Enter the day on which it was sent, once it was.")]
    [InlineData("2022-09-05", "It cannot have been sent before the letter or report was received, on 6 September 2022. Check both dates.")]
    public async Task A_day_that_cannot_be_is_refused(string? sentOn, string expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        var (programme, inspection) = await InspectAsync(database);
        var input = await OpenAsync(database, programme, inspection, sentOn is null ? null : DateOnly.ParseExact(sentOn, "yyyy-MM-dd", null));

        var error = Assert.Single((await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(database, programme, input))).Errors);

        Assert.Equal(("SentOn", expected), (error.PropertyName, error.ErrorMessage));
    }

    [Fact]
    public async Task The_second_of_two_people_is_told_and_a_form_sent_twice_records_one_day()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (programme, inspection) = await InspectAsync(database);
        var (first, second) = (await OpenAsync(database, programme, inspection, new DateOnly(2022, 12, 12)), await OpenAsync(database, programme, inspection, new DateOnly(2022, 12, 13)));

        await SaveAsync(database, programme, first);
        await SaveAsync(database, programme, first);

        var error = await Assert.ThrowsAsync<ChangedMeanwhile>(() => SaveAsync(database, programme, second));
        Assert.StartsWith("Somebody else changed when the final action plan was sent while you were writing", error.Message, StringComparison.Ordinal);
        Assert.Equal("met: sent on 12 December 2022, with two working days left", await StateAsync(database, programme, inspection));
    }
}
