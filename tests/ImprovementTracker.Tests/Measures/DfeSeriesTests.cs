using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using static ImprovementTracker.Tests.Measures.StatisticsText;

namespace ImprovementTracker.Tests.Measures;

public class DfeSeriesTests
{
    private static string Column(string columns, string measure)
    {
        var table = Open(File(columns));
        var series = DfeSeries.Choose(measure, table.Columns);
        return series.WorkedOut ?? string.Join(' ', series.Figures.Select(figure => table.Columns.Names[figure.Columns[0]]));
    }

    [Theory]
    [InlineData("category,Referrals,Referrals_rate,Re_referrals,Re_referrals_percent,Re_referrals_child,Re_referrals_child_percent", "Re_referrals_percent")]
    [InlineData("category,referral_count,rereferral_count,rereferral_percent,rereferral_child_count,rereferral_child_percent", "rereferral_percent")]
    [InlineData("number_of_referrals,number_of_re_referrals,Percentage of re-referrals within 12 months,pct_children_re_referred", "Percentage of re-referrals within 12 months")]
    [InlineData("ReferralsNumber,ReReferralsPct,ReReferralsChildPct", "ReReferralsPct")]
    public void The_share_of_rereferrals_is_found_under_the_names_of_every_release(string columns, string expected) =>
        Assert.Equal(expected, Column(columns, "re-referrals"));

    [Theory]
    [InlineData("agency_fte,agency_rate_fte,agency_rate_headcount,agency_cover_rate_fte", "50", "agency_rate_fte")]
    [InlineData("agency_fte,agency_worker_rate_fte_%,agency_cover_rate_fte_%", "50", "agency_worker_rate_fte_%")]
    [InlineData("vacancy_fte,vacancy_rate_fte,vacancy_agency_cover_rate_fte", "51", "vacancy_rate_fte")]
    [InlineData("turnover_rate_headcount,turnover_rate_fte", "49", "turnover_rate_fte")]
    [InlineData("cases,caseload_fte,working_days_lost_fte,absence_rate_fte", "52", "caseload_fte")]
    [InlineData("cases,caseload_fte,working_days_lost_fte,absence_rate_fte", "53", "absence_rate_fte")]
    [InlineData("No_Further_Action,No_Further_Action_percent,Not_in_Need,Not_in_Need_percent", "6", "No_Further_Action_percent")]
    [InlineData("no_further_action_count,no_further_action_percent,not_in_need_count,not_in_need_percent", "7", "not_in_need_percent")]
    [InlineData("CPP_start,CPP_subsequent,CPP_subsequent_percent", "25", "CPP_subsequent_percent")]
    [InlineData("CPP_At31,1_year_less_than_2_years_percent,2_years_or_more,2_years_or_more_percent", "27", "2_years_or_more_percent")]
    [InlineData("CPP_end,1_year_less_than_2_years_percent,2_years_or_more,2_years_or_more_percent", "28", "2_years_or_more_percent")]
    [InlineData("CPP_At31_3_months_or_more,CPP_reviewed_within_timescales,CPP_reviewed_within_timescales_percent", "24", "CPP_reviewed_within_timescales_percent")]
    [InlineData("Anypoint_episodes,Started_episodes,Ended_episodes,At31_episodes", "17", "At31_episodes")]
    public void A_measure_is_found_by_its_number_in_the_library(string columns, string number, string expected) =>
        Assert.Equal(expected, Column(columns, number));

    [Theory]
    [InlineData("referral_count,rereferral_count", "5", "rereferral_count / referral_count")]
    [InlineData("agency_fte,inpost_fte", "50", "agency_fte / (agency_fte + inpost_fte)")]
    [InlineData("ICPC,ICPC_child,Duration_0-10_days,Duration_11-15_days,Duration_16-20_days", "21", "(Duration_0-10_days + Duration_11-15_days) / ICPC")]
    [InlineData("Assessments,Same_day,1-10_days,11-20_days,21-30_days,31-40_days,41-45_days,46-50_days,51-60_days,61+_days", "12", "(Same_day + 1-10_days + 11-20_days + 21-30_days + 31-40_days + 41-45_days) / Assessments")]
    [InlineData("assessment_count,Duration_0_days,Duration_1-10_days,Duration_11-20_days,Duration_21-30_days,Duration_31-40_days,Duration_41-45_days,Duration_46-50_days", "12", "(Duration_0_days + Duration_1-10_days + Duration_11-20_days + Duration_21-30_days + Duration_31-40_days + Duration_41-45_days) / assessment_count")]
    public void Where_only_counts_are_given_the_figure_is_worked_out_and_says_of_what(string columns, string number, string expected) =>
        Assert.Equal(expected, Column(columns, number));

    [Fact]
    public void Plans_that_ended_are_not_taken_for_plans_at_31_March_although_their_bands_have_the_same_names()
    {
        Assert.Throws<BrokenRule>(() => Column("CPP_end,2_years_or_more,2_years_or_more_percent", "27"));
        Assert.Throws<BrokenRule>(() => Column("CPP_At31,2_years_or_more,2_years_or_more_percent", "28"));
    }

    [Theory]
    [InlineData("referrals", "April May June July August September October November December January February March")]
    [InlineData("4", "April May June July August September October November December January February March")]
    [InlineData("Referrals", "Referrals")]
    public void Referrals_by_month_are_the_measure_and_the_years_total_is_a_column_that_can_be_named(string measure, string expected) =>
        Assert.Equal(expected, Column("category,Referrals,April,May,June,July,August,September,October,November,December,January,February,March", measure));

    [Theory]
    [InlineData("Re_referrals_child_percent", "Re_referrals_child_percent")]
    [InlineData("re_referrals_CHILD_percent", "Re_referrals_child_percent")]
    [InlineData("Re-referrals within 12 months", "Re_referrals_percent")]
    [InlineData("re-referrals-within-twelve-months", "Re_referrals_percent")]
    public void A_column_is_chosen_by_its_own_name_and_a_measure_by_name_or_code(string measure, string expected) =>
        Assert.Equal(expected, Column("Referrals,Re_referrals,Re_referrals_percent,Re_referrals_child_percent", measure));

    [Fact]
    public void A_file_without_the_measure_says_which_it_could_give()
    {
        var refused = Assert.Throws<BrokenRule>(() => Column("Referrals,Re_referrals_percent", "agency-social-workers"));

        Assert.Equal("This file has no column with agency social workers. It could give referrals (4) and re-referrals (5).", refused.Message);
    }

    [Fact]
    public void A_word_that_is_no_measure_is_refused()
    {
        var refused = Assert.Throws<BrokenRule>(() => Column("first,second", "happiness"));

        Assert.Equal("'happiness' is neither a measure that the Department publishes nor a column of this file. No measure of the library is in it; its own columns are first and second.", refused.Message);
    }

    [Theory]
    [InlineData("2024", "Reporting year", "2024-03")]
    [InlineData("202324", "Financial year", "2024-03")]
    [InlineData("199900", "Financial year", "2000-03")]
    [InlineData("202324", "Academic year", "2024-08")]
    [InlineData("2024", "Calendar year", "2024-12")]
    [InlineData("2024", "As at 31 March", "2024-03")]
    [InlineData("202425", "Financial year Q1", "2024-06")]
    [InlineData("202425", "Financial year Q4", "2025-03")]
    [InlineData("2024", "Calendar year Q2", "2024-06")]
    public void A_period_ends_with_the_month_that_its_kind_of_year_ends_with(string timePeriod, string identifier, string end) =>
        Assert.Equal(end, DfePeriod.End(Row(timePeriod, identifier), yearEnds: 3).End.ToIso());

    [Fact]
    public void The_workforces_reporting_year_ends_in_September() => Assert.Equal("2024-09", DfePeriod.End(Row("2024", "Reporting year"), yearEnds: 9).End.ToIso());

    [Theory]
    [InlineData("2023/24", "Financial year")]
    [InlineData("202325", "Financial year")]
    [InlineData("2024", "Financial year")]
    [InlineData("2024", "Olympiad")]
    public void A_period_that_is_not_understood_is_refused_by_its_row(string timePeriod, string identifier) =>
        Assert.StartsWith($"Row 7: '{timePeriod}' with '{identifier}' is no period that is understood", Assert.Throws<BrokenRule>(() => DfePeriod.End(Row(timePeriod, identifier), 3)).Message, StringComparison.Ordinal);

    private static DfeRow Row(string timePeriod, string identifier) => new(7, timePeriod, identifier, DfeLevel.National, "", "", "", "", "", []);
}
