using System.Text;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Documents.Measures;

/// <summary>
/// The rows of a csv file, one at a time, so that a large file never stands in memory as a whole. Cells in quotation marks may
/// hold commas, line breaks and doubled quotation marks; lines end in any of the usual ways.
/// </summary>
internal sealed class CsvRows(TextReader reader)
{
    public const int MostColumns = 1_000;
    public const int LongestCell = 10_000;
    public const int MostRows = 5_000_000;

    private readonly StringBuilder _cell = new();
    private readonly char[] _buffer = new char[32 * 1024];
    private int _filled;
    private int _next;
    private char _separator;

    /// <summary>As a spreadsheet counts: the first row is 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next row; null at the end. Empty rows are passed over, and counted.</summary>
    public List<string>? Read()
    {
        while (Peek() >= 0)
        {
            if (++Number > MostRows)
                throw new BrokenRule($"The file has more than {Words.Count(MostRows)} rows: that is no statistics file.");
            var cells = ReadRow();
            if (cells.Exists(cell => cell.Length > 0))
                return cells;
        }
        return null;
    }

    private List<string> ReadRow()
    {
        var cells = new List<string>();
        while (true)
        {
            var ends = ReadCell();
            cells.Add(_cell.ToString().Trim());
            if (cells.Count > MostColumns)
                throw new BrokenRule($"Row {Words.Count(Number)} has more than {Words.Count(MostColumns)} columns: that is no statistics file.");
            if (ends)
                return cells;
        }
    }

    /// <summary>Whether the row ends with the cell.</summary>
    private bool ReadCell()
    {
        _cell.Clear();
        if (Peek() == '"')
            ReadQuoted();
        while (true)
        {
            var letter = Take();
            if (letter < 0 || letter == '\n')
                return true;
            if (letter == '\r')
            {
                if (Peek() == '\n')
                    _ = Take();
                return true;
            }
            if (IsSeparator((char)letter))
                return false;
            Add((char)letter);
        }
    }

    private void ReadQuoted()
    {
        _ = Take();
        while (Take() is var letter && (letter != '"' || Peek() == '"'))
        {
            if (letter < 0)
                throw new BrokenRule($"Row {Words.Count(Number)}: a quotation mark is opened and never closed. Choose the file as it was published.");
            if (letter == '"')
                _ = Take();
            Add((char)letter);
        }
    }

    // The first separator that comes decides: some spreadsheet programs write semicolons.
    private bool IsSeparator(char letter)
    {
        if (_separator == '\0' && letter is ',' or ';' or '\t')
            _separator = letter;
        return letter == _separator;
    }

    private void Add(char letter)
    {
        if (letter == '\0')
            throw new BrokenRule($"Row {Words.Count(Number)} holds something that is no text: this is not a csv file. Choose the csv file, not a spreadsheet or an archive.");
        if (_cell.Length >= LongestCell)
            throw new BrokenRule($"Row {Words.Count(Number)} has a cell of more than {Words.Count(LongestCell)} letters: that is no statistics file.");
        _cell.Append(letter);
    }

    private int Peek()
    {
        if (_next < _filled)
            return _buffer[_next];
        _filled = reader.Read(_buffer);
        _next = 0;
        return _filled == 0 ? -1 : _buffer[0];
    }

    private int Take()
    {
        var letter = Peek();
        if (letter >= 0)
            _next++;
        return letter;
    }
}
