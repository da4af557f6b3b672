using ExcelDataReader;
using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Documents.Measures;

/// <summary>
/// Gives the text or date of merged cells to each of their places, as a person reads them: a heading over several columns,
/// a name beside several rows. A number is not repeated: it would be recorded more than once.
/// </summary>
internal sealed class MergedCells(IEnumerable<CellRange> ranges)
{
    private readonly Queue<CellRange> _toCome = new(ranges.OrderBy(range => range.FromRow));
    private readonly List<(CellRange Range, SheetCell Cell)> _now = [];

    /// <summary>Rows must come in their order.</summary>
    public void Fill(int row, List<SheetCell> line)
    {
        while (_toCome.TryPeek(out var next) && next.FromRow <= row)
        {
            _toCome.Dequeue();
            if (next.FromRow == row && next.FromColumn < line.Count && IsRepeated(line[next.FromColumn]))
                _now.Add((next, line[next.FromColumn]));
        }
        _now.RemoveAll(open => open.Range.ToRow < row);
        foreach (var (range, cell) in _now)
            for (var column = range.FromColumn; column <= range.ToColumn && column < line.Count; column++)
                if (line[column].IsEmpty)
                    line[column] = cell;
    }

    private static bool IsRepeated(SheetCell cell) => cell.Kind == CellKind.Day || (cell.Kind == CellKind.Text && !WholeNumber.TryRead(cell.Text, out _));
}
