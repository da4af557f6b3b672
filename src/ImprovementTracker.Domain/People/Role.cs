namespace ImprovementTracker.Domain.People;

/// <summary>What a person is in a programme; the administrator keeps the doors of the whole installation.</summary>
public enum Role { ProgrammeManager, ServiceDirector, PerformanceOfficer, ScrutinyOfficer, BoardMember, Reader, Administrator }

public static class RoleWords
{
    public static string Label(this Role role) => role switch
    {
        Role.ProgrammeManager => "Programme manager",
        Role.ServiceDirector => "Service director",
        Role.PerformanceOfficer => "Performance officer",
        Role.ScrutinyOfficer => "Scrutiny officer",
        Role.BoardMember => "Board member",
        Role.Reader => "Reader",
        Role.Administrator => "Administrator",
    };
}
