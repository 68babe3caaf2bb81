using System.ComponentModel.DataAnnotations;

namespace SpirisSandbox.Faults;

/// <summary>The faults that wait. A request is struck by the oldest rule that matches it.</summary>
public sealed class WaitingFaults
{
    private readonly Lock _lock = new();
    private readonly List<Waiter> _waiters = [];

    /// <summary>The rules that are not used up, oldest first, with the times they have left.</summary>
    public IReadOnlyList<FaultRule> Waiting
    {
        get
        {
            lock (_lock)
            {
                return [.. _waiters.Select(waiter => waiter.Rule with { Times = waiter.Left })];
            }
        }
    }

    /// <exception cref="ValidationException">A number of the rule or of its fault is out of its range.</exception>
    public void Add(FaultRule rule)
    {
        Validator.ValidateObject(rule, new ValidationContext(rule), validateAllProperties: true);
        Validator.ValidateObject(rule.Fault, new ValidationContext(rule.Fault), validateAllProperties: true);
        lock (_lock)
        {
            _waiters.Add(new Waiter(rule));
        }
    }

    /// <summary>Strikes the next request with this method and path once.</summary>
    public void Next(string method, string path, Fault fault) =>
        Add(new FaultRule { Method = method, Path = path, Fault = fault });

    public void Clear()
    {
        lock (_lock)
        {
            _waiters.Clear();
        }
    }

    internal Fault? Take(HttpRequest request)
    {
        lock (_lock)
        {
            var waiter = _waiters.FirstOrDefault(waiter => waiter.Strikes(request));
            if (waiter is not null && --waiter.Left == 0)
            {
                _waiters.Remove(waiter);
            }

            return waiter?.Rule.Fault;
        }
    }

    private sealed class Waiter(FaultRule rule)
    {
        private readonly Random _chance = new(rule.Seed);

        public FaultRule Rule { get; } = rule;

        public int? Left { get; set; } = rule.Times;

        public bool Strikes(HttpRequest request) =>
            Rule.Matches(request) && (Rule.Probability >= 1 || _chance.NextDouble() < Rule.Probability);
    }
}
