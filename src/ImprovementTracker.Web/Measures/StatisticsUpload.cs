using FluentValidation;
using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Web.Measures;

/// <summary>The form with which a statistics file is chosen.</summary>
public sealed class StatisticsUpload
{
    public IFormFile? File { get; set; }

    public Guid Submission { get; set; }

    public sealed class Validator : AbstractValidator<StatisticsUpload>
    {
        public Validator() => RuleFor(upload => upload.File)
            .Must(file => file is { Length: > 0 }).WithMessage("Choose the csv file; it must not be empty.")
            .Must(file => file is not { Length: > KeepStatisticsFile.Input.MostBytes }).WithMessage(KeepStatisticsFile.Input.TooLarge);
    }

    public async Task<byte[]> ReadAsync(CancellationToken cancel)
    {
        using var content = new MemoryStream((int)File!.Length);
        await File.CopyToAsync(content, cancel);
        return content.ToArray();
    }
}
