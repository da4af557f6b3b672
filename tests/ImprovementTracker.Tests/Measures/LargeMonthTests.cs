using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Operation;

namespace ImprovementTracker.Tests.Measures;

/// <summary>The largest form there is, sent as a browser sends it: a month of a measure in an authority of 200 areas.</summary>
public sealed class LargeMonthTests
{
    private const string Password = "four quiet green words";

    [Fact]
    public async Task A_month_of_200_areas_is_recorded_in_one_go()
    {
        await using var host = new TrackerHost();
        var email = await host.AddPersonAsync("Ann Keeper", Password, isAdministrator: true);
        var ann = (await host.Get<PeopleList>().LoadAsync(Actor.System("test"), CancellationToken.None)).People.Single().Id;
        var programme = await host.Get<CreateProgramme>().ExecuteAsync(Actor.System("test"), new()
        {
            Authority = "Wideshire Council",
            Name = "improvement notice",
            Intervention = InterventionKind.ImprovementNotice,
            IntervenedOn = "June 2010",
            StartsOn = new DateOnly(2010, 6, 1),
            ManagerId = ann,
            Areas = string.Join('\n', Enumerable.Range(1, 200).Select(number => $"Team {number}")),
            Themes = "Assessment",
        }, CancellationToken.None);
        var code = await host.Get<SaveMeasure>().ExecuteAsync(Actor.System("test"), new()
        {
            Programme = programme,
            Name = "Visits on time",
            Phrase = "visits made on time",
            Definition = "Share of visits made in time.",
            Unit = MeasureUnit.Percentage,
            Numerator = "visits made on time",
            Denominator = "visits due",
            Decimals = 0,
            Polarity = Polarity.HigherIsBetter,
            Period = PeriodType.InMonth,
        }, CancellationToken.None);
        var browser = host.Browser();
        await browser.SignInAsync(email, Password);
        var address = $"/p/{programme}/measures/{code}/record?month=2010-07";

        // Every team reports 30 of 40 visits on time but for the first 50, whose system was down; the whole is left to be the sum.
        var typed = (await browser.PageAsync(address)).QuerySelectorAll("fieldset.entry").SelectMany(entry =>
        {
            var line = entry.QuerySelector<IHtmlInputElement>("input[name$='.AreaId']")!.Name!.Replace(".AreaId", "", StringComparison.Ordinal);
            var team = entry.QuerySelector("legend")!.TextContent.Trim().Split(' ') is ["Team", var number] ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : 0;
            var (numerator, denominator, reason) = team switch { 0 => ("", "", ""), <= 50 => ("", "", "The system was down."), _ => ("30", "40", "") };
            var fields = new List<(string Name, string Value)> { ($"{line}.Numerator", numerator), ($"{line}.Denominator", denominator), ($"{line}.Reason", reason) };
            if (reason.Length > 0)
                fields.Add(($"{line}.NotCaptured", "true"));
            return fields;
        }).ToArray();
        var recorded = await browser.FillInAsync(address, typed);

        Assert.Equal(HttpStatusCode.Redirect, recorded.StatusCode);
        Assert.StartsWith($"/p/{programme}/measures/{code}?month=2010-07&saved=month", recorded.LedTo(), StringComparison.Ordinal);
        var rows = (await browser.PageAsync(recorded.LedTo())).QuerySelectorAll("[aria-labelledby='areas'] tbody tr").ToDictionary(row => row.QuerySelector("th")!.TextContent.Trim(), row => $"{row.QuerySelectorAll("td")[0].TextContent.Trim()} {row.QuerySelectorAll("td")[1].TextContent.Trim()}".Trim());
        Assert.Equal((201, 50, 150), (rows.Count, rows.Values.Count(text => text == "no value not captured"), rows.Values.Count(text => text == "75%")));
        Assert.Equal("no value 150 of 200 reported", rows["Wideshire"]);
    }
}
