using FluentValidation;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Web.CommandLine;

/// <summary>
/// Jobs that the program does from the command line instead of answering browsers. Standard output holds the result alone;
/// what went wrong is one line on standard error, and the exit code tells: 0 done, 1 not done, 2 not understood.
/// </summary>
public static class Verbs
{
    private const int Done = 0;
    private const int NotDone = 1;
    private const int NotUnderstood = 2;

    public const string Usage = """
        Usage: ImprovementTracker.Web [VERB]

        Without a verb the program answers browsers. The verbs:

          migrate
              Brings the database up to date with this program, and makes it where there is none.
          create-admin --email ADDRESS --name NAME
              Makes somebody administrator and prints the address at which that person sets a password, once, within 24 hours.
          report --list
              Prints the programmes that can be reported on: slug, first month and last month with a figure.
          report --programme SLUG --from YYYY-MM --to YYYY-MM --format docx|html --out FILE
              Writes the committee report for the period.
          spc FILE.csv [--direction higher|lower|none] [--target N]... [--baseline N] [--rebase YYYY-MM-DD]... [--no-screening]
              Prints as JSON what a series shows beyond chance. The file has lines date,value, with or without a heading,
              and no value where a month is missing. Without --direction neither higher nor lower is better, and no target
              is judged. --baseline: limits from each segment's first N values, 12 or more. It opens no database.
          benchmark FILE.csv --measure CODE --authority E10000024
              Prints what importing a statistics file of the Department for Education would record: csv, needs no database.
          import-measures FILE --programme SLUG [--reason TEXT] [--dry-run]
              Records the figures of a spreadsheet (.xlsx, .xls or .csv), all of them or, where one is refused, none. Prints
              as csv what becomes of each: row,measure,area,month,what,detail. With --dry-run it records nothing.
          help
              Prints this.

        The database is the one that the settings Database__Provider and ConnectionStrings__Tracker name.
        """;

    /// <summary>A setting begins with a hyphen, a verb does not.</summary>
    public static bool IsCalled(string[] args) => args is [{ Length: > 0 } first, ..] && (first[0] != '-' || first is "--help" or "-h");

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        try
        {
            await RunAsync(args[0], args[1..], terminal);
            return Done;
        }
        catch (WrongUsage wrong)
        {
            await terminal.Error.WriteLineAsync($"{wrong.Message}\n\n{Usage}");
            return NotUnderstood;
        }
        catch (ValidationException invalid)
        {
            return await NotDoneAsync(terminal, string.Join(' ', invalid.Errors.Select(error => error.ErrorMessage)));
        }
        catch (Exception error) when (error is BrokenRule or IOException or UnauthorizedAccessException)
        {
            return await NotDoneAsync(terminal, error.Message);
        }
        catch (Exception error)
        {
            return await NotDoneAsync(terminal, $"Something went wrong that the program did not foresee: {error.GetType().Name}: {error.Message}");
        }
    }

    private static Task RunAsync(string verb, string[] rest, Terminal terminal) => verb switch
    {
        "migrate" => MigrateVerb.RunAsync(rest, terminal),
        "create-admin" => CreateAdminVerb.RunAsync(rest, terminal),
        "report" => ReportVerb.RunAsync(rest, terminal),
        "spc" => SpcVerb.RunAsync(rest, terminal),
        "benchmark" => BenchmarkVerb.RunAsync(rest, terminal),
        "import-measures" => ImportMeasuresVerb.RunAsync(rest, terminal),
        "help" or "--help" or "-h" => terminal.Output.WriteLineAsync(Usage),
        _ => throw new WrongUsage($"There is no verb '{verb}'."),
    };

    private static async Task<int> NotDoneAsync(Terminal terminal, string message)
    {
        await terminal.Error.WriteLineAsync(message.ReplaceLineEndings(" "));
        return NotDone;
    }
}
