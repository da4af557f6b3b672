using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Tests.Measures;

public class NeighbourSetsTests
{
    private static readonly Authority Nottinghamshire = Authorities.WithCode("E10000024")!;

    private static string[] Names(DateOnly day, Authority authority) => [.. NeighbourSets.InForceOn(day)!.Of(authority).Select(neighbour => neighbour.Authority.Name)];

    [Fact]
    public void Nottinghamshire_has_the_neighbours_published_in_May_2025()
    {
        Assert.Equal(["Derbyshire", "Suffolk", "Somerset", "Kent", "Norfolk", "Warwickshire", "Leicestershire", "North Somerset", "Staffordshire", "Lancashire"],
            Names(new(2025, 9, 30), Nottinghamshire));
        Assert.Equal(("extremely close", "very close"),
            (NeighbourSets.All[1].Of(Nottinghamshire)[0].Closeness.Label(), NeighbourSets.All[1].Of(Nottinghamshire)[1].Closeness.Label()));
    }

    [Fact]
    public void Nottingham_has_the_neighbours_published_in_May_2025()
    {
        var nottingham = Authorities.WithCode("E06000018")!;

        Assert.Equal(["Birmingham", "Manchester", "Newcastle upon Tyne", "Middlesbrough", "Bradford", "Sandwell", "Southampton", "Oldham", "Sheffield", "Salford"], Names(new(2025, 5, 1), nottingham));
        Assert.Equal([Closeness.VeryClose, Closeness.VeryClose, Closeness.Close, Closeness.Close, Closeness.Close, .. Enumerable.Repeat(Closeness.SomewhatClose, 5)],
            NeighbourSets.All[1].Of(nottingham).Select(neighbour => neighbour.Closeness));
    }

    [Fact]
    public void A_set_counts_from_its_day_until_the_next_and_none_before_the_first()
    {
        Assert.Null(NeighbourSets.InForceOn(new(2021, 3, 31)));
        Assert.Equal("April 2021", NeighbourSets.InForceOn(new(2021, 4, 1))!.Name);
        Assert.Equal("April 2021", NeighbourSets.InForceOn(new(2025, 4, 30))!.Name);
        Assert.Equal("May 2025", NeighbourSets.InForceOn(new(2025, 5, 1))!.Name);
    }

    [Fact]
    public void Every_authority_of_a_set_has_ten_neighbours_that_are_others()
    {
        Assert.Equal([152, 153], NeighbourSets.All.Select(set => set.ByNumber.Count));
        Assert.All(NeighbourSets.All.SelectMany(set => set.ByNumber), pair =>
            Assert.Equal(10, pair.Value.Select(neighbour => neighbour.Authority.Number).Except([pair.Key]).Distinct().Count()));
    }

    [Fact]
    public void An_authority_is_known_by_the_code_that_it_has_and_by_the_one_that_it_had()
    {
        Assert.Equal("Somerset", Authorities.WithCode("E06000066")!.Name);
        Assert.Same(Authorities.WithCode("E06000066"), Authorities.WithCode("E10000027"));
        Assert.Null(Authorities.WithCode("E10000999"));
    }

    [Fact]
    public void Authorities_that_ceased_or_were_new_have_neighbours_only_in_the_sets_made_in_their_time()
    {
        var (cumbria, cumberland, northamptonshire) = (Authorities.WithNumber("909")!, Authorities.WithNumber("942")!, Authorities.WithNumber("928")!);

        Assert.Equal([10, 0], NeighbourSets.All.Select(set => set.Of(cumbria).Count));
        Assert.Equal([0, 10], NeighbourSets.All.Select(set => set.Of(cumberland).Count));
        Assert.Equal([0, 0], NeighbourSets.All.Select(set => set.Of(northamptonshire).Count));
    }
}
