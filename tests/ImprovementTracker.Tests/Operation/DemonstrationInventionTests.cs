using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Operation;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Operation;

/// <summary>What is invented is marked, and nothing is invented that must not be.</summary>
public sealed class DemonstrationInventionTests(DemonstrationDatabase demonstration) : IClassFixture<DemonstrationDatabase>
{
    private static readonly string[] RealPeople =
    [
        "Anthony May", "Philip Owen", "Steve Edwards", "Eadsforth", "Avenall", "Heather Brown", "Burrows", "Chris Few", "Andrew Spencer", "Munro", "Gately",
        "Lou Williams", "Underwood", "Barr", "Barnard", "Gardiner", "Waugh", "Mr Williams", "Mr May", "Newton Europe",
    ];

    [Fact]
    public async Task Every_value_target_and_action_is_either_marked_as_illustrative_or_has_its_document()
    {
        await using var db = demonstration.Database.CreateDbContext();

        Assert.Empty(await db.ObservationRevisions.Where(revision => revision.IsIllustrative == (revision.SourceId != null)).ToListAsync());
        Assert.Empty(await db.Targets.Where(target => !target.IsIllustrative || target.SourceId != null || target.Paragraph != null).ToListAsync());
        Assert.Empty(await db.PriorityActions.Where(action => !action.IsIllustrative).ToListAsync());
        // The text of the notice is not held: no clause of it is made up.
        Assert.Equal(["R1", "R2", "R3"], (await db.Requirements.Where(requirement => requirement.IsIllustrative && !requirement.IsVerbatim && requirement.SourceId == null && requirement.Paragraph == null).Select(requirement => requirement.Reference).ToListAsync()).Order());
        Assert.Equal(3, await db.Requirements.CountAsync());
        Assert.Empty(await db.RequirementReviews.Where(review => review.SourceId != null).ToListAsync());
        Assert.Empty(await db.GradeAims.Where(aim => !aim.IsIllustrative).ToListAsync());
        // What others reach is published, never invented.
        Assert.NotEmpty(await db.Benchmarks.Where(benchmark => benchmark.Source!.Publisher.StartsWith("Department for Education")).ToListAsync());
        Assert.Empty(await db.Benchmarks.Where(benchmark => benchmark.SourceId == null).ToListAsync());
        Assert.False(await db.JudgedAreas.AnyAsync(area => area.Aims.Count != 1));
        Assert.True(Assert.Single(await db.PlannedDates.ToListAsync()).IsIllustrative);
        Assert.Empty(await db.TimelineEntries.Where(entry => entry.SourceId == null || entry.IsIllustrative).ToListAsync());
        Assert.All(await db.Areas.Where(area => area.Programme.Slug == Demonstration.NottinghamSlug && area.Kind != AreaKind.Authority).ToListAsync(), area => Assert.EndsWith("(illustrative)", area.Name));
    }

    [Fact]
    public async Task No_target_is_set_by_Ofsted_statute_or_the_nation_because_no_document_gives_one()
    {
        await using var db = demonstration.Database.CreateDbContext();

        Assert.Equal([TargetSetter.DfeNotice, TargetSetter.Local], (await db.Targets.Select(target => target.SetBy).Distinct().ToListAsync()).Order());
        Assert.False(await db.Targets.AnyAsync(target => target.SetBy == TargetSetter.DfeNotice && target.Measure.Programme.Slug == Demonstration.NottinghamSlug));
    }

    [Fact]
    public async Task All_people_are_invented_posts_without_passwords()
    {
        await using var db = demonstration.Database.CreateDbContext();

        var people = await db.Users.AsNoTracking().ToListAsync();

        Assert.Equal(9, people.Count);
        Assert.All(people, person =>
        {
            Assert.True(person.IsDemonstration);
            Assert.Null(person.PasswordHash);
            Assert.EndsWith("(demonstration)", person.Name);
            Assert.EndsWith("(invented post)", person.Post);
            Assert.EndsWith("@example.org", person.Email);
        });
    }

    [Fact]
    public async Task Every_role_is_held_by_one_or_two_in_both_programmes_and_one_administrator_keeps_the_doors()
    {
        await using var db = demonstration.Database.CreateDbContext();

        var held = await db.Memberships.AsNoTracking().Where(membership => membership.EndedIn == null).ToListAsync();

        foreach (var programme in await db.Programmes.Select(programme => programme.Id).ToListAsync())
        {
            foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Administrator))
                Assert.InRange(held.Count(membership => membership.ProgrammeId == programme && membership.Role == role), 1, 2);
        }
        Assert.Null(Assert.Single(held, membership => membership.Role == Role.Administrator).ProgrammeId);
    }

    [Fact]
    public async Task No_real_person_or_firm_is_named_anywhere()
    {
        foreach (var text in await TextsAsync())
            Assert.DoesNotContain(RealPeople, name => text.Contains(name, StringComparison.Ordinal));
    }

    [WithSourcesFact]
    public async Task No_seven_words_running_are_a_newspapers()
    {
        var newspapers = new[] { "000", "001" }.SelectMany(document => RunsOf(SourceText.AsOneLine(SourceText.Of("sources", document)))).ToHashSet();

        await using var db = demonstration.Database.CreateDbContext();
        // The inspectors' own words are theirs; the newspapers quote them too.
        var inspectors = await db.Findings.Select(finding => finding.Words).ToListAsync();

        var copied = (await TextsAsync()).Except(inspectors).SelectMany(RunsOf).Where(newspapers.Contains);

        Assert.Empty(copied);
    }

    /// <summary>All that a reader of the demonstration can come to read.</summary>
    private async Task<List<string>> TextsAsync()
    {
        await using var db = demonstration.Database.CreateDbContext();
        var texts = new List<string?>();
        texts.AddRange(await db.TimelineEntries.Select(entry => entry.Sentence).ToListAsync());
        texts.AddRange(await db.ActionUpdates.Select(update => update.Sentence + " " + update.SlipReason).ToListAsync());
        texts.AddRange(await db.PriorityActions.Select(action => action.Title + " " + action.OutcomeSought).ToListAsync());
        texts.AddRange(await db.Objectives.Select(objective => objective.Title + " " + objective.OutcomeSought).ToListAsync());
        texts.AddRange(await db.Inspections.Select(inspection => inspection.Title + " " + inspection.Note).ToListAsync());
        texts.AddRange(await db.Findings.Select(finding => finding.Words).ToListAsync());
        texts.AddRange(await db.FindingReviews.Select(review => review.Note).ToListAsync());
        texts.AddRange(await db.ProgrammeStatuses.Select(status => status.Reason).ToListAsync());
        texts.AddRange(await db.Requirements.Select(requirement => requirement.Words).ToListAsync());
        texts.AddRange(await db.RequirementReviews.Select(review => review.Said).ToListAsync());
        texts.AddRange(await db.Programmes.Select(programme => programme.LegalBasis).ToListAsync());
        texts.AddRange(await db.SourceDocuments.Select(document => document.Title + " " + document.Publisher).ToListAsync());
        texts.AddRange(await db.Measures.Select(measure => measure.Definition + " " + measure.WhyItMatters).ToListAsync());
        texts.AddRange(await db.ObservationRevisions.Select(revision => revision.Reason).Distinct().ToListAsync());
        texts.AddRange(await db.Changes.Select(change => change.PersonName + " " + change.What).ToListAsync());
        return [.. texts.OfType<string>()];
    }

    private static IEnumerable<string> RunsOf(string text)
    {
        var words = new string([.. text.ToUpperInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, Math.Max(0, words.Length - 6)).Select(start => string.Join(' ', words.Skip(start).Take(7)));
    }
}
