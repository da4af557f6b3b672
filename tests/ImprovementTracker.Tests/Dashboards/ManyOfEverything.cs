using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Dashboards;

/// <summary>A hundred of everything that a dashboard shows, for tests that count statements.</summary>
public static class ManyOfEverything
{
    private static readonly Month April2010 = new(2010, 4);

    /// <summary>A hundred measures with a target each, a hundred areas, a hundred months of the first measure.</summary>
    public static Task AddAsync(TestProgramme programme) => programme.ChangeAsync((db, change) =>
    {
        db.AttachRange(programme.Programme, programme.Theme, programme.Whole, programme.InTime);
        for (var number = 1; number <= 100; number++)
        {
            var measure = new Measure(programme.Programme, $"measure-{number}");
            measure.Define($"Measure {number}", $"measure {number}", "For a test.", "done", "all", MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth);
            measure.Place(programme.Theme, null, number);
            var area = new Area(programme.Programme, $"Area {number}", AreaKind.Locality, programme.Whole, new DateOnly(2000, 1, 1));
            db.Add(new Target(measure, null, TargetSetter.DfeNotice, null, null, false, April2010, null, change)
                .WithSteps(TargetPath.Steps, new TargetStep(April2010, 60), new TargetStep(new Month(2011, 3), 80)));
            var observation = new Observation(measure, area, new Month(2011, 5), PeriodType.InMonth);
            observation.Revise(RecordedValue.Counted(number, 100), change);
            var earlier = new Observation(programme.InTime, area, new Month(2011, 5).AddMonths(-number), PeriodType.InMonth);
            earlier.Revise(RecordedValue.Counted(number, 100), change);
            db.AddRange(measure, area, observation, earlier);
        }
    });
}
