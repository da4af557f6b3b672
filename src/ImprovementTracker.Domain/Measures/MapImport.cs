using System.Globalization;
using System.Text.Json;
using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Says what the columns and names of a spreadsheet mean. It is remembered for the next file, from whomever it comes.</summary>
public sealed class MapImport(IDbContextFactory<TrackerContext> database)
{
    public sealed class ColumnLine
    {
        public int Index { get; set; }
        public string? Heading { get; set; }

        /// <summary>Empty where the column is taken for nothing, even if its heading looks like something.</summary>
        public ImportColumn? Meaning { get; set; }
    }

    public sealed class NameLine
    {
        public ImportWordKind Kind { get; set; }
        public string? Text { get; set; }

        /// <summary>A measure's code, an area's id, or '-' to leave its rows out; empty where nothing is said.</summary>
        public string? Meaning { get; set; }
    }

    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";
        public int FileId { get; set; }
        public string? Sheet { get; set; }

        /// <summary>The measure that all rows are about, where no column names it.</summary>
        public string? Measure { get; set; }

        /// <summary>The area that all rows are about, where no column names it.</summary>
        public int? AreaId { get; set; }

        public List<ColumnLine> Columns { get; set => field = value ?? []; } = [];
        public List<NameLine> Names { get; set => field = value ?? []; } = [];

        /// <summary>Marks this filling-in of the form; the same one sent twice acts once.</summary>
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleForEach(input => input.Columns).ChildRules(line => line.RuleFor(column => column.Meaning).IsInEnum().WithMessage("Choose what the column holds."));
                RuleForEach(input => input.Names).ChildRules(line => line.RuleFor(name => name.Kind).Must(kind => kind is ImportWordKind.Measure or ImportWordKind.Area).WithMessage("Choose what the name stands for."));
            }
        }
    }

    /// <summary>How many words were remembered that were not known so before.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var file = await OpenImport.Own(db, programme.Id, actor).SingleOrDefaultAsync(file => file.Id == input.FileId, cancel)
            ?? throw new NotFound(OpenImport.NoSuchFile);
        var words = await db.ImportWords.Where(word => word.ProgrammeId == programme.Id).ToDictionaryAsync(word => (word.Kind, word.Text), cancel);
        var codes = (await db.Measures.Where(measure => measure.ProgrammeId == programme.Id).Select(measure => measure.Code).ToListAsync(cancel)).ToHashSet();
        var areas = (await db.Areas.Where(area => area.ProgrammeId == programme.Id).Select(area => area.Id).ToListAsync(cancel)).ToHashSet();

        var learnt = 0;
        void Remember(ImportWordKind kind, string? text, string meaning)
        {
            var key = SheetText.Key(text ?? "");
            if (key.Length == 0 || (words.TryGetValue((kind, key), out var known) && known.Meaning == meaning))
                return;
            learnt++;
            if (known is null)
                db.ImportWords.Add(words[(kind, key)] = new ImportWord(programme.Id, kind, key, meaning));
            else
                known.Means(meaning);
        }

        // What a heading would be taken for anyway need not be remembered.
        foreach (var column in input.Columns)
            if (column.Meaning != ImportColumnWords.Guess(column.Heading ?? "") || words.ContainsKey((ImportWordKind.Column, SheetText.Key(column.Heading ?? ""))))
                Remember(ImportWordKind.Column, column.Heading, column.Meaning?.ToString() ?? ImportVocabulary.NotSaid);
        foreach (var name in input.Names.Where(name => !string.IsNullOrEmpty(name.Meaning)))
        {
            if (name.Meaning != ImportVocabulary.LeftOut && !IsThere(name, codes, areas))
                throw new NotFound("One of the measures or areas is not in this programme any more. Open the page again.");
            Remember(name.Kind, name.Text, name.Meaning!);
        }
        file.Map(JsonSerializer.Serialize(new ImportChoices
        {
            Sheet = input.Sheet,
            Measure = string.IsNullOrEmpty(input.Measure) ? null : input.Measure,
            AreaId = input.AreaId,
            Columns = input.Columns.GroupBy(column => column.Index).ToDictionary(column => column.Key, column => column.Last().Meaning),
        }));
        await scope.CommitAsync($"said what the columns and names of {file.Name} mean", () => learnt, cancel);
        return learnt;
    }

    private static bool IsThere(NameLine name, HashSet<string> codes, HashSet<int> areas) => name.Kind switch
    {
        ImportWordKind.Measure => codes.Contains(name.Meaning!),
        ImportWordKind.Area => int.TryParse(name.Meaning, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && areas.Contains(id),
        ImportWordKind.Column => false,
    };
}
