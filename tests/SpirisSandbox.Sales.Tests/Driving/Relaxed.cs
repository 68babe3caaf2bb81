using System.Text.Encodings.Web;
using System.Text.Json;

namespace SpirisSandbox.Sales.Tests.Driving;

/// <summary>JSON that leaves å, ä and ö as they are, as the API writes it.</summary>
internal static class Relaxed
{
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
