using System.CommandLine;
using System.CommandLine.Parsing;

namespace OpenOne.Cli;

/// <summary>An option that is the address of a server.</summary>
internal static class AddressOption
{
    /// <summary>Where <c>./run.sh</c> starts BackOffice.</summary>
    public static readonly Uri BackOffice = new("http://localhost:5080");

    /// <summary>Where <c>./run.sh</c> starts the sandbox.</summary>
    public static readonly Uri Sandbox = new("http://localhost:5090");

    public static Option<Uri> Create(string name, string description, Uri otherwise) => new(name)
    {
        Description = description,
        HelpName = "address",
        DefaultValueFactory = _ => otherwise,
        CustomParser = Read,
    };

    private static Uri? Read(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
        {
            return address;
        }

        argument.AddError($"'{text}' is not an address such as http://localhost:5080.");
        return null;
    }
}
