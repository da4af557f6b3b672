using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Measures.Library;
using ImprovementTracker.Domain.Operation;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures.Library;

public class MeasureLibraryTests
{
    public static TheoryData<string> Codes => [.. MeasureLibrary.All.Select(entry => entry.Code)];

    [Fact]
    public void Every_number_from_1_to_57_is_there()
    {
        Assert.Equal(Enumerable.Range(1, 57), MeasureLibrary.All.Select(entry => entry.Number).Distinct());
        Assert.Equal([16, 14, 18, 9], Enum.GetValues<LibrarySection>().Select(section => MeasureLibrary.All.Where(entry => entry.Section == section).Select(entry => entry.Number).Distinct().Count()));
    }

    [Fact]
    public void What_the_list_names_together_is_counted_apart()
    {
        Assert.Equal(
            ["31a", "31b", "32a", "32b", "47a", "47b", "48a", "48b", "48c", "54a", "54b", "56a", "56b", "57a", "57b", "57c", "57d", "57e"],
            MeasureLibrary.All.Where(entry => entry.Part is not null).Select(entry => entry.Reference));
        Assert.Equal(68, MeasureLibrary.All.Select(entry => entry.Reference).Distinct().Count());
        Assert.Equal(68, MeasureLibrary.All.Count);
    }

    [Fact]
    public void No_two_share_a_code_or_a_name()
    {
        Assert.Equal(68, MeasureLibrary.All.Select(entry => entry.Code).Distinct().Count());
        Assert.Equal(68, MeasureLibrary.All.Select(entry => entry.Name.ToUpperInvariant()).Distinct().Count());
        Assert.Equal(68, MeasureLibrary.All.Select(entry => entry.Phrase).Distinct().Count());
    }

    [Theory, MemberData(nameof(Codes))]
    public void An_entry_fits_into_a_measure_and_says_what_a_measure_must_say(string code)
    {
        var entry = MeasureLibrary.Find(code)!;
        var input = new SaveMeasure.Input
        {
            Name = entry.Name,
            Phrase = entry.Phrase,
            Definition = entry.FullDefinition,
            Numerator = entry.Numerator,
            Denominator = entry.Denominator,
            Unit = entry.Unit,
            Decimals = entry.Decimals,
            Polarity = entry.Polarity,
            Period = entry.Period,
            WhyItMatters = entry.FullWhyItMatters,
            GoodLooksLike = entry.GoodLooksLike,
            CollectedFrom = entry.CollectedFrom,
            Timescale = entry.FullTimescale,
        };

        Assert.Empty(new SaveMeasure.Input.Validator().Validate(input).Errors);
        Assert.True(code.Length <= Measure.CodeLength);
        Assert.Equal(AddressName.WordsOf(code), code.Split('-'));
        Assert.Equal(entry.Unit.HasDenominator(), entry.Denominator is not null);
        Assert.Equal(Words.Stopped(entry.FullDefinition), entry.FullDefinition);
        Assert.Equal(Words.Stopped(entry.FullWhyItMatters), entry.FullWhyItMatters);
        Assert.Equal(Words.Stopped(entry.GoodLooksLike), entry.GoodLooksLike);
        Assert.DoesNotContain(entry.ReadWith, number => number is < 1 or > 57);
    }

    /// <summary>The national indicators of the set that councils reported on until 2011 and the measures that followed them.</summary>
    [Fact]
    public void National_indicators_stand_where_the_national_set_has_them() => Assert.Equal(
        [(9, 68), (10, 59), (11, 60), (24, 67), (25, 65), (28, 64), (33, 66), (35, 62), (36, 63)],
        MeasureLibrary.All.Where(entry => entry.NationalIndicator is not null).Select(entry => (entry.Number, entry.NationalIndicator!.Value)));

    /// <summary>The department's own dictionary gives these no polarity: volumes, rates and what depends on them.</summary>
    [Fact]
    public void What_is_neither_good_nor_bad_has_no_polarity() => Assert.Equal(
        ["1", "3", "4", "6", "7", "13", "17", "19", "20", "22", "23", "31a", "31b", "32a", "32b", "47a", "47b", "57a", "57c", "57d", "57e"],
        MeasureLibrary.All.Where(entry => entry.Polarity == Polarity.None).Select(entry => entry.Reference));

    [Theory]
    [InlineData(10, "10 working days")]
    [InlineData(11, "35 working days")]
    [InlineData(12, "45 working days")]
    [InlineData(21, "15 working days")]
    [InlineData(39, "20 working days")]
    public void A_timescale_says_how_many_days(int number, string days) => Assert.Contains(days, MeasureLibrary.Of(number).Timescale, StringComparison.Ordinal);

    [Fact]
    public void The_ten_days_of_an_initial_assessment_hold_from_april_2010_by_working_together() => Assert.Equal(
        "10 working days of the referral, from April 2010 (Working Together 2010); usually 7 working days before. Until 2013/14, when one assessment replaced the initial and the core assessment.",
        MeasureLibrary.Of(10).FullTimescale);

    [Fact]
    public void The_demonstrations_measures_have_their_codes_from_it()
    {
        string[] demonstrated =
        [
            Demonstration.Contacts, Demonstration.Referrals, Demonstration.Rereferrals, Demonstration.InitialAssessments, Demonstration.CoreAssessments, Demonstration.InitialConferences,
            Demonstration.ProtectionReviews, Demonstration.ProtectionVisits, Demonstration.SustainableCaseloads, Demonstration.AverageCaseload,
            Demonstration.ContactsDecided, Demonstration.Assessments, Demonstration.ReturnInterviews, Demonstration.ChangesOfSocialWorker, Demonstration.AgencySocialWorkers,
        ];

        Assert.Equal([1, 4, 5, 10, 11, 21, 24, 29, 54, 52, 2, 12, 48, 41, 50], demonstrated.Select(code => MeasureLibrary.Find(code)?.Number));
    }

    /// <summary>So that a benchmark finds the measure that a programme took from the library.</summary>
    [Fact]
    public void What_the_department_publishes_has_the_librarys_number_and_code() =>
        Assert.All(DfeIndicators.All, indicator => Assert.Equal((indicator.Number, indicator.Unit), MeasureLibrary.Find(indicator.Code) is { } entry ? (entry.Number, entry.Unit) : default));

    [Fact]
    public void What_to_read_beside_a_measure_is_named()
    {
        Assert.Equal("Long plans mean that children lived long with risk. Read it with 'Child protection reviews on time' and 'Second or subsequent plans'.", MeasureLibrary.Of(28).FullWhyItMatters);
        Assert.Equal([14], MeasureLibrary.Of(12).ReadWith);
    }
}
