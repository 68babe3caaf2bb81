using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OpenOne.BackOffice.Tests.Authorisation;

/// <summary>Hears what a server logs, from information on.</summary>
public sealed class HeardLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Message)> _heard = new();

    public IEnumerable<string> Warnings => Of(LogLevel.Warning);

    public IEnumerable<string> Errors => Of(LogLevel.Error);

    public static HeardLog Of(BackOfficeServer server)
    {
        var heard = new HeardLog();
        server.Services.GetRequiredService<ILoggerFactory>().AddProvider(heard);
        return heard;
    }

    /// <summary>Everything that was heard since this was last asked.</summary>
    public IReadOnlyList<string> TakeAll()
    {
        var lines = new List<string>();
        while (_heard.TryDequeue(out var line))
        {
            lines.Add(line.Message);
        }

        return lines;
    }

    public ILogger CreateLogger(string categoryName) => new Ear(_heard);

    public void Dispose()
    {
    }

    private IEnumerable<string> Of(LogLevel level) => _heard.Where(line => line.Level == level).Select(line => line.Message);

    private sealed class Ear(ConcurrentQueue<(LogLevel, string)> heard) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                heard.Enqueue((logLevel, formatter(state, exception)));
            }
        }
    }
}
