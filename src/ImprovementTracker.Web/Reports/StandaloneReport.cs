using System.Net;
using System.Text;
using ImprovementTracker.Domain.Reports;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ImprovementTracker.Web.Reports;

/// <summary>The committee report as one page in a file of its own: its look is in it, so it can be sent and opened anywhere.</summary>
public static class StandaloneReport
{
    private const string Stylesheet = "tracker.css";

    public static async Task WriteAsync(CommitteeReport report, IServiceProvider services, Stream output)
    {
        var files = services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider;
        using var look = new StreamReader(files.GetFileInfo(Stylesheet).CreateReadStream());
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var body = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ReportBody.Report)] = report });
            return (await renderer.RenderComponentAsync<ReportBody>(parameters)).ToHtmlString();
        });

        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await writer.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{WebUtility.HtmlEncode($"{report.Title} · {report.Authority}")}</title>
            <style>
            {await look.ReadToEndAsync()}
            </style>
            </head>
            <body>
            <div class="house alone">
            <main id="main">
            {body}
            </main>
            </div>
            </body>
            </html>

            """);
    }
}
