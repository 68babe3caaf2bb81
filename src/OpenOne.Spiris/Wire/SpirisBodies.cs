using System.Text.Json.Serialization;
using OpenOne.Spiris.Resources;

namespace OpenOne.Spiris.Wire;

/// <summary>How bodies are written: names as Spiris spells them, and nothing of what is not set.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CustomerBody))]
[JsonSerializable(typeof(NewSpirisCustomer))]
[JsonSerializable(typeof(SpirisAccountInput))]
[JsonSerializable(typeof(AppStatus))]
internal sealed partial class SpirisBodies : JsonSerializerContext;
