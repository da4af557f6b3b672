using System.IO.Compression;
using System.Text;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Documents.Plan;

/// <summary>
/// A file handed in as evidence, after it was seen to be what its name says and nothing that runs: no macros, no web
/// page, no drawing with scripts.
/// </summary>
/// <param name="Name">Without any folder, its ending in lower case.</param>
/// <param name="ContentType">By what was found in it.</param>
public sealed record EvidenceFile(string Name, string ContentType, byte[] Content)
{
    public const int LargestFile = 20_000_000;
    public const int LongestName = 200;

    /// <summary>What a browser offers first.</summary>
    public const string Accept = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.png,.jpg,.jpeg,.csv,.txt";

    public static string Limits => $"PDF, Word, Excel, PowerPoint or OpenDocument without macros, a picture (.png, .jpg), .csv or .txt, up to {LargestFile / 1_000_000} MB.";

    private const string Office = "application/vnd.openxmlformats-officedocument.";

    /// <exception cref="BrokenRule">It is of another kind, is not what its ending says, holds macros, is empty or too large.</exception>
    public static EvidenceFile Read(string name, byte[] content)
    {
        if (content.Length == 0)
            throw new BrokenRule("The file is empty. Choose another.");
        if (content.Length > LargestFile)
            throw TooLarge(content.Length);
        var plain = Path.GetFileName(name.Replace('\\', '/')).Trim();
        var ending = Path.GetExtension(plain).ToLowerInvariant();
        var type = ending switch
        {
            ".pdf" => IsPdf(content) ? "application/pdf" : null,
            ".docx" => IsOffice(content, "word/") ? Office + "wordprocessingml.document" : null,
            ".xlsx" => IsOffice(content, "xl/") ? Office + "spreadsheetml.sheet" : null,
            ".pptx" => IsOffice(content, "ppt/") ? Office + "presentationml.presentation" : null,
            ".odt" => IsOpenDocument(content, "text"),
            ".ods" => IsOpenDocument(content, "spreadsheet"),
            ".png" => content.AsSpan().StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png" : null,
            ".jpg" or ".jpeg" => content.AsSpan().StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "image/jpeg" : null,
            ".csv" => IsText(content) ? "text/csv" : null,
            ".txt" => IsText(content) ? "text/plain" : null,
            ".docm" or ".xlsm" or ".pptm" or ".dotm" or ".xltm" or ".potm" or ".xlsb" => throw Macros(),
            _ => throw new BrokenRule($"A file that ends in '{(ending.Length == 0 ? plain : ending)}' is not taken. Send a {Limits}"),
        };
        return type is null
            ? throw new BrokenRule($"What is in the file is not what its name says: it is no {ending} file. Open it, save it anew as {ending}, and send that.")
            : new(Shortened(Path.GetFileNameWithoutExtension(plain), ending), type, content);
    }

    /// <summary>For those who know the length before they read.</summary>
    public static BrokenRule TooLarge(long length) =>
        new($"The file has {(length / 1_000_000m).ToString("0.#", Words.British)} MB, and at most {LargestFile / 1_000_000} MB are taken. Send the part that shows it, or give the address where it is kept.");

    private static BrokenRule Macros() => new("The file may hold macros, which could run on another person's machine. Save it without macros (.docx, .xlsx, .pptx) or as a PDF, and send that.");

    private static string Shortened(string stem, string ending)
    {
        var printable = string.Concat(stem.Where(letter => !char.IsControl(letter) && !Path.GetInvalidFileNameChars().Contains(letter) && letter is not ('"' or '<' or '>' or '|' or '*' or '?' or ':'))).Trim();
        if (printable.Length == 0)
            printable = "evidence";
        return (printable.Length + ending.Length <= LongestName ? printable : printable[..(LongestName - ending.Length)]) + ending;
    }

    /// <summary>From its first sign on: readers of PDF forgive what stands before, and a web page could stand there.</summary>
    private static bool IsPdf(byte[] content) => content.AsSpan().TrimStart("\uFEFF \t\r\n"u8).StartsWith("%PDF-"u8);

    private static bool IsOffice(byte[] content, string folder)
    {
        if (Open(content) is not { } package)
            return false;
        using (package)
        {
            if (package.GetEntry("[Content_Types].xml") is not { } types || !package.Entries.Any(entry => entry.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase)))
                return false;
            using var reader = new StreamReader(types.Open(), Encoding.UTF8);
            var start = new char[200_000];
            var said = new string(start, 0, reader.ReadBlock(start));
            if (said.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || package.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                throw Macros();
            return true;
        }
    }

    private static string? IsOpenDocument(byte[] content, string kind)
    {
        if (Open(content) is not { } package)
            return null;
        using (package)
        {
            if (package.GetEntry("mimetype") is not { Length: < 200 } mime)
                return null;
            using var reader = new StreamReader(mime.Open(), Encoding.ASCII);
            var type = $"application/vnd.oasis.opendocument.{kind}";
            if (reader.ReadToEnd().Trim() != type)
                return null;
            return package.Entries.Any(entry => entry.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || entry.FullName.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase)) ? throw Macros() : type;
        }
    }

    private static ZipArchive? Open(byte[] content)
    {
        try
        {
            return new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Text that no browser could take for a page: without bytes that text has not, and not beginning with a tag.</summary>
    private static bool IsText(byte[] content)
    {
        var wide = content.AsSpan().StartsWith<byte>([0xFF, 0xFE]) || content.AsSpan().StartsWith<byte>([0xFE, 0xFF]);
        if (!wide && content.AsSpan().Contains((byte)0))
            return false;
        using var reader = new StreamReader(new MemoryStream(content), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var start = new char[1024];
        return !start.AsSpan(0, reader.ReadBlock(start)).TrimStart().StartsWith("<", StringComparison.Ordinal);
    }
}
