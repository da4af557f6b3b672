using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Web.Plan;

namespace ImprovementTracker.Tests.Plan;

public class PlanAddressTests
{
    [Fact]
    public void The_whole_plan_has_the_plain_address() => Assert.Equal("/p/testshire/actions", PlanAddress.List("testshire", new()));

    [Fact]
    public void What_is_chosen_stands_in_the_address() => Assert.Equal(
        "/p/testshire/actions?status=AtRisk&theme=3&lead=5&overdue=true&recheck=true&text=duty%20%26%20assessment&order=DueDate&page=2",
        PlanAddress.List("testshire", new(ActionStatus.AtRisk, 3, 5, OnlyOverdue: true, "duty & assessment ", PlanOrder.DueDate, Page: 2, OnlyRecheckDue: true)));

    [Fact]
    public void The_file_is_of_what_is_chosen_whichever_page_is_shown() => Assert.Equal(
        "/p/testshire/actions.xlsx?status=AtRisk&order=DueDate", PlanAddress.File("testshire", new(ActionStatus.AtRisk, Order: PlanOrder.DueDate, Page: 2)));

    [Fact]
    public void An_address_is_read_as_it_was_written() => Assert.Equal(
        new PlanList.Filter(ActionStatus.AtRisk, 3, 5, OnlyOverdue: true, "duty & assessment", PlanOrder.DueDate, Page: 2, OnlyRecheckDue: true),
        PlanAddress.Read("atrisk", "3", "5", "true", "true", " duty & assessment", "DueDate", "2"));

    [Fact]
    public void What_means_nothing_chooses_nothing()
    {
        Assert.Equal(new PlanList.Filter(), PlanAddress.Read(null, null, null, null, null, null, null, null));
        Assert.Equal(new PlanList.Filter(), PlanAddress.Read("2", "-3", "five", "yes", "yes", "  ", "Colour", "0"));
        Assert.Equal(100, PlanAddress.Read(null, null, null, null, null, new string('x', 3000), null, "99999999999").Text!.Length);
    }

    [Fact]
    public void A_reference_with_signs_cannot_lead_elsewhere() => Assert.Equal("/p/testshire/actions/A%2F..%2F7%3F/update", PlanAddress.Update("testshire", "A/../7?"));
}
