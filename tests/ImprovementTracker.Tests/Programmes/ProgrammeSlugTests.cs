using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Programmes;

public class ProgrammeSlugTests
{
    [Theory]
    [InlineData("Nottinghamshire County Council", 2010, "nottinghamshire-2010")]
    [InlineData("Nottingham City Council", 2022, "nottingham-2022")]
    [InlineData("London Borough of Hammersmith & Fulham", 2012, "hammersmith-fulham-2012")]
    [InlineData("St Helens Metropolitan Borough Council", 2019, "st-helens-2019")]
    [InlineData("King's Lynn Council", 2020, "kings-lynn-2020")]
    [InlineData("The City Council", 2020, "the-city-council-2020")]
    [InlineData("***", 2020, "programme-2020")]
    public void The_address_is_the_place_and_the_year(string authority, int year, string slug)
    {
        Assert.Equal(slug, ProgrammeSlug.Propose(authority, year));
        Assert.True(ProgrammeSlug.IsOne(slug));
    }

    [Fact]
    public void A_second_programme_of_the_same_place_and_year_gets_a_number()
    {
        Assert.Equal("leeds-2010", ProgrammeSlug.MakeUnique("leeds-2010", new HashSet<string>()));
        Assert.Equal("leeds-2010-3", ProgrammeSlug.MakeUnique("leeds-2010", new HashSet<string> { "leeds-2010", "leeds-2010-2" }));
    }

    [Fact]
    public void A_long_name_is_cut_and_keeps_its_year()
    {
        var slug = ProgrammeSlug.Propose(new string('a', 150), 2010);

        Assert.Equal(Programme.SlugLength, slug.Length);
        Assert.EndsWith("a-2010", slug, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Leeds")]
    [InlineData("leeds 2010")]
    [InlineData("-leeds")]
    [InlineData("leeds--2010")]
    [InlineData("leeds/2010")]
    [InlineData("")]
    public void Other_letters_are_refused(string typed) => Assert.False(ProgrammeSlug.IsOne(typed));
}
