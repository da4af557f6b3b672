using System.Globalization;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures.Library;

/// <summary>The library as a programme can choose from it: which entries it has already, and the themes they may go to. Three statements.</summary>
public sealed class LibraryToChoose(IDbContextFactory<TrackerContext> database)
{
    /// <param name="MayAddThemes">Whether the person may add a theme that is called like a section.</param>
    public sealed record Opened(ProgrammeHeader Programme, IReadOnlyList<Section> Sections, IReadOnlyList<(int Id, string Name)> Themes, bool MayAddThemes, AddFromLibrary.Input Input);

    /// <param name="Offered">The entries that the programme has not yet.</param>
    /// <param name="There">Those that it has, by the programme's own code and name.</param>
    public sealed record Section(LibrarySection Kind, IReadOnlyList<LibraryEntry> Offered, IReadOnlyList<(string Code, string Name)> There);

    public async Task<Opened> LoadAsync(Actor actor, string slug, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.RecordValues, cancel);
        var measures = await db.Measures.AsNoTracking().Where(measure => measure.ProgrammeId == programme.Id).Select(measure => new { measure.Code, measure.Name }).ToListAsync(cancel);
        var themes = await db.Themes.AsNoTracking()
            .Where(theme => theme.ProgrammeId == programme.Id)
            .OrderBy(theme => theme.Order).ThenBy(theme => theme.Id)
            .Select(theme => new { theme.Id, theme.Name })
            .ToListAsync(cancel);
        var mayAddThemes = actor.May(Permission.ManageAreas, programme.Id) == Extent.Yes;
        var sections = MeasureLibrary.All.GroupBy(entry => entry.Section).Select(section => new Section(
            section.Key,
            [.. section.Where(entry => !measures.Exists(measure => entry.IsThereAs(measure.Code, measure.Name)))],
            [.. section.SelectMany(entry => measures.Where(measure => entry.IsThereAs(measure.Code, measure.Name))).Distinct().Select(measure => (measure.Code, measure.Name))])).ToList();
        string? ThemeOf(LibrarySection section) =>
            themes.Find(theme => string.Equals(theme.Name, section.Label(), StringComparison.OrdinalIgnoreCase))?.Id.ToString(CultureInfo.InvariantCulture) ?? (mayAddThemes ? AddFromLibrary.Input.OwnTheme : null);
        return new(
            programme,
            sections,
            [.. themes.Select(theme => (theme.Id, theme.Name))],
            mayAddThemes,
            new() { Programme = slug, Sections = [.. sections.Select(section => new AddFromLibrary.SectionChoice { Section = section.Kind, Theme = ThemeOf(section.Kind) })] });
    }
}
