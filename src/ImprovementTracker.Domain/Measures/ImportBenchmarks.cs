using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Records what a statistics file gives of the programme's measures, all or nothing. A figure that is recorded otherwise is
/// ended and the new one begins; one that says the same is left alone.
/// </summary>
public sealed class ImportBenchmarks(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";

        /// <summary>A measure's code; null for every measure of the programme that is in the file.</summary>
        public string? Measure { get; set; }

        /// <summary>The file's name, which stands beside each figure as its source.</summary>
        public string? File { get; set; }

        /// <summary>The release that the file is of: title, publisher, date of publication, address.</summary>
        public SourceChoice Source { get; set => field = value ?? new(); } = new();

        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.File).NotEmpty().WithMessage("Choose the csv file.").MaximumLength(ImportFile.NameLength).WithMessage($"Give the file a name of at most {ImportFile.NameLength} characters.");
                RuleFor(input => input.Source).SetValidator(new SourceChoice.Validator());
            }
        }
    }

    /// <summary>How many figures were recorded.</summary>
    /// <param name="table">What stands in the file; it is read before anything is locked.</param>
    public async Task<int> ExecuteAsync(Actor actor, Input input, DfeTable table, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var entered = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        var read = table with { Rows = [.. table.Rows] };
        await using var scope = await db.StartChangeAsync(actor, entered.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var authority = await db.Programmes.Where(programme => programme.Id == entered.Id).Select(programme => programme.AuthorityCode).SingleAsync(cancel);
        var takers = await BenchmarkPreview.LoadTakersAsync(db, entered.Id, input.Measure, cancel);
        if (input.Measure is not null && takers.Count == 0)
            throw new NotFound("There is no such measure in this programme. Choose one from the list of measures.");
        var plans = BenchmarkPlan.Of(read, authority, takers, await db.LoadBenchmarksAsync(entered.Id, null, cancel));

        var release = await input.Source.FindOrMakeAsync(db.SourcesSeenBy(actor, entered.Id), await db.Programmes.SingleAsync(programme => programme.Id == entered.Id, cancel), cancel);
        var changed = plans.SelectMany(plan => plan.Changes).Any(change => change.News == BenchmarkNews.Changed);
        var standing = changed
            ? await db.Benchmarks.Where(benchmark => benchmark.EndedIn == null && benchmark.Measure.ProgrammeId == entered.Id)
                .ToDictionaryAsync(benchmark => (benchmark.MeasureId, benchmark.Comparator, benchmark.PeriodEnd, benchmark.Period), cancel)
            : [];
        var measures = await db.Measures.Where(measure => measure.ProgrammeId == entered.Id).ToDictionaryAsync(measure => measure.Id, cancel);
        var recorded = 0;
        foreach (var plan in plans)
        {
            var source = BenchmarkPlan.Source(input.File!, plan.WorkedOut);
            foreach (var (news, figure, _) in plan.Changes.Where(change => change.News != BenchmarkNews.Unchanged))
            {
                if (news == BenchmarkNews.Changed)
                    standing[(plan.MeasureId, figure.Comparator, figure.PeriodEnd, figure.Period)].End(scope.Change);
                db.Benchmarks.Add(new Benchmark(measures[plan.MeasureId], figure, source, release, scope.Change));
                recorded++;
            }
        }
        await scope.CommitAsync($"imported benchmarks from {input.File}: {BenchmarkPlan.Summary(plans)}", () => recorded, cancel);
        return recorded;
    }
}
