namespace OpenOne.BackOffice.Invoices;

/// <summary>What came of choosing one of a company's own articles for a product group.</summary>
public abstract record ArticleChoosing
{
    private ArticleChoosing()
    {
    }

    /// <summary>Its rows stand on it from now on.</summary>
    public sealed record Chosen : ArticleChoosing;

    /// <summary>Its rows stand on an article of ours again.</summary>
    public sealed record OursAgain : ArticleChoosing;

    /// <summary>The company sells nothing that is called so, at that rate and on that account.</summary>
    public sealed record NothingToChooseFor : ArticleChoosing;

    /// <summary>Spiris has no article with that number.</summary>
    public sealed record NoSuchArticle : ArticleChoosing;

    /// <summary>The article is not active.</summary>
    public sealed record NotActive : ArticleChoosing;

    /// <summary>The article's coding has another rate or books on another account than the mapping says.</summary>
    public sealed record BooksElsewhere : ArticleChoosing;

    /// <summary>Spiris could not be asked.</summary>
    public sealed record NotAsked(string Problem) : ArticleChoosing;
}
