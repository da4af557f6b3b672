using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Who set a target. Ofsted sets few numeric targets; none is ever invented for it.</summary>
public enum TargetSetter { DfeNotice, Ofsted, Statute, National, Local }

public static class TargetSetterWords
{
    public static string Label(this TargetSetter setter) => setter switch
    {
        TargetSetter.DfeNotice => "DfE notice",
        TargetSetter.Ofsted => "Ofsted",
        TargetSetter.Statute => "Statute",
        TargetSetter.National => "National",
        TargetSetter.Local => "Local",
    };

    /// <summary>As the sentence "4 points below ... target" needs it.</summary>
    public static string Possessive(this TargetSetter setter) => setter switch
    {
        TargetSetter.DfeNotice => "the DfE notice's",
        TargetSetter.Ofsted => "Ofsted's",
        TargetSetter.Statute => "the statutory",
        TargetSetter.National => "the national",
        TargetSetter.Local => "the local",
    };

    /// <summary>Its targets in a sentence: the DfE notice's targets, the DfE notice's five targets, the local target.</summary>
    public static string Targets(this TargetSetter setter, int? count = null) => setter switch
    {
        TargetSetter.DfeNotice => $"the DfE notice's {Number(count)}",
        TargetSetter.Ofsted => $"Ofsted's {Number(count)}",
        TargetSetter.Statute => $"the {Number(count, "statutory ")}",
        TargetSetter.National => $"the {Number(count, "national ")}",
        TargetSetter.Local => $"the {Number(count, "local ")}",
    };

    private static string Number(int? count, string kind = "") => count switch { null => $"{kind}targets", 1 => $"{kind}target", { } several => $"{Words.InText(several)} {kind}targets" };

    /// <summary>As addresses write it: dfe-notice, ofsted, statute, national, local.</summary>
    public static string ToSlug(this TargetSetter setter) => setter switch
    {
        TargetSetter.DfeNotice => "dfe-notice",
        TargetSetter.Ofsted => "ofsted",
        TargetSetter.Statute => "statute",
        TargetSetter.National => "national",
        TargetSetter.Local => "local",
    };

    public static TargetSetter? FromSlug(string? slug) =>
        Enum.GetValues<TargetSetter>().Cast<TargetSetter?>().FirstOrDefault(setter => setter!.Value.ToSlug() == slug);
}
