namespace SpirisSandbox.SharedChecks.TypedClient;

/// <summary>Adds a query to requests, since the document of 2021 leaves <c>$filter</c> and its like out of its operations.</summary>
internal sealed class QueryHandler() : DelegatingHandler(new HttpClientHandler())
{
    /// <summary>What stands after the question mark; null for nothing.</summary>
    public string? Query { get; set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Query is not null)
        {
            request.RequestUri = new UriBuilder(request.RequestUri!) { Query = Query }.Uri;
        }

        return base.SendAsync(request, cancellationToken);
    }
}
