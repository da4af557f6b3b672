using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>
/// Which inspections a person may know of: the published ones; the embargoed ones where named, or as programme manager;
/// drafts only as the one who enters them. What hangs on an inspection (findings, judgements, a later visit's words) is seen with it.
/// </summary>
public static class InspectionSight
{
    /// <summary>Those inspections of the programmes that the person may know of; part of the caller's own statement.</summary>
    public static IQueryable<Inspection> SeenBy(this IQueryable<Inspection> inspections, Actor actor, params IReadOnlyList<int> programmeIds)
    {
        var published = With(Permission.ReadPublished, Extent.Yes);
        var named = With(Permission.SeeEmbargoed, Extent.OnlyWhereNamed);
        var embargoed = With(Permission.SeeEmbargoed, Extent.Yes);
        var drafts = With(Permission.EnterPlan, Extent.Yes);
        var person = actor.PersonId;
        return inspections.Where(inspection =>
            (inspection.Visibility == Visibility.Published && published.Contains(inspection.ProgrammeId))
            || (inspection.Visibility == Visibility.Embargoed && embargoed.Contains(inspection.ProgrammeId))
            || (inspection.Visibility == Visibility.Embargoed && named.Contains(inspection.ProgrammeId)
                && inspection.Readers.Any(reader => reader.PersonId == person && reader.EndedIn == null))
            || (inspection.Visibility == Visibility.Draft && drafts.Contains(inspection.ProgrammeId)));

        List<int> With(Permission permission, Extent extent) => [.. programmeIds.Where(id => actor.May(permission, id) == extent)];
    }

    /// <summary>
    /// The programme's documents that this person may be offered: a title such as that of a letter can give an unpublished
    /// inspection away, so such documents are only for those who enter inspections.
    /// </summary>
    public static IQueryable<SourceDocument> SourcesSeenBy(this TrackerContext db, Actor actor, int programmeId)
    {
        var documents = db.SourceDocuments.Where(document => document.ProgrammeId == programmeId);
        var reviews = db.FindingReviews.WithTakenBack();
        return actor.May(Permission.EnterPlan, programmeId) == Extent.Yes ? documents : documents.Where(document =>
            !db.Inspections.Any(inspection => (inspection.SourceId == document.Id || inspection.TallySourceId == document.Id) && inspection.Visibility != Visibility.Published)
            && !db.InspectionCorrections.Any(before => (before.SourceId == document.Id || before.TallySourceId == document.Id) && before.Inspection.Visibility != Visibility.Published)
            && !db.SentPlans.Any(sent => sent.SourceId == document.Id && sent.Inspection.Visibility != Visibility.Published)
            && !db.Judgements.Any(judgement => judgement.SourceId == document.Id && judgement.Inspection.Visibility != Visibility.Published)
            && !reviews.Any(review => review.SourceId == document.Id && review.Visit.Visibility != Visibility.Published));
    }
}
