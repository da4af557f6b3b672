using System.Text;
using ImprovementTracker.Documents.Measures;
using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Tests.Measures;

/// <summary>Small statistics files in the Department's form, made in a test.</summary>
internal static class StatisticsText
{
    private const string Standard = "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name";

    /// <summary>A file with these columns of its own; each row is a place, a year and the cells.</summary>
    public static string File(string columns, params string[] rows) => string.Join('\n', rows.Prepend($"{Standard},{columns}")) + "\n";

    public static string England(string year, string cells) => $"{year},Reporting year,National,E92000001,England,,,,,,{cells}";

    public static string Region(string year, string name, string cells) => $"{year},Reporting year,Regional,E92000001,England,E12000004,{name},,,,{cells}";

    /// <summary>A row of an authority by its three digits, with the code and region that it really has.</summary>
    public static string Authority(string year, string number, string cells)
    {
        var authority = Authorities.WithNumber(number)!;
        return $"{year},Reporting year,Local authority,E92000001,England,,{authority.Region},{number},{authority.Codes[^1]},\"{authority.Name}\",{cells}";
    }

    public static DfeTable Open(string text) => DfeStatisticsFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    public static IReadOnlyList<BenchmarkFigure> Read(string text, string measure, string authority = "E10000024")
    {
        var table = Open(text);
        return BenchmarkReading.Read(table, DfeSeries.Choose(measure, table.Columns), authority);
    }
}
