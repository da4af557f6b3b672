using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Dashboards;

/// <summary>What the tests of 'what changed' have in common: a programme set up in May 2011, changed in June, and asked about June.</summary>
internal static class WhatChangedInJune
{
    public static readonly CancellationToken Never = CancellationToken.None;
    public static readonly DateOnly Start = new(2011, 1, 10);
    public static readonly DateOnly Due = new(2011, 6, 30);
    public static readonly Month April = new(2011, 4);
    public static readonly Month May = new(2011, 5);

    /// <summary>The first of June to the last: what these tests ask about unless they say otherwise.</summary>
    public static readonly WhatChanged.Interval June = new(new DateOnly(2011, 6, 1), new DateOnly(2011, 6, 30));

    /// <summary>A programme that was set up on 2 May 2011; the clock then stands at noon on 10 June.</summary>
    public static async Task<TestProgramme> SetUpAsync(TestDatabase database, Func<TestProgramme, Task>? before = null)
    {
        database.Clock.Utc = new DateTime(2011, 5, 2, 12, 0, 0, DateTimeKind.Utc);
        var programme = await TestProgramme.CreateAsync(database);
        if (before is not null)
            await before(programme);
        database.Clock.Utc = new DateTime(2011, 6, 10, 12, 0, 0, DateTimeKind.Utc);
        return programme;
    }

    public static Task<WhatChanged.Content> AskAsync(TestDatabase database, Actor actor, WhatChanged.Interval? interval = null) =>
        new WhatChanged(database).LoadAsync(actor, TestProgramme.Slug, interval ?? June, Never);

    /// <summary>All that was told, to be compared.</summary>
    public static string Told(WhatChanged.Content content) => System.Text.Json.JsonSerializer.Serialize(content.Groups) + content.Period;

    public static WhatChanged.Line Only(WhatChanged.Content content, ChangeTopic topic) => Assert.Single(content.Groups.Single(group => group.Topic == topic).Lines);

    public static Task<string> UpdateAsync(TestDatabase database, TestProgramme programme, int version, Progress progress, string sentence, DateOnly? newDueOn = null, string? why = null) =>
        new UpdateAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), new() { Programme = TestProgramme.Slug, Action = "A1", Version = version, Progress = progress, Sentence = sentence, NewDueOn = newDueOn, SlipReason = why }, Never);

    public static async Task<int> SetTargetAsync(TestDatabase database, TestProgramme programme, string level, int? instead = null)
    {
        var officer = programme.As(Role.PerformanceOfficer);
        var seen = (await new TargetForm(database).LoadAsync(officer, TestProgramme.Slug, "in-time", instead, Never)).Input.Seen;
        return await new SaveTarget(database).ExecuteAsync(officer, new() { Programme = TestProgramme.Slug, Measure = "in-time", SetBy = TargetSetter.Local, From = "2011-01", Instead = instead, Seen = seen, Lines = [new() { Value = level }] }, Never);
    }

    public static Task<int> CountAsync(TestDatabase database, TestProgramme programme, Month month, int part, int all, string? why = null) =>
        new RecordMonth(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), new() { Programme = TestProgramme.Slug, Measure = "in-time", Month = month.ToIso(), Lines = [new() { AreaId = programme.Whole.Id, Numerator = $"{part}", Denominator = $"{all}", Reason = why }] }, Never);
}
