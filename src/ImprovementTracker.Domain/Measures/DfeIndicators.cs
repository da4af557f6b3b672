namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Which measures of the library the Department for Education publishes, and in which columns. Only what its files and their
/// definitions leave no doubt about is here; any other column can be asked for by its own name. Not here although it is
/// published: the time from entry into care to placement for adoption (42), which the library counts in days and the
/// Department gives for England alone in years and months, written 01:07.
/// </summary>
public static class DfeIndicators
{
    private const int March = 3;
    private const int September = 9;
    private const string Fte = "fte full time equivalent social worker staff child and family in at 30 september";

    private static readonly ColumnMeaning Referrals = Count("referral", "cin episode received all in year");
    private static readonly ColumnMeaning Rereferrals = Count("rereferral", "referral cin episode within 12 month twelve of in year");
    private static readonly ColumnMeaning InPost = Count(["inpost", "in post", "social worker fte"], Fte);
    private static readonly ColumnMeaning Agency = Count("agency", Fte);
    private static readonly ColumnMeaning Vacancies = Count("vacancy", Fte);
    private static readonly ColumnMeaning Section47 = Count(["section 47", "s 47"], "enquiry started starting during in year");
    private static readonly ColumnMeaning Conferences = Count(["icpc", "initial child protection conference"], "held during in year");
    private static readonly ColumnMeaning PlansStarted = Count(["cpp start", "cpp started", "cpp starting", "child protection plan start", "child protection plan starting"], "during in year");
    private static readonly ColumnMeaning Plans = Count(["cpp at 31", "child protection plan at 31"], "march on");
    private static readonly ColumnMeaning PlansEnded = Count(["cpp end", "cpp ended", "cpp ending", "child protection plan end", "child protection plan ended", "child protection plan ending"], "during in year");
    private static readonly ColumnMeaning Children = Count(["child", "count"], "");
    private static readonly ColumnMeaning ShareOfChildren = new(ColumnKind.Amount, ["child percent", "percent"], "of");
    private static readonly ColumnMeaning ShareOfLeavers = new(ColumnKind.Amount, ["care leaver percent", "percent"], "of");

    public static IReadOnlyList<DfeIndicator> All { get; } =
    [
        new(4, "referrals", "Referrals", MeasureUnit.Count, PeriodType.InMonth, March) { ByMonth = true },
        new(4, "referrals", "Referrals", MeasureUnit.Count, PeriodType.Year, March) { Figure = Referrals },
        new(5, "re-referrals", "Re-referrals within twelve months", MeasureUnit.Percentage, PeriodType.Year, March, "Re-referrals within 12 months", "Re-referrals < 12 months")
        {
            Figure = Percent("rereferral", "referral cin episode within 12 month twelve of in year"),
            Numerator = [Rereferrals],
            Denominator = [Referrals],
        },
        new(6, "referrals-no-further-action", "Referrals with no further action", MeasureUnit.Percentage, PeriodType.Year, March, "Referrals NFA", "No further action", "NFA", "Referrals closed with no further action", "Referrals that ended in no further action", "Referrals leading to no further action", "Referrals resulting in no further action")
        {
            Figure = Percent(["no further action", "nfa"], "referral cin of"),
            Numerator = [Count(["no further action", "nfa"], "referral cin of")],
            Denominator = [Referrals],
        },
        new(7, "referrals-assessed-not-in-need", "Referrals assessed, not in need", MeasureUnit.Percentage, PeriodType.Year, March, "Not in need", "Referrals assessed as not in need", "Referrals assessed and found not in need")
        {
            Figure = Percent("not in need", "referral assessed cin of as"),
            Numerator = [Count("not in need", "referral assessed cin of as")],
            Denominator = [Referrals],
        },
        new(12, "assessments-in-time", "Assessments in time", MeasureUnit.Percentage, PeriodType.Year, March, "Single assessments in time", "Assessments within 45 working days", "Single/continuous assessments <=45 wd", "Continuous assessments in time")
        {
            Numerator = [Band("same day", "0 day"), Band("1 10 day"), Band("11 20 day"), Band("21 30 day"), Band("31 40 day"), Band("41 45 day")],
            Denominator = [Count("assessment", "completed during in year")],
        },
        new(17, "children-in-need", "Children in need at 31 March", MeasureUnit.Count, PeriodType.AtMonthEnd, March, "Children in need", "CIN at 31 March", "CIN", "Children in need at the month's end", "Children in need at month end")
        {
            Figure = Count(["at 31 episode", "cin at 31", "child in need at 31"], "march episode cin on"),
        },
        new(19, "section-47-enquiries", "Section 47 enquiries", MeasureUnit.Count, PeriodType.Year, March, "S47 enquiries", "Section 47 enquiries started", "Section 47") { Figure = Section47 },
        new(20, "section-47-enquiries-to-conference", "Section 47 enquiries that led to an initial conference", MeasureUnit.Percentage, PeriodType.Year, March, "S47 -> ICPC", "Section 47 enquiries leading to a conference", "Section 47 enquiries leading to initial child protection conference", "Section 47 enquiries going on to conference", "S47 to ICPC")
        {
            Numerator = [Conferences],
            Denominator = [Section47],
        },
        new(21, "initial-conferences-in-time", "Initial conferences in time", MeasureUnit.Percentage, PeriodType.Year, March, "ICPC <= 15 working days", "Initial child protection conferences in time", "ICPC in time", "Initial conferences within 15 working days", "Initial child protection conferences within 15 working days")
        {
            Numerator = [Count(["0 10 day"], "duration icpc working"), Count(["11 15 day"], "duration icpc working")],
            Denominator = [Conferences],
        },
        new(22, "child-protection-plans", "Child protection plans", MeasureUnit.Count, PeriodType.AtMonthEnd, March, "CP plans", "CP plans at month end", "Children on a child protection plan", "Children with a child protection plan", "Child protection plans at month end", "Children subject to a child protection plan", "CP plans at 31 March", "Child protection plans at 31 March") { Figure = Plans },
        new(23, "child-protection-plans-starting", "Child protection plans starting", MeasureUnit.Count, PeriodType.Year, March, "CP plans starting", "Child protection plans started", "New child protection plans") { Figure = PlansStarted },
        new(24, "child-protection-reviews-on-time", "Child protection reviews on time", MeasureUnit.Percentage, PeriodType.AtMonthEnd, March, "CP reviews on time", "Child protection plans reviewed within timescales", "CP plans reviewed on time", "Reviews of child protection plans on time")
        {
            Figure = Percent(["reviewed", "review"], "cpp child protection plan at 31 march in on time within required timescale timely all been for 3 month or more of"),
        },
        new(25, "second-or-subsequent-plans", "Second or subsequent child protection plans", MeasureUnit.Percentage, PeriodType.Year, March, "Second/subsequent plans", "Second or subsequent plans", "Repeat child protection plans", "Child protection plans for a second or subsequent time")
        {
            Figure = Percent(["cpp subsequent", "second subsequent plan"], "or cpp child protection a of"),
            Numerator = [Count(["cpp subsequent", "second subsequent plan"], "or cpp child protection a of")],
            Denominator = [PlansStarted],
        },
        new(27, "plans-of-two-years-or-more", "Child protection plans of two years or more", MeasureUnit.Percentage, PeriodType.AtMonthEnd, March, "CP >= 2 years at 31 March", "CP plans lasting 2 years or more", "Child protection plans lasting two years or more", "Child protection plans open for two years or more", "CP >=2 years")
        {
            Figure = Percent("2 year or more", "cpp"),
            Numerator = [Count("2 year or more", "cpp")],
            Denominator = [Plans],
            Beside = Plans,
        },
        // The file of plans that ended names its columns as that of plans at 31 March does.
        new(28, "plans-ended-after-two-years-or-more", "Plans ended after two years or more", MeasureUnit.Percentage, PeriodType.Year, March, "CP plans ended that had lasted >=2 yrs", "Child protection plans ended after two years or more", "Child protection plans ended that had lasted two years or more")
        {
            Figure = Percent("2 year or more", "cpp"),
            Numerator = [Count("2 year or more", "cpp")],
            Denominator = [PlansEnded],
            Beside = PlansEnded,
        },
        .. InCare,
        .. Workforce,
    ];

    // Files of children looked after have a row for each group and breakdown.
    private static IEnumerable<DfeIndicator> InCare =>
    [
        new(31, "children-looked-after", "Children looked after", MeasureUnit.Count, PeriodType.AtMonthEnd, March, "CLA number", "CLA", "Children in care", "CLA number / rate")
        {
            Figure = Children,
            Rows = ["Children looked after on 31 March each year"],
        },
        new(31, "children-looked-after-rate", "Children looked after for each 10,000 children", MeasureUnit.RatePer10000, PeriodType.AtMonthEnd, March, "Children looked after", "CLA", "Children in care", "CLA number / rate", "CLA rate")
        {
            Figure = new(ColumnKind.Amount, ["rate per 10000", "rate per 10 000"], "child"),
            Rows = ["Children looked after on 31 March each year"],
        },
        new(32, "children-who-started-to-be-looked-after", "Children who started to be looked after", MeasureUnit.Count, PeriodType.Year, March, "CLA starts", "Children starting to be looked after")
        {
            Figure = Children,
            Rows = ["Children starting to be looked after each year"],
        },
        new(32, "children-who-ceased-to-be-looked-after", "Children who ceased to be looked after", MeasureUnit.Count, PeriodType.Year, March, "CLA ceases", "Children ceasing to be looked after")
        {
            Figure = Children,
            Rows = ["Children ceasing to be looked after each year"],
        },
        new(35, "three-or-more-placements", "Three or more placements in a year", MeasureUnit.Percentage, PeriodType.AtMonthEnd, March, "3+ placements in year", "Children in care with three or more placements", "Three or more placements")
        {
            Figure = ShareOfChildren,
            Rows = ["CLA on 31 March", "With 3 or more placements during the year"],
        },
        new(36, "long-term-stability", "Long-term stability of placements", MeasureUnit.Percentage, PeriodType.AtMonthEnd, March, "Long-term stability", "Long-term placement stability", "Placement stability")
        {
            Figure = ShareOfChildren,
            Rows = ["Living with the same carer for at least 2 years"],
        },
        new(38, "health-assessments", "Health assessments up to date", MeasureUnit.Percentage, PeriodType.AtMonthEnd, March, "Health assessments", "Annual health assessments")
        {
            Figure = ShareOfChildren,
            Rows = ["Had their annual health assessment"],
        },
        new(41, "three-or-more-social-workers", "Three or more social workers in a year", MeasureUnit.Percentage, PeriodType.AtMonthEnd, March, "3+ social workers in year", "Three or more social workers")
        {
            Figure = ShareOfChildren,
            Rows = ["CLA on 31 March", "3 or more social workers during the year"],
        },
        new(44, "care-leavers-in-work-or-learning", "Care leavers in education, employment or training", MeasureUnit.Percentage, PeriodType.Year, March, "Care leavers EET 19-21", "Care leavers EET", "Care leavers aged 19 to 21 in education, employment or training")
        {
            Figure = ShareOfLeavers,
            Rows = ["19 to 21 years", "Total in education, employment or training"],
        },
        new(45, "care-leavers-suitable-accommodation", "Care leavers in suitable accommodation", MeasureUnit.Percentage, PeriodType.Year, March, "Suitable accommodation 19-21", "Suitable accommodation", "Care leavers aged 19 to 21 in suitable accommodation")
        {
            Figure = ShareOfLeavers,
            Rows = ["19 to 21 years", "Accommodation considered suitable"],
        },
    ];

    // Taken on 30 September; leavers and absence are those of the twelve months before.
    private static IEnumerable<DfeIndicator> Workforce =>
    [
        new(49, "turnover", "Turnover of social workers", MeasureUnit.Percentage, PeriodType.Year, September, "Turnover", "Social worker turnover", "Turnover rate")
        {
            Figure = Percent("turnover", Fte),
            Numerator = [Count(["leaver"], Fte)],
            Denominator = [InPost],
        },
        new(50, "agency-social-workers", "Agency social workers", MeasureUnit.Percentage, PeriodType.AtMonthEnd, September, "Agency rate", "Agency")
        {
            Figure = Percent("agency", Fte),
            Numerator = [Agency],
            Denominator = [Agency, InPost],
        },
        new(51, "vacancies", "Social worker vacancies", MeasureUnit.Percentage, PeriodType.AtMonthEnd, September, "Vacancy rate", "Vacancies", "Vacancies of social workers", "Vacant social worker posts")
        {
            Figure = Percent("vacancy", Fte),
            Numerator = [Vacancies],
            Denominator = [Vacancies, InPost],
        },
        new(52, "average-caseload", "Average caseload", MeasureUnit.Average, PeriodType.AtMonthEnd, September, "Caseload", "Average caseload of social workers")
        {
            Figure = new(ColumnKind.Amount, ["caseload"], "average mean " + Fte),
            Numerator = [Count("case", "held")],
            Denominator = [Count("case holder", Fte)],
        },
        new(53, "absence", "Absence of social workers", MeasureUnit.Percentage, PeriodType.Year, September, "Absence", "Sickness absence", "Social worker absence")
        {
            Figure = Percent("absence", "sickness " + Fte),
        },
    ];

    /// <summary>Those that a code, a name or a number in the library means; a measure may be published in more than one form.</summary>
    public static IReadOnlyList<DfeIndicator> Called(string text) =>
        int.TryParse(text, out var number) ? [.. All.Where(indicator => indicator.Number == number)]
        : All.Where(indicator => indicator.IsNamed(text)).ToList() is { Count: > 0 } named ? named
        : [.. All.Where(indicator => indicator.IsMeantBy(text))];

    private static ColumnMeaning Count(string subject, string mayHave) => Count([subject], mayHave);
    private static ColumnMeaning Count(string[] subjects, string mayHave) => new(ColumnKind.Count, subjects, mayHave);
    private static ColumnMeaning Band(params string[] subjects) => Count(subjects, "duration assessment working");
    private static ColumnMeaning Percent(string subject, string mayHave) => Percent([subject], mayHave);
    private static ColumnMeaning Percent(string[] subjects, string mayHave) => new(ColumnKind.Percent, subjects, mayHave);
}
