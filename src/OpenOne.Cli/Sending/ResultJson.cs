using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenOne.Cli.BackOffice;
using OpenOne.Cli.Demo;

namespace OpenOne.Cli.Sending;

/// <summary>The results for a machine: one JSON document. Part of the contract; members are only added.</summary>
internal static class ResultJson
{
    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="demo">How to get into the demo, where it was the demo that was run.</param>
    public static void Write(
        TextWriter output, Uri server, IReadOnlyList<SentClosing> closings, ExitCode code, DemoFile? demo = null)
    {
        var run = new Run((int)code, server, [.. closings.Select(Closing.Of)], demo);
        output.WriteLine(JsonSerializer.Serialize(run, Layout));
    }

    /// <param name="ExitCode">What the process exits with.</param>
    private sealed record Run(int ExitCode, Uri Server, IReadOnlyList<Closing> Closings, DemoFile? Demo);

    /// <param name="Outcome">accepted, replayed, refused, unreachable or failed.</param>
    /// <param name="Status">The status code of the answer, where there was one.</param>
    /// <param name="Total">Sales in kronor, VAT included.</param>
    /// <param name="Problem">The server's problem details, as they came.</param>
    private sealed record Closing(
        string Source,
        string? OrganisationNumber,
        string? Register,
        long? ZNumber,
        string? BusinessDate,
        decimal? Total,
        string Outcome,
        int? Status,
        string? State,
        BookedVoucher? Voucher,
        IReadOnlyList<HoldReason>? Reasons,
        JsonElement? Problem,
        string Remark)
    {
        public static Closing Of(SentClosing sent)
        {
            var (outcome, status) = sent.Submission switch
            {
                Submission.Accepted { IsReplay: true } => ("replayed", 200),
                Submission.Accepted => ("accepted", 202),
                Submission.Refused refused => ("refused", refused.Status),
                Submission.Busy => ("unreachable", 503),
                Submission.Unreachable => ("unreachable", default(int?)),
                Submission.Failed failed => ("failed", failed.Status),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            var document = sent.Document;
            return new Closing(
                document.Source, document.OrganisationNumber, document.Register,
                document.ZNumber, document.BusinessDate, document.Total,
                outcome, status, sent.Status?.State, sent.Status?.Voucher, sent.Status?.Reasons,
                (sent.Submission as Submission.Refused)?.Problem.Json, sent.Remark);
        }
    }
}
