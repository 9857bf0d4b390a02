import { describeAct } from "#i18n";
import { type Entry, epochMs, happenedMs } from "#record";
import { type Common, heading, type Shown, shown } from "./context.ts";
import { sayHappened, utc } from "./dates.ts";
import { wrap } from "./output.ts";

/** `parley timeline DIR`: what happened, in the order in which it happened, with the three times. */
export function timelineCommand(path: string, options: Common & { readonly times?: boolean }): Promise<void> {
  return shown(path, options, (it) => {
    const { state, t, out } = it;
    out.data(
      told(it).map(({ seq, receivedAt, act }) => ({
        happenedAt: act.happenedAt ?? act.saidAt,
        saidAt: act.saidAt,
        receivedAt: new Date(receivedAt).toISOString(),
        room: act.room,
        seq,
        id: act.id,
        kind: act.kind,
        by: act.by,
        words: describeAct(t, state, act),
      })),
    );
    printTimeline(it, options.times ?? false);
  });
}

/** One line for each act, and where it is asked for a second one with its other times. */
export function printTimeline(it: Shown, withTimes: boolean): void {
  const { state, t, out } = it;
  heading(it, t("timeline.title"));
  for (const { receivedAt, act } of told(it)) {
    const when = act.happenedAt === undefined ? utc(epochMs(act.saidAt)) : sayHappened(act.happenedAt);
    out.line(`${when.padEnd(22)} ${wrap(describeAct(t, state, act), " ".repeat(23), 110)}`);
    if (!withTimes) continue;
    const said = t("timeline.said", { date: utc(epochMs(act.saidAt)) });
    const received = t("timeline.received", { date: utc(receivedAt) });
    out.line(`${" ".repeat(23)}${said} · ${received} · ${act.room} · ${act.id}`);
  }
}

// Acts on seats are in `show people`.
function told({ reading }: Shown): readonly Entry[] {
  const seats = ["seat.granted", "seat.revoked", "head.replaced"];
  return reading.entries.filter((entry) => !seats.includes(entry.act.kind)).toSorted(byTime);
}

/** By when it happened, then by when it was received; of the same moment, by act id. */
export function byTime(one: Entry, other: Entry): number {
  const at = ({ act }: Entry) =>
    act.happenedAt === undefined ? epochMs(act.saidAt) : happenedMs(act.happenedAt);
  return at(one) - at(other) || one.receivedAt - other.receivedAt || (one.act.id < other.act.id ? -1 : 1);
}
