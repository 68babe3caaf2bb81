using System.Text.Json.Serialization;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Resources;

namespace OpenOne.Spiris.Wire;

/// <summary>How Spiris' JSON is read: names as it spells them, numbers also where they come as text, and whatever it
/// adds left alone.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(TokenResponse))]
[JsonSerializable(typeof(CreatedVoucher))]
[JsonSerializable(typeof(CompanySettings))]
[JsonSerializable(typeof(SpirisCustomer))]
[JsonSerializable(typeof(Page<SpirisCustomer>))]
[JsonSerializable(typeof(Page<FiscalYear>))]
[JsonSerializable(typeof(Page<SpirisAccount>))]
[JsonSerializable(typeof(Page<SpirisTermsOfPayment>))]
[JsonSerializable(typeof(Page<SpirisUser>))]
[JsonSerializable(typeof(Page<SpirisVatCode>))]
[JsonSerializable(typeof(Page<SpirisCostCenter>))]
[JsonSerializable(typeof(SpirisAccount))]
[JsonSerializable(typeof(AppStatus))]
[JsonSerializable(typeof(Page<SpirisVoucher>))]
internal sealed partial class SpirisJson : JsonSerializerContext;
