using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Operation;

/// <summary>The people of the demonstration: invented posts that nobody holds or held, without passwords.</summary>
internal sealed class DemonstrationPosts
{
    public Person ProgrammeManager { get; } = Post("Programme manager", "Improvement programme manager", "programme.manager");
    public Person Fieldwork { get; } = Post("Service director", "Service director, fieldwork", "service.director");
    public Person Workforce { get; } = Post("Second service director", "Service director, workforce and quality", "second.service.director");
    public Person PerformanceOfficer { get; } = Post("Performance officer", "Performance officer, children's services", "performance.officer");
    public Person ScrutinyOfficer { get; } = Post("Scrutiny officer", "Scrutiny officer", "scrutiny.officer");
    public Person Chair { get; } = Post("Board chair", "Chair of the improvement board", "board.chair");
    public Person Partner { get; } = Post("Board member", "Improvement board member for a partner agency", "board.member");
    public Person Reader { get; } = Post("Reader", "Member of the public gallery", "reader");
    public Person Administrator { get; } = Post("Administrator", "Administrator of the tracker", "administrator");

    public IReadOnlyList<Person> All =>
        [ProgrammeManager, Fieldwork, Workforce, PerformanceOfficer, ScrutinyOfficer, Chair, Partner, Reader, Administrator];

    /// <summary>Everybody's role in a programme.</summary>
    public IEnumerable<Membership> RolesIn(Programme programme, Change change) =>
        from held in new (Person Person, Role Role)[]
        {
            (ProgrammeManager, Role.ProgrammeManager),
            (Fieldwork, Role.ServiceDirector),
            (Workforce, Role.ServiceDirector),
            (PerformanceOfficer, Role.PerformanceOfficer),
            (ScrutinyOfficer, Role.ScrutinyOfficer),
            (Chair, Role.BoardMember),
            (Partner, Role.BoardMember),
            (Reader, Role.Reader),
        }
        select new Membership(held.Person, programme.Id, held.Role, change);

    private static Person Post(string name, string post, string mailbox) =>
        Person.Called($"{name} (demonstration)", $"{post} (invented post)", $"{mailbox}@example.org", isDemonstration: true);
}
