using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>What an inspection's entry says of it, now or before a correction.</summary>
/// <param name="TallySource">The tally's own document with its paragraph; empty where it is the inspection's.</param>
public sealed record InspectionEntry(
    InspectionKind Kind,
    string Title,
    string Inspectorate,
    KnownDate FieldworkFrom,
    KnownDate? FieldworkTo,
    KnownDate? Published,
    DateOnly? ReceivedOn,
    string? Note,
    string? Source,
    InspectionList.Tally? Tally,
    string TallySource)
{
    /// <summary>What it says and the later entry does not: visit 8 October 2009; 12 of 33 judged areas inadequate.</summary>
    public string WhereOtherThan(InspectionEntry later)
    {
        string?[] said =
        [
            Kind == later.Kind ? null : $"kind “{Kind.Label()}”",
            Title == later.Title ? null : $"title “{Title}”",
            Inspectorate == later.Inspectorate ? null : $"inspected by {Inspectorate}",
            (FieldworkFrom, FieldworkTo) == (later.FieldworkFrom, later.FieldworkTo) ? null : $"visit {FindingsInWords.Fieldwork(FieldworkFrom, FieldworkTo)}",
            Published == later.Published ? null : Published is { } day ? $"published {day}" : "date of publication not known",
            ReceivedOn == later.ReceivedOn ? null : ReceivedOn is { } received ? $"received {Words.Date(received)}" : "day received not known",
            Tally == later.Tally ? null : Tally is null ? "no tally" : FindingsInWords.Brief(Tally),
            Tally is null || TallySource == later.TallySource ? null : TallySource.Length == 0 ? "no document of its own for the tally" : $"tally from {TallySource}",
            Source == later.Source ? null : Source is null ? "no document" : $"taken from {Source}",
            Note == later.Note ? null : Note is null ? "no note" : $"note “{Note}”",
        ];
        return string.Join("; ", said.OfType<string>());
    }
}
