using ImprovementTracker.Documents.Measures;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.Extensions.Caching.Memory;

namespace ImprovementTracker.Web.Measures;

/// <summary>A begun import as its pages work with it: the kept file, the sheet in it, and how that is understood.</summary>
public sealed record ImportInHand(OpenImport.Opened File, Sheet Sheet, ImportChoices Choices, ImportCheck.Shown Check);

/// <summary>
/// The begun imports that people are looking at, so that the next page of a preview does not read the file again. What was
/// found out holds until something is changed in the programme. Only as many are kept as fit; others are read each time.
/// </summary>
public sealed class ImportsInHand(OpenImport openImport, ImportCheck importCheck) : IDisposable
{
    /// <summary>Cells and values, of a hundred bytes or two each.</summary>
    private const int MostPieces = 1_000_000;

    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(20);
    private readonly MemoryCache _sheets = new(new MemoryCacheOptions { SizeLimit = MostPieces });
    private readonly MemoryCache _looks = new(new MemoryCacheOptions { SizeLimit = MostPieces });

    /// <param name="sheet">Another sheet of the workbook than the one chosen before.</param>
    /// <exception cref="NotFound">It was recorded or given up, or is somebody else's.</exception>
    public async Task<ImportInHand> LoadAsync(Actor actor, string slug, int id, string? sheet, CancellationToken cancel)
    {
        var (file, choices, read) = await ReadAsync(actor, slug, id, sheet, cancel);
        if (_looks.Get<ImportInHand>(id) is { } before && before.Choices.Sheet == choices.Sheet && before.File.LastChange == file.LastChange && before.File.Programme == file.Programme)
            return before;
        var look = new ImportInHand(file with { Content = [] }, read, choices, await importCheck.LoadAsync(actor, slug, read, choices, file.Name, cancel));
        Keep(_looks, id, look, look.Check.Preview?.Lines.Count ?? 0);
        return look;
    }

    /// <summary>The file and the sheet in it, without what would become of its figures.</summary>
    /// <exception cref="NotFound">It was recorded or given up, or is somebody else's.</exception>
    public async Task<(OpenImport.Opened File, ImportChoices Choices, Sheet Sheet)> ReadAsync(Actor actor, string slug, int id, string? sheet, CancellationToken cancel)
    {
        var file = await openImport.LoadAsync(actor, slug, id, cancel) ?? throw new NotFound(OpenImport.NoSuchFile);
        // What was said of the columns of one sheet says nothing of another's.
        var choices = sheet is null || sheet == file.Choices.Sheet ? file.Choices : new ImportChoices { Sheet = sheet };
        if (_sheets.Get<Sheet>((id, choices.Sheet)) is { } before)
            return (file, choices, before);
        var read = Spreadsheet.Read(file.Content, choices.Sheet, cancel);
        Keep(_sheets, (id, choices.Sheet), read, read.Rows.Sum(row => row.Cells.Count));
        return (file, choices, read);
    }

    /// <summary>It is recorded or given up.</summary>
    public void Forget(int id) => _looks.Remove(id);

    public void Dispose()
    {
        _sheets.Dispose();
        _looks.Dispose();
    }

    private static void Keep<T>(MemoryCache where, object key, T what, int pieces) =>
        where.Set(key, what, new MemoryCacheEntryOptions { Size = 1 + pieces, SlidingExpiration = Unused });
}
