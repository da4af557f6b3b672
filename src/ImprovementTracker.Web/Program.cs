using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.CommandLine;
using ImprovementTracker.Web.Dashboards;
using ImprovementTracker.Web.Measures;
using ImprovementTracker.Web.Operation;
using ImprovementTracker.Web.People;
using ImprovementTracker.Web.Plan;
using ImprovementTracker.Web.Reports;
using ImprovementTracker.Web.Shell;

if (Verbs.IsCalled(args))
    return await Verbs.RunAsync(args, Terminal.OfThisProcess());

try
{
    var builder = WebApplication.CreateBuilder(Home.Options(args));
    builder.WebHost.UseStaticWebAssets();
    builder.AddLogs();
    var database = builder.AddDatabase();
    var installation = await database.PrepareAsync(builder.Configuration, "start", migrate: false);
    builder.Services.AddSingleton(installation);
    builder.Services.AddHealthChecks().AddCheck<Health>("database");
    builder.AddDoors(installation);
    builder.AddPeople(database);
    builder.Services.AddPages();
    builder.Services.AddCalendars();
    builder.Services.AddSingleton<ImportsInHand>();
    builder.Services.AddSingleton<ImportRuns>();

    var app = builder.Build();
    app.UseMiddleware<RequestLog>();
    app.UseDoors();
    app.UseMiddleware<SecurityHeaders>();
    app.UseErrorPages();
    app.UseRouting();
    app.UseRateLimiter();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseMiddleware<FrameOfPage>();
    app.UseAntiforgery();
    app.MapHealthChecks(Health.Path).AllowAnonymous();
    app.MapPeople();
    app.MapPages();
    app.MapMonth();
    app.MapReportFiles();
    app.MapFigureFiles();
    app.MapEvidence();
    app.MapPlanFile();
    app.MapImportRuns();
    app.MapCalendars();

    await app.StartAndWelcomeAsync();
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception error) when (error is BrokenRule or IOException)
{
    await Console.Error.WriteLineAsync(error.Message.ReplaceLineEndings(" "));
    return 1;
}

/// <summary>The program; named so that tests can start it.</summary>
public partial class Program;
