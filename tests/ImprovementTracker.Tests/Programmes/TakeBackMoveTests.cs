using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Programmes;

/// <summary>Testshire, which began without a notice; the clock of a test stands at 1 July 2011.</summary>
public class TakeBackMoveTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static async Task MoveAsync(TestDatabase database, TestProgramme programme, LifecycleState state, string since)
    {
        var input = (await new ProgrammeToMove(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, Never)).Input;
        (input.State, input.Since, input.Reason, input.Intervention) = (state, since, "The Secretary of State decided so.", state == LifecycleState.Issued ? InterventionKind.ImprovementNotice : null);
        await new MoveProgramme(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);
    }

    private static async Task<NoticeAndRequirements.Content> PageAsync(TestDatabase database, TestProgramme programme) =>
        await new NoticeAndRequirements(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, Never);

    private static async Task TakeBackAsync(TestDatabase database, TestProgramme programme, LifecycleState state, string reason = "It was only asked for.")
    {
        var status = (await PageAsync(database, programme)).Statuses.Single(status => status.State == state);
        await new TakeBackMove(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, StatusId = status.Id, Reason = reason }, Never);
    }

    private static async Task<(LifecycleState State, KnownDate? Since)> NowAsync(TestDatabase database, TestProgramme programme)
    {
        var form = await new ProgrammeToMove(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, Never);
        return (form.State, form.Since);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Lifted_entered_by_a_slip_of_the_hand_is_taken_back_and_the_notice_is_submitted_to_lift_after_all(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await MoveAsync(database, programme, LifecycleState.Issued, "June 2010");
        await MoveAsync(database, programme, LifecycleState.OnTrack, "15 April 2011");
        await MoveAsync(database, programme, LifecycleState.Lifted, "9 June 2011");

        await TakeBackAsync(database, programme, LifecycleState.Lifted, " It was only asked for. ");

        Assert.Equal((LifecycleState.OnTrack, KnownDate.On(2011, 4, 15)), await NowAsync(database, programme));
        await MoveAsync(database, programme, LifecycleState.SubmittedToLift, "9 June 2011");
        Assert.Equal(
            [(LifecycleState.SubmittedToLift, null), (LifecycleState.Lifted, ("The programme manager", "It was only asked for.")), (LifecycleState.OnTrack, null), (LifecycleState.Issued, ((string, string)?)null)],
            (await PageAsync(database, programme)).Statuses.Select(status => (status.State, status.TakenBack is { } taken ? (taken.Who, taken.Why) : ((string, string)?)null)));
        Assert.Equal(LifecycleState.SubmittedToLift, (await new ProgrammeList(database).LoadAsync(programme.As(Role.BoardMember), Never)).Lines.Single().State);
        var told = (await new Timeline(database).LoadAsync(programme.As(Role.Reader), TestProgramme.Slug, TimelineTopic.Notice, Never)).Items.Select(item => item.Sentence);
        Assert.DoesNotContain(told, sentence => sentence.Contains("lifted.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_earlier_state_is_taken_back_only_when_what_came_after_could_have_come_without_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await MoveAsync(database, programme, LifecycleState.Issued, "June 2010");
        await MoveAsync(database, programme, LifecycleState.NonCompliance, "October 2010");
        await MoveAsync(database, programme, LifecycleState.OnTrack, "15 April 2011");
        await MoveAsync(database, programme, LifecycleState.SubmittedToLift, "9 June 2011");

        // On track may follow issued at once.
        await TakeBackAsync(database, programme, LifecycleState.NonCompliance);
        var onTrack = await Assert.ThrowsAsync<BrokenRule>(() => TakeBackAsync(database, programme, LifecycleState.OnTrack));
        var issued = await Assert.ThrowsAsync<BrokenRule>(() => TakeBackAsync(database, programme, LifecycleState.Issued));

        Assert.Equal("After it came ‘Submitted to lift’, 9 June 2011, which does not follow ‘Issued’. Take that back first, then this.", onTrack.Message);
        Assert.Equal("After it came ‘On track’, 15 April 2011, which cannot come first. Take that back first, then this.", issued.Message);
        await TakeBackAsync(database, programme, LifecycleState.SubmittedToLift);
        await TakeBackAsync(database, programme, LifecycleState.OnTrack);
        Assert.Equal((LifecycleState.Issued, KnownDate.In(2010, 6)), await NowAsync(database, programme));
    }

    [Fact]
    public async Task A_notice_that_was_issued_by_mistake_is_none_again_and_can_be_issued_with_another_date()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.ChangeAsync((db, change) => db.Add(new ProgrammeStatus(db.Programmes.Single(), LifecycleState.Preparing, KnownDate.In(2010, 1), "It began.", null, change)));
        await MoveAsync(database, programme, LifecycleState.Issued, "June 2010");

        await TakeBackAsync(database, programme, LifecycleState.Issued);
        Assert.Equal((InterventionKind.None, null), ((await PageAsync(database, programme)).Programme.Intervention, (await PageAsync(database, programme)).Programme.IntervenedOn));
        await MoveAsync(database, programme, LifecycleState.Issued, "July 2010");

        var page = await PageAsync(database, programme);
        Assert.Equal((InterventionKind.ImprovementNotice, KnownDate.In(2010, 7)), (page.Programme.Intervention, page.Programme.IntervenedOn!.Value));
    }

    [Fact]
    public async Task The_entry_with_which_a_programme_began_under_its_notice_can_be_taken_back_and_entered_again_with_its_date()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.ChangeAsync((db, change) =>
        {
            var under = db.Programmes.Single();
            under.PlaceUnder(InterventionKind.StatutoryDirection, KnownDate.In(2010, 6), "Education Act 1996");
            db.Add(new ProgrammeStatus(under, LifecycleState.Issued, KnownDate.In(2010, 6), "It was issued.", null, change));
        });

        await TakeBackAsync(database, programme, LifecycleState.Issued);
        await MoveAsync(database, programme, LifecycleState.Issued, "9 July 2010");

        var page = await PageAsync(database, programme);
        Assert.Equal((InterventionKind.StatutoryDirection, KnownDate.On(2010, 7, 9), "Education Act 1996"), (page.Programme.Intervention, page.Programme.IntervenedOn!.Value, page.LegalBasis));
    }

    [Fact]
    public async Task A_form_sent_twice_acts_once_and_another_finds_it_taken_back()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await MoveAsync(database, programme, LifecycleState.Issued, "June 2010");
        var id = (await PageAsync(database, programme)).Statuses.Single().Id;
        var input = new TakeBackMove.Input { Programme = TestProgramme.Slug, StatusId = id, Reason = "It was only asked for." };
        await new TakeBackMove(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);
        await new TakeBackMove(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);

        var again = await Assert.ThrowsAsync<BrokenRule>(() => new TakeBackMove(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, StatusId = id, Reason = "Once more." }, Never));

        Assert.Equal("This was taken back already. Load the page again.", again.Message);
        await using var db = database.CreateDbContext();
        Assert.Equal("It was only asked for.", (await db.ProgrammeStatuses.WithTakenBack().SingleAsync()).EndReason);
    }

    [Theory]
    [InlineData(null, "Say in one sentence what was wrong with it.")]
    [InlineData("  ", "Say in one sentence what was wrong with it.")]
    public void Nothing_is_taken_back_without_a_reason(string? reason, string expected) =>
        Assert.Equal([expected], new TakeBackMove.Input.Validator().Validate(new TakeBackMove.Input { Reason = reason }).Errors.Select(error => error.ErrorMessage));

    [Fact]
    public void A_reason_is_one_sentence_and_no_essay() =>
        Assert.Equal("Say it in at most 500 characters.", Assert.Single(new TakeBackMove.Input.Validator().Validate(new TakeBackMove.Input { Reason = new string('a', 501) }).Errors).ErrorMessage);
}
