using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace ImprovementTracker.Tests.Data;

/// <summary>Whether SQL Server could read a text at all: the T-SQL grammar of SQL Server 2019.</summary>
public static class TransactSql
{
    public static void AssertReads(string sql)
    {
        var fragment = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        Assert.True(errors.Count == 0, $"{string.Join("; ", errors.Select(error => $"line {error.Line}: {error.Message}"))}\n{sql}");
        // What a script executes as a text is read a second time.
        var nested = new ExecutedTexts();
        fragment.Accept(nested);
        foreach (var text in nested.Texts)
            AssertReads(text);
    }

    private sealed class ExecutedTexts : TSqlFragmentVisitor
    {
        public List<string> Texts { get; } = [];

        // A variable between the texts holds a quoted name, as that of a default that goes with its column.
        public override void Visit(ExecutableStringList node) => Texts.Add(string.Concat(node.Strings.Select(part => part is StringLiteral literal ? literal.Value : "[name]")));
    }
}
