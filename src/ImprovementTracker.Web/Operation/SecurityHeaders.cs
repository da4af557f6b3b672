namespace ImprovementTracker.Web.Operation;

/// <summary>What every answer tells the browser not to do: run foreign script, be framed, guess types, give away addresses.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    // Style attributes are allowed, since charts and the component library place things with them; script is never inline.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    // A file that somebody handed in never runs, also where a browser opens it after all.
    private const string OfDownloads = "default-src 'none'; sandbox";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = headers.ContentDisposition.ToString().StartsWith("attachment", StringComparison.Ordinal) ? OfDownloads : Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";

            // A page is asked for anew each time, yet going back after a lost connection still finds what was typed:
            // so not 'no-store'. Signing out clears what the browser kept.
            if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
                headers.CacheControl = "private, no-cache";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
