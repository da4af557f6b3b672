namespace ImprovementTracker.Domain.Plan;

/// <summary>How much a piece of evidence proves, weakest first. What an action demands is met by the same or a stronger one.</summary>
public enum EvidenceStrength { Statement, Document, Data, AuditedSample, External }

public static class EvidenceWords
{
    public static string Label(this EvidenceStrength strength) => strength switch
    {
        EvidenceStrength.Statement => "Statement",
        EvidenceStrength.Document => "Document",
        EvidenceStrength.Data => "Data",
        EvidenceStrength.AuditedSample => "Audited sample",
        EvidenceStrength.External => "External",
    };

    /// <summary>What counts as such.</summary>
    public static string Meaning(this EvidenceStrength strength) => strength switch
    {
        EvidenceStrength.Statement => "somebody says so",
        EvidenceStrength.Document => "a policy, minutes or a plan shows it",
        EvidenceStrength.Data => "the figures of a measure or a report show it",
        EvidenceStrength.AuditedSample => "cases were looked at and show it",
        EvidenceStrength.External => "inspectors, a peer challenge or another body from outside confirm it",
    };

    public static bool IsAtLeast(this EvidenceStrength strength, EvidenceStrength demanded) => strength >= demanded;
}
