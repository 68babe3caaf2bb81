using OpenOne.Sie.Tests.Fuzzing;
using SharpFuzz;

// fuzz.sh says how this is used: what has no command is what afl-fuzz runs.
switch (args)
{
    case ["instrument", var assembly]:
        var types = Fuzzer.Instrument(assembly, _ => true, Options.Value);
        Console.WriteLine($"{types.Count()} types of {Path.GetFileName(assembly)} are instrumented.");
        return 0;
    case ["replay", .. var files]:
        return files.Select(Replay).ToList().TrueForAll(kept => kept) ? 0 : 1;
    case []:
        // Out of process: a hang is killed and fuzzing goes on.
        Fuzzer.OutOfProcess.Run(input =>
        {
            using var file = new MemoryStream();
            input.CopyTo(file);
            Fuzzed.Check(file.ToArray());
        });
        return 0;
    default:
        Console.Error.WriteLine("instrument ASSEMBLY | replay FILE... | nothing, under afl-fuzz");
        return 2;
}

static bool Replay(string file)
{
    try
    {
        Fuzzed.Check(File.ReadAllBytes(file));
        Console.WriteLine($"{file}: keeps what is promised");
        return true;
    }
    catch (Exception found)
    {
        Console.WriteLine($"{file}: {found}");
        return false;
    }
}
