using System.Collections;
using System.Text;
using ImprovementTracker.Documents.Measures;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Measures;

public class ImportMeasuresTests
{
    private const string Heading = "Measure,Area,Month,Numerator,Denominator\n";
    private static readonly CancellationToken Never = CancellationToken.None;

    private static ImportMeasures.Input Of(string rows) => new() { Programme = TestProgramme.Slug, Name = "may.csv", Sheet = MadeImport.Sheet(Heading + rows) };

    private static async Task<List<ObservationRevision>> RevisionsAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return await db.ObservationRevisions.Include(revision => revision.Observation).OrderBy(revision => revision.Id).ToListAsync();
    }

    private static async Task<int> ChangesAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return await db.Changes.CountAsync();
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task All_figures_are_recorded_as_one_change_by_the_person(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, new Month(2011, 4), RecordedValue.Counted(30, 50));
        var before = await ChangesAsync(database);

        var recorded = await new ImportMeasures(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Of("in-time,North,2011-04,31,50\nin-time,North,2011-05,40,50\nreferrals,South,2011-05,598,\nin-time,South,2011-05,n/a,\n"), null, Never);

        var revisions = await RevisionsAsync(database);
        Assert.Equal(4, recorded);
        Assert.Equal(before + 1, await ChangesAsync(database));
        Assert.Equal([30, 31, 40, 598, null], revisions.OrderBy(revision => revision.Kind == ValueKind.NotCaptured).ThenBy(revision => revision.Numerator).Select(revision => revision.Numerator));
        var earlier = revisions.Single(revision => revision.Numerator == 30);
        var later = revisions.Single(revision => revision.Numerator == 31);
        Assert.Equal((later.RecordedIn, 2, earlier.ObservationId, true), (earlier.SupersededIn!.Value, later.Number, later.ObservationId, later.IsRevised));
        await using var db = database.CreateDbContext();
        var change = await db.Changes.OrderBy(change => change.Sequence).LastAsync();
        Assert.Equal(("imported 4 figures from may.csv: 3 new, 1 changed", programme[Role.PerformanceOfficer].Id, "4"), (change.What, change.PersonId, change.Outcome));
        Assert.All(revisions.Skip(1), revision => Assert.Equal(change.Sequence, revision.RecordedIn));
    }

    [Fact]
    public async Task One_error_in_the_last_row_leaves_everything_as_it_was()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var changes = await ChangesAsync(database);
        var rows = string.Concat(Enumerable.Range(1, 12).Select(number => $"in-time,North,2010-{number:00},1,2\n")) + "in-time,North,2011-01,3,2\n";

        var refused = await Assert.ThrowsAsync<BrokenRule>(() => new ImportMeasures(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Of(rows), null, Never));

        Assert.Equal("1 figure is refused, so none is recorded. Correct them in the file and import it again.", refused.Message);
        Assert.Empty(await RevisionsAsync(database));
        Assert.Equal(changes, await ChangesAsync(database));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Cancelled_half_way_nothing_is_left(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        // More than two batches of a thousand: a hundred teams for two years.
        await programme.ChangeAsync((db, _) => db.AddRange(Enumerable.Range(1, 100).Select(number =>
        {
            db.Attach(programme.Programme);
            return new Area(programme.Programme, $"Team {number}", AreaKind.Team, null, new DateOnly(2009, 1, 1));
        })));
        var rows = string.Concat(Enumerable.Range(1, 100).SelectMany(team => Enumerable.Range(1, 24).Select(month => $"in-time,Team {team},{2009 + ((month - 1) / 12)}-{((month - 1) % 12) + 1:00},1,2\n")));
        using var cancel = new CancellationTokenSource();
        var told = new Told(done => { if (done >= 1000) cancel.Cancel(); });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ImportMeasures(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Of(rows), told, cancel.Token));

        Assert.Equal([1000], told.Steps);
        Assert.Empty(await RevisionsAsync(database));
        Assert.Equal(2400, await new ImportMeasures(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Of(rows), told, Never));
        Assert.Equal([1000, 1000, 2000, 2400], told.Steps);
        Assert.Equal(2400, (await RevisionsAsync(database)).Count);
    }

    [Fact]
    public async Task The_same_import_sent_twice_is_recorded_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Of("in-time,North,2011-05,40,50\n");

        Assert.Equal(1, await new ImportMeasures(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), input, null, Never));
        Assert.Equal(1, await new ImportMeasures(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), input, null, Never));
        Assert.Equal(0, await new ImportMeasures(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Of("in-time,North,2011-05,40,50\n"), null, Never));

        Assert.Single(await RevisionsAsync(database));
    }

    [Fact]
    public async Task What_somebody_else_recorded_since_the_preview_is_not_overwritten_unseen()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        var input = Of("in-time,North,2011-05,40,50\n");
        input.Seen = (await new ImportCheck(database).LoadAsync(officer, TestProgramme.Slug, input.Sheet, input.Choices, input.Name, Never)).Preview!.Mark;
        await programme.RecordAsync(programme.InTime, programme.North, new Month(2011, 5), RecordedValue.Counted(45, 50));

        await Assert.ThrowsAsync<BrokenRule>(() => new ImportMeasures(database).ExecuteAsync(officer, input, null, Never));

        Assert.Equal(45, Assert.Single(await RevisionsAsync(database)).Numerator);
    }

    [Fact]
    public async Task Somebody_else_saves_while_a_file_is_being_checked_and_what_was_saved_then_is_seen()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Of("in-time,North,2011-05,40,50\nin-time,South,2011-05,30,50\n");
        var saved = 0;
        // Read twice: once before the other person's save, and once because of it.
        input.Sheet = new("", new RowsReadAtLeisure(input.Sheet.Rows, () =>
        {
            if (saved++ == 0)
                Task.Run(() => programme.RecordAsync(programme.InTime, programme.North, new Month(2011, 5), RecordedValue.Counted(45, 50))).Wait();
        }));

        Assert.Equal(2, await new ImportMeasures(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), input, null, Never));

        var revisions = await RevisionsAsync(database);
        Assert.Equal([(45, 1, false), (40, 2, true), (30, 1, false)], revisions.Select(revision => ((int)revision.Numerator!, revision.Number, revision.IsRevised)));
        Assert.Equal("Imported from may.csv, cell D2", revisions[1].Reason);
    }

    [Fact]
    public async Task Not_captured_for_another_reason_is_a_revision_and_no_other_figure()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, new Month(2011, 5), RecordedValue.NotCaptured("The system was down."));

        Assert.Equal(1, await new ImportMeasures(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Of("in-time,North,2011-05,n/a,\n"), null, Never));

        var revisions = await RevisionsAsync(database);
        Assert.Equal([("The system was down.", 1, false), ("'n/a' in the imported file", 2, false)], revisions.Select(revision => (revision.Reason!, revision.Number, revision.IsRevised)));
        Assert.Equal(revisions[0].RecordedIn, revisions[1].EnteredIn);
    }

    [Fact]
    public async Task A_begun_import_is_its_persons_alone_and_ends_with_the_recording()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var (officer, manager) = (programme.As(Role.PerformanceOfficer), programme.As(Role.ProgrammeManager));
        var content = Encoding.UTF8.GetBytes(Heading + "in-time,North,2011-05,40,50\n");
        var kept = new KeepImport.Input { Programme = TestProgramme.Slug, Name = @"C:\Documents\may.csv", Content = content };
        var id = await new KeepImport(database).ExecuteAsync(officer, kept, Never);
        Assert.Equal(id, await new KeepImport(database).ExecuteAsync(officer, kept, Never));

        Assert.Null(await new OpenImport(database).LoadAsync(manager, TestProgramme.Slug, id, Never));
        Assert.Empty((await new ImportStart(database).LoadAsync(manager, TestProgramme.Slug, null, Never)).Files);
        Assert.False(await new GiveUpImport(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, FileId = id }, Never));
        Assert.Equal(["may.csv"], (await new ImportStart(database).LoadAsync(officer, TestProgramme.Slug, null, Never)).Files.Select(file => file.Name));
        var opened = await new OpenImport(database).LoadAsync(officer, TestProgramme.Slug, id, Never);
        Assert.Equal(content, opened!.Content);

        var input = new ImportMeasures.Input { Programme = TestProgramme.Slug, FileId = id, Name = opened.Name, Sheet = Spreadsheet.Read(opened.Content, null, Never) };
        await Assert.ThrowsAsync<NotFound>(() => new ImportMeasures(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, FileId = id, Name = opened.Name, Sheet = input.Sheet }, null, Never));
        await new ImportMeasures(database).ExecuteAsync(officer, input, null, Never);

        var start = await new ImportStart(database).LoadAsync(officer, TestProgramme.Slug, input.Submission, Never);
        Assert.Equal("imported 1 figure from may.csv: 1 new, 0 changed", start.Done);
        Assert.Empty(start.Files);
        Assert.Null(await new OpenImport(database).LoadAsync(officer, TestProgramme.Slug, id, Never));
    }

    [Fact]
    public async Task A_statistics_file_that_is_kept_for_benchmarks_is_no_begun_import()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);

        var id = await new KeepStatisticsFile(database).ExecuteAsync(officer, new() { Programme = TestProgramme.Slug, Name = "c1.csv", Content = [1] }, Never);

        Assert.Empty((await new ImportStart(database).LoadAsync(officer, TestProgramme.Slug, null, Never)).Files);
        Assert.Null(await new OpenImport(database).LoadAsync(officer, TestProgramme.Slug, id, Never));
        Assert.False(await new GiveUpImport(database).ExecuteAsync(officer, new() { Programme = TestProgramme.Slug, FileId = id }, Never));
    }

    [Fact]
    public async Task What_a_person_said_of_columns_and_names_is_remembered_for_the_next_file()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        const string file = "Ind,Loc,Mth,N,D\nNI 59,Nrth,2011-05,40,50\nNI 59,All,2011-05,60,90\n";
        var id = await new KeepImport(database).ExecuteAsync(officer, new() { Programme = TestProgramme.Slug, Name = "may.csv", Content = Encoding.UTF8.GetBytes(file) }, Never);
        MapImport.ColumnLine Column(int index, string heading, ImportColumn meaning) => new() { Index = index, Heading = heading, Meaning = meaning };

        var learnt = await new MapImport(database).ExecuteAsync(officer, new()
        {
            Programme = TestProgramme.Slug,
            FileId = id,
            Columns = [Column(0, "Ind", ImportColumn.Measure), Column(1, "Loc", ImportColumn.Area), Column(2, "Mth", ImportColumn.Month), Column(3, "N", ImportColumn.Numerator), Column(4, "D", ImportColumn.Denominator)],
            Names =
            [
                new() { Kind = ImportWordKind.Measure, Text = "NI 59", Meaning = "in-time" },
                new() { Kind = ImportWordKind.Area, Text = "Nrth", Meaning = $"{programme.North.Id}" },
                new() { Kind = ImportWordKind.Area, Text = "All", Meaning = ImportVocabulary.LeftOut },
            ],
        }, Never);

        Assert.Equal(8, learnt);
        var later = MadeImport.Sheet("ind;loc;mth;n;d\nni 59;NRTH;2011-06;41;50\nni 59;all;2011-06;60;90\n");
        var check = await new ImportCheck(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, later, ImportChoices.None, "june.csv", Never);
        Assert.True(check.Mapping.IsComplete);
        Assert.Equal(["41 of 50"], check.Preview!.Lines.Select(line => line.Detail));
        await Assert.ThrowsAsync<NotFound>(() => new MapImport(database).ExecuteAsync(officer, new() { Programme = TestProgramme.Slug, FileId = id, Names = [new() { Kind = ImportWordKind.Area, Text = "x", Meaning = "999999" }] }, Never));
    }

    [Fact]
    public async Task A_column_that_is_not_said_after_all_stays_so_in_the_next_file_until_somebody_says_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var officer = (await TestProgramme.CreateAsync(database)).As(Role.PerformanceOfficer);
        const string file = "Measure,Area,Month,Numerator,Denominator,Comment,Old\nin-time,North,2011-05,40,50,see below,\n";
        var id = await new KeepImport(database).ExecuteAsync(officer, new() { Programme = TestProgramme.Slug, Name = "may.csv", Content = Encoding.UTF8.GetBytes(file) }, Never);
        Task<int> SayAsync(ImportColumn? comment) => new MapImport(database).ExecuteAsync(officer, new()
        {
            Programme = TestProgramme.Slug,
            FileId = id,
            Columns = [new() { Index = 4, Heading = "Denominator", Meaning = ImportColumn.Denominator }, new() { Index = 5, Heading = "Comment", Meaning = comment }, new() { Index = 6, Heading = "Old" }],
        }, Never);
        async Task<ImportColumn?> TakenForAsync(ImportChoices choices) =>
            (await new ImportCheck(database).LoadAsync(officer, TestProgramme.Slug, MadeImport.Sheet(file), choices, "june.csv", Never)).Mapping.Columns[5].Meaning;
        Assert.Equal(ImportColumn.Reason, await TakenForAsync(ImportChoices.None));

        // 'Comment' alone is news: a denominator was guessed, and of 'Old' nothing was.
        Assert.Equal(1, await SayAsync(null));
        Assert.Null(await TakenForAsync((await new OpenImport(database).LoadAsync(officer, TestProgramme.Slug, id, Never))!.Choices));
        Assert.Null(await TakenForAsync(ImportChoices.None));

        Assert.Equal(1, await SayAsync(ImportColumn.Reason));
        Assert.Equal(ImportColumn.Reason, await TakenForAsync(ImportChoices.None));
    }

    [Theory]
    [InlineData(Role.ServiceDirector)]
    [InlineData(Role.ScrutinyOfficer)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task Only_those_who_record_values_import_them(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var actor = programme.As(role);
        var sheet = MadeImport.Sheet(Heading + "in-time,North,2011-05,40,50\n");

        await Assert.ThrowsAsync<NotAllowed>(() => new ImportMeasures(database).ExecuteAsync(actor, Of("in-time,North,2011-05,40,50\n"), null, Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new ImportCheck(database).LoadAsync(actor, TestProgramme.Slug, sheet, ImportChoices.None, "x", Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new KeepImport(database).ExecuteAsync(actor, new() { Programme = TestProgramme.Slug, Name = "x.csv" }, Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new MapImport(database).ExecuteAsync(actor, new() { Programme = TestProgramme.Slug }, Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new GiveUpImport(database).ExecuteAsync(actor, new() { Programme = TestProgramme.Slug }, Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new OpenImport(database).LoadAsync(actor, TestProgramme.Slug, 1, Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new ImportStart(database).LoadAsync(actor, TestProgramme.Slug, null, Never));
    }

    /// <summary>Rows during whose reading something else happens.</summary>
    private sealed class RowsReadAtLeisure(IReadOnlyList<SheetRow> rows, Action meanwhile) : IReadOnlyList<SheetRow>
    {
        public int Count => rows.Count;

        public SheetRow this[int index] => rows[index];

        public IEnumerator<SheetRow> GetEnumerator()
        {
            meanwhile();
            return rows.GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Told(Action<int> told) : IProgress<int>
    {
        public List<int> Steps { get; } = [];

        public void Report(int value)
        {
            Steps.Add(value);
            told(value);
        }
    }
}
