namespace OpenOne.Simulation.Storage;

/// <summary>How often the database lets a call down, in ten thousandths.</summary>
public sealed record SimStoreFaults
{
    /// <summary>Nothing goes wrong.</summary>
    public static SimStoreFaults None { get; } = new();

    /// <summary>The call fails and has changed nothing.</summary>
    public int NotCommitted { get; init; }

    /// <summary>The call fails although its transaction was committed.</summary>
    public int AnswerLost { get; init; }

    /// <summary>The call takes seconds.</summary>
    public int Slow { get; init; }
}
