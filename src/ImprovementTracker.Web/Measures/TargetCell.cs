using System.Text;
using System.Text.Encodings.Web;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace ImprovementTracker.Web.Measures;

/// <summary>One cell of a matrix: shape, figure, the verdict read aloud, and the distance; without a target only the figure.</summary>
/// <param name="Figure">The figure as text, or "no value".</param>
/// <param name="Gap">The distance in words, or why there is no figure: 4 below, not captured.</param>
/// <param name="Counts">What stands behind it, where it is asked for: 464 of 610, or the reason for a figure that was not captured.</param>
/// <param name="Address">Where the figure leads to; null where it leads nowhere.</param>
/// <param name="Marks">What must be known of the figure; the key below the matrix explains the signs.</param>
public sealed record TargetCell(TargetVerdict Verdict, string Figure, string? Gap = null, string? Counts = null, string? Address = null, IReadOnlyList<CellMark>? Marks = null)
{
    private static readonly Dictionary<TargetVerdict, (string Open, string Spoken)> Looks = Enum.GetValues<TargetVerdict>().ToDictionary(verdict => verdict, LookOf);

    private static readonly Dictionary<CellMark, string> Signs = Enum.GetValues<CellMark>().ToDictionary(mark => mark, mark =>
        $"<span class=\"sign\" title=\"{Encoded(mark.Label())}\"><span aria-hidden=\"true\">{Encoded(mark.Sign())}</span><span class=\"unseen\">, {Encoded(mark.Label())}</span></span>");

    /// <summary>Cells that stand side by side. A matrix has thousands: as components, or as elements one by one, they take most of the page's time.</summary>
    public static MarkupString Row(IEnumerable<TargetCell> cells)
    {
        var html = new StringBuilder(8192);
        foreach (var cell in cells)
            cell.AppendTo(html);
        return new(html.ToString());
    }

    private void AppendTo(StringBuilder html)
    {
        var (open, spoken) = Looks[Verdict];
        html.Append(open);
        if (Address is null)
            html.Append("<span class=\"v\">").Append(Encoded(Figure)).Append(spoken).Append("</span>");
        else
            html.Append("<a class=\"v\" href=\"").Append(Encoded(Address)).Append("\">").Append(Encoded(Figure)).Append(spoken).Append("</a>");
        foreach (var mark in Marks ?? [])
            html.Append(Signs[mark]);
        html.Append("</span>");
        if (!string.IsNullOrEmpty(Gap))
            html.Append("<span class=\"gap\">").Append(Encoded(Gap)).Append("</span>");
        if (!string.IsNullOrEmpty(Counts))
            html.Append("<span class=\"gap\">").Append(Encoded(Counts)).Append("</span>");
        html.Append("</span></td>");
    }

    private static (string Open, string Spoken) LookOf(TargetVerdict verdict)
    {
        // Where nothing is asked there is nothing to judge, so the figure stands without a shape.
        var (look, isBare) = (verdict.Look(), verdict == TargetVerdict.NoTarget);
        var mark = isBare ? "" : $"<svg class=\"mark\" viewBox=\"0 0 10 10\" aria-hidden=\"true\"><path fill-rule=\"evenodd\" d=\"{look.Path}\"/></svg>";
        return ($"<td class=\"{(isBare ? "bare" : look.CssClass)}\"><span class=\"cell\">{mark}<span>", isBare || verdict == TargetVerdict.NoData ? "" : $"<span class=\"unseen\">, {Encoded(look.Word)}</span>");
    }

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
