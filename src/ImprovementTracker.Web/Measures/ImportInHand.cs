using ImprovementTracker.Documents.Measures;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Web.Measures;

/// <summary>A begun import as its pages work with it: the kept file, the sheet in it, and how that is understood.</summary>
public sealed record ImportInHand(OpenImport.Opened File, Sheet Sheet, ImportChoices Choices, ImportCheck.Shown Check)
{
    /// <param name="sheet">Another sheet of the workbook than the one chosen before.</param>
    /// <exception cref="NotFound">It was recorded or given up, or is somebody else's.</exception>
    public static async Task<ImportInHand> LoadAsync(OpenImport openImport, ImportCheck importCheck, Actor actor, string slug, int id, string? sheet, CancellationToken cancel)
    {
        var file = await openImport.LoadAsync(actor, slug, id, cancel) ?? throw new NotFound(OpenImport.NoSuchFile);
        // What was said of the columns of one sheet says nothing of another's.
        var choices = sheet is null || sheet == file.Choices.Sheet ? file.Choices : new ImportChoices { Sheet = sheet };
        var read = Spreadsheet.Read(file.Content, choices.Sheet, cancel);
        return new(file, read, choices, await importCheck.LoadAsync(actor, slug, read, choices, file.Name, cancel));
    }
}
