namespace ImprovementTracker.BrowserTests.Running;

/// <summary>The demonstration's database as the program itself fills it on its first start; filling takes seconds, copying does not.</summary>
internal static class FilledOnce
{
    private static readonly Lazy<Task<RunningTracker>> Filled = new(FillAsync);

    /// <summary>Puts a copy into the folder, which is made for it.</summary>
    public static async Task CopyToAsync(string folder)
    {
        var from = Path.GetDirectoryName((await Filled.Value).Database)!;
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    private static async Task<RunningTracker> FillAsync()
    {
        var tracker = await RunningTracker.StartNewAsync();
        await tracker.KillAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(tracker.Folder, recursive: true);
        return tracker;
    }
}
