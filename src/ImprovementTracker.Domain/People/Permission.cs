namespace ImprovementTracker.Domain.People;

/// <summary>Something a person may or may not do or see; the rows of the table in docs/architecture.md.</summary>
public enum Permission
{
    ReadProgramme,
    ReadPublished,
    SeeEmbargoed,
    EnterPlan,
    UpdateAction,
    VerifyAction,
    RecordValues,
    CommentOnValues,
    ApproveMonth,
    HoldMeetings,
    WriteReport,
    CheckReport,
    PublishReport,
    ManageAreas,
    Administer,
}

/// <summary>How far a permission reaches.</summary>
public enum Extent
{
    No,
    /// <summary>Asking questions and proposing an agenda item, not holding the meeting.</summary>
    QuestionsOnly,
    ScrutinyOnly,
    OnlyWhereNamed,
    /// <summary>Only what the person leads, is accountable for or owns.</summary>
    OnlyTheirOwn,
    /// <summary>Only what another person entered.</summary>
    NotTheirOwn,
    Yes,
}

/// <summary>Who may do what: the one table that every use case and every read asks through <see cref="Actor"/>.</summary>
public static class Permissions
{
    public static Extent Of(Role role, Permission permission) => role switch
    {
        Role.ProgrammeManager => permission switch
        {
            Permission.VerifyAction or Permission.ApproveMonth or Permission.CheckReport => Extent.NotTheirOwn,
            Permission.PublishReport or Permission.Administer => Extent.No,
            _ => Extent.Yes,
        },
        Role.ServiceDirector => permission switch
        {
            Permission.ReadProgramme or Permission.ReadPublished => Extent.Yes,
            Permission.SeeEmbargoed => Extent.OnlyWhereNamed,
            Permission.UpdateAction or Permission.CommentOnValues => Extent.OnlyTheirOwn,
            _ => Extent.No,
        },
        Role.PerformanceOfficer => permission switch
        {
            Permission.ReadProgramme or Permission.ReadPublished or Permission.RecordValues or Permission.CommentOnValues => Extent.Yes,
            Permission.ApproveMonth => Extent.NotTheirOwn,
            _ => Extent.No,
        },
        Role.ScrutinyOfficer => permission switch
        {
            Permission.ReadProgramme or Permission.ReadPublished or Permission.WriteReport or Permission.PublishReport => Extent.Yes,
            Permission.SeeEmbargoed => Extent.OnlyWhereNamed,
            Permission.HoldMeetings => Extent.ScrutinyOnly,
            Permission.CheckReport => Extent.NotTheirOwn,
            _ => Extent.No,
        },
        Role.BoardMember => permission switch
        {
            Permission.ReadProgramme or Permission.ReadPublished or Permission.VerifyAction => Extent.Yes,
            Permission.SeeEmbargoed => Extent.OnlyWhereNamed,
            Permission.HoldMeetings => Extent.QuestionsOnly,
            _ => Extent.No,
        },
        Role.Reader => permission == Permission.ReadPublished ? Extent.Yes : Extent.No,
        Role.Administrator => permission is Permission.ManageAreas or Permission.Administer ? Extent.Yes : Extent.No,
    };

    /// <summary>What a person is told who may not.</summary>
    public static string Refusal(Permission permission) => permission switch
    {
        Permission.ReadProgramme => "Your role shows you approved and published information only. Ask the programme manager if you need more.",
        Permission.ReadPublished => "You have no role in this programme. Ask the programme manager or an administrator for one.",
        Permission.SeeEmbargoed => "This inspection is not published. Only those named on it may see it.",
        Permission.EnterPlan => "Only the programme manager enters inspections, findings, objectives and actions. Ask the programme manager to do it.",
        Permission.UpdateAction => "Only the person who leads this action or is accountable for it, and the programme manager, can update it. Ask the programme manager if it should be yours.",
        Permission.VerifyAction => "Another person than the one who led this action must verify it.",
        Permission.RecordValues => "Only the performance officer and the programme manager record figures. Send them your figure and its source.",
        Permission.CommentOnValues => "You can comment on the measures that you own.",
        Permission.ApproveMonth => "Another person than the one who entered these figures must approve them.",
        Permission.HoldMeetings => "Only the programme manager, and the scrutiny officer for scrutiny meetings, can do this.",
        Permission.WriteReport => "Only the scrutiny officer and the programme manager write reports.",
        Permission.CheckReport => "Another person than the one who wrote this report must check it.",
        Permission.PublishReport => "Only the scrutiny officer publishes a report.",
        Permission.ManageAreas => "Only the programme manager and an administrator change areas and themes.",
        Permission.Administer => "Only an administrator can do this.",
    };
}
