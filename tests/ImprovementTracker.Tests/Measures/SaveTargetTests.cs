using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Measures;

public class SaveTargetTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static SaveTarget.Input Local(params (string? Month, string Value)[] lines) => new()
    {
        Programme = TestProgramme.Slug,
        Measure = "in-time",
        SetBy = TargetSetter.Local,
        From = "2010-06",
        Lines = [.. lines.Select(line => new SaveTarget.Line { Month = line.Month, Value = line.Value })],
    };

    private static SaveTarget.Input Notice(params (string? Month, string Value)[] lines)
    {
        var input = Local(lines);
        input.SetBy = TargetSetter.DfeNotice;
        input.Source.New.Title = "Improvement notice";
        input.Source.New.Publisher = "Department for Education";
        input.Paragraph = "4";
        return input;
    }

    private static async Task<List<Target>> TargetsAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return await db.Targets.AsNoTracking().Include(target => target.Source).Include(target => target.Steps.OrderBy(step => step.Month)).OrderBy(target => target.Id).ToListAsync();
    }

    private static Task<int> SaveAsync(TestDatabase database, Actor actor, SaveTarget.Input input) => new SaveTarget(database).ExecuteAsync(actor, input, Never);

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_target_is_set_with_its_document_steps_and_tolerance(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var input = Notice((null, "60"), ("2011-03", "80%"));
        (input.Tolerance, input.ToleranceKind, input.Path) = ("5", ToleranceKind.PercentOfTarget, TargetPath.StraightLine);

        await SaveAsync(database, programme.As(Role.PerformanceOfficer), input);

        var target = Assert.Single(await TargetsAsync(database));
        Assert.Equal(
            (TargetSetter.DfeNotice, "Improvement notice", "4", new Month(2010, 6), null, 5m, ToleranceKind.PercentOfTarget, TargetPath.StraightLine, false),
            (target.SetBy, target.Source!.Title, target.Paragraph, target.From, target.To, target.Tolerance, target.ToleranceKind, target.Path, target.IsIllustrative));
        Assert.Equal([(new Month(2010, 6), 60m), (new Month(2011, 3), 80m)], target.Steps.Select(step => (step.Month, step.Value)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_changed_target_ends_and_another_begins_so_that_what_was_asked_stays_known(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var first = await SaveAsync(database, programme.As(Role.PerformanceOfficer), Notice((null, "80")));

        var changed = (await new TargetForm(database).LoadAsync(programme.As(Role.PerformanceOfficer), TestProgramme.Slug, "in-time", first, Never)).Input;
        Assert.Equal(("80", "4", TargetSetter.DfeNotice), (changed.Lines[0].Value, changed.Paragraph, changed.SetBy));
        changed.Lines[0].Value = "85";
        var second = await SaveAsync(database, programme.As(Role.PerformanceOfficer), changed);

        var targets = await TargetsAsync(database);
        Assert.Equal([first, second], targets.Select(target => target.Id));
        Assert.Equal([80m, 85m], targets.Select(target => target.Steps.Single().Value));
        Assert.Equal(targets[1].AddedIn, targets[0].EndedIn);
        Assert.Null(targets[1].EndedIn);
        Assert.Equal(targets[0].SourceId, targets[1].SourceId);
        await using var db = database.CreateDbContext();
        Assert.Equal(85m, Assert.Single(await db.LoadTargetsAsync(programme.Programme.Id, Never)).Final.Value);
    }

    [Fact]
    public async Task Who_changes_a_target_that_somebody_else_changed_meanwhile_is_shown_what_stands_now()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var first = await SaveAsync(database, programme.As(Role.ProgrammeManager), Local((null, "80")));
        var mine = await OpenAsync(database, programme, first);
        var theirs = await OpenAsync(database, programme, first);
        (mine.Lines[0].Value, theirs.Lines[0].Value) = ("85", "90");
        await SaveAsync(database, programme.As(Role.PerformanceOfficer), theirs);

        var refusal = await Assert.ThrowsAsync<ChangedMeanwhile>(() => SaveAsync(database, programme.As(Role.ProgrammeManager), mine));

        Assert.StartsWith("Somebody else changed the local target of Assessments in time while you were writing, so nothing was saved.", refusal.Message, StringComparison.Ordinal);
        var stands = Assert.IsType<SaveTarget.Input>(refusal.AsItStands);
        Assert.Equal("90", stands.Lines[0].Value);
        Assert.Equal(2, (await TargetsAsync(database)).Count);
        // Having seen what stands, the person may choose their own: it takes the place of the other's.
        mine.Seen = stands.Seen;
        await SaveAsync(database, programme.As(Role.ProgrammeManager), mine);
        Assert.Equal([(80m, false), (90m, false), (85m, true)], (await TargetsAsync(database)).Select(target => (target.Steps.Single().Value, target.EndedIn is null)));
        // The number that the target had first still leads to what stands of it.
        Assert.Equal("85", (await OpenAsync(database, programme, first)).Lines[0].Value);
    }

    private static async Task<SaveTarget.Input> OpenAsync(TestDatabase database, TestProgramme programme, int target) =>
        (await new TargetForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "in-time", target, Never)).Input;

    [Fact]
    public async Task The_same_form_sent_twice_sets_one_target()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Local((null, "80"));

        Assert.Equal(await SaveAsync(database, programme.As(Role.ProgrammeManager), input), await SaveAsync(database, programme.As(Role.ProgrammeManager), input));
        Assert.Single(await TargetsAsync(database));
    }

    [Fact]
    public async Task Several_targets_stand_beside_each_other_but_not_two_of_one_setter_from_one_month()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await SaveAsync(database, programme.As(Role.ProgrammeManager), Local((null, "80")));
        await SaveAsync(database, programme.As(Role.ProgrammeManager), Notice((null, "80")));
        var north = Local((null, "70"));
        north.AreaId = programme.North.Id;
        await SaveAsync(database, programme.As(Role.ProgrammeManager), north);

        var error = await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(database, programme.As(Role.ProgrammeManager), Local((null, "75"))));

        Assert.Equal(("From", "There is a target from June 2010 by the same setter already. Change that one, or choose another month."), (error.Errors.Single().PropertyName, error.Errors.Single().ErrorMessage));
        Assert.Equal(3, (await TargetsAsync(database)).Count);
    }

    [Fact]
    public async Task A_measure_without_polarity_takes_an_expected_range()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Local((null, "550"));
        input.Measure = "referrals";

        var error = await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(database, programme.As(Role.ProgrammeManager), input));
        Assert.Equal(("Lines[0].UpTo", "Neither more nor less of this is better by itself, so give an expected range: from, and up to."), (error.Errors.Single().PropertyName, error.Errors.Single().ErrorMessage));

        input.Lines[0].UpTo = "1,700";
        await SaveAsync(database, programme.As(Role.ProgrammeManager), input);
        var step = Assert.Single(await TargetsAsync(database)).Steps.Single();
        Assert.Equal((550m, 1700m), (step.Value, step.UpperValue));
    }

    [Fact]
    public async Task A_percentage_goes_up_to_100()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var error = await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(database, programme.As(Role.ProgrammeManager), Local((null, "800"))));

        Assert.Equal("A percentage goes up to 100.", error.Errors.Single().ErrorMessage);
    }

    [Fact]
    public async Task An_illustrative_target_stays_illustrative_when_it_is_changed()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        Target invented = null!;
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(programme.InTime);
            db.Add(invented = new Target(programme.InTime, null, TargetSetter.Local, null, null, true, new Month(2010, 6), null, change).WithSteps(TargetPath.Steps, new TargetStep(new Month(2010, 6), 70)));
        });
        var input = await OpenAsync(database, programme, invented.Id);
        input.Lines[0].Value = "75";

        await SaveAsync(database, programme.As(Role.ProgrammeManager), input);

        Assert.True((await TargetsAsync(database))[1].IsIllustrative);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_target_names_the_requirement_it_serves_and_keeps_it_when_it_is_changed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        Requirement asked = null!;
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(programme.Programme);
            asked = new Requirement(programme.Programme, "R3", false, change);
            asked.Describe("Assess in time.", false, null, null, null, null);
            db.Add(asked);
        });
        var input = Local((null, "80"));
        input.RequirementId = asked.Id;
        var first = await SaveAsync(database, programme.As(Role.PerformanceOfficer), input);

        var form = await new TargetForm(database).LoadAsync(programme.As(Role.PerformanceOfficer), TestProgramme.Slug, "in-time", first, Never);
        await SaveAsync(database, programme.As(Role.PerformanceOfficer), form.Input);

        Assert.Equal(["R3"], form.Requirements.Select(one => one.Reference));
        Assert.Equal([asked.Id, asked.Id], (await TargetsAsync(database)).Select(target => target.RequirementId));
    }

    [Fact]
    public async Task A_requirement_that_the_programme_does_not_have_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Local((null, "80"));
        input.RequirementId = 4711;

        var error = await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(database, programme.As(Role.ProgrammeManager), input));

        Assert.Equal("RequirementId", error.Errors.Single().PropertyName);
        Assert.Empty(await TargetsAsync(database));
    }

    private static (string, string) Refusal(SaveTarget.Input input)
    {
        var error = new SaveTarget.Input.Validator().Validate(input).Errors.Single();
        return (error.PropertyName, error.ErrorMessage);
    }

    [Fact]
    public void A_document_is_needed_unless_the_target_is_local()
    {
        var notice = Notice((null, "80"));
        notice.Source = new();

        Assert.Equal(("Source.SourceId", "Say in which document it is set: choose one, or describe a new one. Only a local target may have none."), Refusal(notice));
        Assert.True(new SaveTarget.Input.Validator().Validate(Local((null, "80"))).IsValid);
    }

    [Fact]
    public void Lines_are_checked_one_by_one()
    {
        Assert.Equal(("Lines[0].Value", "Type a number, such as 80 or 97.5."), Refusal(Local((null, "eighty"))));
        Assert.Equal(("Lines[1].Month", "Choose the month from which this level is asked."), Refusal(Local((null, "60"), (null, "80"))));
        Assert.Equal(("Lines[0].Month", "This month lies outside those in which the target is in force. Choose another."), Refusal(Local(("2010-05", "60"))));
        var twice = new SaveTarget.Input.Validator().Validate(Local(("2010-07", "60"), ("2010-07", "80")));
        Assert.All(twice.Errors, error => Assert.Equal("There are two levels for July 2010. Leave one out.", error.ErrorMessage));
    }

    [Fact]
    public void Lines_on_which_nothing_was_typed_do_not_count()
    {
        // 24 levels are the most; each of them is followed by an empty line.
        static SaveTarget.Input WithEmptyLines(int levels)
        {
            var input = Local([.. Enumerable.Range(0, levels).Select(number => ((string?)new Month(2010, 6).AddMonths(number).ToIso(), "60"))]);
            input.Lines = [.. input.Lines.SelectMany(line => new[] { line, new SaveTarget.Line() })];
            return input;
        }

        Assert.Empty(new SaveTarget.Input.Validator().Validate(WithEmptyLines(24)).Errors);
        Assert.Equal(("Lines", "Type at most 24 levels."), Refusal(WithEmptyLines(25)));
    }

    [Fact]
    public void A_range_is_a_range_on_every_line_and_not_upside_down()
    {
        var mixed = Local((null, "60"), ("2011-03", "80"));
        mixed.Lines[0].UpTo = "70";
        var upsideDown = Local((null, "60"));
        upsideDown.Lines[0].UpTo = "50";

        Assert.Equal(("Lines", "Give 'up to' on every line for an expected range, or on none."), Refusal(mixed));
        Assert.Equal(("Lines[0].UpTo", "The range ends below where it begins. Type the larger number here."), Refusal(upsideDown));
    }

    [Fact]
    public void Months_and_path_must_make_sense()
    {
        var backwards = Local((null, "60"));
        backwards.To = "2010-05";
        var straight = Local((null, "60"));
        straight.Path = TargetPath.StraightLine;
        var nothing = Local();
        var noMonth = Local(("2010-07", "60"));
        noMonth.From = "";

        Assert.Contains("It ends before it begins. Choose a later last month.", new SaveTarget.Input.Validator().Validate(backwards).Errors.Select(error => error.ErrorMessage));
        Assert.Equal(("Path", "A straight path needs at least two levels: where it begins and where it leads."), Refusal(straight));
        Assert.Equal(("Lines", "Type at least one level."), Refusal(nothing));
        Assert.Equal(("From", "Choose the first month in which it is in force."), Refusal(noMonth));
    }

    [Theory]
    [InlineData(Role.ServiceDirector)]
    [InlineData(Role.ScrutinyOfficer)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task Only_those_who_feed_the_measures_may_set_targets(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await Assert.ThrowsAsync<NotAllowed>(() => SaveAsync(database, programme.As(role), Local((null, "80"))));
        await Assert.ThrowsAsync<NotAllowed>(() => new TargetForm(database).LoadAsync(programme.As(role), TestProgramme.Slug, "in-time", null, Never));
        await Assert.ThrowsAsync<NotFound>(() => SaveAsync(database, Actor.Nobody, Local((null, "80"))));
        Assert.Empty(await TargetsAsync(database));
    }
}
