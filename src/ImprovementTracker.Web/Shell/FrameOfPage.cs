using ImprovementTracker.Domain.Operation;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.People;

namespace ImprovementTracker.Web.Shell;

/// <summary>Fills <see cref="Here"/> before a page is drawn: who is signed in, which programme it is, and which of its pages the menu may offer.</summary>
public sealed class FrameOfPage(RequestDelegate next, Installation installation)
{
    public async Task InvokeAsync(HttpContext context, Here here, CurrentActor current, ProgrammeFrame frame)
    {
        var actor = await current.GetAsync();
        here.IsDemonstration = installation.IsDemonstration;
        here.PersonName = actor == Actor.Nobody ? null : actor.Name;
        here.IsAdministrator = actor.IsAdministrator;
        if (actor != Actor.Nobody && context.GetRouteValue("slug") is string slug)
            await EnterAsync(here, frame, actor, slug, context.RequestAborted);
        await next(context);
    }

    private static async Task EnterAsync(Here here, ProgrammeFrame frame, Actor actor, string slug, CancellationToken cancel)
    {
        try
        {
            var programme = await frame.LoadAsync(actor, slug, cancel);
            here.ProgrammeSlug = programme.Slug;
            here.ProgrammeName = programme.Title;
            here.Intervention = programme.Intervention;
            here.Allowed = AllowedBy(programme);
        }
        catch (NotFound)
        {
            // The page itself says so, in the frame of no programme.
        }
    }

    private static HashSet<NavItem> AllowedBy(ProgrammeFrame.Content programme) => [.. Enum.GetValues<NavItem>().Where(item => item switch
    {
        NavItem.Overview or NavItem.WhatChanged or NavItem.AreasAgainstTargets or NavItem.Summary or NavItem.JudgedAreas or NavItem.Measures or NavItem.Benchmarks or NavItem.Inspections or NavItem.Timeline or NavItem.DatesAhead => programme.MayReadPublished,
        NavItem.Notice or NavItem.Actions or NavItem.DisagreementsAndGaps or NavItem.Months => programme.MayReadPlan,
        NavItem.EnterMonth or NavItem.ImportFigures => programme.MayRecordValues,
        NavItem.MyActions => programme.MayUpdateActions,
        NavItem.CommitteeReport => programme.MayWriteReports,
        NavItem.Setup => programme.MayManageAreas,
    })];
}
