using FluentValidation;

namespace ImprovementTracker.Domain.People;

/// <summary>What a password must be: long rather than odd.</summary>
public static class NewPassword
{
    public const int Shortest = 12;
    public const int Longest = 200;
    private const int DifferentCharacters = 5;

    public const string Advice = "At least 12 characters. Three or four words that do not belong together are easy to remember and hard to guess.";

    internal static void IsGoodPassword<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Choose a password.")
        .MinimumLength(Shortest).WithMessage($"Choose a password of at least {Shortest} characters.")
        .MaximumLength(Longest).WithMessage($"Choose a password of at most {Longest} characters.")
        .Must(password => password!.Distinct().Count() >= DifferentCharacters).WithMessage("Choose a password that is harder to guess: this one repeats a few characters.");
}
