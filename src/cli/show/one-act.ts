import { describeAct, officeName, sayChange, sayTerm } from "#i18n";
import { type Entry, entryOf, epochMs, isWithheld } from "#record";
import type { Shown } from "../context.ts";
import { sayHappened, utc } from "../dates.ts";
import { wrap } from "../output.ts";
import { changesOf } from "./proposals.ts";

/** One act: what it says, in whose name, its three times, its place in the log, its corrections. */
export function showAct(it: Shown, entry: Entry): void {
  const { state, t, out } = it;
  const { act, seq, receivedAt } = entry;
  const corrections = state.corrections.get(act.id) ?? [];
  const changes =
    act.kind === "proposal.tabled" && entryOf(state, act.id, "proposal.tabled")
      ? changesOf(state, act.id)
      : [];
  const withheld = isWithheld(state, act);
  out.data({
    ...act,
    ...(withheld ? { payload: { withheld } } : {}),
    seq,
    receivedAt: new Date(receivedAt).toISOString(),
    corrections: withheld ? [] : corrections,
    changes,
  });
  out.line(wrap(describeAct(t, state, act), ""));
  out.line(`${officeName(t, state, act.by.office)}, ${act.by.capacity} (${act.by.member})`);
  if (act.happenedAt !== undefined) out.line(t("timeline.happened", { date: sayHappened(act.happenedAt) }));
  out.line(t("timeline.said", { date: utc(epochMs(act.saidAt)) }));
  out.line(t("timeline.received", { date: utc(receivedAt) }));
  out.line(`${t("show.place", { room: act.room, seq })} · ${act.id}`);
  if (withheld) {
    out.line(t("field.withheld"));
    return;
  }
  for (const { by } of corrections) out.line(t("show.correction", { id: by }));
  for (const change of changes) out.line(`  ${wrap(sayChange(t, state, change), "    ")}`);
  if ("payload" in act && act.payload && typeof act.payload === "object") {
    if ("terms" in act.payload && Array.isArray(act.payload.terms))
      for (const term of act.payload.terms)
        out.line(`  ${term.key}: ${wrap(sayTerm(t, state, term), "    ")}`);
    out.line();
    out.line(JSON.stringify(act.payload, undefined, 2));
  }
}
