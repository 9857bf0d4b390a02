// Run by the bench as a process of its own: follows the feed many times over, and says how long each entry took.
import { get } from "node:http";

const [url = "", cookie = "", room = "", followers = "0", entries = "0"] = process.argv.slice(2);
const count = Number(followers);
const most = Number(entries);
const arrived = new Float64Array(count * most);
const misplaced = { doubled: 0, skipped: 0 };
const clock = () => performance.timeOrigin + performance.now();
let connected = 0;

for (let i = 0; i < count; i++) follow(i);
process.stdin.setEncoding("utf8");
let posted = "";
process.stdin.on("data", (text) => {
  posted += text;
});
process.stdin.on("end", () => {
  process.stdout.write(`${JSON.stringify(summary(JSON.parse(posted)))}\n`, () => process.exit(0));
});

function follow(i: number): void {
  get(`${url}/api/feed`, { headers: { cookie } }, (answer) => {
    if (++connected === count) process.stdout.write("connected\n");
    let held = "";
    let next = 0;
    answer.setEncoding("latin1").on("data", (chunk: string) => {
      held += chunk;
      for (let end = held.indexOf("\n\n"); end !== -1; end = held.indexOf("\n\n")) {
        const event = held.slice(0, end);
        held = held.slice(end + 2);
        const found = /"room":"([a-z-]+)","from":(\d+),/.exec(event);
        if (found?.[1] !== room) continue;
        const from = Number(found[2]);
        const size = event.split('","').length - 1; // one such joint before the entries, and one between any two
        if (from > next) misplaced.skipped += from - next;
        if (from < next) misplaced.doubled += next - from;
        const at = clock();
        for (let seq = from; seq < from + size && seq < most; seq++) arrived[i * most + seq] = at;
        next = from + size;
      }
    });
  });
}

function summary(postedAt: readonly number[]) {
  const delays: number[] = [];
  let lost = 0;
  for (let i = 0; i < count; i++)
    for (let seq = 0; seq < postedAt.length; seq++) {
      if (postedAt[seq] === 0) continue; // said before the clock started
      const at = arrived[i * most + seq] ?? 0;
      if (at === 0) lost += 1;
      else delays.push(at - (postedAt[seq] ?? 0));
    }
  delays.sort((a, b) => a - b);
  const share = (p: number) => delays[Math.min(delays.length - 1, Math.floor(delays.length * p))];
  return {
    seen: delays.length,
    lost,
    ...misplaced,
    median: share(0.5),
    p99: share(0.99),
    most: delays.at(-1),
  };
}
