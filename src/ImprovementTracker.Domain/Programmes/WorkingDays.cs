namespace ImprovementTracker.Domain.Programmes;

/// <summary>
/// Working days as England counts them: Monday to Friday without bank holidays. The day of the event itself is day 0.
/// An office that closes between Christmas and New Year does not stop the count; a day that an administrator adds does.
/// </summary>
/// <param name="alsoClosed">Days that count for none beside the bank holidays: announced since this program was made.</param>
public sealed class WorkingDays(IEnumerable<DateOnly> alsoClosed)
{
    /// <summary>A clock longer than this is a mistake.</summary>
    public const int MostDays = 1000;

    private readonly HashSet<DateOnly> _closed = [.. alsoClosed];

    public bool Has(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !EnglishHolidays.Has(day) && !_closed.Contains(day);

    /// <summary>The day on which that many working days have passed since the event.</summary>
    /// <param name="days">From 0, which is the day of the event whatever day it is, to <see cref="MostDays"/>.</param>
    public DateOnly After(DateOnly eventDay, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        var day = eventDay;
        while (days > 0)
        {
            day = day.AddDays(1);
            if (Has(day))
                days--;
        }
        return day;
    }

    /// <summary>The working day from which that many working days lead to the event: the other way round than <see cref="After"/>.</summary>
    /// <param name="days">From 1 to <see cref="MostDays"/>.</param>
    public DateOnly Before(DateOnly eventDay, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        var day = eventDay;
        while (days > 0)
        {
            day = day.AddDays(-1);
            if (Has(day))
                days--;
        }
        return day;
    }

    /// <summary>How many working days after the first day have come by the last: from Friday to Monday one. Negative where the last lies before the first.</summary>
    public int Between(DateOnly first, DateOnly last)
    {
        if (last < first)
            return -Between(last, first);
        var count = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
            count += Has(day) ? 1 : 0;
        return count;
    }

    /// <summary>Whether holidays up to that day are all known, so that a date counted to it cannot move.</summary>
    public static bool AreKnownUntil(DateOnly day) => day <= EnglishHolidays.AnnouncedUntil;
}
