using System.Net;
using AngleSharp.Dom;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Operation;
using ImprovementTracker.Tests.Programmes;

namespace ImprovementTracker.Tests.Reports;

public sealed class ReportPageTests(ProgrammeAtWork work) : IClassFixture<ProgrammeAtWork>
{
    [Fact]
    public async Task The_report_is_found_however_the_address_is_typed()
    {
        var manager = Actor.System("test");
        var code = await work.Host.Get<SaveMeasure>().ExecuteAsync(manager, new()
        {
            Programme = ProgrammeAtWork.Slug,
            Name = "Referrals",
            Phrase = "referrals",
            Definition = "Referrals received in the month.",
            Unit = MeasureUnit.Count,
            Numerator = "referrals received",
            Decimals = 0,
            Polarity = Polarity.None,
            Period = PeriodType.InMonth,
        }, CancellationToken.None);
        var form = await work.Host.Get<MonthForm>().LoadAsync(manager, ProgrammeAtWork.Slug, code, new Month(2010, 7), CancellationToken.None);
        await work.Host.Get<RecordMonth>().ExecuteAsync(manager, new()
        {
            Programme = ProgrammeAtWork.Slug,
            Measure = code,
            Month = "2010-07",
            Lines = [new() { AreaId = form.Areas[0].Area.Id, Numerator = "1598" }],
        }, CancellationToken.None);
        var officer = await work.BrowserOfAsync(Role.ScrutinyOfficer);

        foreach (var slug in new[] { ProgrammeAtWork.Slug, ProgrammeAtWork.Slug.ToUpperInvariant() })
        {
            var answer = await officer.GetAsync($"/p/{slug}/report");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("1,598 referrals in July 2010", (await answer.PageAsync()).Body!.TextContent, StringComparison.Ordinal);
        }
    }
}
