using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Reports;

/// <summary>The report to the scrutiny committee for a programme and a period, in the council's own shape.</summary>
public sealed class CommitteeReports(IDbContextFactory<TrackerContext> database)
{
    public const int MostMonths = 60;

    /// <exception cref="BrokenRule">The period is upside down, too long or ends after the programme's day.</exception>
    public async Task<CommitteeReport> LoadAsync(Actor actor, string slug, Month from, Month to, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.WriteReport, cancel);
        if (from > to)
            throw new BrokenRule($"The period begins in {from}, after it ends in {to}. Choose the earlier month first.");
        if (to.MonthsSince(from) >= MostMonths)
            throw new BrokenRule($"The period has {to.MonthsSince(from) + 1} months. Choose at most {MostMonths}.");
        if (to > Month.Of(programme.JudgedOn))
            throw new BrokenRule($"{to} has not begun. Choose a period that ends in {Month.Of(programme.JudgedOn)} or before.");

        return CommitteeReportText.Write(new ReportFacts(
            programme,
            from,
            to,
            db.Clock.GetUtcNow().UtcDateTime,
            await MeasuresAsync(db, actor, programme, from, to, cancel),
            await InspectionsAsync(db, programme, to, cancel),
            await EntriesAsync(db, programme, from, cancel),
            await ActionsAsync(db, programme, cancel),
            await OfficersAsync(db, programme, cancel)));
    }

    /// <summary>The programme, on which the actor must be allowed to write reports.</summary>
    public async Task<ProgrammeHeader> RequireAsync(Actor actor, string slug, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.EnterAsync(actor, slug, Permission.WriteReport, cancel);
    }

    private static async Task<List<MeasureFacts>> MeasuresAsync(TrackerContext db, Actor actor, ProgrammeHeader programme, Month from, Month to, CancellationToken cancel)
    {
        var areas = await db.LoadAreasAsync(programme.Id, cancel);
        if (areas.Whole is not { } whole)
            return [];
        var measures = await db.Measures.AsNoTracking()
            .Where(measure => measure.ProgrammeId == programme.Id && (measure.LastMonth == null || measure.LastMonth >= from))
            .OrderBy(measure => measure.Order).ThenBy(measure => measure.Id)
            .Select(measure => new
            {
                measure.Code,
                measure.Name,
                measure.Phrase,
                measure.Definition,
                Shape = new MeasureShape(measure.Id, measure.Unit, measure.Decimals, measure.Polarity, measure.Period),
                Changed = measure.EarlierDefinitions.Where(earlier => earlier.Until < to).OrderByDescending(earlier => earlier.Until).Select(earlier => new { earlier.Until, earlier.WhatChanged }).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        var rows = await db.ValuesVisibleTo(actor, programme.Id, from, to).ToListAsync(cancel);
        var targets = await db.LoadTargetsAsync(programme.Id, cancel);
        var figures = new MonthlyFigures(areas, rows, actor.SeesOnlyPublished(programme.Id));
        return [.. measures.Select(measure => new MeasureFacts(
            measure.Code,
            measure.Name,
            measure.Phrase,
            measure.Changed is { } changed && changed.Until >= from
                ? $"{Words.Stopped(measure.Definition)} Counted differently from {changed.Until.AddMonths(1)}, so that earlier months cannot be compared: {Words.Stopped(changed.WhatChanged)}" : measure.Definition,
            measure.Shape,
            [.. from.To(to).Select(month => (month, figures.Of(measure.Shape, whole.Id, month)))],
            [.. targets.Where(target => target.MeasureId == measure.Shape.Id && (target.AreaId is null || target.AreaId == whole.Id)
                && from.To(to).Any(month => target.LevelIn(month) is not null)).OrderBy(target => target.SetBy).ThenBy(target => target.From)],
            measure.Changed?.Until.AddMonths(1),
            [.. rows.Where(row => row.MeasureId == measure.Shape.Id && row.AreaId == whole.Id && row.Period != measure.Shape.Period && row.Kind == ValueKind.Stated && row.Shown(measure.Shape.Unit, actor.SeesOnlyPublished(programme.Id)) is MeasureValue.Stated).OrderBy(row => row.Month)]))];
    }

    /// <summary>Only what is published: a committee's report must not tell of an embargoed inspection, whoever writes it.</summary>
    private static async Task<List<InspectionFacts>> InspectionsAsync(TrackerContext db, ProgrammeHeader programme, Month to, CancellationToken cancel)
    {
        var published = db.Inspections.AsNoTracking().Where(inspection => inspection.ProgrammeId == programme.Id && inspection.Visibility == Visibility.Published);
        var findings = (await published.SelectMany(inspection => inspection.Findings)
            .Where(finding => finding.EndedIn == null)
            .OrderBy(finding => finding.Order)
            .Select(finding => new
            {
                finding.InspectionId,
                finding.Kind,
                Reviews = finding.Reviews.Where(review => review.Visit.Visibility == Visibility.Published).Select(review => new FindingState.Review(review.Outcome, review.Visit.FieldworkFrom, review.RecordedIn)).ToList(),
            })
            .ToListAsync(cancel)).ToLookup(finding => finding.InspectionId);
        var rows = await published
            .OrderBy(inspection => inspection.FieldworkFrom)
            .Select(inspection => new
            {
                inspection.Id,
                inspection.Title,
                inspection.Inspectorate,
                inspection.FieldworkFrom,
                inspection.FieldworkTo,
                inspection.Published,
                inspection.Note,
                Source = inspection.Source!.Title,
                inspection.TallyCount,
                inspection.TallyOutOf,
                inspection.TallyGrade,
                TallySource = (string?)inspection.TallySource!.Title,
                Judgements = inspection.Judgements.Where(judgement => judgement.EndedIn == null).OrderBy(judgement => judgement.JudgedArea.Order).Select(judgement => new { judgement.JudgedArea.Name, judgement.Grade }).ToList(),
            })
            .ToListAsync(cancel);
        return [.. rows.Where(row => row.FieldworkFrom.Month <= to).Select(row => new InspectionFacts(
            row.Title, row.Inspectorate, row.FieldworkFrom, row.FieldworkTo, row.Published, row.Note, row.Source, row.TallyCount, row.TallyOutOf, row.TallyGrade, row.TallySource,
            [.. row.Judgements.Select(judgement => (judgement.Name, judgement.Grade))],
            [.. findings[row.Id].Select(finding => (finding.Kind, FindingState.Of(finding.Reviews)))]))];
    }

    private static async Task<List<EntryFacts>> EntriesAsync(TrackerContext db, ProgrammeHeader programme, Month from, CancellationToken cancel)
    {
        var since = KnownDate.In(from);
        return await db.TimelineEntries.AsNoTracking()
            .Where(entry => entry.ProgrammeId == programme.Id && entry.On >= since)
            .OrderBy(entry => entry.On).ThenBy(entry => entry.Id)
            .Select(entry => new EntryFacts(entry.On, entry.Kind, entry.Sentence, entry.Figure, entry.Source!.Title, entry.IsIllustrative))
            .ToListAsync(cancel);
    }

    private static async Task<List<ActionFacts>> ActionsAsync(TrackerContext db, ProgrammeHeader programme, CancellationToken cancel) =>
        await db.PriorityActions.AsNoTracking()
            .Where(action => action.ProgrammeId == programme.Id)
            .OrderBy(action => action.DueOn).ThenBy(action => action.Id)
            .Select(action => new ActionFacts(action.Reference, action.Title, action.Stage, action.Progress, action.DueOn, action.BaselineDueOn, action.IsIllustrative))
            .ToListAsync(cancel);

    private static async Task<List<OfficerFacts>> OfficersAsync(TrackerContext db, ProgrammeHeader programme, CancellationToken cancel) =>
        await db.Memberships.AsNoTracking()
            .Where(membership => membership.ProgrammeId == programme.Id && membership.EndedIn == null && membership.Person.IsActive
                && (membership.Role == Role.ServiceDirector || membership.Role == Role.ScrutinyOfficer))
            .OrderBy(membership => membership.Id)
            .Select(membership => new OfficerFacts(membership.Role, membership.Person.Name, membership.Person.Post))
            .ToListAsync(cancel);
}
