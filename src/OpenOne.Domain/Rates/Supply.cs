namespace OpenOne.Domain.Rates;

/// <summary>What a restaurant sells, as far as its VAT depends on it.</summary>
public enum Supply
{
    /// <summary>Food and drink that are served (restaurang- och cateringtjänst), beer of at most 3.5 per cent by volume included.</summary>
    Served = 1,

    /// <summary>Food and drink that are taken away (livsmedel, avhämtning), beer of at most 3.5 per cent by volume included.</summary>
    TakenAway = 2,

    /// <summary>Spirits, wine and strong beer, served or taken away.</summary>
    Alcohol = 3,

    /// <summary>Everything else that has no rate of its own here, such as a cloakroom.</summary>
    Other = 4,
}
