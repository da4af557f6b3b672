using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Keeps a statistics file that a person has chosen, so that what is recorded is what the preview showed. It stays until the
/// person chooses another, or anybody one a day later: the confirmation may be sent twice.
/// </summary>
public sealed class KeepStatisticsFile(IDbContextFactory<TrackerContext> database)
{
    /// <summary>Tells these files from spreadsheets with the programme's own values.</summary>
    public const string Purpose = "benchmarks";

    public sealed class Input : ISentOnce
    {
        public const int MostBytes = 8_000_000;

        public static readonly string TooLarge = $"The file is larger than {MostBytes / 1_000_000} MB. Remove the columns or years that you do not need, and choose it again.";

        public string Programme { get; set; } = "";
        public string? Name { get; set; }
        public byte[] Content { get; set => field = value ?? []; } = [];
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator() => RuleFor(input => input.Content)
                .Must(content => content.Length > 0).WithMessage("Choose the csv file; it must not be empty.")
                .Must(content => content.Length <= MostBytes).WithMessage(TooLarge);
        }
    }

    /// <summary>The kept file's number.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var entered = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        if (actor.PersonId is not { } person)
            throw new NotAllowed("A file is kept for a person. Sign in first.");
        await using var scope = await db.StartChangeAsync(actor, entered.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var dayBefore = scope.Change.RecordedAt.AddDays(-1);
        await db.ImportFiles.Where(file => file.ProgrammeId == entered.Id && file.Mapping == Purpose && (file.PersonId == person || file.UploadedAt < dayBefore)).ExecuteDeleteAsync(cancel);
        var name = Path.GetFileName(input.Name?.Trim()) is { Length: > 0 } given ? given : "statistics.csv";
        var kept = new ImportFile(entered.Id, person, name.Length <= ImportFile.NameLength ? name : name[^ImportFile.NameLength..], input.Content, scope.Change.RecordedAt);
        kept.Map(Purpose);
        db.ImportFiles.Add(kept);
        await scope.CommitAsync($"chose a statistics file: {kept.Name}", () => kept.Id, cancel);
        return kept.Id;
    }
}
