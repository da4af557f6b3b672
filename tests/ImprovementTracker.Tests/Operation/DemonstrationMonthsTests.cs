using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Operation;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Operation;

/// <summary>The invented months: they fit the known figures and show everything that can happen to a value.</summary>
public sealed class DemonstrationMonthsTests(DemonstrationDatabase demonstration) : IClassFixture<DemonstrationDatabase>
{
    // Ashfield, Bassetlaw, Broxtowe, Gedling, Mansfield, Newark and Sherwood, Rushcliffe; sums and quotients by hand:
    // 226 / 612 = 36.93% -> 37; 435 / 572 = 76.05% -> 76; 114 / 228 = 50%; 188 / 258 = 72.87% -> 73.
    [Theory]
    [InlineData(Demonstration.InitialAssessments, "2010-04", new long[] { 34, 27, 31, 37, 37, 28, 32 }, 226, new long[] { 98, 89, 76, 83, 104, 86, 76 }, 612)]
    [InlineData(Demonstration.InitialAssessments, "2011-05", new long[] { 66, 60, 59, 63, 71, 60, 56 }, 435, new long[] { 92, 83, 71, 77, 98, 80, 71 }, 572)]
    [InlineData(Demonstration.CoreAssessments, "2010-04", new long[] { 19, 14, 14, 17, 18, 15, 17 }, 114, new long[] { 36, 33, 29, 31, 38, 32, 29 }, 228)]
    [InlineData(Demonstration.CoreAssessments, "2011-05", new long[] { 29, 24, 24, 27, 30, 27, 27 }, 188, new long[] { 41, 38, 32, 35, 44, 36, 32 }, 258)]
    public async Task The_seven_localities_sum_to_what_the_councils_report_states(string measure, string month, long[] inTime, long sumInTime, long[] completed, long sumCompleted)
    {
        var localities = await LocalitiesAsync(measure, Month.Parse(month));

        Assert.Equal(inTime, localities.Select(locality => locality.Numerator!.Value));
        Assert.Equal(completed, localities.Select(locality => locality.Denominator!.Value));
        Assert.Equal((sumInTime, sumCompleted), (localities.Sum(locality => locality.Numerator!.Value), localities.Sum(locality => locality.Denominator!.Value)));
    }

    [Fact]
    public async Task Contacts_reach_1598_in_July_2010_and_are_around_600_a_month_in_spring_2011()
    {
        // 257 + 232 + 198 + 215 + 274 + 224 + 198 = 1,598.
        Assert.Equal(1598, await SumAsync(Demonstration.Contacts, new Month(2010, 7)));
        Assert.InRange(await SumAsync(Demonstration.Contacts, new Month(2011, 4)), 550, 650);
        Assert.InRange(await SumAsync(Demonstration.Contacts, new Month(2011, 5)), 550, 650);
    }

    [Fact]
    public async Task In_no_month_are_there_more_referrals_than_contacts_or_more_initial_assessments_than_referrals()
    {
        foreach (var month in new Month(2010, 4).To(new Month(2011, 5)))
        {
            var referrals = await SumAsync(Demonstration.Referrals, month);
            Assert.True(await SumAsync(Demonstration.Contacts, month) >= referrals, $"contacts in {month}");
            Assert.True(referrals >= (await LocalitiesAsync(Demonstration.InitialAssessments, month)).Sum(value => value.Denominator), $"referrals in {month}");
        }
    }

    [Fact]
    public async Task In_every_locality_re_referrals_are_shares_of_the_referrals_counted_there()
    {
        foreach (var month in new Month(2010, 4).To(new Month(2011, 5)))
        {
            Assert.Equal(
                (await LocalitiesAsync(Demonstration.Referrals, month)).Select(value => value.Numerator),
                (await LocalitiesAsync(Demonstration.Rereferrals, month)).Select(value => value.Denominator));
        }
    }

    [Fact]
    public async Task In_May_2011_localities_meet_miss_and_come_close_to_the_notices_target_for_initial_assessments()
    {
        // Target 80%, 5 points tolerance. 66/92 = 71.7, 60/83 = 72.3, 59/71 = 83.1, 63/77 = 81.8, 71/98 = 72.4, 60/80 = 75.0, 56/71 = 78.9.
        await using var db = demonstration.Database.CreateDbContext();
        var target = await db.Targets.AsNoTracking().Include(target => target.Steps).SingleAsync(target => target.Measure.Code == Demonstration.InitialAssessments && target.SetBy == TargetSetter.DfeNotice);
        var level = new TargetLevel(target.Steps[^1].Value, null, target.Tolerance, target.ToleranceKind);

        var verdicts = (await LocalitiesAsync(Demonstration.InitialAssessments, new Month(2011, 5)))
            .Select(value => TargetComparison.Of(100m * value.Numerator / value.Denominator, level, Polarity.HigherIsBetter).Verdict);

        Assert.Equal(80, level.Value);
        Assert.Equal(
            [TargetVerdict.Missed, TargetVerdict.Missed, TargetVerdict.Met, TargetVerdict.Met, TargetVerdict.Missed, TargetVerdict.WithinTolerance, TargetVerdict.WithinTolerance],
            verdicts);
    }

    [Fact]
    public async Task One_locality_could_not_count_its_visits_in_May_2011_and_says_why()
    {
        var visits = await LocalitiesAsync(Demonstration.ProtectionVisits, new Month(2011, 5));

        var missing = Assert.Single(visits, value => value.Kind == ValueKind.NotCaptured);
        Assert.Equal("Newark and Sherwood", missing.Observation.Area.Name);
        Assert.Contains("the new recording form", missing.Reason);
        Assert.True(missing.IsIllustrative);
    }

    [Fact]
    public async Task One_locality_had_no_conference_in_December_2010()
    {
        var conferences = await LocalitiesAsync(Demonstration.InitialConferences, new Month(2010, 12));

        var none = Assert.Single(conferences, value => value.Denominator == 0);
        Assert.Equal(("Rushcliffe", 0L), (none.Observation.Area.Name, none.Numerator));
        Assert.Equal(41, conferences.Sum(value => value.Denominator));
    }

    [Fact]
    public async Task Eleven_late_entries_revise_Mansfields_core_assessments_of_April_2011()
    {
        await using var db = demonstration.Database.CreateDbContext();
        var revisions = await db.ObservationRevisions.AsNoTracking()
            .Where(revision => revision.Observation.Measure.Code == Demonstration.CoreAssessments && revision.Observation.Month == new Month(2011, 4) && revision.Observation.Area.Name == "Mansfield")
            .OrderBy(revision => revision.Number).ToListAsync();

        // 21 + 9 = 30 in time, 31 + 11 = 42 completed.
        Assert.Equal([(21L, 31L), (30L, 42L)], revisions.Select(revision => (revision.Numerator!.Value, revision.Denominator!.Value)));
        Assert.StartsWith("Eleven late entries", revisions[1].Reason);
        Assert.Equal(revisions[1].RecordedIn, revisions[0].SupersededIn);
    }

    [Fact]
    public async Task Counted_months_are_approved_by_another_person_except_the_last_two()
    {
        await using var db = demonstration.Database.CreateDbContext();
        var rows = await db.ObservationRevisions.AsNoTracking()
            .Where(revision => revision.Kind != ValueKind.Stated)
            .Join(db.Changes, revision => revision.RecordedIn, change => change.Sequence, (revision, change) => new { revision.ObservationId, revision.SupersededIn, revision.Status, revision.Observation.Month, revision.Observation.Measure.Programme.Slug, change.PersonName })
            .ToListAsync();

        foreach (var (slug, last) in new[] { (Demonstration.NottinghamshireSlug, new Month(2011, 5)), (Demonstration.NottinghamSlug, new Month(2023, 8)) })
        {
            var current = rows.Where(row => row.Slug == slug && row.SupersededIn == null).ToList();
            Assert.All(current, row => Assert.Equal(row.Month < last.AddMonths(-1) ? ValueStatus.Approved : ValueStatus.Provisional, row.Status));
            Assert.Equal(last, current.Max(row => row.Month));
        }
        Assert.All(rows, row => Assert.Equal(row.Status == ValueStatus.Approved ? "Programme manager (demonstration)" : "Performance officer (demonstration)", row.PersonName));
    }

    [Fact]
    public async Task A_months_figures_are_recorded_in_the_month_after()
    {
        await using var db = demonstration.Database.CreateDbContext();
        var recorded = await db.ObservationRevisions.AsNoTracking()
            .Where(revision => revision.Number == 1 && revision.Kind != ValueKind.Stated && revision.Observation.Month >= new Month(2010, 4) && revision.Observation.Month <= new Month(2011, 5))
            .Join(db.Changes, revision => revision.RecordedIn, change => change.Sequence, (revision, change) => new { revision.Observation.Month, change.RecordedAt })
            .Distinct().ToListAsync();

        Assert.NotEmpty(recorded);
        Assert.All(recorded, row => Assert.Equal(row.Month.AddMonths(1), Month.Of(DateOnly.FromDateTime(row.RecordedAt))));
        Assert.All(recorded, row => Assert.InRange(row.RecordedAt.Day, 10, 12));
    }

    private async Task<long> SumAsync(string measure, Month month) => (await LocalitiesAsync(measure, month)).Sum(value => value.Numerator!.Value);

    private async Task<List<ObservationRevision>> LocalitiesAsync(string measure, Month month)
    {
        await using var db = demonstration.Database.CreateDbContext();
        return await db.ObservationRevisions.AsNoTracking().Include(revision => revision.Observation.Area)
            .Where(revision => revision.SupersededIn == null && revision.Observation.Measure.Code == measure && revision.Observation.Month == month && revision.Observation.Area.Kind == AreaKind.Locality)
            .OrderBy(revision => revision.Observation.AreaId).ToListAsync();
    }
}
