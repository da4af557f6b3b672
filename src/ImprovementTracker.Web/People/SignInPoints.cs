using ImprovementTracker.Domain.Operation;
using ImprovementTracker.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace ImprovementTracker.Web.People;

/// <summary>The two posts of sign-in that are no pages: signing out, and the demonstration's one click.</summary>
public static class SignInPoints
{
    public static void MapPeople(this IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-out", SignOutAsync).AllowAnonymous();
        app.MapPost("/sign-in/demonstration", SignInForDemonstrationAsync).AllowAnonymous();
    }

    private static async Task<RedirectHttpResult> SignOutAsync(HttpContext http, SignInManager<Person> signIn, [FromForm] string? back)
    {
        await signIn.SignOutAsync();
        // What the browser kept of the pages, and of what was typed and not saved, is not for whoever sits down next.
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return TypedResults.LocalRedirect(LocalOr(back, "/sign-in"));
    }

    private static async Task<RedirectHttpResult> SignInForDemonstrationAsync(
        Installation installation, CurrentActor current, DemonstrationPeople people, UserManager<Person> users, SignInManager<Person> signIn,
        [FromForm] int person, [FromForm] string? back, CancellationToken cancel)
    {
        if (!installation.IsDemonstration || (await people.LoadAsync(await current.GetAsync(), cancel)).All(known => known.Id != person))
            throw new Domain.Programmes.NotFound("There is no such person in a demonstration here.");
        var found = await users.FindByIdAsync(person.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await signIn.SignInAsync(found!, isPersistent: false);
        return TypedResults.LocalRedirect(LocalOr(back, "/"));
    }

    /// <summary>An address of this site; nobody is led away from it by a link that somebody else wrote.</summary>
    public static string LocalOr(string? address, string otherwise) => RedirectHttpResult.IsLocalUrl(address) ? address! : otherwise;
}
