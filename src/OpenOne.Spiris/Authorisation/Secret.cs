namespace OpenOne.Spiris.Authorisation;

/// <summary>A text that must not be seen: it prints as asterisks, wherever a log, a message or a debugger prints
/// it.</summary>
/// <remarks><c>default</c> is no secret, and revealing it throws.</remarks>
public readonly record struct Secret
{
    private readonly string? _text;

    private Secret(string text) => _text = text;

    /// <summary>Hides <paramref name="text"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="text"/> is empty.</exception>
    public static Secret Of(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return new(text);
    }

    /// <summary>The text itself, for storing it encrypted or sending it to the one it is meant for.</summary>
    /// <exception cref="InvalidOperationException">The value is <c>default</c>.</exception>
    public string Reveal() => _text ?? throw new InvalidOperationException("No secret was given.");

    /// <inheritdoc/>
    public override string ToString() => "***";
}
