using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ImprovementTracker.Domain.Programmes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace ImprovementTracker.Web.Shared;

/// <summary>What every field of a form has: a label, a hint, its errors, and the ids that tie them together for a screen reader.</summary>
public abstract class FieldBase<T> : InputBase<T>
{
    private string? _unreadable;

    [CascadingParameter]
    private FormFields? Fields { get; set; }

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Says so in the label; a field that must be filled carries no mark.</summary>
    [Parameter]
    public bool Optional { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>The name under which a post carries the value: Input.Lines[0].Numerator.</summary>
    protected string Name => NameAttributeValue;

    /// <summary>The form's name and the value's name with hyphens: record-Input-Lines-0-Numerator.</summary>
    protected string Id { get; private set; } = "";

    protected string LabelText => Optional ? $"{Label} (optional)" : Label;

    protected IReadOnlyList<string> Errors => EditContext is null ? [] : [.. EditContext.GetValidationMessages(FieldIdentifier)];

    /// <summary>The ids of hint and errors, in the order in which they stand.</summary>
    protected string? DescribedBy => string.Join(' ', new[] { Hint is null ? null : Id + "-hint", Meanwhile is null ? null : Id + "-now", Errors.Count == 0 ? null : Id + "-error" }.Where(id => id is not null)) is { Length: > 0 } ids ? ids : null;

    /// <summary>What somebody else saved here while this form was filled in, in words; null where it is the same or nobody did.</summary>
    protected string? Meanwhile => Fields?.SavedMeanwhile is { } whole && FieldPath.Read(whole, Name[(Name.IndexOf('.', StringComparison.Ordinal) + 1)..]) is var saved && !SaysTheSame((T?)saved) ? InWords((T?)saved) : null;

    /// <summary>The word for aria-invalid; null leaves the attribute out.</summary>
    protected string? Invalid => Errors.Count == 0 ? null : "true";

    /// <summary>What the control shows: the value, or what was typed where that could not be read.</summary>
    protected string? Shown => _unreadable ?? CurrentValueAsString;

    /// <summary>The id of the control that a link from the summary of errors leads to.</summary>
    protected virtual string FocusId => Id;

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        var name = Name.Length > 0 ? Name : FieldIdentifier.FieldName;
        Id = AsId(Fields is null ? name : $"{Fields.FormName}-{name}");
        Fields?.Register(FieldIdentifier, FocusId);
        if (Fields?.Posted?[Name].ToString() is { Length: > 0 } typed && IsOneValue && !TryParseValueFromString(typed, out _, out var message))
        {
            _unreadable = typed;
            Fields.MarkUnreadable(FieldIdentifier, message);
        }
    }

    protected override string? FormatValueAsString(T? value) => AsText(value);

    protected override bool TryParseValueFromString(string? value, [MaybeNullWhen(false)] out T result, [NotNullWhen(false)] out string? validationErrorMessage)
    {
        validationErrorMessage = null;
        if (BindConverter.TryConvertTo<T>(value, CultureInfo.InvariantCulture, out var converted))
        {
            result = converted!;
            return true;
        }
        result = default;
        validationErrorMessage = NotUnderstood;
        return false;
    }

    protected virtual bool SaysTheSame(T? saved) => AsText(saved).Trim() == (CurrentValueAsString ?? "").Trim();

    /// <summary>A value as a sentence says it to the person who chooses between two.</summary>
    protected virtual string InWords(T? value) => value switch
    {
        DateOnly day => Words.Date(day),
        _ when AsText(value) is { Length: > 0 } text => text,
        _ => "nothing",
    };

    /// <summary>Whether the post carries one text for the field, not a list of them.</summary>
    protected virtual bool IsOneValue => true;

    /// <summary>What to say when the text cannot be read as the value.</summary>
    protected virtual string NotUnderstood => $"Check {Label}";

    /// <summary>A value as the form carries it: invariant, dates as 2011-05-31.</summary>
    protected static string AsText<TValue>(TValue? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string AsId(string name) => string.Concat(name.Where(c => c != ']').Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '-'));
}
