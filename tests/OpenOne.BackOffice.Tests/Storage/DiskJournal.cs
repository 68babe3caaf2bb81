using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenOne.BackOffice.Tests.Storage;

/// <summary>Replays what strace saw a server do to its files, and tells what a disk that loses everything unsynced would hold at
/// each acknowledgement.</summary>
/// <remarks>Calls are taken in the order in which they were entered, so an answer counts from the moment the server began to send
/// it, and a sync covers what was written before it began.</remarks>
public sealed partial class DiskJournal
{
    private readonly Dictionary<string, Image> _files;
    private readonly Dictionary<string, (string Path, int Writes)> _syncs = [];
    private readonly List<(string Closing, Dictionary<string, byte[]> Durable)> _acknowledged = [];

    /// <param name="files">The files as they were, and durable, before the first line of the trace.</param>
    public DiskJournal(IEnumerable<string> files) =>
        _files = files.ToDictionary(path => path, path => new Image(File.ReadAllBytes(path)), StringComparer.Ordinal);

    /// <summary>Each closing that was acknowledged, with the files as a power loss at that moment would leave them.</summary>
    public IReadOnlyList<(string Closing, Dictionary<string, byte[]> Durable)> Acknowledged => _acknowledged;

    /// <summary>The options with which strace writes what this reads.</summary>
    public static string[] Options(string file) =>
        ["-o", file, "-s", "20000", "-e", "trace=pwrite64,ftruncate,fsync,fdatasync,sendto,sendmsg"];

    public DiskJournal Read(IEnumerable<string> trace)
    {
        foreach (var line in trace)
        {
            Read(line);
        }

        return this;
    }

    private void Read(string line)
    {
        var thread = line[..line.IndexOf(' ', StringComparison.Ordinal)];
        if (Write().Match(line) is { Success: true } write && _files.TryGetValue(write.Groups["path"].Value, out var written))
        {
            written.Pending.Add((long.Parse(write.Groups["offset"].Value, CultureInfo.InvariantCulture), Bytes(write.Groups["bytes"].Value)));
        }
        else if (Truncation().Match(line) is { Success: true } cut && _files.TryGetValue(cut.Groups["path"].Value, out var shortened))
        {
            shortened.Pending.Add((long.Parse(cut.Groups["length"].Value, CultureInfo.InvariantCulture), null));
        }
        else if (Sync().Match(line) is { Success: true } sync && _files.TryGetValue(sync.Groups["path"].Value, out var synced))
        {
            _syncs[thread] = (sync.Groups["path"].Value, synced.Pending.Count);
        }

        if (SyncDone().IsMatch(line) && _syncs.Remove(thread, out var done))
        {
            _files[done.Path].Settle(done.Writes);
        }

        if (Answer().Match(line) is { Success: true } answer)
        {
            _acknowledged.Add((answer.Groups["closing"].Value, _files.ToDictionary(file => file.Key, file => file.Value.Durable)));
        }
    }

    /// <summary>Undoes strace's way of writing bytes: as in C, with octal numbers.</summary>
    private static byte[] Bytes(string escaped) => Encoding.Latin1.GetBytes(Escape().Replace(escaped, match => match.Groups[1].Value switch
    {
        "n" => "\n",
        "t" => "\t",
        "r" => "\r",
        "f" => "\f",
        "v" => "\v",
        [>= '0' and <= '7', ..] octal => ((char)Convert.ToInt32(octal, 8)).ToString(),
        var itself => itself,
    }));

    [GeneratedRegex("""^\d+ +pwrite64\(\d+<(?<path>[^>]+)>, "(?<bytes>.*)", \d+, (?<offset>\d+)(\)| <unfinished)""")]
    private static partial Regex Write();

    [GeneratedRegex(@"^\d+ +ftruncate\(\d+<(?<path>[^>]+)>, (?<length>\d+)")]
    private static partial Regex Truncation();

    [GeneratedRegex(@"^\d+ +f(data)?sync\(\d+<(?<path>[^>]+)>")]
    private static partial Regex Sync();

    [GeneratedRegex(@"^\d+ +(<\.\.\. )?f(data)?sync.*= 0$")]
    private static partial Regex SyncDone();

    [GeneratedRegex(@"^\d+ +send(to|msg)\(.*""HTTP/1\.1 202 .*Location: (?<closing>[^\\]+)\\r")]
    private static partial Regex Answer();

    [GeneratedRegex(@"\\([0-7]{1,3}|.)")]
    private static partial Regex Escape();

    /// <summary>A file: what is on the platter, and what only the kernel has.</summary>
    private sealed class Image(byte[] durable)
    {
        public byte[] Durable { get; private set; } = durable;

        /// <summary>Writes by offset; a cut to a length where there are no bytes.</summary>
        public List<(long Offset, byte[]? Bytes)> Pending { get; } = [];

        /// <summary>Puts the first writes on the platter.</summary>
        public void Settle(int writes)
        {
            var file = new MemoryStream();
            file.Write(Durable);
            foreach (var (offset, bytes) in Pending.Take(writes))
            {
                if (bytes is null)
                {
                    file.SetLength(offset);
                    continue;
                }

                file.Position = offset;
                file.Write(bytes);
            }

            Pending.RemoveRange(0, writes);
            Durable = file.ToArray();
        }
    }
}
