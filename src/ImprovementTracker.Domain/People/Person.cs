using ImprovementTracker.Domain.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.People;

/// <summary>Somebody who signs in, known to readers by name and post.</summary>
public sealed class Person : IdentityUser<int>
{
    public const int NameLength = 100;
    public const int PostLength = 150;
    public const int EmailLength = 254;

    /// <summary>For the database and the sign-in library; people are made by <see cref="Called"/>.</summary>
    public Person() { }

    public string Name { get; private set; } = "";

    /// <summary>The post held, as a public report names it: Service director, children's social care.</summary>
    public string Post { get; private set; } = "";

    /// <summary>False once the person has left: they can no longer sign in, and what they did stays theirs.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>One of the invented people of the demonstration, who sign in without a password there.</summary>
    public bool IsDemonstration { get; private set; }

    /// <summary>The secret part of the address under which the person's calendar program reads the dates ahead; null while there is none.</summary>
    public Guid? CalendarKey { get; private set; }

    public ICollection<Membership> Memberships { get; } = [];

    public static Person Called(string name, string post, string email, bool isDemonstration = false) => new()
    {
        Name = name.Trim(),
        Post = post.Trim(),
        UserName = email.Trim(),
        NormalizedUserName = email.Trim().ToUpperInvariant(),
        Email = email.Trim(),
        NormalizedEmail = email.Trim().ToUpperInvariant(),
        EmailConfirmed = true,
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        IsDemonstration = isDemonstration,
    };

    public void Leave()
    {
        IsActive = false;
        CalendarKey = null;
        SecurityStamp = Guid.NewGuid().ToString("N");
    }

    public void Return() => IsActive = true;

    /// <summary>Gives the person's calendar another address, or none; the one before reads nothing any more.</summary>
    public void ReadCalendarAt(Guid? key) => CalendarKey = key;

    public sealed class Configuration : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> builder)
        {
            builder.Property(person => person.Name).HasMaxLength(NameLength);
            builder.Property(person => person.Post).HasMaxLength(PostLength);
            builder.HasIndex(person => person.CalendarKey).IsUnique().HasFilter("CalendarKey IS NOT NULL");
        }
    }
}

/// <summary>A role that a person holds or held: in one programme, or for the whole installation (administrator).</summary>
public sealed class Membership
{
    private Membership() { }

    public Membership(Person person, int? programmeId, Role role, Change addedIn)
    {
        Person = person;
        ProgrammeId = programmeId;
        Role = role;
        AddedIn = addedIn.Sequence;
    }

    public int Id { get; private set; }
    public int PersonId { get; private set; }
    public Person Person { get; private set; } = null!;
    public int? ProgrammeId { get; private set; }
    public Role Role { get; private set; }
    public long AddedIn { get; private set; }
    public long? EndedIn { get; private set; }

    public void End(Change change) => EndedIn ??= change.Sequence;

    public sealed class Configuration : IEntityTypeConfiguration<Membership>
    {
        public void Configure(EntityTypeBuilder<Membership> builder)
        {
            builder.ToTable("Memberships");
            builder.HasOne(membership => membership.Person).WithMany(person => person.Memberships).HasForeignKey(membership => membership.PersonId);
            builder.HasOne<Programmes.Programme>().WithMany().HasForeignKey(membership => membership.ProgrammeId);
            builder.HasChange(membership => membership.AddedIn);
            builder.HasChange(membership => membership.EndedIn);
        }
    }
}
