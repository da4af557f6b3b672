using System.Net;
using AngleSharp.Dom;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Operation;
using ImprovementTracker.Tests.Plan;
using Microsoft.EntityFrameworkCore;
using Visibility = ImprovementTracker.Domain.Inspections.Visibility;

namespace ImprovementTracker.Tests.Programmes;

/// <summary>What was entered wrongly as the manager takes it back in a browser, and as the board reads it.</summary>
public class TakeBackPagesTests
{
    private const string Here = $"/p/{TestProgramme.Slug}";

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Follows the only link to take something back, says nothing first and then why.</summary>
    private static async Task<IDocument> TakeBackAsync(HttpClient manager, string page)
    {
        var form = (await manager.PageAsync(page)).QuerySelectorAll("a").Last(link => link.GetAttribute("href")!.EndsWith("/take-back", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Equal(["Say in one sentence what was wrong with it."], await (await manager.FillInAsync(form, ("Input.Reason", " "))).ProblemsAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(form.Replace("/take-back", "9/take-back", StringComparison.Ordinal))).StatusCode);
        var taken = await manager.FillInAsync(form, ("Input.Reason", "It was only asked for."));
        Assert.Contains("It was taken back already.", Plain((await manager.PageAsync(form)).QuerySelector("main")!), StringComparison.Ordinal);
        return await manager.PageAsync(taken.LedTo());
    }

    [Fact]
    public async Task A_state_and_a_judgement_stand_struck_with_who_took_them_back_and_why()
    {
        await using var site = await PlanSite.EmptyAsync();
        await site.Programme.ChangeAsync((db, change) =>
        {
            var here = db.Programmes.Single();
            var requirement = new Requirement(here, "R1", isIllustrative: false, change);
            requirement.Describe("Every child is seen in time.", false, null, null, null, null);
            requirement.Review(true, KnownDate.On(2011, 6, 9), "The department: enough.", null, change);
            db.AddRange(requirement, new ProgrammeStatus(here, LifecycleState.Lifted, KnownDate.On(2011, 6, 9), "The department decided.", null, change));
        });
        var manager = await site.AsAsync(Role.ProgrammeManager);

        var judged = await TakeBackAsync(manager, $"{Here}/notice");
        var moved = await TakeBackAsync(manager, $"{Here}/notice");

        Assert.Contains("The judgement counts no more.", judged.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Judged met, 9 June 2011: The department: enough.", Plain(judged.QuerySelector(".lines s")!));
        Assert.Equal("R1 Open", Plain(judged.QuerySelector("[aria-labelledby=requirements] li h3")!));
        Assert.Contains("The entry counts no more.", moved.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        var board = await site.AsAsync(Role.BoardMember);
        var state = (await board.PageAsync($"{Here}/notice")).QuerySelectorAll("dl.pairs > div")[^1];
        Assert.Matches("^9 June 2011 ?Lifted. The department decided. Taken back on .+ by The programme manager: It was only asked for.$", Plain(state));
        Assert.DoesNotContain((await board.PageAsync($"{Here}/notice")).QuerySelectorAll("a"), link => link.GetAttribute("href")!.EndsWith("/take-back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_entry_of_the_timeline_is_gone_from_it_and_what_changed_says_so_without_its_words()
    {
        await using var site = await PlanSite.EmptyAsync();
        await site.Programme.ChangeAsync((db, change) => db.Add(new TimelineEntry(db.Programmes.Single(), KnownDate.On(2011, 6, 9), TimelineKind.Other, "A child was named here.", null, null, isIllustrative: false, change)));
        var (manager, board) = (await site.AsAsync(Role.ProgrammeManager), await site.AsAsync(Role.BoardMember));
        Assert.Contains("A child was named here.", (await board.PageAsync($"{Here}/timeline")).Body!.TextContent, StringComparison.Ordinal);

        var taken = await TakeBackAsync(manager, $"{Here}/timeline");

        Assert.Contains("The entry is no longer in the timeline.", taken.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        foreach (var person in new[] { manager, board })
        {
            Assert.DoesNotContain("A child was named here.", (await person.PageAsync($"{Here}/timeline")).Body!.TextContent, StringComparison.Ordinal);
            var changed = Plain((await person.PageAsync($"{Here}/what-changed")).QuerySelector("main")!);
            Assert.Contains("An entry of 9 June 2011", changed, StringComparison.Ordinal);
            Assert.Contains("It was only asked for.", changed, StringComparison.Ordinal);
            Assert.DoesNotContain("A child was named here.", changed, StringComparison.Ordinal);
        }
        Assert.DoesNotContain((await board.PageAsync($"{Here}/timeline")).QuerySelectorAll("a"), link => link.GetAttribute("href")!.EndsWith("/take-back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_visit_said_stands_struck_with_its_finding_and_on_its_thread()
    {
        await using var site = await PlanSite.EmptyAsync();
        var letter = await site.Programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "Timescales are poor."));
        var id = letter.Findings.Single().Id;
        await site.Programme.ChangeAsync((db, change) =>
        {
            var visit = new Inspection(db.Programmes.Single(), change);
            visit.Describe(InspectionKind.MonitoringVisit, "Second visit", "Ofsted", KnownDate.On(2011, 6, 1), null, null, Visibility.Published, null, null);
            db.Add(new FindingReview(db.Findings.Single(), visit, ReviewOutcome.Addressed, null, "A newspaper reports it.", null, change));
        });
        var manager = await site.AsAsync(Role.ProgrammeManager);

        var page = await TakeBackAsync(manager, $"{Here}/inspections/{letter.Id}");

        Assert.Contains("The entry counts no more.", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Addressed: Second visit, 1 June 2011", Plain(page.QuerySelector($"#finding-{id} s")!));
        var thread = await (await site.AsAsync(Role.Reader)).PageAsync($"{Here}/findings/{id}");
        Assert.Matches("Addressed: Second visit, 1 June 2011 Taken back on [^:]+ 20[0-9]+: It was only asked for. ?Nothing is recorded of this finding from Second visit", Plain(thread.QuerySelector("ol.thread > li:last-child")!));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.AsAsync(Role.BoardMember)).GetAsync($"{Here}/findings/{id}/reviews/1/take-back")).StatusCode);
    }
}
