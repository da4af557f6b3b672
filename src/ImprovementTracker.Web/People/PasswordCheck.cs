using FluentValidation;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.AspNetCore.Identity;

namespace ImprovementTracker.Web.People;

/// <summary>
/// Signs a person in who knows the password. An address that is not known here and a wrong password get the same words;
/// only an account that is closed after too many attempts is told so.
/// </summary>
public sealed class PasswordCheck(UserManager<Person> users, SignInManager<Person> signIn)
{
    private const string NoMatch = "The e-mail address and the password do not belong together. Check both and try again.";

    private static readonly string LockedOut =
        $"There were {SignInParts.AttemptsBeforeLockout} wrong attempts in a row, so this account is closed for {SignInParts.Lockout.TotalMinutes:0} minutes. Wait that long, or ask an administrator for a link to set a new password.";

    private static readonly Person Stranger = new() { PasswordHash = new PasswordHasher<Person>().HashPassword(new Person(), Guid.NewGuid().ToString()) };

    public sealed class Input
    {
        public string? Email { get; set; }
        public string? Password { get; set; }

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Email).NotEmpty().WithMessage("Type your e-mail address.");
                RuleFor(input => input.Password).NotEmpty().WithMessage("Type your password.")
                    .MaximumLength(NewPassword.Longest).WithMessage(NoMatch);
            }
        }
    }

    /// <exception cref="BrokenRule">Not signed in; the message says what to do.</exception>
    public async Task ExecuteAsync(Input input)
    {
        var person = await users.FindByNameAsync(input.Email!.Trim());
        if (person is not { IsActive: true, PasswordHash: not null })
        {
            // A password is worked through here too: an answer that came at once would say that nobody of the address is known.
            // It is not exactly as long, since wrong attempts are counted for those who are known only.
            new PasswordHasher<Person>().VerifyHashedPassword(Stranger, Stranger.PasswordHash!, input.Password!);
            throw new BrokenRule(NoMatch);
        }
        var result = await signIn.CheckPasswordSignInAsync(person, input.Password!, lockoutOnFailure: true);
        if (result.IsLockedOut)
            throw new BrokenRule(LockedOut);
        if (!result.Succeeded)
            throw new BrokenRule(NoMatch);
        await signIn.SignInAsync(person, isPersistent: false);
    }
}
