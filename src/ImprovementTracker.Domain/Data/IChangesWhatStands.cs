namespace ImprovementTracker.Domain.Data;

/// <summary>A form that changes what stands already. Somebody else may have changed it since the form was opened.</summary>
public interface IChangesWhatStands : ISentOnce
{
    /// <summary>The mark of what stood there when the form was opened: <see cref="WhatStands"/>. Null where nothing stood there.</summary>
    string? Seen { get; set; }
}
