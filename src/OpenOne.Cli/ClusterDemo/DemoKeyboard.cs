using System.Globalization;

namespace OpenOne.Cli.ClusterDemo;

/// <summary>Keys that a person presses, or a script at its seconds.</summary>
internal sealed class DemoKeyboard
{
    private readonly TimeProvider _clock;
    private readonly long _began;
    private readonly Queue<(TimeSpan At, char Key)>? _script;

    /// <param name="script">Seconds and keys, such as <c>5k 20f 40n</c>; <see langword="null"/> for a person.</param>
    /// <param name="clock">Counts the seconds.</param>
    public DemoKeyboard(string? script, TimeProvider clock)
    {
        (_clock, _began) = (clock, clock.GetTimestamp());
        if (script is not null)
        {
            _script = new(script.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(step =>
                (TimeSpan.FromSeconds(int.Parse(step[..^1], CultureInfo.InvariantCulture)), step[^1])));
            return;
        }

        // Whoever pressed a key before the table stood there did not see what it would do.
        while (!Console.IsInputRedirected && Console.KeyAvailable)
        {
            Console.ReadKey(intercept: true);
        }
    }

    /// <summary>The next key that was pressed.</summary>
    public char? Next()
    {
        if (_script is not null)
        {
            return _script.TryPeek(out var step) && _clock.GetElapsedTime(_began) >= step.At ? _script.Dequeue().Key : null;
        }

        return !Console.IsInputRedirected && Console.KeyAvailable ? Console.ReadKey(intercept: true).KeyChar : null;
    }
}
