using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.People;

/// <summary>The rules for a person's name, post and e-mail address, wherever they are typed, and how a link is kept with a person.</summary>
internal static class PersonDetails
{
    private const string LinkProvider = "one-time link";

    internal static void IsName<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .NotEmpty().WithMessage("Type the person's name.")
        .MaximumLength(Person.NameLength).WithMessage($"Type a name of at most {Person.NameLength} characters.");

    internal static void IsPost<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .MaximumLength(Person.PostLength).WithMessage($"Type a post of at most {Person.PostLength} characters.");

    internal static void IsEmail<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .NotEmpty().WithMessage("Type an e-mail address.")
        .MaximumLength(Person.EmailLength).WithMessage($"Type an e-mail address of at most {Person.EmailLength} characters.")
        .EmailAddress().WithMessage("Type the e-mail address in full: name@council.gov.uk.");

    internal static string Normalise(string email) => email.Trim().ToUpperInvariant();

    internal static Task<Person?> FindByEmailAsync(this TrackerContext db, string email, CancellationToken cancel)
    {
        var normalised = Normalise(email);
        return db.Users.Include(person => person.Memberships).SingleOrDefaultAsync(person => person.NormalizedUserName == normalised, cancel);
    }

    internal static async Task<Person> GetPersonAsync(this TrackerContext db, int personId, CancellationToken cancel) =>
        await db.Users.Include(person => person.Memberships).SingleOrDefaultAsync(person => person.Id == personId, cancel)
        ?? throw new NotFound("There is no such person. Open the list of people again.");

    /// <summary>Gives the person a new link; one given before no longer works.</summary>
    internal static async Task<OneTimeLink> GiveLinkAsync(this TrackerContext db, Person person, DateTime now, CancellationToken cancel)
    {
        await db.TakeLinksAsync(person.Id, cancel);
        var link = OneTimeLink.New(now);
        db.UserTokens.Add(new IdentityUserToken<int> { UserId = person.Id, LoginProvider = LinkProvider, Name = link.Hash, Value = OneTimeLink.ToText(link.EndsAt) });
        return link;
    }

    internal static Task<int> TakeLinksAsync(this TrackerContext db, int personId, CancellationToken cancel) =>
        db.UserTokens.Where(token => token.UserId == personId && token.LoginProvider == LinkProvider).ExecuteDeleteAsync(cancel);

    /// <summary>The number of the person whose link this is; null when it is unknown, used or too old.</summary>
    internal static async Task<int?> FindLinkAsync(this TrackerContext db, string? secret, DateTime now, CancellationToken cancel)
    {
        var hash = OneTimeLink.HashOf(secret);
        var token = await db.UserTokens.AsNoTracking().SingleOrDefaultAsync(token => token.LoginProvider == LinkProvider && token.Name == hash, cancel);
        return token is not null && OneTimeLink.ToMoment(token.Value) > now ? token.UserId : null;
    }

    /// <summary>Whether this is the link that the first administrator was offered when the program started.</summary>
    internal static async Task<bool> IsFirstAdministratorsLinkAsync(this TrackerContext db, string? secret, DateTime now, CancellationToken cancel)
    {
        var mark = await db.InstallationMarks.AsNoTracking().SingleOrDefaultAsync(mark => mark.Name == InstallationMark.FirstAdministrator, cancel);
        return mark?.Value.Split(' ') is [var hash, var ends] && hash == OneTimeLink.HashOf(secret) && OneTimeLink.ToMoment(ends) > now;
    }

    internal static Task<bool> HasAdministratorAsync(this TrackerContext db, CancellationToken cancel) =>
        db.Memberships.AnyAsync(membership => membership.Role == Role.Administrator && membership.EndedIn == null && membership.Person.IsActive, cancel);
}
