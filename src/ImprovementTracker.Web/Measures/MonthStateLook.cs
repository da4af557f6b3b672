using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Web.Shared;

namespace ImprovementTracker.Web.Measures;

/// <summary>How the state of a month is drawn.</summary>
public static class MonthStateLook
{
    public static StatusLook Of(MonthState month) =>
        month.Expected == 0 ? new(StatusShape.Dash, StatusTone.None, "Nothing expected")
        : month.Missing > 0 ? month.IsDue ? new(StatusShape.Diamond, StatusTone.Missed, "Incomplete") : new(StatusShape.Ring, StatusTone.None, "Open")
        : month.Provisional > 0 ? new(StatusShape.Half, StatusTone.Plain, "To approve")
        : new(StatusShape.Tick, StatusTone.Done, "Approved");
}
