using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>The bank holidays that clocks count without, for the administrator: those of a year, and every day that was added.</summary>
public sealed class HolidayCalendar(IDbContextFactory<TrackerContext> database)
{
    /// <summary>A day that was added by hand, with who added it and when.</summary>
    public sealed record Added(int Id, DateOnly Day, string Name, string Who, DateTime RecordedAt);

    /// <summary>A day of the chosen year.</summary>
    public sealed record Holiday(DateOnly Day, string Name, bool IsAdded);

    /// <param name="MayChange">Not every bank holiday of the year is announced yet.</param>
    /// <param name="Days">Those of the year, in order.</param>
    /// <param name="AllAdded">The added days of every year, latest first.</param>
    public sealed record Content(int Year, bool MayChange, IReadOnlyList<Holiday> Days, IReadOnlyList<Added> AllAdded);

    /// <param name="year">Null, and any that there is no calendar for, stands for this year.</param>
    public async Task<Content> LoadAsync(Actor actor, int? year, CancellationToken cancel)
    {
        actor.Require(Permission.Administer, null);
        await using var db = await database.CreateDbContextAsync(cancel);
        var added = await db.NonWorkingDays.AsNoTracking()
            .Where(day => day.EndedIn == null)
            .Join(db.Changes, day => day.AddedIn, change => change.Sequence, (day, change) => new { day, change })
            .OrderByDescending(row => row.day.Day)
            .Select(row => new Added(row.day.Id, row.day.Day, row.day.Name, row.change.PersonName, row.change.RecordedAt))
            .ToListAsync(cancel);
        var shown = year is >= EnglishHolidays.FirstYear and <= EnglishHolidays.LastYear ? year.Value : Words.DayInEngland(db.Clock.GetUtcNow().UtcDateTime).Year;
        return new Content(shown, !WorkingDays.AreKnownUntil(new DateOnly(shown, 12, 31)),
            [.. EnglishHolidays.Of(shown).Select(holiday => new Holiday(holiday.Day, holiday.Name, false))
                .Concat(added.Where(one => one.Day.Year == shown).Select(one => new Holiday(one.Day, one.Name, true))).OrderBy(holiday => holiday.Day)],
            added);
    }
}
