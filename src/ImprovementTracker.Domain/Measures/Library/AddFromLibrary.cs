using System.Globalization;
using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures.Library;

/// <summary>
/// Adds measures of the library to a programme, several at once. They are the programme's own from then on; those that it
/// has already stay as they are.
/// </summary>
public sealed class AddFromLibrary(IDbContextFactory<TrackerContext> database)
{
    /// <summary>What is taken from one section of the library.</summary>
    public sealed class SectionChoice
    {
        public LibrarySection Section { get; set; }

        /// <summary>The codes of the entries chosen.</summary>
        public List<string> Codes { get; set => field = value ?? []; } = [];

        /// <summary>Where they go: a theme's number, <see cref="Input.OwnTheme"/> for the theme that is called like the section, or null for none.</summary>
        public string? Theme { get; set; }
    }

    public sealed class Input : ISentOnce
    {
        /// <summary>The theme that is called like the section, added where there is none yet.</summary>
        public const string OwnTheme = "own";

        public string Programme { get; set; } = "";
        public List<SectionChoice> Sections { get; set => field = value ?? []; } = [];
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Sections).Must(sections => sections.Any(section => section.Codes.Count > 0)).WithMessage("Tick at least one measure.");
                RuleForEach(input => input.Sections).ChildRules(section =>
                {
                    section.RuleFor(one => one.Section).IsInEnum();
                    section.RuleForEach(one => one.Codes).Must(code => MeasureLibrary.Find(code) is not null).WithMessage("One of these is not in the library any more. Open the page again.");
                });
            }
        }
    }

    /// <summary>How many measures were added.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var entered = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        await using var scope = await db.StartChangeAsync(actor, entered.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var programme = await db.Programmes.SingleAsync(programme => programme.Id == entered.Id, cancel);
        var themes = await db.Themes.Where(theme => theme.ProgrammeId == entered.Id).ToListAsync(cancel);
        var there = await db.Measures.Where(measure => measure.ProgrammeId == entered.Id).Select(measure => new { measure.Code, measure.Name, measure.Order }).ToListAsync(cancel);
        var order = there.Select(measure => measure.Order).DefaultIfEmpty().Max();
        var mayAddThemes = actor.May(Permission.ManageAreas, entered.Id) == Extent.Yes;
        var added = new List<string>();
        for (var place = 0; place < input.Sections.Count; place++)
        {
            var section = input.Sections[place];
            var chosen = MeasureLibrary.All.Where(entry => entry.Section == section.Section && section.Codes.Contains(entry.Code) && !there.Exists(measure => entry.IsThereAs(measure.Code, measure.Name))).ToList();
            if (chosen.Count == 0)
                continue;
            var theme = ThemeFor(section, place, programme, themes, mayAddThemes);
            foreach (var entry in chosen)
            {
                db.Measures.Add(Make(programme, entry, theme, ++order, scope.Change));
                added.Add(entry.Name);
            }
        }
        await scope.CommitAsync($"took {Words.Count(added.Count, "measure", "measures")} from the library: {Words.List(added)}", () => added.Count, cancel);
        return added.Count;
    }

    private static Measure Make(Programme programme, LibraryEntry entry, Theme? theme, int order, Change change)
    {
        var measure = new Measure(programme, entry.Code);
        measure.Begin(change);
        measure.Define(entry.Name, entry.Phrase, entry.FullDefinition, entry.Numerator, entry.Denominator, entry.Unit, entry.Decimals, entry.Polarity, entry.Period);
        measure.Explain(entry.GoodLooksLike, entry.CollectedFrom, entry.FullTimescale);
        measure.Place(theme, entry.FullWhyItMatters, order);
        return measure;
    }

    private static Theme? ThemeFor(SectionChoice section, int place, Programme programme, List<Theme> themes, bool mayAdd)
    {
        if (string.IsNullOrEmpty(section.Theme))
            return null;
        if (section.Theme != Input.OwnTheme)
        {
            return (int.TryParse(section.Theme, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? themes.Find(theme => theme.Id == id) : null)
                ?? throw Refused.AtLine(nameof(Input.Sections), place, nameof(SectionChoice.Theme), "That theme is not in this programme any more. Choose another.");
        }
        var name = section.Section.Label();
        var own = themes.Find(theme => string.Equals(theme.Name, name, StringComparison.OrdinalIgnoreCase));
        if (own is null)
        {
            if (!mayAdd)
                throw Refused.AtLine(nameof(Input.Sections), place, nameof(SectionChoice.Theme), "Only the programme manager and an administrator add themes. Choose one that is there, or none.");
            themes.Add(own = new Theme(programme, name, themes.Select(theme => theme.Order).DefaultIfEmpty().Max() + 1));
        }
        return own;
    }
}
