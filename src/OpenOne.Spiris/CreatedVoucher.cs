using System.Text.Json;
using OpenOne.Spiris.Wire;

namespace OpenOne.Spiris;

/// <summary>What we need of Spiris' answer to a voucher that it has created.</summary>
/// <remarks>Read more leniently than a voucher in a list: nothing but id and number decides, and what cannot be read
/// must not hide them. Source: OpenAPI 2026-09, <c>VoucherApi</c>.</remarks>
internal sealed record CreatedVoucher(Guid? Id, string? NumberAndNumberSeries, string? VoucherText)
{
    /// <summary>Reads the body of a 201; <see langword="null"/> when it is not the whole JSON object it should
    /// be.</summary>
    internal static CreatedVoucher? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, SpirisJson.Default.CreatedVoucher);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
