using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>A day that an administrator says is no working day in England, because it was announced after this program was made.</summary>
public sealed class NonWorkingDay
{
    public const int NameLength = 100;

    private NonWorkingDay() { }

    public NonWorkingDay(DateOnly day, string name, Change addedIn)
    {
        Day = day;
        Name = name;
        AddedIn = addedIn.Sequence;
    }

    public int Id { get; private set; }
    public DateOnly Day { get; private set; }

    /// <summary>What the day is kept for.</summary>
    public string Name { get; private set; } = "";

    public long AddedIn { get; private set; }
    public long? EndedIn { get; private set; }

    public void End(Change change) => EndedIn ??= change.Sequence;

    public sealed class Configuration : IEntityTypeConfiguration<NonWorkingDay>
    {
        public void Configure(EntityTypeBuilder<NonWorkingDay> builder)
        {
            builder.ToTable("NonWorkingDays");
            builder.Property(day => day.Day).HasColumnName("OnDay");
            builder.Property(day => day.Name).HasMaxLength(NameLength);
            builder.HasChange(day => day.AddedIn);
            builder.HasChange(day => day.EndedIn);
        }
    }
}
