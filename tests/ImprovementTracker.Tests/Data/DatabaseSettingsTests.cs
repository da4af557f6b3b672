using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Data;

public class DatabaseSettingsTests
{
    [Fact]
    public void Nothing_set_means_an_SQLite_file_in_the_data_folder()
    {
        var settings = DatabaseSettings.From(null, null, "/some/data");

        Assert.Equal((DatabaseProvider.Sqlite, "/some/data/tracker.db"), (settings.Provider, settings.File));
    }

    [Fact]
    public void An_unknown_provider_is_named_with_its_setting()
    {
        var error = Assert.Throws<BrokenRule>(() => DatabaseSettings.From("Oracle", null, "."));

        Assert.Equal("The setting Database__Provider is 'Oracle'. Set it to Sqlite or SqlServer.", error.Message);
    }

    [Theory]
    [InlineData("SqlServer", "", "ConnectionStrings__Tracker is empty")]
    [InlineData("SqlServer", "Server=db", "it names no Database")]
    [InlineData("SqlServer", "Nonsense=1", "ConnectionStrings__Tracker is not a connection string for SqlServer")]
    [InlineData("Sqlite", "Server=db", "ConnectionStrings__Tracker is not a connection string for Sqlite")]
    [InlineData("Sqlite", "Mode=ReadOnly", "it names no Data Source")]
    public void A_wrong_connection_string_is_named_with_its_setting(string provider, string connection, string says)
    {
        var error = Assert.Throws<BrokenRule>(() => DatabaseSettings.From(provider, connection, "."));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }
}
