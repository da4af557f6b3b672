using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ImprovementTracker.Web.Shell;

/// <summary>Light or dark, as a person chose it for this browser; without a choice the device's own setting holds.</summary>
public static class LookChoice
{
    public const string Cookie = "look";
    public const string Light = "light";
    public const string Dark = "dark";

    /// <summary>The choice that the browser sent, or null.</summary>
    public static string? Of(HttpContext? http) => http?.Request.Cookies[Cookie] is Light or Dark ? http.Request.Cookies[Cookie] : null;

    /// <summary>Takes the frame's form: keeps the choice for a year and returns to the page it came from.</summary>
    public static void MapLookChoice(this IEndpointRouteBuilder app) =>
        app.MapPost("/look", (HttpContext http, [FromForm] string look, [FromForm] string? back) =>
        {
            if (look is Light or Dark)
                http.Response.Cookies.Append(Cookie, look, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = http.Request.IsHttps, IsEssential = true });
            return TypedResults.LocalRedirect(RedirectHttpResult.IsLocalUrl(back) ? back! : "/");
        }).AllowAnonymous();
}
