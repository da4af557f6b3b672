namespace ImprovementTracker.Domain.Programmes;

/// <summary>How the page of the notice, direction or neither calls what it shows.</summary>
public static class NoticeWords
{
    public static string Title(this InterventionKind kind) => kind switch
    {
        InterventionKind.None => "What is asked of the authority",
        InterventionKind.ImprovementNotice => "The improvement notice",
        InterventionKind.StatutoryDirection => "The statutory direction",
    };

    /// <summary>As the menu has room for.</summary>
    public static string Menu(this InterventionKind kind) => kind switch
    {
        InterventionKind.None => "What is asked",
        InterventionKind.ImprovementNotice => "The notice",
        InterventionKind.StatutoryDirection => "The direction",
    };

    /// <summary>In the middle of a sentence.</summary>
    public static string Named(this InterventionKind kind) => kind switch
    {
        InterventionKind.None => "a notice or direction",
        InterventionKind.ImprovementNotice => "the notice",
        InterventionKind.StatutoryDirection => "the direction",
    };

    /// <summary>What it is in law; empty where there is none.</summary>
    public static string Standing(this InterventionKind kind) => kind switch
    {
        InterventionKind.None => "",
        InterventionKind.ImprovementNotice => "A notice is not statutory: it says what the authority is expected to do, and may come before a direction.",
        InterventionKind.StatutoryDirection => "A direction is statutory: the authority must do what it says.",
    };

    /// <summary>The heading of the list of what could be shown for it.</summary>
    public static string ToShow(this InterventionKind kind) => kind switch
    {
        InterventionKind.None => "What one would show",
        InterventionKind.ImprovementNotice => "What one would show to have the notice lifted",
        InterventionKind.StatutoryDirection => "What one would show to have the direction lifted",
    };
}
