using System.Globalization;
using System.Security.Claims;
using ImprovementTracker.Domain.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;

namespace ImprovementTracker.Web.People;

/// <summary>Who asks, for the use cases and reads that a page calls: found out once for each request, never remembered longer.</summary>
public sealed class CurrentActor(IHttpContextAccessor http)
{
    private sealed record Found(Actor Actor);

    /// <summary>Nobody where nobody is signed in.</summary>
    public Task<Actor> GetAsync() => Task.FromResult(http.HttpContext?.Features.Get<Found>()?.Actor ?? Actor.Nobody);

    /// <summary>Checks the cookie against the person as the database knows them now; who has left is signed out at once.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        // A stylesheet looks the same for everybody.
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return;
        await SecurityStampValidator.ValidatePrincipalAsync(context);
        if (context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is not { } number)
            return;

        var whoAsks = context.HttpContext.RequestServices.GetRequiredService<WhoAsks>();
        var actor = await whoAsks.FindAsync(int.Parse(number, CultureInfo.InvariantCulture), context.HttpContext.RequestAborted);
        if (actor == Actor.Nobody)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }
        context.HttpContext.Features.Set(new Found(actor));
    }
}
