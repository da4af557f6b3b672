using Serilog;
using Serilog.Events;

namespace ImprovementTracker.Web.Operation;

/// <summary>Where the program says what it does: the console, and a file for each day that is kept for a month.</summary>
public static class Logs
{
    /// <summary>The setting that names the folder of the files; 'logs' in the program's folder where it is empty.</summary>
    public const string FolderSetting = "Logs:Folder";

    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss} {Level:u3} {Reference} {Message:lj}{NewLine}{Exception}";
    private const int DaysKept = 31;

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration[FolderSetting];
        if (string.IsNullOrWhiteSpace(folder))
            folder = "logs";
        var file = Path.Combine(builder.Environment.ContentRootPath, folder, "tracker-.log");

        var logger = new LoggerConfiguration()
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .WriteTo.Console(outputTemplate: Line, formatProvider: System.Globalization.CultureInfo.InvariantCulture)
            .WriteTo.File(file, outputTemplate: Line, formatProvider: System.Globalization.CultureInfo.InvariantCulture,
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: DaysKept, fileSizeLimitBytes: 100_000_000, rollOnFileSizeLimit: true)
            .CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true);
    }

    /// <summary>For the command line: warnings and errors only, one line each, on standard error, so that standard output holds the result alone.</summary>
    public static void AddLogsToStandardError(this WebApplicationBuilder builder)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Warning()
            .WriteTo.Console(outputTemplate: "{Level}: {Message:lj}{NewLine}", formatProvider: System.Globalization.CultureInfo.InvariantCulture,
                standardErrorFromLevel: LogEventLevel.Verbose)
            .CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true);
    }
}
