using System.Net;

namespace OpenOne.Spiris.Wire;

/// <summary>What became of one call, as far as the wire can tell.</summary>
internal abstract record Exchange
{
    private Exchange()
    {
    }

    /// <summary>An answer came, whole.</summary>
    /// <param name="Status">Its status.</param>
    /// <param name="Body">Its body, to the last byte.</param>
    /// <param name="WaitHeader">What its Retry-After header asked for, if it had one.</param>
    internal sealed record Answered(HttpStatusCode Status, ReadOnlyMemory<byte> Body, TimeSpan? WaitHeader) : Exchange
    {
        private SpirisError? _error;

        /// <summary>What Spiris said was wrong, as far as the body says so.</summary>
        internal SpirisError Error => _error ??= SpirisError.Read(Body.Span);

        /// <summary>How long we were asked to wait: by the header, else by the words of the error.</summary>
        internal TimeSpan? RetryAfter => WaitHeader ?? Wire.RetryAfter.InWords(Error.Message);

        /// <summary>The answer in one sentence, for people and logs.</summary>
        internal string Described => Error.Message is { } said
            ? $"Spiris answered {(int)Status}: {said}"
            : $"Spiris answered {(int)Status} without an explanation.";
    }

    /// <summary>Not one byte of the request's body had left when it failed.</summary>
    internal sealed record NotSent(string Problem, TimeSpan? RetryAfter = null) : Exchange;

    /// <summary>The request may have been taken in, and no whole answer came.</summary>
    internal sealed record Lost(string Problem) : Exchange;

    /// <summary>Nothing was taken in, because we no longer have access to the company.</summary>
    internal sealed record NoAccess(string Problem) : Exchange;
}
