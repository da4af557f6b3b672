using System.Globalization;
using System.Text.RegularExpressions;
using FluentValidation;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.People;
using ImprovementTracker.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace ImprovementTracker.Web.Measures;

/// <summary>The two posts of the month's grid, sent by its script: what was typed so far, and what is to be recorded.</summary>
public static partial class MonthPoints
{
    /// <summary>The request header that carries the form's token.</summary>
    public const string TokenHeader = "RequestVerificationToken";

    /// <param name="Message">What stands in the way of the whole; null when it is all said at its places.</param>
    /// <param name="Once">The mark for the next sending, where the old one is used up.</param>
    private sealed record Refusal(string? Message, IReadOnlyList<Problem> Problems, IReadOnlyList<Meanwhile> Meanwhile, Guid? Once = null);

    /// <param name="Field">numerator, denominator or reason.</param>
    private sealed record Problem(string Measure, int AreaId, string Field, string Message);

    /// <param name="When">4 May 2011 at 10:32; empty where nothing is recorded.</param>
    private sealed record Meanwhile(string Measure, int AreaId, string Text, string Numerator, string Denominator, bool NotCaptured, string Reason, int Seen, string Who, string When);

    [GeneratedRegex(@"^Cells\[(?<place>\d+)\]\.(?<field>\w+)$")]
    private static partial Regex PathOfCell();

    public static void MapMonth(this IEndpointRouteBuilder app)
    {
        app.MapPost("/p/{slug}/enter-month/record", RecordAsync);
        app.MapPost("/p/{slug}/enter-month/draft", KeepAsync);
    }

    private static Task<IResult> RecordAsync(HttpContext http, IAntiforgery doors, CurrentActor current, RecordGrid record, string slug, [FromBody] RecordGrid.Input input, string? theme) =>
        AnswerAsync(http, doors, input.Cells, async () =>
        {
            input.Programme = slug;
            // Once sent it is done, whether or not the browser still waits for the answer.
            var recorded = await record.ExecuteAsync(await current.GetAsync(), input, CancellationToken.None);
            var to = MonthAddress.Of(slug, Month.Parse(input.Month!), theme);
            return Results.Ok(new { To = MeasureAddress.Saved(to, recorded == 0 ? "nothing" : "month", input.Submission) });
        });

    private static Task<IResult> KeepAsync(HttpContext http, IAntiforgery doors, CurrentActor current, KeepMonthDraft keep, string slug, [FromBody] KeepMonthDraft.Input input) =>
        AnswerAsync(http, doors, input.Cells, async () =>
        {
            input.Programme = slug;
            await keep.ExecuteAsync(await current.GetAsync(), input, CancellationToken.None);
            return Results.Ok(new { Kept = true });
        });

    private static async Task<IResult> AnswerAsync(HttpContext http, IAntiforgery doors, List<RecordGrid.Cell> cells, Func<Task<IResult>> act)
    {
        if (!await doors.IsRequestValidAsync(http))
            return Refuse(StatusCodes.Status400BadRequest, "This page is not yours any more: somebody else has signed in here, or it is very old. Load it again; what you typed is kept.");
        try
        {
            return await act();
        }
        catch (ValidationException invalid)
        {
            var places = invalid.Errors.Select(failure => (failure.ErrorMessage, At: PathOfCell().Match(failure.PropertyName))).ToList();
            var atCells = places.Where(one => one.At.Success).Select(one => ProblemOf(cells[int.Parse(one.At.Groups["place"].Value, CultureInfo.InvariantCulture)], one.At.Groups["field"].Value, one.ErrorMessage)).ToList();
            var others = string.Join(' ', places.Where(one => !one.At.Success).Select(one => one.ErrorMessage).Distinct());
            return Results.Json(new Refusal(others.Length == 0 ? null : others, atCells, []), statusCode: StatusCodes.Status422UnprocessableEntity);
        }
        catch (RecordedMeanwhile meanwhile)
        {
            return Results.Json(new Refusal(meanwhile.Message, [], [.. meanwhile.Values.Select(MeanwhileOf)]), statusCode: StatusCodes.Status409Conflict);
        }
        catch (BrokenRule broken)
        {
            return Refuse(PageParts.StatusOf(broken), broken.Message, broken is SavedAlready ? Guid.NewGuid() : null);
        }
    }

    private static IResult Refuse(int status, string message, Guid? once = null) => Results.Json(new Refusal(message, [], [], once), statusCode: status);

    private static Problem ProblemOf(RecordGrid.Cell cell, string field, string message) => new(cell.Measure, cell.AreaId, field.ToLowerInvariant(), message);

    private static Meanwhile MeanwhileOf(RecordedMeanwhile.Value value) => new(
        value.Measure, value.AreaId, value.Text, value.Numerator ?? "", value.Denominator ?? "", value.NotCaptured, value.Reason ?? "", value.Seen,
        value.Who, value.RecordedAt is { } at ? Words.Moment(at) : "");
}
