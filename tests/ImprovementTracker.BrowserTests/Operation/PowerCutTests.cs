using System.Globalization;
using System.Net;
using ImprovementTracker.BrowserTests.Running;

namespace ImprovementTracker.BrowserTests.Operation;

/// <summary>The program is ended without warning: what a page had confirmed is there, and what was on its way is there once or can be sent again.</summary>
public sealed class PowerCutTests
{
    private const string Action = "/p/nottinghamshire-2010/actions/A5";
    private const string Update = Action + "/update";
    private const string UpdateForm = "value=\"update\"";

    private const string Month = "/p/nottinghamshire-2010/measures/contacts/record?month=2011-05";
    private const string MonthForm = "value=\"month\"";

    private static (string, string)[] Saying(string sentence) => [("Input.Progress", "AtRisk"), ("Input.Sentence", sentence)];

    [Fact]
    public async Task Nothing_that_was_confirmed_is_lost_however_soon_the_power_fails()
    {
        await using var tracker = await RunningTracker.StartAsync();
        using var director = await SendingByHand.SignedInAsync(tracker, "Service director");
        var said = new List<string>();
        for (var round = 1; round <= 5; round++)
        {
            said.Add($"Progress of round {round}, said just before the power failed.");
            var form = await director.OpenAsync(Update, UpdateForm, Saying(said[^1]));

            using (var answer = await director.SendAsync(Update, form))
            {
                await tracker.KillAsync();
                Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            }
            await tracker.StartAgainAsync();

            var page = await director.ReadAsync(Action);
            Assert.All(said, sentence => Assert.Contains(sentence, page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_month_that_was_recorded_is_there_however_soon_the_power_fails()
    {
        await using var tracker = await RunningTracker.StartAsync();
        using var officer = await SendingByHand.SignedInAsync(tracker, "Performance officer");
        for (var count = 801; count <= 803; count++)
        {
            var typed = count.ToString(CultureInfo.InvariantCulture);
            var form = await officer.OpenAsync(Month, MonthForm, ("Input.Lines[0].Numerator", typed), ("Input.Lines[0].Reason", "Counted anew, which is far from the earlier months."));

            using (var answer = await officer.SendAsync(Month, form))
            {
                await tracker.KillAsync();
                Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            }
            await tracker.StartAgainAsync();

            Assert.Matches($"name=\"Input\\.Lines\\[0\\]\\.Numerator\"[^>]* value=\"{typed}\"", await officer.ReadAsync(Month));
        }
    }

    [Fact]
    public async Task What_was_on_its_way_when_the_power_failed_can_be_sent_again_and_counts_once()
    {
        await using var tracker = await RunningTracker.StartAsync();
        using var director = await SendingByHand.SignedInAsync(tracker, "Service director");
        foreach (var milliseconds in new[] { 0, 5, 15, 40 })
        {
            var sentence = $"Sent {milliseconds} milliseconds before the power failed.";
            var form = await director.OpenAsync(Update, UpdateForm, Saying(sentence));

            var onItsWay = director.SendAsync(Update, form);
            await Task.Delay(milliseconds);
            await tracker.KillAsync();
            await Record.ExceptionAsync(() => onItsWay);
            await tracker.StartAgainAsync();
            using var answer = await director.SendAsync(Update, form);

            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            Assert.Equal(1, SendingByHand.Count(await director.ReadAsync(Action), sentence));
        }
    }
}
