using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.People;

public sealed class ChangeCalendarAddressTests : IAsyncLifetime
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

    private Task ChangeAsync(CalendarWish wish, Guid? submission = null) => new ChangeCalendarAddress(_database).ExecuteAsync(
        _programme.As(Role.BoardMember), new() { Programme = TestProgramme.Slug, Wish = wish, Submission = submission ?? Guid.NewGuid() }, Never);

    private async Task<Guid?> KeyAsync(Role role = Role.BoardMember)
    {
        await using var db = _database.CreateDbContext();
        return await db.Users.Where(person => person.Id == _programme[role].Id).Select(person => person.CalendarKey).SingleAsync();
    }

    private Task<Actor> WhoseAsync(Guid? key) => new WhoAsks(_database).FindByCalendarAsync(key!.Value, Never);

    [Fact]
    public async Task A_calendar_address_is_its_persons_alone_and_works_until_it_is_renewed_or_ended()
    {
        await ChangeAsync(CalendarWish.New);
        var first = await KeyAsync();
        Assert.Equal(_programme[Role.BoardMember].Id, (await WhoseAsync(first)).PersonId);
        Assert.Null(await KeyAsync(Role.Reader));

        await ChangeAsync(CalendarWish.New);
        var second = await KeyAsync();
        Assert.NotEqual(first, second);
        Assert.Equal(Actor.Nobody, await WhoseAsync(first));

        await ChangeAsync(CalendarWish.None);
        Assert.Null(await KeyAsync());
        Assert.Equal(Actor.Nobody, await WhoseAsync(second));
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_address()
    {
        var submission = Guid.NewGuid();
        await ChangeAsync(CalendarWish.New, submission);
        var made = await KeyAsync();

        await ChangeAsync(CalendarWish.New, submission);

        Assert.Equal(made, await KeyAsync());
    }

    [Fact]
    public async Task The_history_says_that_an_address_was_made_and_not_which()
    {
        await ChangeAsync(CalendarWish.New);
        await ChangeAsync(CalendarWish.New);
        await ChangeAsync(CalendarWish.None);

        await using var db = _database.CreateDbContext();
        Assert.Equal(
            [("made an address for their own calendar", null, null), ("renewed the address of their own calendar", null, null), ("ended the address of their own calendar", null, null)],
            (await db.Changes.OrderBy(change => change.Sequence).ToListAsync()).TakeLast(3).Select(change => (change.What, change.Outcome, change.ProgrammeId)));
    }

    [Fact]
    public async Task Who_has_left_has_no_calendar_any_more()
    {
        await ChangeAsync(CalendarWish.New);
        var key = await KeyAsync();

        await new ChangeAccess(_database).ExecuteAsync(_programme.As(Role.Administrator), _programme[Role.BoardMember].Id, maySignIn: false, Never);

        Assert.Equal(Actor.Nobody, await WhoseAsync(key));
        await Assert.ThrowsAsync<NotAllowed>(() => ChangeAsync(CalendarWish.New));
        Assert.Null(await KeyAsync());
    }
}
