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
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Data;

/// <summary>Histories by chance of targets, links, owners, updates, evidence, reviews, judgements and states: what was known at any moment is what stood there then, whatever comes later.</summary>
public class AsKnownTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Start = new(2011, 7, 1);

    private enum Deed { SetTarget, ChangeTarget, Link, HandOver, GiveMeasure, Update, AddEvidence, EndEvidence, ReviewFinding, TakeBackReview, JudgeRequirement, TakeBackJudgement, MoveProgramme, TakeBackMove, Complete, Reopen }

    private sealed record Step(Deed Deed, int Number, bool IsFirst, bool IsOther);

    private static readonly Gen<Step> Steps =
        from deed in Gen.Elements(Enum.GetValues<Deed>())
        from number in Gen.Choose(0, 90)
        from isFirst in Gen.Elements(true, false)
        from isOther in Gen.Elements(true, false)
        select new Step(deed, number, isFirst, isOther);

    private sealed class World(TestDatabase database, TestProgramme programme, int objectiveId, IReadOnlyList<int> findings, int visitId, int requirementId)
    {
        private readonly Actor _manager = programme.As(Role.ProgrammeManager);

        public static async Task<World> CreateAsync(TestDatabase database)
        {
            var programme = await TestProgramme.CreateAsync(database);
            var manager = programme.As(Role.ProgrammeManager);
            await new SaveObjective(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Reference = "O1", Title = "In time", OutcomeSought = "Seen in time." }, Never);
            var letter = await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "Timescales are poor."), (FindingKind.AreaForDevelopment, "Records are thin."));
            Inspection visit = null!;
            await programme.ChangeAsync((db, change) =>
            {
                visit = new Inspection(db.Programmes.Single(), change);
                visit.Describe(InspectionKind.MonitoringVisit, "Second visit", "Ofsted", KnownDate.On(2011, 6, 1), null, KnownDate.On(2011, 6, 8), Visibility.Published, null, null);
                var requirement = new Requirement(visit.Programme, "R1", isIllustrative: false, change);
                requirement.Describe("Every child is seen in time.", false, null, null, null, null);
                db.AddRange(visit, requirement);
            });
            await using var db = database.CreateDbContext();
            var world = new World(database, programme, (await db.Objectives.SingleAsync()).Id, [.. letter.Findings.Select(finding => finding.Id)], visit.Id, (await db.Requirements.SingleAsync()).Id);
            await world.SaveActionAsync(null, new(Deed.Link, 0, true, true));
            return world;
        }

        public async Task DoAsync(Step step)
        {
            await using var db = database.CreateDbContext();
            var version = await db.PriorityActions.Select(action => action.Version).SingleAsync();
            var target = await db.Targets.Where(target => target.EndedIn == null).OrderBy(target => target.Id).Select(target => (int?)target.Id).FirstOrDefaultAsync();
            var evidence = await db.Evidence.Where(one => one.EndedIn == null).OrderBy(one => one.Id).Select(one => one.Id).FirstOrDefaultAsync();
            // Of what counts the first or the last is taken back.
            var review = await Chosen(db.FindingReviews.OrderBy(one => one.Id).Select(one => new { one.Id, Of = one.FindingId }));
            var judgement = await Chosen(db.RequirementReviews.OrderBy(one => one.Id).Select(one => new { one.Id, Of = one.RequirementId }));
            var status = await Chosen(db.ProgrammeStatuses.OrderBy(one => one.Id).Select(one => new { one.Id, Of = one.ProgrammeId }));
            Task deed = step.Deed switch
            {
                Deed.SetTarget => SetTargetAsync(step, null),
                Deed.ChangeTarget => SetTargetAsync(step, target),
                Deed.Link or Deed.HandOver => SaveActionAsync(version, step),
                Deed.GiveMeasure => new GiveMeasures(database).ExecuteAsync(_manager, new() { Programme = TestProgramme.Slug, Measures = ["in-time"], OwnerId = step.IsFirst ? GiveMeasures.Input.Nobody : Leader(step) }, Never),
                Deed.Update => new UpdateAction(database).ExecuteAsync(_manager, new()
                {
                    Programme = TestProgramme.Slug,
                    Action = "A1",
                    Version = version,
                    Progress = step.IsFirst ? Progress.OnTrack : Progress.AtRisk,
                    Sentence = $"Step {step.Number}.",
                    NewDueOn = step.IsOther ? Start.AddDays(100 + step.Number) : null,
                    SlipReason = step.IsOther ? "Later." : null,
                    Impact = step.Number % 2 == 0 ? Impact.Some : null,
                }, Never),
                Deed.AddEvidence => new AddEvidence(database).ExecuteAsync(_manager, new() { Programme = TestProgramme.Slug, Action = "A1", Strength = EvidenceStrength.Statement, Title = $"Said {step.Number}", DatedOn = Start }, Never),
                Deed.EndEvidence => new EndEvidence(database).ExecuteAsync(_manager, new() { Programme = TestProgramme.Slug, Action = "A1", EvidenceId = evidence, Reason = "Wrong." }, Never),
                Deed.ReviewFinding => new ReviewFinding(database).ExecuteAsync(_manager, new() { Programme = TestProgramme.Slug, FindingId = findings[step.IsFirst ? 0 : 1], VisitId = visitId, Outcome = step.IsOther ? ReviewOutcome.Addressed : ReviewOutcome.StillOfConcern, Note = $"Heard {step.Number}." }, Never),
                Deed.TakeBackReview => new TakeBackReview(database).ExecuteAsync(_manager, new() { Programme = TestProgramme.Slug, FindingId = review?.Of ?? 0, ReviewId = review?.Id ?? 0, Reason = "Wrong." }, Never),
                Deed.JudgeRequirement => JudgeAsync(step),
                Deed.TakeBackJudgement => new TakeBackJudgement(database).ExecuteAsync(_manager, new() { Programme = TestProgramme.Slug, RequirementId = judgement?.Of ?? 0, ReviewId = judgement?.Id ?? 0, Reason = "Wrong." }, Never),
                Deed.MoveProgramme => GoOnAsync(step),
                Deed.TakeBackMove => new TakeBackMove(database).ExecuteAsync(_manager, new() { Programme = TestProgramme.Slug, StatusId = status?.Id ?? 0, Reason = "Wrong." }, Never),
                Deed.Complete => MoveAsync(version, StageMove.Complete),
                Deed.Reopen => MoveAsync(version, StageMove.Reopen),
                _ => throw new InvalidOperationException($"{step.Deed}"),
            };
            // What the rules refuse, such as reopening what is open, changes nothing.
            if (await Record.ExceptionAsync(() => deed) is { } error and not (BrokenRule or ValidationException))
                throw new InvalidOperationException($"{step}", error);

            async Task<T?> Chosen<T>(IQueryable<T> rows) where T : class => await rows.ToListAsync() is { Count: > 0 } all ? step.IsFirst ? all[0] : all[^1] : null;
        }

        private async Task JudgeAsync(Step step)
        {
            var input = (await new RequirementToReview(database).LoadAsync(_manager, TestProgramme.Slug, requirementId, Never)).Input;
            (input.Outcome, input.On, input.Said) = (step.IsOther ? RequirementOutcome.Met : RequirementOutcome.NotMet, "May 2011", $"Judged {step.Number}.");
            await new ReviewRequirement(database).ExecuteAsync(_manager, input, Never);
        }

        private async Task GoOnAsync(Step step)
        {
            var form = await new ProgrammeToMove(database).LoadAsync(_manager, TestProgramme.Slug, Never);
            // Where it has ended, nothing follows.
            if (form.Next.Count == 0)
                return;

            var input = form.Input;
            // Replaced, which comes last, would be its end.
            (input.State, input.Since, input.Reason, input.Intervention) = (form.Next[step.Number % Math.Max(1, form.Next.Count - 1)], "May 2011", "So it is.", InterventionKind.ImprovementNotice);
            await new MoveProgramme(database).ExecuteAsync(_manager, input, Never);
        }

        private int Leader(Step step) => programme[step.IsOther ? Role.ServiceDirector : Role.BoardMember].Id;

        private async Task SetTargetAsync(Step step, int? instead) => await new SaveTarget(database).ExecuteAsync(_manager, new()
        {
            Programme = TestProgramme.Slug,
            Measure = "in-time",
            Instead = instead,
            Seen = (await new TargetForm(database).LoadAsync(_manager, TestProgramme.Slug, "in-time", instead, Never)).Input.Seen,
            SetBy = TargetSetter.Local,
            AreaId = step.IsFirst ? null : programme.North.Id,
            From = $"2011-0{1 + (step.Number % 4)}",
            Lines = [new() { Value = $"{step.Number}" }, new() { Month = "2011-09", Value = $"{step.Number + 5}" }],
        }, Never);

        private Task<string> MoveAsync(int version, StageMove move) => new MoveAction(database).ExecuteAsync(_manager, new() { Programme = TestProgramme.Slug, Action = "A1", Version = version, Move = move, Sentence = "So it is.", Progress = Progress.OnTrack }, Never);

        private async Task SaveActionAsync(int? version, Step step) => await new SaveAction(database).ExecuteAsync(_manager, new()
        {
            Programme = TestProgramme.Slug,
            Action = version is null ? null : "A1",
            Seen = version is null ? null : (await new ActionForm(database).LoadAsync(_manager, TestProgramme.Slug, "A1", null, Never)).Input.Seen,
            ObjectiveId = objectiveId,
            Reference = "A1",
            Title = "Rebuild the teams",
            OutcomeSought = "Every assessment is done in time.",
            LeadId = step.Deed == Deed.HandOver ? Leader(step) : programme[Role.ServiceDirector].Id,
            AccountableId = programme[Role.ProgrammeManager].Id,
            StartsOn = Start,
            DueOn = new DateOnly(2011, 12, 31),
            Reason = "So it was agreed.",
            EvidenceNeeded = step.Number % 2 == 0 ? EvidenceStrength.Document : EvidenceStrength.Data,
            Findings = [.. findings.Where((_, place) => place == 0 ? step.IsFirst : step.IsOther)],
            Measures = step.Number % 3 == 0 ? [programme.InTime.Id] : [],
            Requirements = step.Number % 4 == 0 ? [requirementId] : [],
        }, Never);
    }

    /// <summary>What stands now, as the rows themselves say it: nothing that ended, and the action's own columns.</summary>
    private static async Task<string> StandsAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return await TextAsync(db.Targets.Where(row => row.EndedIn == null), db.ActionFindings.Where(row => row.EndedIn == null), db.ActionMeasures.Where(row => row.EndedIn == null), db.ActionRequirements.Where(row => row.EndedIn == null),
            db.MeasureOwners.Where(row => row.EndedIn == null), db.Evidence.Where(row => row.EndedIn == null), db.FindingReviews, db.RequirementReviews, db.ProgrammeStatuses,
            db.PriorityActions.Select(action => $"{action.Stage} {action.Progress} {action.Impact} {action.DueOn} {action.LeadId} {action.AccountableId} {action.EvidenceNeeded}"));
    }

    /// <summary>The same as it was known at a moment, by the one rule.</summary>
    private static async Task<string> KnownAsync(TestDatabase database, long moment)
    {
        await using var db = database.CreateDbContext();
        return await TextAsync(db.Targets.KnownAt(moment), db.ActionFindings.KnownAt(moment), db.ActionMeasures.KnownAt(moment), db.ActionRequirements.KnownAt(moment),
            db.MeasureOwners.KnownAt(moment), db.Evidence.KnownAt(moment), db.FindingReviews.EntriesStandingAt(moment),
            db.RequirementReviews.EntriesStandingAt(moment), db.ProgrammeStatuses.EntriesStandingAt(moment),
            db.ActionUpdates.EntriesKnownAt(moment).OrderByDescending(update => update.Id).Take(1)
                .Select(update => $"{update.Stage} {update.Progress} {update.Impact} {update.DueOn} {update.LeadId} {update.AccountableId} {update.EvidenceNeeded}"));
    }

    private static async Task<string> TextAsync(IQueryable<Target> targets, IQueryable<ActionFinding> findings, IQueryable<ActionMeasure> measures, IQueryable<ActionRequirement> requirements, IQueryable<MeasureOwner> owners, IQueryable<Evidence> evidence, IQueryable<FindingReview> reviews, IQueryable<RequirementReview> judgements, IQueryable<ProgrammeStatus> states, IQueryable<string> action) =>
        string.Join('\n',
            string.Join(", ", (await targets.AsNoTracking().Include(target => target.Steps).OrderBy(target => target.Id).ToListAsync()).Select(target => $"{target.Id} {target.AreaId} {target.From}: {string.Join(' ', target.Steps.Select(step => $"{step.Month} {step.Value:0.##}"))}")),
            string.Join(", ", await findings.OrderBy(link => link.Id).Select(link => link.FindingId).ToListAsync()),
            string.Join(", ", await measures.OrderBy(link => link.Id).Select(link => link.MeasureId).ToListAsync()),
            string.Join(", ", await requirements.OrderBy(link => link.Id).Select(link => link.RequirementId).ToListAsync()),
            string.Join(", ", await owners.OrderBy(owner => owner.Id).Select(owner => owner.PersonId).ToListAsync()),
            string.Join(", ", await evidence.OrderBy(one => one.Id).Select(one => one.Title).ToListAsync()),
            string.Join(", ", await reviews.OrderBy(review => review.Id).Select(review => $"{review.FindingId} {review.Outcome} {review.Note}").ToListAsync()),
            string.Join(", ", await judgements.OrderBy(review => review.Id).Select(review => $"{review.IsMet} {review.Said}").ToListAsync()),
            string.Join(", ", await states.OrderBy(status => status.Id).Select(status => status.State).ToListAsync()),
            await action.SingleAsync());

    [Fact]
    public async Task Targets_links_owners_actions_evidence_reviews_and_states_are_known_at_a_moment_as_they_stood_then()
    {
        await using var database = await TestDatabase.CreateAsync();
        var world = await World.CreateAsync(database);
        var stood = new Dictionary<long, string>();
        var deeds = new HashSet<Deed>();

        async Task LiveAsync(Step[] steps)
        {
            foreach (var step in steps)
            {
                await world.DoAsync(step);
                await using var db = database.CreateDbContext();
                var last = await db.Changes.MaxAsync(change => change.Sequence);
                if (stood.TryAdd(last, await StandsAsync(database)))
                    deeds.Add(step.Deed);
            }
        }

        // Each once, in an order in which all are allowed; then as chance will have it.
        await LiveAsync([.. Enum.GetValues<Deed>().Select((deed, place) => new Step(deed, 6 + place, false, deed != Deed.HandOver))]);
        Assert.Equal(Enum.GetValues<Deed>().Length, deeds.Count);
        ForEvery.Case(Steps.ArrayOf(20), steps => LiveAsync(steps).GetAwaiter().GetResult(), 2);
        // One history that went on: what the first step left behind must still be known after the last.
        foreach (var (moment, then) in stood)
            Assert.Equal(then, await KnownAsync(database, moment));
        Assert.True(stood.Values.Distinct().Count() > 9, "Hardly anything changed.");
    }
}
