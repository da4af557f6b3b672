using System.Diagnostics;
using System.Security.Claims;
using ImprovementTracker.Web.Dashboards;
using Microsoft.AspNetCore.StaticAssets;
using Serilog.Context;

namespace ImprovementTracker.Web.Operation;

/// <summary>
/// One line in the log for each request: what was asked for, how it ended, how long it took, and the person's number, never
/// a name, an address's query or secret part, or what a form held. Every line written meanwhile carries the same reference number.
/// </summary>
public sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    private const int LongestPath = 200;

    public async Task InvokeAsync(HttpContext context)
    {
        var reference = ReferenceNumber.Next();
        context.TraceIdentifier = reference;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[ReferenceNumber.Header] = reference;
            return Task.CompletedTask;
        });

        // Errors are answered by asking again for another page: the line names what was asked for first.
        var method = context.Request.Method;
        var path = PathOf(context.Request);
        var started = Stopwatch.GetTimestamp();

        using (LogContext.PushProperty("Reference", reference))
        {
            try
            {
                await next(context);
                Write(context, method, path, context.Response.StatusCode, started);
            }
            catch (Exception)
            {
                Write(context, method, path, StatusCodes.Status500InternalServerError, started);
                throw;
            }
        }
    }

    private void Write(HttpContext context, string method, string path, int status, long started)
    {
        var level = IsRoutine(context, status) ? LogLevel.Debug : LogLevel.Information;
        var person = context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "none";
        log.Log(level, "{Method} {Path} {Status} in {Milliseconds:0} ms, person {Person}", method, path, status, Stopwatch.GetElapsedTime(started).TotalMilliseconds, person);
    }

    // Escaped, so that nobody writes lines of their own into the log.
    private static string PathOf(HttpRequest request)
    {
        var path = CalendarFiles.Unsecret((request.PathBase + request.Path).ToUriComponent());
        return path.Length <= LongestPath ? path : path[..LongestPath] + "...";
    }

    private static bool IsRoutine(HttpContext context, int status) =>
        status < 400 && (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || context.Request.Path == Health.Path);
}
