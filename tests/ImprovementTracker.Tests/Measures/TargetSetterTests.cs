using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Tests.Measures;

public class TargetSetterTests
{
    [Theory]
    [InlineData(TargetSetter.DfeNotice, 5, "the DfE notice's five targets")]
    [InlineData(TargetSetter.DfeNotice, 1, "the DfE notice's target")]
    [InlineData(TargetSetter.Ofsted, 2, "Ofsted's two targets")]
    [InlineData(TargetSetter.Statute, 12, "the 12 statutory targets")]
    [InlineData(TargetSetter.National, 1, "the national target")]
    [InlineData(TargetSetter.Local, null, "the local targets")]
    public void Targets_are_named_with_who_set_them(TargetSetter setter, int? count, string words) => Assert.Equal(words, setter.Targets(count));
}
