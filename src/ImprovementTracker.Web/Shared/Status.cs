namespace ImprovementTracker.Web.Shared;

/// <summary>The shape of a status: it says on paper and to the colour-blind what colour says to others.</summary>
public enum StatusShape { Circle, Ring, Half, Triangle, Diamond, Tick, Cross, Dash, Up, Down, Square, Star, Plus }

/// <summary>The colour of a status: good, near to it, bad, settled, nothing to judge, or neither good nor bad.</summary>
public enum StatusTone { Met, Near, Missed, Done, None, Plain }

/// <summary>A status as it is drawn: always a shape, a colour and a word.</summary>
public sealed record StatusLook(StatusShape Shape, StatusTone Tone, string Word)
{
    /// <summary>The class that carries the colour in tracker.css.</summary>
    public string CssClass => Tone switch
    {
        StatusTone.Met => "met",
        StatusTone.Near => "near",
        StatusTone.Missed => "missed",
        StatusTone.Done => "done",
        StatusTone.None => "none",
        StatusTone.Plain => "plain",
    };

    /// <summary>The shape as an SVG path in a square of ten by ten.</summary>
    public string Path => Shape switch
    {
        StatusShape.Circle => "M5 .4a4.6 4.6 0 1 1 0 9.2 4.6 4.6 0 0 1 0-9.2Z",
        StatusShape.Ring => "M5 .4a4.6 4.6 0 1 1 0 9.2 4.6 4.6 0 0 1 0-9.2Zm0 1.8a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6Z",
        StatusShape.Half => "M5 .4a4.6 4.6 0 1 1 0 9.2 4.6 4.6 0 0 1 0-9.2Zm0 1.6v6a3 3 0 1 0 0-6Z",
        StatusShape.Triangle => "M5 .5 9.8 9.5H.2Z",
        StatusShape.Diamond => "M5 0 10 5 5 10 0 5Z",
        StatusShape.Tick => "M.5 5 4 8.7 9.6 1.6 8.2.6 3.8 6.4 1.8 4Z",
        StatusShape.Cross => "M1.7.4 5 3.7 8.3.4 9.6 1.7 6.3 5 9.6 8.3 8.3 9.6 5 6.3 1.7 9.6.4 8.3 3.7 5 .4 1.7Z",
        StatusShape.Dash => "M0 4h10v2H0Z",
        StatusShape.Up => "M5 .4 9.4 5H6.2v4.6H3.8V5H.6Z",
        StatusShape.Down => "M5 9.6.6 5h3.2V.4h2.4V5h3.2Z",
        StatusShape.Square => "M.8.8h8.4v8.4H.8Z",
        StatusShape.Star => "M5 0 6.3 3.5 10 3.7 7.1 6 8.1 9.6 5 7.6 1.9 9.6 2.9 6 0 3.7 3.7 3.5Z",
        StatusShape.Plus => "M3.9.4h2.2v3.5h3.5v2.2H6.1v3.5H3.9V6.1H.4V3.9h3.5Z",
    };
}
