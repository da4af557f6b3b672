using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ImprovementTracker.Benchmarks;

/// <summary>
/// Measures what the program itself takes for a page: from the request's arrival until the last byte of its HTML is
/// written. The HTML goes no further, so that nothing is counted of what a browser does with it.
/// </summary>
internal sealed class ServerTime : IStartupFilter, IDisposable
{
    private const string Asked = "X-Server-Time";
    private readonly MemoryStream _html = new();

    /// <summary>Of the page asked for last, in milliseconds.</summary>
    public double Took { get; private set; }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(MeasureAsync);
        next(app);
    };

    /// <summary>How many bytes the page has.</summary>
    public async Task<int> AskAsync(HttpClient browser, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add(Asked, "1");
        using var answer = await browser.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (int)_html.Length;
    }

    public void Dispose() => _html.Dispose();

    private async Task MeasureAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Headers.ContainsKey(Asked))
        {
            await next(context);
            return;
        }
        _html.SetLength(0);
        var body = context.Features.Get<IHttpResponseBodyFeature>();
        var kept = new StreamResponseBodyFeature(_html);
        context.Features.Set<IHttpResponseBodyFeature>(kept);
        var watch = Stopwatch.StartNew();
        await next(context);
        await kept.CompleteAsync();
        Took = watch.Elapsed.TotalMilliseconds;
        context.Features.Set(body);
    }
}
