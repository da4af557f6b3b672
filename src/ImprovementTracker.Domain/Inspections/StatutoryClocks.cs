using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>Time that an authority has for a plan after an inspection, in working days from the day on which it received the letter or report.</summary>
/// <param name="Plan">What must be ready.</param>
/// <param name="Length">In working days; the day received is day 0.</param>
/// <param name="CountedFrom">The day received; null while it is not known.</param>
/// <param name="DueOn">Null while it cannot be counted.</param>
/// <param name="Source">What is asked for and where that stands, as a sentence.</param>
public sealed record StatutoryClock(StatutoryPlan Plan, int Length, DateOnly? CountedFrom, DateOnly? DueOn, string Source)
{
    public string Name => Plan.Label();

    /// <summary>The day on which the plan was sent, with which the clock stops; null where none is recorded.</summary>
    public DateOnly? SentOn { get; init; }

    /// <summary>Its day lies beyond the bank holidays that are announced, so one may still be added before it.</summary>
    public bool MayMove => SentOn is null && DueOn is { } due && !WorkingDays.AreKnownUntil(due);

    /// <summary>How it stands on that day: due in 12 working days.</summary>
    /// <param name="hasEnded">The programme's record ends on that day, which is then not today.</param>
    public string State(DateOnly on, bool hasEnded, WorkingDays days) => SentOn is { } sent && sent <= on ? Stopped(sent, days) : DueOn is not { } due
        ? "cannot be counted: the day on which the letter or report was received is not known. Enter it as ‘Received on’ in the inspection's entry"
        : Standing(due, on, hasEnded, days) + (hasEnded ? $", judged on {Words.Date(on)}" : "");

    private static string Standing(DateOnly due, DateOnly on, bool hasEnded, WorkingDays days) => due.CompareTo(on) switch
    {
        > 0 => $"due in {InWorkingDays(days.Between(on, due))}",
        0 => hasEnded ? "due that day" : "due today",
        // It may have been sent without anybody entering it, so the day alone does not say that it is late.
        < 0 when days.Between(due, on) is > 0 and var late => $"{InWorkingDays(late)} overdue: no day is recorded on which it was sent",
        < 0 => $"overdue since {Words.Date(due)}: no day is recorded on which it was sent",
    };

    private string Stopped(DateOnly sent, WorkingDays days) => DueOn is not { } due
        ? $"sent on {Words.Date(sent)}; whether that was in time cannot be counted, because the day on which the letter or report was received is not known"
        : sent <= due ? $"met: sent on {Words.Date(sent)}{(days.Between(sent, due) is > 0 and var left ? $", with {InWorkingDays(left)} left" : "")}"
        : $"sent late, on {Words.Date(sent)}{(days.Between(due, sent) is > 0 and var late ? $", {InWorkingDays(late)} after it was due" : "")}";

    private static string InWorkingDays(int count) => $"{Words.InText(count)} working {(count == 1 ? "day" : "days")}";
}

/// <summary>
/// Which statutory clocks an inspection starts, by its framework. One that no source supports does not run: the letters and
/// reports of 2009 to 2013 start none, nor do joint inspections, monitoring and assurance visits.
/// </summary>
public static class StatutoryClocks
{
    private const int FinalPlan = 70;
    private const int DraftPlan = 20;
    private const string Regulations = "Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007";

    /// <summary>Focused visits from this month on ask for a draft as well.</summary>
    private static readonly Month DraftsSince = new(2018, 9);

    /// <param name="on">The first day of the visit: it decides which version of the framework holds.</param>
    /// <param name="overall">The grade of overall effectiveness; null where none is entered or given.</param>
    public static IReadOnlyList<StatutoryClock> Of(InspectionKind kind, KnownDate on, Grade? overall, bool hasPriorityArea, DateOnly? receivedOn, WorkingDays days)
    {
        return kind switch
        {
            InspectionKind.SingleInspection or InspectionKind.ReInspection or InspectionKind.IlacsStandard or InspectionKind.IlacsShort => overall == Grade.Inadequate
                ? [Clock(StatutoryPlan.Final, FinalPlan, $"After an inadequate judgement the final action plan is due within 70 working days of receiving the report ({Regulations}).")]
                : [],
            InspectionKind.FocusedVisit => !hasPriorityArea ? [] : on.Month < DraftsSince ? [FinalAfterVisit()] :
            [
                Clock(StatutoryPlan.Draft, DraftPlan, "After a focused visit with an area for priority action a draft of the plan is due within 20 working days of receiving the letter, since September 2018 (Children & Young People Now, 16 August 2018)."),
                FinalAfterVisit(),
            ],
            InspectionKind.UnannouncedContactReferralAssessment or InspectionKind.SafeguardingAndLookedAfterChildren or InspectionKind.ProtectionOfChildren
                or InspectionKind.MonitoringVisit or InspectionKind.AssuranceVisit or InspectionKind.JointTargetedAreaInspection
                or InspectionKind.AreaSend or InspectionKind.PeerChallenge => [],
        };

        StatutoryClock FinalAfterVisit() =>
            Clock(StatutoryPlan.Final, FinalPlan, $"After a focused visit with an area for priority action the final action plan is due within 70 working days of receiving the letter ({Regulations}; Children & Young People Now, 16 August 2018).");

        StatutoryClock Clock(StatutoryPlan plan, int length, string source) =>
            new(plan, length, receivedOn, receivedOn is { } received ? days.After(received, length) : null, source);
    }

    /// <summary>The grade of the judged area that speaks for the whole, known by its name: Overall effectiveness.</summary>
    public static Grade? Overall(IEnumerable<(string Name, Grade Grade)> grades) =>
        grades.Where(one => one.Name.StartsWith("Overall", StringComparison.OrdinalIgnoreCase)).Select(one => (Grade?)one.Grade).FirstOrDefault();
}
