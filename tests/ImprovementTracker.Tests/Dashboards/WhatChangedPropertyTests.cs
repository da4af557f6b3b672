using FluentValidation;
using FsCheck;
using FsCheck.Fluent;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;
using static ImprovementTracker.Tests.Dashboards.WhatChangedInJune;

namespace ImprovementTracker.Tests.Dashboards;

/// <summary>Days by chance on which targets, links, owners, dates and figures are changed: what the page says of any two moments is what the other pages showed then, however much came later.</summary>
public class WhatChangedPropertyTests
{
    private static readonly ChangeTopic[] Followed = [ChangeTopic.Actions, ChangeTopic.DueDates, ChangeTopic.Links, ChangeTopic.Targets, ChangeTopic.Values];

    private enum Deed { SetTarget, ChangeTarget, EndTarget, TakeBackTarget, Link, HandOver, GiveMeasure, Update, Record, Approve, Unlock }

    private sealed record Step(Deed Deed, int Number, bool IsFirst, bool IsOther);

    private static readonly Gen<Step> Steps =
        from deed in Gen.Elements(Enum.GetValues<Deed>())
        from number in Gen.Choose(10, 90)
        from isFirst in Gen.Elements(true, false)
        from isOther in Gen.Elements(true, false)
        select new Step(deed, number, isFirst, isOther);

    /// <summary>What the pages of the action, of the measure's targets, of its owner and of its months show, by topic and title; of targets there may be several under one title.</summary>
    private sealed record Shown(ILookup<(ChangeTopic Topic, string Title), string> Things)
    {
        public string[] Of((ChangeTopic Topic, string Title) thing) => [.. Things[thing].Order(StringComparer.Ordinal)];
    }

    private sealed class World(TestDatabase database, TestProgramme programme, Inspection letter, int requirementId)
    {
        private readonly Actor _manager = programme.As(Role.ProgrammeManager);

        public static async Task<World> CreateAsync(TestDatabase database)
        {
            Inspection letter = null!;
            Requirement requirement = null!;
            var programme = await SetUpAsync(database, async programme =>
            {
                letter = await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "Timescales are poor."), (FindingKind.AreaForDevelopment, "Records are thin."));
                await programme.ChangeAsync((db, change) =>
                {
                    db.Attach(programme.Programme);
                    requirement = new Requirement(programme.Programme, "R1", isIllustrative: false, change);
                    requirement.Describe("Every child is seen in time.", false, null, null, null, null);
                    db.Add(requirement);
                });
                await programme.PlanAsync("A1", Start, Due);
            });
            return new(database, programme, letter, requirement.Id);
        }

        /// <summary>What the rules said against it; null where it was done.</summary>
        public async Task<string?> DoAsync(Step step)
        {
            var month = (step.IsFirst ? April : May).ToIso();
            var targets = (await new MeasureTargets(database).LoadAsync(_manager, TestProgramme.Slug, "in-time", Never)).Standing;
            var target = targets.Count == 0 ? 0 : targets[step.Number % targets.Count].Id;
            Task deed = step.Deed switch
            {
                Deed.SetTarget => SetTargetAsync(step, null),
                Deed.ChangeTarget => SetTargetAsync(step, target),
                Deed.EndTarget => EndTargetAsync(target, step, byMistake: false),
                Deed.TakeBackTarget => EndTargetAsync(target, step, byMistake: true),
                Deed.Link or Deed.HandOver => SaveActionAsync(step),
                Deed.GiveMeasure => new GiveMeasures(database).ExecuteAsync(_manager, new() { Programme = TestProgramme.Slug, Measures = ["in-time"], OwnerId = step.IsFirst ? GiveMeasures.Input.Nobody : Leader(step) }, Never),
                Deed.Update => UpdateAsync(step),
                Deed.Record => CountAsync(database, programme, step.IsFirst ? April : May, step.Number, 100, "Counted again."),
                Deed.Approve => new ApproveMonth(database).ExecuteAsync(_manager, new() { Programme = TestProgramme.Slug, Month = month, Seen = long.MaxValue }, Never),
                Deed.Unlock => new UnlockMonth(database).ExecuteAsync(_manager, new() { Programme = TestProgramme.Slug, Month = month, Reason = "Late entries." }, Never),
                _ => throw new InvalidOperationException($"{step.Deed}"),
            };
            // What the rules refuse, such as recording over what is locked, changes nothing.
            var error = await Record.ExceptionAsync(() => deed);
            return error is null or BrokenRule or ValidationException ? error?.Message : throw new InvalidOperationException($"{step}", error);
        }

        public Task<WhatChanged.Content> AskAsync(Role role, DateOnly from, DateOnly to) => WhatChangedInJune.AskAsync(database, programme.As(role), new(from, to));

        public async Task<Shown> LookAsync()
        {
            var page = await PageAsync();
            var action = $"A1: {page.Action.Title}";
            List<(ChangeTopic Topic, string Title, string Stands)> things =
            [
                (ChangeTopic.Actions, action, page.Action.Status.Label()),
                (ChangeTopic.DueDates, action, Words.Date(page.Action.DueOn)),
                (ChangeTopic.Links, action, $"Led by {page.Action.Lead}, accountable: {page.Action.Accountable}"),
                .. letter.Findings.Select(finding => (ChangeTopic.Links, $"A1 answers the finding: {finding.Words}", Linked(page.Findings.Any(one => one.Id == finding.Id)))),
                (ChangeTopic.Links, "A1 answers requirement R1", Linked(page.Requirements.Any())),
                (ChangeTopic.Links, "A1 should move the measure Assessments in time", Linked(page.Measures.Any())),
            ];
            var owner = (await new OwnersForm(database).LoadAsync(_manager, TestProgramme.Slug, Never)).Measures.Single(measure => measure.Code == "in-time").Owner;
            things.Add((ChangeTopic.Links, "Assessments in time", $"Owned by {owner?.Name ?? "nobody"}"));
            foreach (var target in (await new MeasureTargets(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, "in-time", Never)).Standing)
                things.Add((ChangeTopic.Targets, $"Assessments in time: Local{(target.Area is null ? "" : $", {target.Area}")}", $"{target.Asked}."));
            foreach (var month in new[] { April, May })
            {
                var entry = (await new MonthForm(database).LoadAsync(_manager, TestProgramme.Slug, "in-time", month, Never)).Areas.Single(one => one.Area.Id == programme.Whole.Id);
                if (entry.Current is { } current)
                    things.Add((ChangeTopic.Values, $"Assessments in time, Testshire, {month}", current.Text));
            }
            return new(things.ToLookup(thing => (thing.Topic, thing.Title), thing => thing.Stands));

            static string Linked(bool isLinked) => isLinked ? "Linked" : "Not linked";
        }

        private Task<ActionPage.Shown> PageAsync() => new ActionPage(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, "A1", Never);

        private int Leader(Step step) => programme[step.IsOther ? Role.ServiceDirector : Role.BoardMember].Id;

        private async Task UpdateAsync(Step step) => await new UpdateAction(database).ExecuteAsync(_manager, new()
        {
            Programme = TestProgramme.Slug,
            Action = "A1",
            Version = (await PageAsync()).Action.Version,
            Progress = step.IsFirst ? Progress.OnTrack : Progress.AtRisk,
            Sentence = $"Step {step.Number}.",
            NewDueOn = step.IsOther ? Due.AddDays(step.Number) : null,
            SlipReason = step.IsOther ? "Later." : null,
        }, Never);

        private async Task SetTargetAsync(Step step, int? instead)
        {
            var input = (await new TargetForm(database).LoadAsync(_manager, TestProgramme.Slug, "in-time", instead, Never)).Input;
            (input.Programme, input.Measure, input.Lines) = (TestProgramme.Slug, "in-time", [new() { Value = $"{step.Number}" }]);
            if (instead is null)
                (input.SetBy, input.AreaId, input.From) = (TargetSetter.Local, step.IsFirst ? null : programme.North.Id, $"2011-0{1 + (step.Number % 3)}");
            await new SaveTarget(database).ExecuteAsync(_manager, input, Never);
        }

        private async Task EndTargetAsync(int target, Step step, bool byMistake)
        {
            await using var db = database.CreateDbContext();
            var last = await db.Targets.Where(one => one.Id == target).Select(one => one.To).SingleOrDefaultAsync();
            var input = EndTarget.Input.Of(target, last);
            (input.Programme, input.Measure, input.ByMistake, input.LastMonth, input.Why) = (TestProgramme.Slug, "in-time", byMistake, $"2011-0{4 + (step.Number % 4)}", "So it was agreed.");
            await new EndTarget(database).ExecuteAsync(_manager, input, Never);
        }

        private async Task SaveActionAsync(Step step)
        {
            var input = (await new ActionForm(database).LoadAsync(_manager, TestProgramme.Slug, "A1", null, Never)).Input;
            (input.Programme, input.Reason) = (TestProgramme.Slug, "So it was agreed.");
            if (step.Deed == Deed.HandOver)
                input.LeadId = Leader(step);
            else
            {
                input.Findings = [.. letter.Findings.Where(finding => finding.Kind == FindingKind.AreaForPriorityAction ? step.IsFirst : step.IsOther).Select(finding => finding.Id)];
                input.Measures = step.Number % 2 == 0 ? [programme.InTime.Id] : [];
                input.Requirements = step.Number % 3 == 0 ? [requirementId] : [];
            }
            await new SaveAction(database).ExecuteAsync(_manager, input, Never);
        }
    }

    [Fact]
    public async Task Of_any_two_moments_it_says_what_the_pages_showed_at_each_however_much_came_later()
    {
        await using var database = await TestDatabase.CreateAsync();
        var world = await World.CreateAsync(database);
        var begin = new DateOnly(2011, 6, 10);
        // What stood at the end of each day, the day before the first to begin with; and what was told of each day when it was yesterday.
        List<Shown> shown = [await world.LookAsync()];
        List<(string Board, string Reader)> told = [];

        async Task LiveAsync(Step[] steps, bool isAllowed = false)
        {
            foreach (var step in steps)
            {
                var refusal = await world.DoAsync(step);
                Assert.True(refusal is null || !isAllowed, $"{step}: {refusal}");
            }
            shown.Add(await world.LookAsync());
            database.Clock.Utc = database.Clock.Utc.AddDays(1);
            told.Add(await TellAsync(told.Count));
        }

        async Task<(string, string)> TellAsync(int day) =>
            (Told(await world.AskAsync(Role.BoardMember, begin.AddDays(day), begin.AddDays(day))), Told(await world.AskAsync(Role.Reader, begin.AddDays(day), begin.AddDays(day))));

        // Everything once, so that there is something to change; then as chance will have it.
        await LiveAsync([new(Deed.SetTarget, 80, true, true), new(Deed.Link, 60, true, true), new(Deed.GiveMeasure, 10, false, true), new(Deed.Record, 75, true, true), new(Deed.Approve, 10, true, true)], isAllowed: true);
        await LiveAsync([new(Deed.ChangeTarget, 85, true, true), new(Deed.Link, 61, false, true), new(Deed.HandOver, 10, true, false), new(Deed.GiveMeasure, 10, false, false), new(Deed.Update, 20, false, true), new(Deed.Unlock, 10, true, true), new(Deed.Record, 70, true, true)], isAllowed: true);
        ForEvery.Case(Steps.ArrayOf(5), steps => LiveAsync(steps).GetAwaiter().GetResult(), 3);

        for (var day = 0; day < told.Count; day++)
            Assert.Equal(told[day], await TellAsync(day));
        var followed = new HashSet<ChangeTopic>();
        for (var first = 0; first < told.Count; first++)
        {
            for (var last = first; last < told.Count; last++)
            {
                var lines = (await world.AskAsync(Role.BoardMember, begin.AddDays(first), begin.AddDays(last))).Groups
                    .Where(group => Followed.Contains(group.Topic)).SelectMany(group => group.Lines.Select(line => (Thing: (group.Topic, line.Title), Line: line))).ToLookup(one => one.Thing, one => one.Line);
                followed.UnionWith(lines.Select(line => line.Key.Topic));
                var (then, now) = (shown[first], shown[last + 1]);
                foreach (var thing in lines.Select(line => line.Key).Concat(then.Things.Select(one => one.Key)).Concat(now.Things.Select(one => one.Key)).Distinct())
                {
                    // Taking what it says was there from what was there, and adding what it says is there, gives what is there.
                    var (was, stands) = (then.Of(thing).ToList(), now.Of(thing));
                    foreach (var before in lines[thing].Select(line => line.Before).Where(before => before.Length > 0))
                        Assert.True(was.Remove(before), $"{thing}: '{before}' was not there.");
                    // A figure that stands for the first time is told under a topic of its own.
                    if (thing.Topic == ChangeTopic.Values && then.Of(thing).Length == 0)
                        Assert.Empty(lines[thing]);
                    else
                        Assert.Equal(stands, was.Concat(lines[thing].Select(line => line.After).Where(after => after.Length > 0)).Order(StringComparer.Ordinal));
                }
            }
        }
        Assert.Equal(Followed.Length, followed.Count);
    }
}
