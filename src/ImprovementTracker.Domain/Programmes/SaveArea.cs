using System.Globalization;
using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>
/// Adds a locality or team, or changes one. An area with figures stays where it is and keeps every month that it has
/// figures for, and none becomes a part of another in a month whose sum would then go: a board may have seen it. The other
/// way round is open: where an area without figures never existed in a month, taking it out of that month completes the
/// sum and changes no figure.
/// </summary>
public sealed class SaveArea(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : IChangesWhatStands
    {
        public string Programme { get; set; } = "";

        /// <summary>Null for a new area.</summary>
        public int? Id { get; set; }

        public string? Name { get; set; }
        public AreaKind? Kind { get; set; }

        /// <summary>The area that it is part of; null only for the whole authority.</summary>
        public int? ParentId { get; set; }

        public DateOnly? From { get; set; }

        /// <summary>The last day; null while it exists.</summary>
        public DateOnly? To { get; set; }

        public string? Seen { get; set; }

        public Guid Submission { get; set; } = Guid.NewGuid();

        /// <summary>The form of an area that stands.</summary>
        public static Input Of(int id, string name, AreaKind kind, int? parentId, DateOnly from, DateOnly? to) =>
            new Input { Id = id, Name = name, Kind = kind, ParentId = parentId, From = from, To = to }.Marked();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Name).NotEmpty().WithMessage("Type the area's name.")
                    .MaximumLength(Area.NameLength).WithMessage($"Keep the name to {Area.NameLength} characters.");
                RuleFor(input => input.Kind).NotNull().WithMessage("Choose what kind of area it is.").IsInEnum().WithMessage("Choose what kind of area it is.");
                RuleFor(input => input.From).NotNull().WithMessage("Choose the first day of the area.")
                    .Must(day => day is null or { Year: >= 1900 and <= 2999 }).WithMessage("Check the year.");
                RuleFor(input => input.To).Must(day => day is null or { Year: >= 1900 and <= 2999 }).WithMessage("Check the year.")
                    .GreaterThanOrEqualTo(input => input.From).When(input => input.From is not null && input.To is not null, ApplyConditionTo.CurrentValidator)
                    .WithMessage("The last day lies before the first. Check both.");
            }
        }
    }

    /// <summary>The area's id.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var header = await db.EnterAsync(actor, input.Programme, Permission.ManageAreas, cancel);
        await using var scope = await db.StartChangeAsync(actor, header.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var areas = await db.Areas.Where(area => area.ProgrammeId == header.Id).ToListAsync(cancel);
        var tree = new AreaTree(areas.Select(area => new AreaNode(area.Id, area.ParentId, area.Name, area.Kind, area.From, area.To)));
        var area = input.Id is null ? null : Find(areas, input.Id.Value);
        if (area is not null)
            input.RequireSeen(Input.Of(area.Id, area.Name, area.Kind, area.ParentId, area.From, area.To), $"the area {area.Name}");

        var wanted = new AreaNode(area?.Id ?? 0, input.ParentId, input.Name!.Trim(), input.Kind!.Value, input.From!.Value, input.To);
        var parent = CheckPlace(areas, tree, area, wanted);
        CheckName(areas, area, wanted);
        if (area is not null)
            await CheckFiguresAsync(db, tree, area, wanted, cancel);
        if (parent is not null)
            await CheckSumsAsync(db, header.Id, tree, parent, area, wanted, cancel);

        if (area is null)
            db.Areas.Add(area = new Area(await db.Programmes.SingleAsync(programme => programme.Id == header.Id, cancel), wanted.Name, wanted.Kind, parent, wanted.From, wanted.To));
        else
            area.Describe(wanted.Name, wanted.Kind, parent, wanted.From, wanted.To);
        await scope.CommitAsync($"saved the area {wanted.Name}", () => area.Id, cancel);
        return area.Id;
    }

    private static Area? CheckPlace(List<Area> areas, AreaTree tree, Area? area, AreaNode wanted)
    {
        var isWhole = area is { ParentId: null };
        if (isWhole)
        {
            return wanted.ParentId is null && wanted.Kind == AreaKind.Authority ? null
                : throw Refused.At(nameof(Input.ParentId), "This area is the whole authority: it is part of no other. Leave that empty and its kind as it is.");
        }
        if (wanted.Kind == AreaKind.Authority)
            throw Refused.At(nameof(Input.Kind), "The programme has its authority already. Choose locality or team.");
        if (wanted.ParentId is null)
            throw Refused.At(nameof(Input.ParentId), "Choose the area that it is part of.");
        var parent = Find(areas, wanted.ParentId.Value);
        if (area is not null && tree.IsWithin(parent.Id, area.Id))
            throw Refused.At(nameof(Input.ParentId), $"{parent.Name} is {area.Name} itself or a part of it. Choose an area outside it.");
        if (parent.Kind > wanted.Kind)
            throw Refused.At(nameof(Input.ParentId), $"A locality cannot be part of a team. Choose another area than {parent.Name}.");
        if (area is not null && tree.PartsOf(area.Id).FirstOrDefault(part => part.Kind < wanted.Kind) is { } larger)
            throw Refused.At(nameof(Input.Kind), $"{larger.Name} is a locality and part of this area, so it cannot become a team.");
        return parent;
    }

    private static void CheckName(List<Area> areas, Area? area, AreaNode wanted)
    {
        var same = areas.Find(other => other != area && string.Equals(other.Name, wanted.Name, StringComparison.OrdinalIgnoreCase)
            && other.From <= (wanted.To ?? DateOnly.MaxValue) && wanted.From <= (other.To ?? DateOnly.MaxValue));
        if (same is not null)
            throw Refused.At(nameof(Input.Name), "Another area has this name at the same time. Choose a different one.");
    }

    private static async Task CheckFiguresAsync(TrackerContext db, AreaTree tree, Area area, AreaNode wanted, CancellationToken cancel)
    {
        var within = tree.InOrder.Where(node => tree.IsWithin(node.Id, area.Id)).Select(node => node.Id).ToList();
        var figures = db.Observations.Where(observation => within.Contains(observation.AreaId)).Select(observation => new { observation.Month, observation.AreaId });
        var first = await figures.OrderBy(figure => figure.Month).ThenBy(figure => figure.AreaId).Take(1).ToListAsync(cancel);
        var last = await figures.OrderByDescending(figure => figure.Month).ThenBy(figure => figure.AreaId).Take(1).ToListAsync(cancel);
        if (first.Count > 0 && wanted.ParentId != area.ParentId)
            throw Refused.At(nameof(Input.ParentId), $"{area.Name} has figures, so it stays where it is. End it with a last day and add a new area in the other place.");
        if (first is [var early] && wanted.From > early.Month.LastDay)
            throw Refused.At(nameof(Input.From), $"{Holder(early.AreaId)} has figures from {early.Month} on. Choose a first day up to {Words.Date(early.Month.LastDay)}.");
        if (last is [var late] && wanted.To < late.Month.FirstDay)
            throw Refused.At(nameof(Input.To), $"{Holder(late.AreaId)} has figures up to {late.Month}. Choose a last day from {Words.Date(late.Month.FirstDay)} on.");

        string Holder(int id) => id == area.Id ? area.Name : $"{tree.Find(id)!.Name}, a part of {area.Name},";
    }

    private static async Task CheckSumsAsync(TrackerContext db, int programmeId, AreaTree tree, Area parent, Area? area, AreaNode wanted, CancellationToken cancel)
    {
        if (area is not null && (area.ParentId, area.From, area.To) == (wanted.ParentId, wanted.From, wanted.To))
            return;
        var after = new AreaTree(tree.InOrder.Where(node => node.Id != wanted.Id).Append(wanted));
        var lost = await db.LoadMonthsLosingTheirSumAsync(programmeId, parent.Id, tree, after, cancel);
        if (lost.Count == 0)
            return;
        var what = lost.Count == 1
            ? $"{parent.Name} has a sum of its parts for {lost[0]}, and {wanted.Name} has no figure there: with it as a part, the sum would go."
            : $"{parent.Name} has sums of its parts for {Words.InText(lost.Count)} months from {lost[0]} to {lost[^1]}, and {wanted.Name} has no figure there: with it as a part, the sums would go.";
        var orOwn = $"record {parent.Name}'s own figures for those months first";
        var isAfterItsEnd = area?.To is { } end && area.ParentId == wanted.ParentId && lost[0] > Month.Of(end);
        throw isAfterItsEnd
            ? Refused.At(nameof(Input.To), $"{what} Keep a last day up to {Words.Date(lost[0].AddMonths(-1).LastDay)} and add a new area from {Words.Date(lost[^1].AddMonths(1).FirstDay)} on, or {orOwn}.")
            : Refused.At(nameof(Input.From), $"{what} Choose a first day from {Words.Date(lost[^1].AddMonths(1).FirstDay)} on, or {orOwn}.");
    }

    private static Area Find(List<Area> areas, int id) =>
        areas.Find(area => area.Id == id) ?? throw new NotFound("There is no such area in this programme. Choose one from the list of areas.");
}
