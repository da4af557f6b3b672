using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Inspections;

public sealed class CorrectFindingTests : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private TestDatabase _database = null!;
    private TestProgramme _programme = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _programme = await TestProgramme.CreateAsync(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    private async Task<Finding> EnterAsync(Visibility visibility) =>
        (await _programme.InspectAsync(visibility, (FindingKind.AreaForDevelopment, "Supervision is not consistant."))).Findings.Single();

    private async Task<CorrectFinding.Input> OpenAsync(Finding finding) =>
        (await new FindingToCorrect(_database).LoadAsync(_programme.As(Role.ProgrammeManager), TestProgramme.Slug, finding.Id, Never)).Input;

    private Task SaveAsync(CorrectFinding.Input input) => new CorrectFinding(_database).ExecuteAsync(_programme.As(Role.ProgrammeManager), input, Never);

    private async Task<Finding?> StoredAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.Findings.SingleOrDefaultAsync();
    }

    [Fact]
    public async Task A_slip_of_the_pen_in_a_draft_is_put_right()
    {
        var input = await OpenAsync(await EnterAsync(Visibility.Draft));
        (input.Line.Words, input.Line.Kind, input.Line.ThemeId, input.Line.Paragraph) = ("Supervision is not consistent.", FindingKind.AreaForPriorityAction, _programme.Theme.Id, "3");

        await SaveAsync(input);

        var stored = (await StoredAsync())!;
        Assert.Equal(("Supervision is not consistent.", FindingKind.AreaForPriorityAction, _programme.Theme.Id, "3"), (stored.Words, stored.Kind, stored.ThemeId!.Value, stored.Paragraph));
    }

    [Theory]
    [InlineData(Visibility.Published, false, "The inspectors' words stay as they are after publication. Say what is wrong in the inspection's note.")]
    [InlineData(Visibility.Embargoed, false, "The inspectors' words can be corrected only in a draft. Make the inspection a draft again first, then correct them.")]
    [InlineData(Visibility.Published, true, "Findings stay as they are after publication. Say what is wrong in the inspection's note.")]
    public async Task What_others_have_read_is_never_changed(Visibility visibility, bool takeOut, string message)
    {
        var input = await OpenAsync(await EnterAsync(visibility));
        (input.Line.Words, input.TakeOut) = ("Supervision is consistent.", takeOut);

        var error = await Assert.ThrowsAsync<BrokenRule>(() => SaveAsync(input));

        Assert.Equal(message, error.Message);
        Assert.Equal("Supervision is not consistant.", (await StoredAsync())!.Words);
    }

    [Fact]
    public async Task What_is_no_finding_comes_out_of_the_draft()
    {
        var input = await OpenAsync(await EnterAsync(Visibility.Draft));
        (input.TakeOut, input.Line.Words) = (true, "");

        await SaveAsync(input);

        Assert.Null(await StoredAsync());
    }

    private Task MakeDraftAgainAsync() => _programme.ChangeAsync((db, _) =>
    {
        var inspection = db.Inspections.Single();
        inspection.Describe(inspection.Kind, inspection.Title, inspection.Inspectorate, inspection.FieldworkFrom, inspection.FieldworkTo, inspection.Published, Visibility.Draft, null, null);
    });

    [Fact]
    public async Task Words_that_others_have_read_are_kept_when_the_inspection_is_a_draft_again()
    {
        var finding = await EnterAsync(Visibility.Embargoed);
        await MakeDraftAgainAsync();
        var input = await OpenAsync(finding);
        (input.Line.Words, input.Line.Kind) = ("Supervision is not consistent.", FindingKind.AreaForPriorityAction);

        await SaveAsync(input);

        Assert.Equal("Supervision is not consistent.", (await StoredAsync())!.Words);
        await using var db = _database.CreateDbContext();
        var kept = await db.FindingCorrections.SingleAsync();
        Assert.Equal((finding.Id, "Supervision is not consistant.", FindingKind.AreaForDevelopment), (kept.FindingId, kept.Words, kept.Kind));
    }

    [Fact]
    public async Task A_finding_that_others_have_read_leaves_the_page_and_stays_in_the_record()
    {
        var finding = await EnterAsync(Visibility.Embargoed);
        await MakeDraftAgainAsync();
        var input = await OpenAsync(finding);
        input.TakeOut = true;

        await SaveAsync(input);

        Assert.NotNull((await StoredAsync())!.EndedIn);
        var manager = _programme.As(Role.ProgrammeManager);
        Assert.Empty((await new InspectionPage(_database).LoadAsync(manager, TestProgramme.Slug, finding.InspectionId, Never)).Groups);
        Assert.Empty(Assert.Single((await new InspectionList(_database).LoadAsync(manager, TestProgramme.Slug, Never)).Lines).Findings);
        Assert.Empty((await new ActionForm(_database).LoadAsync(manager, TestProgramme.Slug, null, null, Never)).Inspections);
        await Assert.ThrowsAsync<NotFound>(() => OpenAsync(finding));
    }

    [Fact]
    public async Task In_a_draft_that_nobody_else_has_read_nothing_is_kept()
    {
        var input = await OpenAsync(await EnterAsync(Visibility.Draft));
        input.Line.Words = "Supervision is not consistent.";

        await SaveAsync(input);

        await using var db = _database.CreateDbContext();
        Assert.Empty(db.FindingCorrections);
    }

    [Fact]
    public async Task A_finding_that_an_action_answers_stays()
    {
        var finding = await EnterAsync(Visibility.Draft);
        var action = await _programme.PlanAsync("A1", new DateOnly(2011, 1, 1), new DateOnly(2011, 3, 31));
        await _programme.ChangeAsync((db, change) => db.ActionFindings.Add(new ActionFinding(db.PriorityActions.Single(one => one.Id == action.Id), db.Findings.Single(one => one.Id == finding.Id), change)));
        var input = await OpenAsync(finding);
        input.TakeOut = true;

        var error = await Assert.ThrowsAsync<BrokenRule>(() => SaveAsync(input));

        Assert.Equal("An action answers this finding, or a later visit has looked at it again, so it stays. Correct its words instead.", error.Message);
    }

    public static TheoryData<Action<CorrectFinding.Input, int>> OtherCorrections =>
    [
        (input, _) => input.Line.Kind = FindingKind.AreaForPriorityAction,
        (input, _) => input.Line.Paragraph = "3",
        (input, theme) => input.Line.ThemeId = theme,
        (input, _) => input.Line.DueOn = "31 March 2010",
    ];

    [Theory]
    [MemberData(nameof(OtherCorrections))]
    public async Task A_correction_of_anything_but_the_words_is_not_overwritten_unseen_either(Action<CorrectFinding.Input, int> correct)
    {
        var finding = await EnterAsync(Visibility.Draft);
        var (first, second) = (await OpenAsync(finding), await OpenAsync(finding));
        correct(first, _programme.Theme.Id);
        second.Line.Words = "Supervision is inconsistent.";

        await SaveAsync(first);
        var error = await Assert.ThrowsAsync<ChangedMeanwhile>(() => SaveAsync(second));

        Assert.StartsWith("Somebody else changed this finding while you were writing, so nothing was saved.", error.Message, StringComparison.Ordinal);
        Assert.Equal("Supervision is not consistant.", (await StoredAsync())!.Words);
    }

    [Fact]
    public async Task The_second_of_two_people_who_correct_a_finding_is_told()
    {
        var finding = await EnterAsync(Visibility.Draft);
        var (first, second) = (await OpenAsync(finding), await OpenAsync(finding));
        (first.Line.Words, second.Line.Words) = ("Supervision is not consistent.", "Supervision is inconsistent.");

        await SaveAsync(first);
        var error = await Assert.ThrowsAsync<ChangedMeanwhile>(() => SaveAsync(second));
        await SaveAsync(first);

        Assert.StartsWith("Somebody else changed this finding while you were writing, so nothing was saved.", error.Message, StringComparison.Ordinal);
        Assert.Equal("Supervision is not consistent.", (await StoredAsync())!.Words);
    }
}
