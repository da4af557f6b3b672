using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>Says on which day a month's figures are due in the programme, and how many figures a chart needs before anything is concluded from it.</summary>
public sealed class SaveFigureRules(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : IChangesWhatStands
    {
        /// <summary>Two figures differ once, which tells nothing of how much is usual.</summary>
        public const int LeastForLimits = 3;

        /// <summary>Five years of months: with more, a chart would never say anything.</summary>
        public const int MostFigures = 60;

        public string Programme { get; set; } = "";

        /// <summary>The day of the following month; the month's last where it is shorter.</summary>
        public int? FiguresDueOn { get; set; }

        /// <summary>With fewer figures a chart shows no limits.</summary>
        public int? FewestForLimits { get; set; }

        /// <summary>With fewer figures the limits are provisional and nothing is concluded from them.</summary>
        public int? FewestForFirmLimits { get; set; }

        public string? Seen { get; set; }
        public Guid Submission { get; set; } = Guid.NewGuid();

        /// <summary>The form as it opens.</summary>
        public static Input Of(int figuresDueOn, int fewestForLimits, int fewestForFirmLimits) =>
            new Input { FiguresDueOn = figuresDueOn, FewestForLimits = fewestForLimits, FewestForFirmLimits = fewestForFirmLimits }.Marked();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.FiguresDueOn).NotNull().WithMessage("Type the day on which a month's figures are due, such as 15.")
                    .InclusiveBetween(1, 31).WithMessage("Type a day of the month, 1 to 31.");
                RuleFor(input => input.FewestForLimits).NotNull().WithMessage($"Type how many figures a chart needs for limits, such as {Programmes.Programme.UsualFewestForLimits}.")
                    .InclusiveBetween(LeastForLimits, MostFigures).WithMessage($"Type {LeastForLimits} to {MostFigures}: no limits can be worked out from fewer than {LeastForLimits} figures.");
                RuleFor(input => input.FewestForFirmLimits).NotNull().WithMessage($"Type from how many figures on something is concluded, such as {Programmes.Programme.UsualFewestForFirmLimits}.")
                    .InclusiveBetween(LeastForLimits, MostFigures).WithMessage($"Type {LeastForLimits} to {MostFigures}.")
                    .GreaterThanOrEqualTo(input => input.FewestForLimits).When(input => input.FewestForLimits is not null, ApplyConditionTo.CurrentValidator)
                    .WithMessage("Nothing is concluded before there are limits: type at least as many as for limits.");
            }
        }
    }

    public async Task ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var entered = await db.EnterAsync(actor, input.Programme, Permission.ManageAreas, cancel);
        await using var scope = await db.StartChangeAsync(actor, entered.Id, input, cancel);
        if (scope.Earlier is not null)
            return;
        var programme = await db.Programmes.SingleAsync(programme => programme.Id == entered.Id, cancel);
        input.RequireSeen(Input.Of(programme.FiguresDueOn, programme.FewestForLimits, programme.FewestForFirmLimits), "these settings");
        programme.ExpectFiguresOn(input.FiguresDueOn!.Value);
        programme.JudgeChartsWith(input.FewestForLimits!.Value, input.FewestForFirmLimits!.Value);
        await scope.CommitAsync($"set the figures' due day to {programme.FiguresDueOn}, limits from {programme.FewestForLimits} figures on and firm limits from {programme.FewestForFirmLimits}", cancel);
    }
}
