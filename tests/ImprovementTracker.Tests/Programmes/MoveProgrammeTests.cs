using FluentValidation;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Programmes;

/// <summary>Testshire, which has no notice yet; the clock of a test stands at 1 July 2011.</summary>
public class MoveProgrammeTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static async Task<MoveProgramme.Input> OpenAsync(TestDatabase database, TestProgramme programme, LifecycleState state, string since, string reason = "The Secretary of State decided so.")
    {
        var input = (await new ProgrammeToMove(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, Never)).Input;
        (input.State, input.Since, input.Reason) = (state, since, reason);
        return input;
    }

    private static Task SaveAsync(TestDatabase database, TestProgramme programme, MoveProgramme.Input input) =>
        new MoveProgramme(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);

    private static async Task MoveAsync(TestDatabase database, TestProgramme programme, LifecycleState state, string since)
    {
        var input = await OpenAsync(database, programme, state, since);
        input.Intervention = state == LifecycleState.Issued ? InterventionKind.ImprovementNotice : null;
        await SaveAsync(database, programme, input);
    }

    private static async Task<(string Field, string Said)> RefusalAsync(Task saving)
    {
        var error = Assert.Single((await Assert.ThrowsAsync<ValidationException>(() => saving)).Errors);
        return (error.PropertyName, error.ErrorMessage);
    }

    private static async Task<IReadOnlyList<(LifecycleState, string, string, string?)>> LifeAsync(TestDatabase database, TestProgramme programme) =>
        [.. (await new NoticeAndRequirements(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, Never)).Statuses.Select(status => (status.State, status.Since.ToString(), status.Reason, status.SourceTitle))];

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_notice_is_issued_judged_submitted_and_lifted_and_each_move_stays_on_record(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var issued = await OpenAsync(database, programme, LifecycleState.Issued, "June 2010", " A notice was issued. ");
        (issued.Intervention, issued.LegalBasis) = (InterventionKind.StatutoryDirection, "Education Act 1996, section 497A");
        issued.Source.New = new() { Title = "A direction for a test", Publisher = "A department" };
        await SaveAsync(database, programme, issued);
        await MoveAsync(database, programme, LifecycleState.OnTrack, "15 April 2011");
        await MoveAsync(database, programme, LifecycleState.SubmittedToLift, "May 2011");
        await MoveAsync(database, programme, LifecycleState.Lifted, "30 June 2011");

        const string decided = "The Secretary of State decided so.";
        Assert.Equal(
            [
                (LifecycleState.Lifted, "30 June 2011", decided, null),
                (LifecycleState.SubmittedToLift, "May 2011", decided, null),
                (LifecycleState.OnTrack, "15 April 2011", decided, null),
                (LifecycleState.Issued, "June 2010", "A notice was issued.", "A direction for a test"),
            ],
            await LifeAsync(database, programme));
        var page = await new NoticeAndRequirements(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, Never);
        Assert.Equal((InterventionKind.StatutoryDirection, KnownDate.In(2010, 6), "Education Act 1996, section 497A", false), (page.Programme.Intervention, page.Programme.IntervenedOn!.Value, page.LegalBasis, page.MayMove));
    }

    [Fact]
    public async Task The_moves_stand_on_the_timeline()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await MoveAsync(database, programme, LifecycleState.Issued, "June 2010");

        Assert.Equal(["State of the programme: issued. The Secretary of State decided so."], (await new Timeline(database).LoadAsync(programme.As(Role.Reader), TestProgramme.Slug, TimelineTopic.Notice, Never)).Items.Select(item => item.Sentence));
    }

    [Fact]
    public async Task A_state_that_does_not_follow_is_refused_with_those_that_do()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        Assert.Equal(("State", "From preparing it does not go to on track. Choose issued."), await RefusalAsync(SaveAsync(database, programme, await OpenAsync(database, programme, LifecycleState.OnTrack, "June 2010"))));

        await MoveAsync(database, programme, LifecycleState.Issued, "June 2010");
        await MoveAsync(database, programme, LifecycleState.Replaced, "July 2010");
        Assert.Equal(("State", "It is replaced, which is its end. Start a programme for another notice or direction."), await RefusalAsync(SaveAsync(database, programme, await OpenAsync(database, programme, LifecycleState.OnTrack, "August 2010"))));
        Assert.Equal(2, (await LifeAsync(database, programme)).Count);
    }

    [Fact]
    public async Task A_programme_that_began_without_a_notice_says_which_it_is_when_it_is_issued()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        Assert.Equal(("Intervention", "Choose what was issued: an improvement notice or a statutory direction."), await RefusalAsync(SaveAsync(database, programme, await OpenAsync(database, programme, LifecycleState.Issued, "June 2010"))));
        var none = await OpenAsync(database, programme, LifecycleState.Issued, "June 2010");
        none.Intervention = InterventionKind.None;
        Assert.Equal("Intervention", (await RefusalAsync(SaveAsync(database, programme, none))).Field);
        Assert.Empty(await LifeAsync(database, programme));
    }

    [Fact]
    public async Task A_move_lies_neither_before_the_last_one_nor_ahead()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await MoveAsync(database, programme, LifecycleState.Issued, "15 June 2010");

        Assert.Equal(("Since", "It has been issued since 15 June 2010: the next move cannot lie before that. If both are of one month, type the day."),
            await RefusalAsync(SaveAsync(database, programme, await OpenAsync(database, programme, LifecycleState.OnTrack, "June 2010"))));
        Assert.Equal(("Since", "This is still to come. Enter the move once it has been made."), await RefusalAsync(SaveAsync(database, programme, await OpenAsync(database, programme, LifecycleState.OnTrack, "2 July 2011"))));
        await MoveAsync(database, programme, LifecycleState.OnTrack, "15 June 2010");
    }

    [Fact]
    public async Task The_second_of_two_people_who_move_it_is_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await MoveAsync(database, programme, LifecycleState.Issued, "June 2010");
        var (first, second) = (await OpenAsync(database, programme, LifecycleState.OnTrack, "July 2010"), await OpenAsync(database, programme, LifecycleState.NonCompliance, "July 2010"));
        await SaveAsync(database, programme, first);

        var error = await Assert.ThrowsAsync<BrokenRule>(() => SaveAsync(database, programme, second));

        Assert.StartsWith("Somebody else has changed this programme since you opened the form.", error.Message, StringComparison.Ordinal);
        Assert.Equal(LifecycleState.OnTrack, (await LifeAsync(database, programme))[0].Item1);
    }

    [Fact]
    public async Task The_form_sent_twice_moves_it_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await MoveAsync(database, programme, LifecycleState.Issued, "June 2010");
        var input = await OpenAsync(database, programme, LifecycleState.OnTrack, "July 2010");

        await SaveAsync(database, programme, input);
        await SaveAsync(database, programme, input);

        Assert.Equal(2, (await LifeAsync(database, programme)).Count);
    }

    [Fact]
    public async Task What_is_missing_or_too_long_is_said_beside_its_field()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var empty = new MoveProgramme.Input { Programme = TestProgramme.Slug };
        var tooLong = await OpenAsync(database, programme, LifecycleState.Issued, "June 2010", new string('a', 501));
        tooLong.LegalBasis = new string('a', 301);

        var errors = (await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(database, programme, empty))).Errors;
        Assert.Equal([("State", "Choose where it stands now."), ("Since", WrittenDate.Advice), ("Reason", "Say in one sentence what was decided, and by whom.")], errors.Select(error => (error.PropertyName, error.ErrorMessage)));
        Assert.Equal(["Reason", "LegalBasis"], (await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(database, programme, tooLong))).Errors.Select(error => error.PropertyName));
    }
}
