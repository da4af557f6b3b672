using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>Adds a theme of practice, or changes its name and its place in the list.</summary>
public sealed class SaveTheme(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : IChangesWhatStands
    {
        public string Programme { get; set; } = "";

        /// <summary>Null for a new theme.</summary>
        public int? Id { get; set; }

        public string? Name { get; set; }

        /// <summary>Place in the list, from 1; empty puts a new theme last and leaves another where it is.</summary>
        public string? Place { get; set; }

        public string? Seen { get; set; }

        public Guid Submission { get; set; } = Guid.NewGuid();

        /// <summary>The form of a theme that stands.</summary>
        public static Input Of(int id, string name, int place) => new Input { Id = id, Name = name, Place = place.ToString(CultureInfo.InvariantCulture) }.Marked();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Name).NotEmpty().WithMessage("Type the theme's name.")
                    .MaximumLength(Theme.NameLength).WithMessage($"Keep the name to {Theme.NameLength} characters.");
                RuleFor(input => input.Place).Must(text => string.IsNullOrWhiteSpace(text) || ReadPlace(text) is not null)
                    .WithMessage("Type the place in the list as a number from 1 to 999.");
            }
        }

        internal static int? ReadPlace(string? text) =>
            int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var place) && place is >= 1 and <= 999 ? place : null;
    }

    /// <summary>The theme's id.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var header = await db.EnterAsync(actor, input.Programme, Permission.ManageAreas, cancel);
        await using var scope = await db.StartChangeAsync(actor, header.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var name = input.Name!.Trim();
        var themes = await db.Themes.Where(theme => theme.ProgrammeId == header.Id).ToListAsync(cancel);
        var theme = input.Id is null ? null
            : themes.Find(theme => theme.Id == input.Id) ?? throw new NotFound("There is no such theme in this programme. Choose one from the list of themes.");
        if (theme is not null)
            input.RequireSeen(Input.Of(theme.Id, theme.Name, theme.Order), $"the theme {theme.Name}");
        if (themes.Any(other => other != theme && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
            throw new ValidationException([new ValidationFailure(nameof(Input.Name), "Another theme has this name. Choose a different one.")]);

        var place = Input.ReadPlace(input.Place) ?? theme?.Order ?? themes.Select(other => other.Order).DefaultIfEmpty(0).Max() + 1;
        if (theme is null)
            db.Themes.Add(theme = new Theme(await db.Programmes.SingleAsync(programme => programme.Id == header.Id, cancel), name, place));
        else
            theme.Describe(name, place);
        await scope.CommitAsync($"saved the theme {name}", () => theme.Id, cancel);
        return theme.Id;
    }
}
