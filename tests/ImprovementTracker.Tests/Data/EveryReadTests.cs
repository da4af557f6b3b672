using System.Reflection;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Operation;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Measures;
using ImprovementTracker.Tests.Operation;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Data;

/// <summary>What holds for every read there is, over the demonstration; a new read is found by itself.</summary>
public class EveryReadTests(DemonstrationDatabase demonstration) : IClassFixture<DemonstrationDatabase>
{
    private const int MostStatements = 10;
    private static readonly Dictionary<string, int> FewerStatements = new() { ["AreasAgainstTargets"] = 3, ["MeasurePage"] = 4, ["PlanList"] = 4 };

    public static TheoryData<string> Reads => [.. TrackerServices.UseCasesAndReads.Where(type => LoadOf(type) is not null).Select(type => type.FullName!).Order()];

    private static MethodInfo? LoadOf(Type type) => type.GetMethod("LoadAsync", BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private static Type Find(string name) => typeof(TrackerServices).Assembly.GetType(name, throwOnError: true)!;

    private static async Task<object?> AskAsync(Type read, IDbContextFactory<TrackerContext> database, Actor actor, Keys keys)
    {
        var task = (Task)LoadOf(read)!.Invoke(Activator.CreateInstance(read, database), [.. LoadOf(read)!.GetParameters().Select(parameter => Argument(read, parameter, actor, keys))])!;
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task);
    }

    /// <summary>What a read is asked about: something that is there in the demonstration of Nottinghamshire.</summary>
    private static object? Argument(Type read, ParameterInfo parameter, Actor actor, Keys keys) => (parameter.ParameterType, parameter.Name) switch
    {
        (var type, _) when type == typeof(Actor) => actor,
        (var type, _) when type == typeof(CancellationToken) => CancellationToken.None,
        (_, "slug") => Demonstration.NottinghamshireSlug,
        (_, "code") => Demonstration.InitialAssessments,
        (_, "reference") => read.Name.StartsWith("Objective", StringComparison.Ordinal) ? keys.Objective : keys.Action,
        (_, "inspectionId") => keys.Inspection,
        (_, "id") when read.Namespace!.EndsWith("Inspections", StringComparison.Ordinal) || read.Name.StartsWith("Inspection", StringComparison.Ordinal) => keys.Inspection,
        (_, "findingId") => keys.Finding,
        (_, "requirementId") => keys.Requirement,
        (_, "evidenceId") => keys.Evidence,
        (_, "entryId") => keys.Entry,
        (_, "dateId") => keys.Date,
        (_, "figureId") => keys.Figure,
        (_, "personId") => keys.ManagerId,
        (_, "change") => keys.Change,
        (var type, "from") when type == typeof(Month) => new Month(2010, 4),
        (var type, _) when type == typeof(Month) || type == typeof(Month?) => new Month(2011, 5),
        (_, "link") => "not-a-link",
        (var type, _) when type == typeof(StatutoryPlan) => StatutoryPlan.Final,
        (var type, _) when type == typeof(DfeTable) => StatisticsText.Open(StatisticsText.File("referral_count", StatisticsText.England("2024", "621880"))),
        (var type, "fileId") when type == typeof(int) => 1,
        (var type, _) when type == typeof(Sheet) => new Sheet("", [new(1, [.. new[] { "Measure", "Month", "Numerator", "Denominator" }.Select(SheetCell.Of)]), new(2, [.. new[] { Demonstration.InitialAssessments, "2011-05", "3", "4" }.Select(SheetCell.Of)])]),
        (var type, _) when type == typeof(ImportChoices) => ImportChoices.None,
        (var type, _) when type == typeof(WhatChanged.Interval) => new WhatChanged.Interval(new DateOnly(2010, 9, 1), new DateOnly(2011, 5, 31)),
        (_, "name") => "figures.csv",
        _ when parameter.HasDefaultValue => parameter.DefaultValue,
        (var type, _) when Nullable.GetUnderlyingType(type) is not null => null,
        (var type, _) when type.IsClass && type.GetConstructors() is [.., var all] && all.GetParameters().All(one => one.HasDefaultValue) =>
            all.Invoke([.. all.GetParameters().Select(one => one.DefaultValue)]),
        _ => throw new InvalidOperationException($"Say in {nameof(EveryReadTests)} what {read.Name} is to be asked for as {parameter.Name}."),
    };

    private sealed record Keys(int Inspection, int Finding, int Evidence, int Entry, int Date, int Figure, int Requirement, long Change, string Action, string Objective, int ProgrammeId, int ManagerId);

    private async Task<Keys> KeysAsync()
    {
        await using var db = demonstration.Database.CreateDbContext();
        var programme = await db.Programmes.SingleAsync(programme => programme.Slug == Demonstration.NottinghamshireSlug);
        var inspection = await db.Inspections.OrderBy(inspection => inspection.Id).FirstAsync(inspection => inspection.ProgrammeId == programme.Id);
        return new(
            inspection.Id,
            await db.ActionFindings.Where(link => link.Finding.InspectionId == inspection.Id && link.Action.Requirements.Any()).MinAsync(link => link.FindingId),
            await db.Evidence.Where(evidence => evidence.Action.ProgrammeId == programme.Id).MinAsync(evidence => evidence.Id),
            await db.TimelineEntries.Where(entry => entry.ProgrammeId == programme.Id).MinAsync(entry => entry.Id),
            await db.PlannedDates.Where(date => date.ProgrammeId == programme.Id).MinAsync(date => date.Id),
            await db.Observations.Where(figure => figure.Measure.ProgrammeId == programme.Id && figure.Measure.Code == Demonstration.InitialAssessments && figure.Period == PeriodType.NotSaid).Select(figure => figure.Id).SingleAsync(),
            await db.Requirements.Where(requirement => requirement.ProgrammeId == programme.Id).MinAsync(requirement => requirement.Id),
            await db.ActionUpdates.Where(update => update.Action.ProgrammeId == programme.Id).MinAsync(update => update.RecordedIn),
            await db.PriorityActions.Where(action => action.ProgrammeId == programme.Id).OrderBy(action => action.Id).Select(action => action.Reference).FirstAsync(),
            await db.Objectives.Where(objective => objective.ProgrammeId == programme.Id).OrderBy(objective => objective.Id).Select(objective => objective.Reference).FirstAsync(),
            programme.Id,
            await db.Memberships.Where(membership => membership.ProgrammeId == programme.Id && membership.Role == Role.ProgrammeManager).Select(membership => membership.PersonId).FirstAsync());
    }

    private static Actor Everything(Keys keys) => Actor.Of(keys.ManagerId, "Manager", [.. Enum.GetValues<Role>().Select(role => new ActorRole(role == Role.Administrator ? null : keys.ProgrammeId, role))]);

    [Theory, MemberData(nameof(Reads))]
    public async Task SQL_Server_can_read_every_statement(string name)
    {
        var keys = await KeysAsync();

        var statements = await SqlServerRehearsal.RunAsync(demonstration.Database, factory => AskAsync(Find(name), factory, Everything(keys), keys));

        Assert.NotEmpty(statements);
        Assert.InRange(statements.Count, 1, FewerStatements.GetValueOrDefault(Find(name).Name, MostStatements));
    }

    private static readonly Role[] Manager = [Role.ProgrammeManager];
    private static readonly Role[] Keepers = [Role.ProgrammeManager, Role.PerformanceOfficer];
    private static readonly Role[] Members = [Role.ProgrammeManager, Role.ServiceDirector, Role.PerformanceOfficer, Role.ScrutinyOfficer, Role.BoardMember];
    private static readonly Role[] Readers = [.. Members, Role.Reader];
    private static readonly Role[] Everybody = Enum.GetValues<Role>();

    /// <summary>
    /// Who is answered by each read, written by hand from the table of who may do what: the forms by who may send them, the
    /// programme by its members, what is published by readers too. A new read must be entered here.
    /// </summary>
    private static readonly Dictionary<Role[], string[]> Answered = new()
    {
        // Enters inspections, findings, requirements, objectives, actions and dates.
        [Manager] = ["ActionForm", "AreasToJudge", "EntryToAdd", "EntryToTakeBack", "FindingToCorrect", "FindingToReview", "FindingsToAdd", "InspectionToEdit", "ObjectiveForm", "PlanToRecord", "PlannedDateToTakeBack", "ProgrammeToMove", "RequirementToEdit", "RequirementToReview"],
        // Records and imports values, commentary, notes and rebases; measures and targets. A service director comments on measures owned, and this one owns none.
        [Keepers] = ["BenchmarkPreview", "CommentaryForm", "ImportCheck", "ImportStart", "LibraryToChoose", "MeasureForm", "MeasureNotes", "MeasureToChange", "MonthForm", "MonthGrid", "OpenImport", "OwnersForm", "StatedFigures", "StatisticsFile", "TargetForm"],
        [Members] = ["ActionPage", "DisagreementsAndGaps", "EvidenceToOpen", "HandoverList", "MonthStates", "MonthToApprove", "MyActions", "NoticeAndRequirements", "PlanExport", "PlanList", "PlanOnAPage"],
        [Readers] = ["AreasAgainstTargets", "AreasOnOneMeasure", "BenchmarkList", "DatesAhead", "FigureExport", "FindingThread", "InspectionList", "InspectionPage", "JudgedAreas", "MeasureList", "MeasurePage", "MeasureSummary", "MeasureTargets", "Overview", "RunOfMonths", "Timeline", "WhatChanged"],
        // Writes reports.
        [[Role.ProgrammeManager, Role.ScrutinyOfficer]] = ["CommitteeReports"],
        // Updates and hands over actions.
        [[Role.ProgrammeManager, Role.ServiceDirector]] = ["HandoverForm"],
        // People and settings; areas and themes are the programme's too.
        [[Role.Administrator]] = ["HolidayCalendar", "PeopleList"],
        [[Role.ProgrammeManager, Role.Administrator]] = ["ProgrammeToStart"],
        [[.. Members, Role.Administrator]] = ["ProgrammeSetup"],
        // Whom somebody is, which programmes are theirs, and for which months a report could be asked.
        [Everybody] = ["DemonstrationPeople", "ProgrammeFrame", "ProgrammeList", "ReportPeriods", "WhoseLink"],
    };

    [Theory, MemberData(nameof(Reads))]
    public async Task Every_role_is_answered_as_the_table_says_or_told_why_not(string name)
    {
        var keys = await KeysAsync();
        var answered = Assert.Single(Answered, entry => entry.Value.Contains(Find(name).Name)).Key;
        foreach (var role in Enum.GetValues<Role>())
        {
            var actor = Actor.Of(keys.ManagerId, role.Label(), [new ActorRole(role == Role.Administrator ? null : keys.ProgrammeId, role)]);
            var error = await Record.ExceptionAsync(() => AskAsync(Find(name), demonstration.Database, actor, keys));
            Assert.True(answered.Contains(role) ? error is null : error is NotAllowed, $"{role}: {error}");
        }
    }

    [Theory, MemberData(nameof(Reads))]
    public async Task A_read_of_a_programme_tells_nothing_to_those_who_have_no_role_in_it(string name)
    {
        if (!LoadOf(Find(name))!.GetParameters().Any(parameter => parameter.Name == "slug"))
            return;
        var keys = await KeysAsync();
        var elsewhere = Actor.Of(keys.ManagerId, "Manager elsewhere", [new ActorRole(keys.ProgrammeId + 1000, Role.ProgrammeManager)]);

        foreach (var actor in new[] { Actor.Nobody, elsewhere })
            await Assert.ThrowsAsync<NotFound>(() => AskAsync(Find(name), demonstration.Database, actor, keys));
    }
}
