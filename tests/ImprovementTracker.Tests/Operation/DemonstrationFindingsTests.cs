using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Operation;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Operation;

public sealed class DemonstrationFindingsTests(DemonstrationDatabase demonstration) : IClassFixture<DemonstrationDatabase>
{
    [Fact]
    public async Task The_letter_of_2009_has_its_twelve_findings_in_order_by_kind_and_length()
    {
        var findings = await LetterAsync();

        // Kinds as the letter lists them: one delivered satisfactorily, two strengths, seven areas for development, two for
        // priority action. Characters and first words counted in the letter itself.
        Assert.Equal(
        [
            (FindingKind.Satisfactory, 435, "An audit of 80"),
            (FindingKind.Strength, 179, "Social workers and managers"),
            (FindingKind.Strength, 321, "A strategic plan prepared"),
            (FindingKind.AreaForDevelopment, 289, "Information recorded and passed"),
            (FindingKind.AreaForDevelopment, 142, "Some social workers are"),
            (FindingKind.AreaForDevelopment, 306, "Thresholds for referral of"),
            (FindingKind.AreaForDevelopment, 256, "In the reception and"),
            (FindingKind.AreaForDevelopment, 183, "Performance management information is"),
            (FindingKind.AreaForDevelopment, 95, "There is no authority-wide"),
            (FindingKind.AreaForDevelopment, 103, "Supervision of social workers"),
            (FindingKind.AreaForPriorityAction, 850, "The response to child"),
            (FindingKind.AreaForPriorityAction, 781, "On the day of"),
        ], findings.Select(finding => (finding.Kind, finding.Words.Length, string.Join(' ', finding.Words.Split(' ').Take(4)))));
        Assert.Equal(Enumerable.Range(1, 12), findings.Select(finding => finding.Order));
    }

    [WithSourcesFact]
    public async Task The_twelve_findings_are_the_letters_own_words()
    {
        var letter = SourceText.AsOneLine(SourceText.Of("sources", "004"));

        foreach (var finding in await LetterAsync())
            Assert.Contains(finding.Words, letter, StringComparison.Ordinal);
    }

    [WithSourcesFact]
    public async Task Nothing_is_left_out_of_the_letters_findings()
    {
        var letter = SourceText.AsOneLine(SourceText.Of("sources", "004"));
        var table = letter[letter.IndexOf("| Strengths |", StringComparison.Ordinal)..letter.IndexOf("This visit has identified", StringComparison.Ordinal)];

        // Each of the table's nine bullets, whole: from one mark to the next or to the end of its cell.
        var bullets = table.Split('▪').Skip(1).Select(bullet => bullet.Split(" |")[0].Trim()).ToList();

        Assert.Equal(9, bullets.Count);
        Assert.Equal(bullets, (await LetterAsync()).Skip(1).Take(9).Select(finding => finding.Words));
    }

    [Fact]
    public async Task The_citys_report_has_its_eight_areas_for_improvement()
    {
        var findings = await FindingsAsync(Demonstration.NottinghamSlug);

        Assert.Equal(8, findings.Count);
        Assert.All(findings, finding => Assert.Equal(FindingKind.AreaForImprovement, finding.Kind));
        Assert.Equal("The quality and timeliness of return home interviews.", findings[6].Words);
    }

    [WithSourcesFact]
    public async Task The_eight_areas_for_improvement_are_the_reports_own_words()
    {
        var report = SourceText.AsOneLine(SourceText.Of("samples/ofsted-reports", "nottingham-2022"));
        var list = report[report.IndexOf("What needs to improve?", StringComparison.Ordinal)..report.IndexOf("The experiences and progress of children who need help and protection: inadequate", StringComparison.Ordinal)];

        Assert.Equal(list.Split('◼').Skip(1).Select(bullet => bullet.Trim()), (await FindingsAsync(Demonstration.NottinghamSlug)).Select(finding => finding.Words));
    }

    [Fact]
    public async Task Words_of_inspectors_stand_under_a_document_with_its_copyright()
    {
        await using var db = demonstration.Database.CreateDbContext();

        var attributions = await db.Findings.Select(finding => finding.Inspection.Source!.Attribution).Distinct().ToListAsync();

        Assert.Equal(
            ["Ofsted. Crown copyright 2009.", "Ofsted. Crown copyright 2022. Contains public sector information licensed under the Open Government Licence."],
            attributions.Order());
    }

    [Fact]
    public async Task Exactly_one_finding_that_asks_for_action_has_none_the_one_on_supervision()
    {
        await using var db = demonstration.Database.CreateDbContext();
        var answered = await db.ActionFindings.Where(link => link.EndedIn == null).Select(link => link.FindingId).Distinct().ToListAsync();

        var unanswered = (await db.Findings.AsNoTracking().ToListAsync()).Where(finding => finding.Kind.AsksForAction() && !answered.Contains(finding.Id));

        Assert.StartsWith("Supervision of social workers is not consistent", Assert.Single(unanswered).Words);
    }

    [Fact]
    public async Task The_two_areas_for_priority_action_are_addressed_on_a_newspapers_word_and_nothing_is_quoted()
    {
        await using var db = demonstration.Database.CreateDbContext();

        var reviews = await db.FindingReviews.AsNoTracking().Include(review => review.Finding).Include(review => review.Visit).Include(review => review.Source).ToListAsync();

        Assert.Equal(2, reviews.Count);
        Assert.All(reviews, review =>
        {
            Assert.Equal(FindingKind.AreaForPriorityAction, review.Finding.Kind);
            Assert.Equal(ReviewOutcome.Addressed, review.Outcome);
            Assert.Equal("February 2011", review.Visit.FieldworkFrom.ToString());
            Assert.Null(review.Words);
            Assert.Contains("The inspectors' letter itself is not held", review.Note);
            Assert.StartsWith("Newspaper report, spring 2011", review.Source!.Title);
        });
    }

    private Task<List<Finding>> LetterAsync() => FindingsAsync(Demonstration.NottinghamshireSlug);

    private async Task<List<Finding>> FindingsAsync(string slug)
    {
        await using var db = demonstration.Database.CreateDbContext();
        return await db.Findings.AsNoTracking().Where(finding => finding.Inspection.Programme.Slug == slug).OrderBy(finding => finding.Order).ToListAsync();
    }
}
