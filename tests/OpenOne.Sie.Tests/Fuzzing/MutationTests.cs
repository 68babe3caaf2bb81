using System.Diagnostics;
using System.Globalization;

namespace OpenOne.Sie.Tests.Fuzzing;

/// <summary>Spoiled files of the corpus: no exception, no hang, no disagreement. See README.md for longer runs.</summary>
public sealed class MutationTests
{
    private const int Budget = 4000;

    private static readonly byte[][] _seeds =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.s*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".se" or ".si").Order(StringComparer.Ordinal).Select(File.ReadAllBytes),
    ];

    [Fact]
    public void Every_file_of_the_corpus_keeps_what_is_promised_for_any_bytes()
    {
        foreach (var file in _seeds)
        {
            Fuzzed.Check(file);
        }
    }

    [Fact]
    public void Whatever_is_done_to_a_file_it_is_read_to_its_end()
    {
        var from = Number("SIE_FUZZ_FROM", 1);
        var count = Number("SIE_FUZZ_COUNT", Budget);
        var slowest = TimeSpan.Zero;
        for (var seed = from; seed < from + count; seed++)
        {
            var file = new Mutator(_seeds, seed).Next();
            var started = Stopwatch.GetTimestamp();
            try
            {
                Fuzzed.Check(file);
            }
            catch (Exception found)
            {
                throw new InvalidOperationException($"Seed {seed}, {file.Length} bytes: {found.Message}", found);
            }

            var taken = Stopwatch.GetElapsedTime(started);
            slowest = taken > slowest ? taken : slowest;
        }

        // Generous: the machine may be busy. A reader that is not linear would take minutes for some of these.
        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : otherwise;
}
