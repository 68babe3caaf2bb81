using System.Collections.Immutable;
using System.Text;
using OpenOne.BackOffice.Bookkeeping;

namespace OpenOne.BackOffice.Pages.Bookkeeping;

/// <summary>The proposals as a file that a person looks through and reads in under Account mapping.</summary>
/// <remarks>The file is in its own address, so that nothing has to be stored for it. Keys and accounts are plain words and digits;
/// names of accounts, which come from a file that anybody may have written, stay out of it.</remarks>
internal static class ProposalFile
{
    public static string AddressOf(ImmutableArray<AccountProposal> proposals)
    {
        var text = new StringBuilder("\uFEFFkey;account\r\n");
        foreach (var proposal in proposals)
        {
            text.Append(proposal.Key).Append(';').Append(proposal.Account).Append("\r\n");
        }

        return "data:text/csv;charset=utf-8," + Uri.EscapeDataString(text.ToString());
    }
}
