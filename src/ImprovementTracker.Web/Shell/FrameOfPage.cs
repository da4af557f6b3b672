using ImprovementTracker.Domain.Operation;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Web.People;

namespace ImprovementTracker.Web.Shell;

/// <summary>Fills <see cref="Here"/> before a page is drawn.</summary>
public sealed class FrameOfPage(RequestDelegate next, Installation installation)
{
    public async Task InvokeAsync(HttpContext context, Here here, CurrentActor current)
    {
        var actor = await current.GetAsync();
        here.IsDemonstration = installation.IsDemonstration;
        here.PersonName = actor == Actor.Nobody ? null : actor.Name;
        await next(context);
    }
}
