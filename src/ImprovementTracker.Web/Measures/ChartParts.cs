using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.Shared;

namespace ImprovementTracker.Web.Measures;

/// <summary>One month of the line: its figure if there is one, the figure as text, and where it comes from.</summary>
public sealed record ChartPoint(Month Month, decimal? Figure, string Text, bool IsStated = false, bool IsIllustrative = false)
{
    /// <summary>The sign of a change that the point carries; null where chance explains it or nothing is concluded.</summary>
    public StatusLook? Sign { get; init; }

    /// <summary>Whether something else is counted from this month on: the line before ends, and is not compared.</summary>
    public bool StartsAnew { get; init; }

    /// <summary>What is said of the point: 76%, provisional; improvement: above the upper limit.</summary>
    public string InWords { get; init; } = "";

    /// <summary>The part of the page that a link on the point leads to; null for none.</summary>
    public string? Row { get; init; }
}

/// <summary>The limits of one month: between them a figure moves by chance. Segments are stretches between which the limits begin anew.</summary>
public sealed record ChartLimits(Month Month, decimal Mean, decimal Lower, decimal Upper, int Segment);

/// <summary>What others reach: a line across the chart with its name and figure.</summary>
public sealed record ChartBenchmark(string Name, decimal Figure, string Text)
{
    /// <summary>Year to March 2024; said below the chart.</summary>
    public string Period { get; init; } = "";

    /// <summary>The name in the middle of a sentence.</summary>
    public string InText { get; init; } = Name;
}

/// <summary>What a target asks in one month: a level, or with an upper bound an expected range; nothing where it is not in force.</summary>
public sealed record ChartLevel(Month Month, decimal? Level, decimal? Upper = null);

/// <summary>One target, named by who set it, month by month.</summary>
public sealed record ChartTarget(string Name, IReadOnlyList<ChartLevel> Levels, bool NamesItsLevel = false);

/// <summary>Something that happened and that the reader of the line should know of.</summary>
public sealed record ChartAnnotation(Month Month, string Text);

/// <summary>The size of a drawing and of its text. Widths of text are estimated from the number of letters.</summary>
public sealed record ChartSize(double Width, double Height, double LineHeight, double LetterWidth, double MonthLabelWidth, double WidestLabel)
{
    /// <summary>For a screen or a sheet of paper: one line for each label.</summary>
    public static readonly ChartSize Wide = new(800, 360, 18, 7.7, 46, 200);

    /// <summary>For a phone: fewer month names, labels on several lines.</summary>
    public static readonly ChartSize Narrow = new(340, 300, 15, 7.1, 36, 78);
}
