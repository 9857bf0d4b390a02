import { isMessageKey, officeName, sayWord } from "#i18n";
import {
  checkpoints,
  checkpointWord,
  checksOf,
  endOf,
  epochMs,
  extensionAnswer,
  hoursBefore,
  known,
  missingParts,
  type Office,
  orderStep,
  partyOf,
  processOf,
  readinessOf,
  type State,
  truceAnswer,
} from "#record";
import type { Shown } from "../context.ts";
import { utc } from "../dates.ts";
import { wrap } from "../output.ts";

type Truce = NonNullable<ReturnType<State["truces"]["texts"]["get"]>>;

/** One text below its title: each side's word and order, the hours, what has changed them, what is missing, what to read again. */
export function printCourse(it: Shown, truce: Truce, order: readonly Office[]): void {
  const { state, t, say, out } = it;
  const { terms } = known(state, truce.id, "truce.tabled").act.payload;
  const line: Line = (words, isUnder = false) =>
    out.line(isUnder ? `      – ${wrap(words, " ".repeat(8))}` : `    ${wrap(words, "      ")}`);
  const name = (office: Office) => officeName(t, state, office);
  const end = endOf(state, truce);
  line(order.map((party) => `${name(party)}: ${sayWord(t, truceAnswer(state, truce, party))}`).join(" · "));
  if (terms.start) line(`${say("truces.starts")} ${utc(epochMs(terms.start.at))}`);
  if (end) line(`${say("truces.ends")} ${utc(epochMs(end.at))}`);
  if (end && terms.end && end !== terms.end) line(`${say("truces.first_end")} ${utc(epochMs(terms.end.at))}`);
  for (const party of order) printOrders(it, truce, party, line);
  printReadiness(it, truce, order, line);
  printChanges(it, truce, order, line);
  const missing = missingParts(terms).map((part) => {
    const key = `part.${part}`;
    return isMessageKey(key) ? t(key) : part;
  });
  if (missing.length > 0) line(t("show.missing", { words: missing.join("; ") }));
  printChecks(it, truce, line);
}

/** Writes a line; one that belongs to the line above stands further in. */
type Line = (words: string, isUnder?: boolean) => void;

// Each order with how far it has come, in the words of the side whose it is, and each assurance.
function printOrders({ state, t, say }: Shown, truce: Truce, party: Office, line: Line): void {
  const who = officeName(t, state, party);
  for (const id of truce.orders.get(party) ?? []) {
    const { number, signatory, issuedAt, echelonReached } = known(state, id, "truce.order_issued").act
      .payload;
    const issued = `${utc(epochMs(issuedAt))} · ${t("field.echelonReached")}: ${sayWord(t, echelonReached)}`;
    line(`${who}: ${say("truces.order")} · ${number}, ${signatory} · ${issued}`);
    for (const step of truce.steps.get(party) ?? []) {
      const said = known(state, step, "truce.order_acknowledged").act.payload;
      if (said.order !== id) continue;
      line(`${sayWord(t, said.step)} · ${sayWord(t, said.echelonReached)} · ${utc(epochMs(said.at))}`, true);
    }
    const isLast = truce.orders.get(party)?.at(-1) === id;
    if (isLast && orderStep(state, truce, party) !== "confirmed_by_units")
      line(`${sayWord(t, "confirmed_by_units")}: ${sayWord(t, "no_answer")}`, true);
  }
  for (const id of truce.guarantees.get(party) ?? []) {
    const { words, until } = known(state, id, "truce.guarantee_given").act.payload;
    line(
      `${who}: ${say("truces.guarantees")} · ${words} · ${say("truces.guarantee_until")} ${utc(epochMs(until))}`,
    );
  }
}

function printReadiness({ state, t, say }: Shown, truce: Truce, order: readonly Office[], line: Line): void {
  if (truce.readiness.size === 0) return;
  const words = (said: (party: Office) => string) =>
    order.map((party) => `${officeName(t, state, party)}: ${sayWord(t, said(party))}`).join(" · ");
  for (const one of checkpoints) {
    const when = say("truces.checkpoint", { n: hoursBefore(one) });
    line(`${when} · ${words((party) => checkpointWord(state, truce, party, one))}`);
  }
  line(`${say("truces.readiness")} · ${words((party) => readinessOf(state, truce, party))}`);
}

// What was said of the hours themselves: a later end, a zone taken out, the whole denounced.
function printChanges({ state, t, say }: Shown, truce: Truce, order: readonly Office[], line: Line): void {
  const name = (office: Office) => officeName(t, state, office);
  for (const extension of truce.extensions.values()) {
    const { end } = known(state, extension.id, "truce.extension_proposed").act.payload;
    const answers = order
      .filter((party) => party !== extension.author)
      .map((party) => `${name(party)}: ${sayWord(t, extensionAnswer(state, extension, party))}`);
    const proposed = say("truces.extension", { who: name(extension.author) });
    line(`${proposed} · ${utc(epochMs(end.at))} · ${answers.join(" · ")}`);
  }
  for (const { id, author, resumed } of truce.suspensions.values()) {
    const { zone, part, reason, from } = known(state, id, "truce.suspended_locally").act.payload;
    const where = part === undefined ? zone : `${zone}, ${part}`;
    const since = `${say("truces.suspended_from")} ${utc(epochMs(from))}`;
    const until = resumed && known(state, resumed, "truce.resumed").act.payload.at;
    const back = until ? ` · ${say("truces.resumed_at")} ${utc(epochMs(until))}` : "";
    line(`${say("truces.suspension", { who: name(author), zone: where })} · ${since}${back} · ${reason}`);
  }
  for (const party of order) {
    const id = truce.denounced.get(party);
    if (!id) continue;
    const { reason, effectiveAt } = known(state, id, "truce.denounced").act.payload;
    const effect = `${say("truces.takes_effect")} ${utc(epochMs(effectiveAt))}`;
    line(`${say("truces.denounced_by", { who: name(party) })} · ${effect} · ${reason}`);
  }
  for (const party of order) {
    const id = truce.closings.get(party);
    if (id)
      line(
        `${name(party)}: ${say("truces.closing")} · ${known(state, id, "truce.closing_reported").act.payload.words}`,
      );
  }
}

/** What in a text deserves a second look, each with the rule by which it is weighed. */
export function checksIn({ state }: Pick<Shown, "state">, truce: Truce) {
  const process = processOf(state);
  const { terms } = known(state, truce.id, "truce.tabled").act.payload;
  if (!process) return [];
  const { parties, order } = process;
  return checksOf(terms, { a: parties.a.zone, b: parties.b.zone }, order);
}

function printChecks(it: Shown, truce: Truce, line: Line): void {
  const { state, t, say } = it;
  const checks = checksIn(it, truce);
  if (checks.length > 0) line(`${say("truces.checks")}. ${say("truces.checks_words")}`);
  // what differs by its act or its zone alone is one thing to read
  const alike = Map.groupBy(checks, ({ check, part, detail: { side, words } }) =>
    [check, part, side, words].join(" "),
  );
  for (const all of alike.values()) {
    const [first] = all;
    if (!first) continue;
    const { check, law, part, detail } = first;
    const { side, words } = detail;
    const key = [`part.${part}`, `field.${part}`].find(isMessageKey);
    const params = {
      act: all.flatMap(({ detail: { act } }) => (act === undefined ? [] : sayWord(t, act))).join(", "),
      who: side === "a" || side === "b" ? officeName(t, state, partyOf(side)) : "",
      zone: [...new Set(all.flatMap(({ detail: { zone } }) => zone ?? []))].join(", "),
    };
    const quoted = words === undefined ? "" : ` “${words}”`;
    const rule = `(${key ? t(key) : part}; ${say(`truces.law.${law}`)})`;
    line(`${say(`truces.check.${check}`, params)}${quoted} ${rule}`, true);
  }
}
