namespace ImprovementTracker.Documents.Reports;

/// <summary>Labels above one another, each as near as may be to where it is wanted, none over another, none outside the chart.</summary>
internal static class LabelStack
{
    // Labels that touch and so move as one.
    private sealed record Block(List<int> Labels, double Top, double Height)
    {
        public double Foot => Top + Height;
    }

    /// <summary>The labels' centres from those wanted; centres and heights are shares of the chart's height from its top.</summary>
    public static IReadOnlyList<double> Apart(IReadOnlyList<double> wanted, IReadOnlyList<double> heights)
    {
        var blocks = new List<Block>();
        foreach (var label in Enumerable.Range(0, wanted.Count).OrderBy(label => wanted[label]))
        {
            blocks.Add(Together([label]));
            while (blocks.Count > 1 && blocks[^2].Foot > blocks[^1].Top)
            {
                var merged = Together([.. blocks[^2].Labels, .. blocks[^1].Labels]);
                blocks.RemoveRange(blocks.Count - 2, 2);
                blocks.Add(merged);
            }
        }

        var centres = new double[wanted.Count];
        foreach (var block in blocks)
        {
            var top = block.Top;
            foreach (var label in block.Labels)
            {
                centres[label] = top + (heights[label] / 2);
                top += heights[label];
            }
        }
        return centres;

        Block Together(List<int> labels)
        {
            var height = 0.0;
            var tops = new List<double>();
            foreach (var label in labels)
            {
                tops.Add(wanted[label] - (heights[label] / 2) - height);
                height += heights[label];
            }
            return new Block(labels, Math.Max(0, Math.Min(tops.Average(), 1 - height)), height);
        }
    }
}
