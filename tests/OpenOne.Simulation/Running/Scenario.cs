using OpenOne.BackOffice.Delivery;
using OpenOne.Simulation.Spiris;
using OpenOne.Simulation.Storage;
using OpenOne.Simulation.Time;

namespace OpenOne.Simulation.Running;

/// <summary>What one seed means: who takes part, what goes wrong, and for how long.</summary>
public sealed record Scenario
{
    /// <summary>The seed that everything is drawn from.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Processes that run lanes, on one database.</summary>
    public int Processes { get; init; } = 1;

    /// <summary>Companies.</summary>
    public int Companies { get; init; } = 1;

    /// <summary>Closings of each company.</summary>
    public int Closings { get; init; } = 4;

    /// <summary>What goes wrong on the wire.</summary>
    public SimFaults Wire { get; init; } = SimFaults.None;

    /// <summary>What goes wrong with the database.</summary>
    public SimStoreFaults Store { get; init; } = SimStoreFaults.None;

    /// <summary>How often a process is killed where it reaches the database or the wire, in ten thousandths.</summary>
    public int Kills { get; init; }

    /// <summary>How often a process freezes there, in ten thousandths.</summary>
    public int Freezes { get; init; }

    /// <summary>How long a freeze lasts at the longest.</summary>
    public TimeSpan LongestFreeze { get; init; } = TimeSpan.FromSeconds(70);

    /// <summary>How wrong any wall clock is at the most.</summary>
    public TimeSpan Skew { get; init; }

    /// <summary>Whether an older copy of the database is put back once.</summary>
    public bool Restores { get; init; }

    /// <summary>How often, in ten thousandths of the looks, somebody takes our key out of a voucher's text. Not together with
    /// <see cref="Restores"/>: what has lost its key and is in no database any more, nobody can know again.</summary>
    public int Edits { get; init; }

    /// <summary>Whether periods are locked for a while.</summary>
    public bool Locks { get; init; }

    /// <summary>Whether companies are checked before anything is sent: at first nobody has, then some closings are held by what was
    /// found, and in the end nothing is. Not together with <see cref="InOrder"/>: those behind one that is held go before it.</summary>
    public bool Checks { get; init; }

    /// <summary>Whether consent is revoked once, and given again.</summary>
    public bool Revokes { get; init; }

    /// <summary>Whether every closing is there before anything is sent, so that the vouchers must keep the order of the days.</summary>
    public bool InOrder { get; init; }

    /// <summary>Whether a person approves each voucher before it is sent.</summary>
    public bool ApprovesFirst { get; init; }

    /// <summary>How often, in ten thousandths of the looks, somebody wants a booked day corrected by another voucher.</summary>
    public int Corrections { get; init; }

    /// <summary>How many requests a minute Spiris takes.</summary>
    public int RequestsPerMinute { get; init; } = 600;

    /// <summary>What a stopped closing means for those behind it.</summary>
    public StoppedClosing WhenStopped { get; init; } = StoppedClosing.OthersGoOn;

    /// <summary>Whether each process believes the whole quota to be its own.</summary>
    public bool Greedy { get; init; }

    /// <summary>How long things go wrong. After that everything works, and everything must come to its end.</summary>
    public TimeSpan Troubled { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long everything may take to come to its end.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromDays(4);

    /// <summary>How many lanes one process runs at a time.</summary>
    public int Lanes { get; init; } = 4;

    /// <summary>What becomes of a certain request, whatever chance would have it.</summary>
    public Func<SimRequest, WireFate?> Fate { get; init; } = _ => null;

    /// <summary>What happens to a process at a certain point, whatever chance would have it.</summary>
    public Func<SimCrossing, SimEnd?> At { get; init; } = _ => null;

    /// <summary>Closings that say more than <see cref="Closings"/>: of one company, this many.</summary>
    public (int Company, int Closings)? Backlog { get; init; }

    /// <summary>What a seed draws.</summary>
    public static Scenario Draw(ulong seed)
    {
        var random = new SimRandom(seed);
        int Often() => random.OneOf(0, 0, 0, 100, 500, 2000);
        int Seldom() => random.OneOf(0, 0, 0, 20, 100);
        var inOrder = random.Happens(3000);
        var restores = !inOrder && random.Happens(2000);
        return new Scenario
        {
            Seed = seed,
            Processes = random.Between(1, 4),
            Companies = random.Between(1, 5),
            Closings = random.Between(1, 10),
            Wire = new SimFaults
            {
                Refused = Often(),
                RequestLost = Often(),
                AnswerLost = Often(),
                ErrorBefore = Often(),
                ErrorAfter = Often(),
                DoneLater = Often(),
                Truncated = Often(),
                TooMany = Often(),
                Unauthorised = Often(),
                Slow = Often(),
                Hidden = Often(),
                UnknownError = Seldom(),
            },
            Store = new SimStoreFaults { NotCommitted = Seldom(), AnswerLost = Seldom(), Slow = Seldom() },
            Kills = Seldom(),
            Freezes = Seldom(),
            LongestFreeze = TimeSpan.FromSeconds(random.OneOf(70, 300)),
            Skew = random.OneOf(TimeSpan.Zero, TimeSpan.FromHours(2)),
            Restores = restores,
            Edits = inOrder || restores ? 0 : random.OneOf(0, 500, 5000),
            Locks = !inOrder && random.Happens(2000),
            Revokes = random.Happens(2000),
            InOrder = inOrder,
            RequestsPerMinute = random.OneOf(600, 600, 60),
            ApprovesFirst = random.Happens(2000),
            Corrections = inOrder ? 0 : random.OneOf(0, 0, 5000),
        };
    }
}
