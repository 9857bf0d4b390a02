import { bench as lists } from "../src/cli/match/match.bench.ts";
import { bench as exchange } from "../src/exchange/exchange.bench.ts";
import { bench as ledger } from "../src/ledger/ledger.bench.ts";
import { bench as match } from "../src/match/match.bench.ts";
import { bench as plan } from "../src/plan/plan.bench.ts";
import { bench as truce } from "../src/plan/truce/truce.bench.ts";
import { bench as reader } from "../src/reader/reader.bench.ts";
import { bench as record } from "../src/record/record.bench.ts";
import { bench as replica } from "../src/replica/live/live.bench.ts";
import { bench as http } from "../src/server/http/http.bench.ts";
import { bench as registry } from "../src/server/registry.bench.ts";
import { bench as registries } from "../src/server/two-registries.bench.ts";
import { bench as store } from "../src/store/store.bench.ts";

/** The benches by name; `record` is the way of an act from admission to state. */
const benches: Readonly<Record<string, readonly (() => Promise<void>)[]>> = {
  record: [record, registry],
  ledger: [ledger],
  replica: [replica],
  exchange: [exchange],
  plan: [plan, truce],
  reader: [reader],
  server: [http],
  registries: [registries],
  store: [store],
  match: [match, lists],
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(benches, name));
if (names.length === 0 || unknown.length > 0) {
  console.error(`Name a bench: ${Object.keys(benches).join(", ")}.`);
  process.exit(2);
}
for (const name of names) for (const run of benches[name] ?? []) await run();
