using System.Linq.Expressions;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;

namespace ImprovementTracker.Domain.Data;

/// <summary>
/// One thing that somebody did, in the order in which it was committed. History rows carry its sequence number, so what
/// was known at any moment, and what changed between two, can be asked for.
/// </summary>
public sealed class Change
{
    public const int WhatLength = 400;
    public const int OutcomeLength = 100;

    private Change() { }

    internal Change(long sequence, DateTime recordedAt, Actor actor, int? programmeId, Guid? submission, string? said)
    {
        Sequence = sequence;
        RecordedAt = recordedAt;
        PersonId = actor.PersonId;
        PersonName = actor.Name;
        ProgrammeId = programmeId;
        Submission = submission;
        Said = said;
    }

    /// <summary>Place in the order of commits over the whole installation.</summary>
    public long Sequence { get; private set; }

    /// <summary>UTC; never earlier than that of the change before.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Null when the program itself did it.</summary>
    public int? PersonId { get; private set; }

    /// <summary>The person's name on that day, or the verb of the command line.</summary>
    public string PersonName { get; private set; } = "";

    public int? ProgrammeId { get; internal set; }

    /// <summary>What was done, as a sentence without its subject: recorded May 2011 for Initial assessments in time.</summary>
    public string What { get; internal set; } = "";

    /// <summary>The form's once-only mark: a form sent twice finds it here and acts once.</summary>
    public Guid? Submission { get; private set; }

    /// <summary>Which words the form was sent with, as <see cref="WhatWasSaid"/> writes it: the same form with other words is not the same again.</summary>
    public string? Said { get; private set; }

    /// <summary>What the use case answered, for the form that is sent again.</summary>
    public string? Outcome { get; internal set; }

    public sealed class Configuration : IEntityTypeConfiguration<Change>
    {
        public void Configure(EntityTypeBuilder<Change> builder)
        {
            builder.ToTable("Changes");
            builder.HasKey(change => change.Sequence);
            builder.Property(change => change.Sequence).ValueGeneratedNever();
            builder.Property(change => change.PersonName).HasMaxLength(Person.NameLength);
            builder.Property(change => change.What).HasMaxLength(WhatLength);
            builder.Property(change => change.Outcome).HasMaxLength(OutcomeLength);
            builder.Property(change => change.Said).HasMaxLength(WhatWasSaid.Length).IsUnicode(false).IsFixedLength();
            builder.HasIndex(change => change.Submission).IsUnique();
            builder.HasIndex(change => new { change.ProgrammeId, change.Sequence });
            builder.HasIndex(change => change.RecordedAt);
            builder.HasOne<Person>().WithMany().HasForeignKey(change => change.PersonId);
            builder.HasOne<Programmes.Programme>().WithMany().HasForeignKey(change => change.ProgrammeId);
        }
    }
}

/// <summary>The last sequence number and moment given out: one row, whose lock puts all changes into one order.</summary>
public sealed class ChangeCounter
{
    public int Id { get; private set; }
    public long Sequence { get; private set; }
    public DateTime RecordedAt { get; private set; }

    public sealed class Configuration : IEntityTypeConfiguration<ChangeCounter>
    {
        public void Configure(EntityTypeBuilder<ChangeCounter> builder)
        {
            builder.ToTable("ChangeCounter");
            builder.Property(counter => counter.Id).ValueGeneratedNever();
            builder.HasData(new { Id = 1, Sequence = 0L, RecordedAt = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
        }
    }
}

/// <summary>
/// Makes no index on what ended a row of a history. Nearly every row is current and so has none: SQLite, without
/// statistics, takes such an index for a good one and reads the whole table by it.
/// </summary>
internal sealed class NoIndexOnEnds(ProviderConventionSetBuilderDependencies dependencies) : ForeignKeyIndexConvention(dependencies)
{
    protected override IConventionIndex? CreateIndex(IReadOnlyList<IConventionProperty> properties, bool unique, IConventionEntityTypeBuilder entityTypeBuilder) =>
        properties is [{ Name: "EndedIn" or "SupersededIn" }] ? null : base.CreateIndex(properties, unique, entityTypeBuilder);
}

internal static class ChangeMapping
{
    /// <summary>Ties a sequence number of a history row to its change.</summary>
    public static void HasChange<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, object?>> sequence) where T : class =>
        builder.HasOne<Change>().WithMany().HasForeignKey(sequence);
}
