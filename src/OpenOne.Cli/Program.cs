using System.Text;
using OpenOne.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await OpenOneCommand.RunAsync(args, Surroundings.OfProcess());
