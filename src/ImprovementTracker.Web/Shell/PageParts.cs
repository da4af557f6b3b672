using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace ImprovementTracker.Web.Shell;

/// <summary>The pages, drawn on the server, and what a person sees when one cannot be shown.</summary>
public static class PageParts
{
    private const string Error = "/error";

    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // As many lines as the largest form takes, each of several fields; lines left empty are sent too.
        services.Configure<FormOptions>(options => options.ValueCountLimit = 10 * RecordMonth.Input.Validator.MostLines);
        services.AddScoped<Here>();
    }

    /// <summary>Answers in words where something stood in the way: a broken rule says what to do, all else has a number to ask about.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = Error,
            CreateScopeForErrors = true,
            AllowStatusCode404Response = true,
            StatusCodeSelector = StatusOf,
            // A broken rule is an answer, not a fault of the program.
            SuppressDiagnosticsCallback = context => context.Exception is BrokenRule or BadHttpRequestException,
        });
        app.UseStatusCodePagesWithReExecute(Error + "/{0}", createScopeForStatusCodePages: true);
        app.Use(AskForErrorPageAsync);
    }

    /// <summary>The status with which a request is answered that failed so.</summary>
    public static int StatusOf(Exception error) => error switch
    {
        NotAllowed => StatusCodes.Status403Forbidden,
        NotFound => StatusCodes.Status404NotFound,
        BrokenRule => StatusCodes.Status409Conflict,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static async Task AskForErrorPageAsync(HttpContext context, RequestDelegate next)
    {
        // An error page is looked at, also where it answers a form: else the form would be refused once more.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
            context.Request.Method = HttpMethods.Get;
        await next(context);
        // Of a form that is too large the token cannot be read either.
        if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false } && context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        // A form whose token is wrong is refused without a word, but with the type of a page; without it the page in words is shown.
        if (context.Response is { StatusCode: StatusCodes.Status400BadRequest or StatusCodes.Status413PayloadTooLarge, HasStarted: false })
            context.Response.ContentType = null;
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>();
        app.MapLookChoice();
    }
}
