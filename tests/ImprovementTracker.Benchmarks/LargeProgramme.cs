using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Benchmarks;

/// <summary>
/// A programme as large as the largest that is foreseen: 150 measures in 20 areas over 120 months. Each month's values are
/// recorded on the tenth of the next, every twentieth is revised a month later.
/// </summary>
internal static class LargeProgramme
{
    public const int Measures = 150;
    public const int Areas = 20;
    public const int Months = 120;
    public static readonly Month First = new(2001, 6);
    public static readonly Month Last = First.AddMonths(Months - 1);

    public static async Task FillAsync(IDbContextFactory<TrackerContext> database, TestProgramme programme)
    {
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(programme.Programme).Entity.Describe("Testshire Council", "improvement notice", First.FirstDay, Last.LastDay);
            db.AttachRange(programme.Whole, programme.Theme);
            programme.Whole.Describe("Testshire", AreaKind.Authority, null, First.FirstDay, null);
            for (var number = 3; number < Areas; number++)
                db.Areas.Add(new Area(programme.Programme, $"Locality {number}", AreaKind.Locality, programme.Whole, First.FirstDay));
            for (var number = 2; number < Measures; number++)
            {
                var measure = new Measure(programme.Programme, $"measure-{number}");
                measure.Define($"Measure {number}", $"cases of kind {number} in time", "Share of cases in time.", "cases in time", "cases", MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth);
                measure.Place(programme.Theme, null, number);
                db.Measures.Add(measure);
                foreach (var (setter, level) in new[] { (TargetSetter.DfeNotice, 80m), (TargetSetter.Local, 90m) })
                    db.Targets.Add(new Target(measure, null, setter, null, null, true, First, null, change).WithSteps(TargetPath.Steps, new TargetStep(First, level)));
            }
        });
        await using var db = database.CreateDbContext();
        await db.Areas.ExecuteUpdateAsync(set => set.SetProperty(area => area.From, First.FirstDay));
        await db.Changes.ExecuteUpdateAsync(set => set.SetProperty(one => one.RecordedAt, First.FirstDay.ToDateTime(default, DateTimeKind.Utc)));
        var change = await db.Changes.MaxAsync(one => one.Sequence);
        var id = programme.Programme.Id;
        var measures = await db.Measures.OrderBy(measure => measure.Id).Select(measure => measure.Id).ToListAsync();
        var areas = await db.Areas.OrderBy(area => area.Id).Select(area => area.Id).ToListAsync();
        await WriteValuesAsync((SqliteConnection)db.Database.GetDbConnection(), measures, areas, change, id);
        await db.ChangeCounters.ExecuteUpdateAsync(set => set.SetProperty(counter => counter.Sequence, db.Changes.Max(one => one.Sequence)));
    }

    /// <param name="last">The change before the first value.</param>
    private static async Task WriteValuesAsync(SqliteConnection connection, List<int> measures, List<int> areas, long last, int programmeId)
    {
        await connection.OpenAsync();
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        await using var observation = Prepare(connection, transaction, "INSERT INTO Observations (Id, MeasureId, AreaId, Month, Period) VALUES ($id, $measure, $area, $month, 'InMonth')", "$id", "$measure", "$area", "$month");
        await using var revision = Prepare(connection, transaction,
            "INSERT INTO ObservationRevisions (ObservationId, Number, IsRevised, Kind, Numerator, Denominator, IsIllustrative, Status, RecordedIn, EnteredIn, SupersededIn) VALUES ($id, $number, $revised, 'Counted', $numerator, $denominator, 0, 'Provisional', $change, $change, $superseded)",
            "$id", "$number", "$revised", "$numerator", "$denominator", "$change", "$superseded");
        await using var change = Prepare(connection, transaction, "INSERT INTO Changes (Sequence, RecordedAt, PersonName, ProgrammeId, What) VALUES ($sequence, $at, 'benchmark', $programme, 'recorded a month')", "$sequence", "$at", "$programme");
        for (var number = 1; number <= Months + 1; number++)
            await RunAsync(change, last + number, First.AddMonths(number).FirstDay.AddDays(9).ToDateTime(new TimeOnly(9, 0)), programmeId);
        var random = new Random(2011);
        var id = 0;
        // Month by month, as a programme grows: the values of one measure lie scattered over the file.
        foreach (var month in First.To(Last))
        {
            last++;
            foreach (var measure in measures)
            {
                foreach (var area in areas)
                {
                    id++;
                    await RunAsync(observation, id, measure, area, month.ToNumber());
                    var denominator = random.Next(40, 80);
                    var isRevised = id % 20 == 0;
                    if (isRevised)
                        await RunAsync(revision, id, 1, 0, random.Next(0, denominator + 1), denominator, last, last + 1);
                    await RunAsync(revision, id, isRevised ? 2 : 1, isRevised ? 1 : 0, random.Next(0, denominator + 1), denominator, isRevised ? last + 1 : last, DBNull.Value);
                }
            }
        }
        await transaction.CommitAsync();
    }

    private static SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction, string sql, params string[] names)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var name in names)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        command.Prepare();
        return command;
    }

    private static async Task RunAsync(SqliteCommand command, params object[] values)
    {
        for (var place = 0; place < values.Length; place++)
            command.Parameters[place].Value = values[place];
        await command.ExecuteNonQueryAsync();
    }
}
