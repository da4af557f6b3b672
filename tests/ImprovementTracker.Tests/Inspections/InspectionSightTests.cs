using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Inspections;

public class InspectionSightTests
{
    [Fact]
    public async Task Every_document_that_hangs_on_an_inspection_is_looked_at_before_its_title_is_offered()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await using var db = database.CreateDbContext();
        var hanging = db.Model.GetEntityTypes()
            .Where(type => type.ClrType == typeof(Inspection) || type.GetForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Inspection)))
            .SelectMany(type => type.GetForeignKeys().Where(key => key.PrincipalEntityType.ClrType == typeof(SourceDocument)).Select(key => (Table: type.GetTableName()!, Column: key.Properties.Single().Name)))
            .ToList();

        var statement = db.SourcesSeenBy(programme.As(Role.BoardMember), programme.Programme.Id).ToQueryString();

        Assert.Contains(("SentPlans", "SourceId"), hanging);
        Assert.Contains(("Inspections", "TallySourceId"), hanging);
        Assert.All(hanging, one => Assert.Matches($"FROM \"{one.Table}\" AS \"(\\w+)\"[^;]+?\"\\1\".\"{one.Column}\" = \"s\".\"Id\"", statement));
    }

    [Fact]
    public async Task The_letter_sent_with_a_plan_gives_no_embargoed_visit_away()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var visit = await programme.InspectAsync(Visibility.Embargoed);
        await programme.ChangeAsync((db, change) =>
        {
            var letter = new SourceDocument(db.Programmes.Single(), "Plan after the visit of June", "The council", null, null, null);
            db.Add(new SentPlan(db.Inspections.Single(one => one.Id == visit.Id), StatutoryPlan.Final, new DateOnly(2011, 6, 30), null, letter, change));
        });
        await using var db = database.CreateDbContext();

        Assert.DoesNotContain(await db.SourcesSeenBy(programme.As(Role.BoardMember), programme.Programme.Id).ToListAsync(), document => document.Title == "Plan after the visit of June");
        Assert.Contains(await db.SourcesSeenBy(programme.As(Role.ProgrammeManager), programme.Programme.Id).ToListAsync(), document => document.Title == "Plan after the visit of June");
    }
}
