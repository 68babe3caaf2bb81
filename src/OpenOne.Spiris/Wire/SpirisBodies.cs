using System.Text.Json.Serialization;
using OpenOne.Spiris.Invoicing;
using OpenOne.Spiris.Resources;

namespace OpenOne.Spiris.Wire;

/// <summary>How bodies are written: names as Spiris spells them, and nothing of what is not set.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NewSpirisCustomer))]
[JsonSerializable(typeof(CustomerBody))]
[JsonSerializable(typeof(NewSpirisArticle))]
[JsonSerializable(typeof(SalesAttachment))]
[JsonSerializable(typeof(SpirisAccountInput))]
[JsonSerializable(typeof(AppStatus))]
internal sealed partial class SpirisBodies : JsonSerializerContext;
