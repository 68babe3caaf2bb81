using OpenOne.Sie.Bench;

var quick = args.Contains("--quick");
var vouchers = MadeVouchers.Make(quick ? 2_000 : 20_000);
return InMemory.Run(vouchers, rounds: quick ? 3 : 9) && BesidePeers.Run(vouchers, rounds: quick ? 1 : 5) ? 0 : 1;
