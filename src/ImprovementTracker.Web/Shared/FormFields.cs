using Microsoft.AspNetCore.Components.Forms;

namespace ImprovementTracker.Web.Shared;

/// <summary>The fields of one form in the order in which they stand, so that the summary of errors can lead to each.</summary>
public sealed class FormFields(string formName, IFormCollection? posted = null)
{
    private readonly List<(FieldIdentifier Field, string Id)> _fields = [];
    private readonly Dictionary<FieldIdentifier, string> _unreadable = [];

    public string FormName { get; } = formName;

    /// <summary>What this form was sent with; null when it is shown for the first time.</summary>
    public IFormCollection? Posted { get; } = posted;

    /// <summary>The form as it would open now, where somebody else saved while this one was filled in.</summary>
    public object? SavedMeanwhile { get; set; }

    /// <summary>Fields whose text could not be read as the value they stand for, each with what to do.</summary>
    public IReadOnlyDictionary<FieldIdentifier, string> Unreadable => _unreadable;

    public void Register(FieldIdentifier field, string id)
    {
        if (IdOf(field) is null)
            _fields.Add((field, id));
    }

    /// <summary>The framework leaves such a value out without a word, so that the person would never know.</summary>
    public void MarkUnreadable(FieldIdentifier field, string message) => _unreadable[field] = message;

    /// <summary>The id of the control to which a link from the summary leads; null when the form shows no such field.</summary>
    public string? IdOf(FieldIdentifier field) => _fields.Where(known => known.Field.Equals(field)).Select(known => known.Id).FirstOrDefault();

    /// <summary>Every message of the form: those of its fields in their order with where they are, then those that belong to none.</summary>
    public IEnumerable<(string? Id, string Message)> Messages(EditContext context)
    {
        var ofFields = _fields.SelectMany(known => context.GetValidationMessages(known.Field).Select(message => ((string?)known.Id, message))).ToList();
        var shown = ofFields.Select(one => one.message).ToHashSet();
        return ofFields.Concat(context.GetValidationMessages().Where(message => !shown.Contains(message)).Distinct().Select(message => ((string?)null, message)));
    }
}
