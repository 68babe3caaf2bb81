namespace OpenOne.BackOffice.Pages.Mapping;

/// <summary>The account mapping pages.</summary>
/// <remarks>The texts themselves are in the .resx files beside this one.</remarks>
public sealed class MappingTexts;
