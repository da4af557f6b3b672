using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Documents.Measures;

/// <summary>Passes letters on, and refuses what is no text, or a line that would have to be held as a whole and never ends.</summary>
internal sealed class CsvText(TextReader reader) : TextReader
{
    private const int LongestLine = 2_000_000;
    private const int LettersLookedAt = 32 * 1024;

    private char[] _begin = [];
    private int _next;
    private int _line;

    /// <summary>Which row is being read, for messages.</summary>
    public int Row { get; set; }

    /// <summary>The first letters; they are still passed on.</summary>
    public string Begin()
    {
        var letters = new char[LettersLookedAt];
        _begin = letters[..Check(letters, reader.ReadBlock(letters))];
        return new string(_begin);
    }

    public override int Read(char[] buffer, int index, int count)
    {
        if (_next == _begin.Length)
            return Check(buffer.AsSpan(index, count), reader.Read(buffer, index, count));
        var length = Math.Min(count, _begin.Length - _next);
        _begin.AsSpan(_next, length).CopyTo(buffer.AsSpan(index));
        _next += length;
        return length;
    }

    private int Check(ReadOnlySpan<char> letters, int length)
    {
        var read = letters[..length];
        if (read.Contains('\0'))
            throw new BrokenRule($"Near row {Words.Count(Row)} stands something that is no text: this is not a csv file. Choose the csv file, not a spreadsheet or an archive.");
        _line = read.LastIndexOfAny('\r', '\n') is var last and >= 0 ? length - last - 1 : _line + length;
        return _line <= LongestLine ? length : throw new BrokenRule($"Near row {Words.Count(Row)} a line goes on without end. {CsvRows.AsPublished}");
    }
}
