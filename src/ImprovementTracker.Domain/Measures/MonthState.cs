using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>How a month stands: how much of what is expected is there, whether it came in time, and how much is approved.</summary>
/// <param name="Expected">The figures that can be expected: each area's of each measure that it reports, while both are in force.</param>
/// <param name="Recorded">Those that have a figure.</param>
/// <param name="NotCaptured">Those of which somebody said why there is none.</param>
/// <param name="Late">Recorded for the first time after the day on which they were due.</param>
/// <param name="IsDue">Whether that day has passed.</param>
public sealed record MonthState(Month Month, int Expected, int Recorded, int NotCaptured, int Provisional, int Approved, int Late, DateOnly DueOn, bool IsDue)
{
    /// <summary>Never less than none: what is recorded of an area that is no longer in force is more than was expected.</summary>
    public int Missing => Math.Max(0, Expected - Recorded - NotCaptured);

    /// <summary>One sentence without a full stop: 3 of 40 figures are missing; 37 of 37 wait for approval.</summary>
    public string InWords
    {
        get
        {
            if (Expected == 0)
                return "nothing is expected";
            if (Recorded + NotCaptured == 0)
                return IsDue ? $"nothing is recorded; it was due on {Words.Date(DueOn)}" : $"nothing is recorded yet; it is due on {Words.Date(DueOn)}";
            var there = Missing == 0 ? "complete" : $"{Words.Count(Missing)} of {Words.Count(Expected, "figure is", "figures are")} missing";
            var approved = Provisional == 0 ? "approved" : Approved == 0 ? "not yet approved" : $"{Words.Count(Provisional)} not yet approved";
            return Late == 0 ? $"{there}; {approved}" : $"{there}; {approved}; {Words.Count(Late, "figure", "figures")} came late";
        }
    }

    /// <summary>The day of the following month on which a month is due; its last day where the month is shorter.</summary>
    public static DateOnly DueDay(Month month, int dayOfNextMonth)
    {
        var next = month.AddMonths(1);
        return new DateOnly(next.Year, next.Number, Math.Min(dayOfNextMonth, next.LastDay.Day));
    }

    /// <summary>The last month whose figures are due by that day.</summary>
    public static Month LastDue(DateOnly on, int dayOfNextMonth)
    {
        var month = Month.Of(on).AddMonths(-1);
        while (on <= DueDay(month, dayOfNextMonth))
            month = month.AddMonths(-1);
        return month;
    }
}
