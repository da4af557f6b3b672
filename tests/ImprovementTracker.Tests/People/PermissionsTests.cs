using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.People;

public class PermissionsTests
{
    // Columns: programme manager, service director, performance officer, scrutiny officer, board member, reader, administrator.
    // Y yes, - no, o only their own, n not their own, w only where named, s scrutiny meetings, q questions only.
    [Theory]
    [InlineData(Permission.ReadProgramme, "YYYYY--")]
    [InlineData(Permission.ReadPublished, "YYYYYY-")]
    [InlineData(Permission.SeeEmbargoed, "Yw-ww--")]
    [InlineData(Permission.EnterPlan, "Y------")]
    [InlineData(Permission.UpdateAction, "Yo-----")]
    [InlineData(Permission.VerifyAction, "n---Y--")]
    [InlineData(Permission.RecordValues, "Y-Y----")]
    [InlineData(Permission.CommentOnValues, "YoY----")]
    [InlineData(Permission.ApproveMonth, "n-n----")]
    [InlineData(Permission.HoldMeetings, "Y--sq--")]
    [InlineData(Permission.WriteReport, "Y--Y---")]
    [InlineData(Permission.CheckReport, "n--n---")]
    [InlineData(Permission.PublishReport, "---Y---")]
    [InlineData(Permission.ManageAreas, "Y-----Y")]
    [InlineData(Permission.Administer, "------Y")]
    public void The_table_says_who_may_do_what(Permission permission, string row) =>
        Assert.Equal(row, string.Concat(Enum.GetValues<Role>().Select(role => Permissions.Of(role, permission) switch
        {
            Extent.Yes => 'Y',
            Extent.No => '-',
            Extent.OnlyTheirOwn => 'o',
            Extent.NotTheirOwn => 'n',
            Extent.OnlyWhereNamed => 'w',
            Extent.ScrutinyOnly => 's',
            Extent.QuestionsOnly => 'q',
        })));

    [Fact]
    public void A_role_in_one_programme_gives_nothing_in_another()
    {
        var actor = Actor.Of(1, "Manager", [new ActorRole(1, Role.ProgrammeManager)]);

        Assert.Equal(Extent.Yes, actor.May(Permission.EnterPlan, 1));
        Assert.Equal(Extent.No, actor.May(Permission.EnterPlan, 2));
        Assert.Throws<NotAllowed>(() => actor.Require(Permission.ReadProgramme, 2));
    }

    [Fact]
    public void Two_roles_reach_as_far_as_the_further_one()
    {
        var actor = Actor.Of(1, "Director", [new ActorRole(1, Role.Reader), new ActorRole(1, Role.ServiceDirector)]);

        Assert.True(actor.May(Permission.UpdateAction, 1, isTheirs: true));
        Assert.False(actor.May(Permission.UpdateAction, 1, isTheirs: false));
        Assert.False(actor.SeesOnlyPublished(1));
    }

    [Fact]
    public void An_administrator_keeps_the_doors_and_reads_no_programme()
    {
        var actor = Actor.Of(1, "Administrator", [new ActorRole(null, Role.Administrator)]);

        Assert.Equal(Extent.Yes, actor.May(Permission.ManageAreas, 5));
        Assert.Equal(Extent.No, actor.May(Permission.ReadPublished, 5));
    }

    [Fact]
    public void Nobody_may_do_nothing() =>
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.Equal(Extent.No, Actor.Nobody.May(permission, 1)));

    [Fact]
    public void Not_their_own_means_another_persons() =>
        Assert.True(Actor.Of(1, "Manager", [new ActorRole(1, Role.ProgrammeManager)]).May(Permission.ApproveMonth, 1, isTheirs: false));
}
