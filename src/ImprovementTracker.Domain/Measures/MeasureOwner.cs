using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Who owns a measure, explains its figures and answers for them, from one change to another; an earlier owner stays on record.</summary>
public sealed class MeasureOwner : IAddedAndEnded
{
    private MeasureOwner() { }

    internal MeasureOwner(Measure measure, Person person, Change addedIn)
    {
        Measure = measure;
        Person = person;
        AddedIn = addedIn.Sequence;
    }

    public int Id { get; private set; }
    public int MeasureId { get; private set; }
    public Measure Measure { get; private set; } = null!;
    public int PersonId { get; private set; }
    public Person Person { get; private set; } = null!;
    public long AddedIn { get; private set; }
    public long? EndedIn { get; private set; }

    public void End(Change change) => EndedIn ??= change.Sequence;

    public sealed class Configuration : IEntityTypeConfiguration<MeasureOwner>
    {
        public void Configure(EntityTypeBuilder<MeasureOwner> builder)
        {
            builder.ToTable("MeasureOwners");
            builder.HasOne(owner => owner.Measure).WithMany(measure => measure.Owners).HasForeignKey(owner => owner.MeasureId);
            builder.HasOne(owner => owner.Person).WithMany().HasForeignKey(owner => owner.PersonId);
            builder.HasChange(owner => owner.AddedIn);
            builder.HasChange(owner => owner.EndedIn);
        }
    }
}
