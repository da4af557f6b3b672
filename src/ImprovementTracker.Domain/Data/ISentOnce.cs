namespace ImprovementTracker.Domain.Data;

/// <summary>A form's content that acts once, however often the same filling-in of it is sent.</summary>
public interface ISentOnce
{
    /// <summary>Marks this filling-in of the form.</summary>
    Guid Submission { get; }
}
