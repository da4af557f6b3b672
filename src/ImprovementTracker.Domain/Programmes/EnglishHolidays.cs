namespace ImprovementTracker.Domain.Programmes;

/// <summary>
/// The bank holidays of England by rule (Banking and Financial Dealings Act 1971), with those that were moved or added by
/// proclamation. A day on a weekend that is kept on a weekday instead counts on that weekday.
/// </summary>
public static class EnglishHolidays
{
    /// <summary>Up to this day every bank holiday is announced; after it, one may still be moved or added.</summary>
    public static readonly DateOnly AnnouncedUntil = new(2027, 12, 31);

    /// <summary>Golden Jubilee 2002, royal wedding 2011, Diamond Jubilee 2012, VE Day 2020, Platinum Jubilee and state funeral 2022, coronation 2023.</summary>
    private static readonly HashSet<DateOnly> Added =
    [
        new(2002, 6, 3), new(2002, 6, 4), new(2011, 4, 29), new(2012, 6, 4), new(2012, 6, 5), new(2020, 5, 8),
        new(2022, 6, 2), new(2022, 6, 3), new(2022, 9, 19), new(2023, 5, 8),
    ];

    /// <summary>Ordinary days in those years, because the holiday was kept on another.</summary>
    private static readonly HashSet<DateOnly> Moved = [new(2002, 5, 27), new(2012, 5, 28), new(2020, 5, 4), new(2022, 5, 30)];

    public static bool Has(DateOnly day) => Added.Contains(day) || (IsByRule(day) && !Moved.Contains(day));

    private static bool IsByRule(DateOnly day) => (day.Month, day.Day, day.DayOfWeek) switch
    {
        (1, 1, _) or (1, 2 or 3, DayOfWeek.Monday) => true,
        (3 or 4, _, DayOfWeek.Friday) => Easter(day.Year).AddDays(-2) == day,
        (3 or 4, _, DayOfWeek.Monday) => Easter(day.Year).AddDays(1) == day,
        (5, <= 7 or >= 25, DayOfWeek.Monday) => true,
        (8, >= 25, DayOfWeek.Monday) => true,
        (12, 25 or 26, _) => true,
        // Christmas or Boxing Day on a weekend.
        (12, 27 or 28, DayOfWeek.Monday or DayOfWeek.Tuesday) => true,
        _ => false,
    };

    /// <summary>Easter Sunday of the Gregorian calendar, by the ecclesiastical full moon.</summary>
    private static DateOnly Easter(int year)
    {
        var (golden, century) = (year % 19, year / 100);
        var correction = (century - (century / 4) - (((8 * century) + 13) / 25) + (19 * golden) + 15) % 30;
        var moon = correction - (correction / 28 * (1 - (correction / 28 * (29 / (correction + 1)) * ((21 - golden) / 11))));
        var sunday = moon - ((year + (year / 4) + moon + 2 - century + (century / 4)) % 7);
        return new DateOnly(year, 3, 28).AddDays(sunday);
    }
}
