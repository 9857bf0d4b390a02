import { type ProblemCode, problemCatalogue } from "#base";
import { emptyState, fillWords, type State } from "#record";
import { sayNamed, sayPath } from "./named.ts";
import { matchReason, problemInReason } from "./reason-patterns.ts";
import { isTexts, refusalIn, sayRule } from "./rule-words.ts";
import { fill, type Named, needsOfMessage, refusals } from "./sentences.ts";
import type { Translate } from "./translate.ts";

/** A problem of the catalogue, or as another host sent it. */
export type ProblemToSay = {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
};

/**
 * A refusal in the reader's language, from its code and its details alone; rooms and offices are said by their names
 * where the state of the record is at hand. What this catalogue does not know, as from a later host, stays as it came.
 */
export function sayProblem(
  t: Translate,
  problem: ProblemToSay,
  state?: State,
): { readonly title: string; readonly detail: string } {
  const { code, title, detail, details = {} } = problem;
  const asItCame = { title, detail };
  if (!isCode(code)) return asItCame;
  const uk = refusals.uk.problems[`${code}.detail`];
  if (uk === undefined) return asItCame;
  const own = ownDetails([...needsOfMessage("uk", uk).keys()], details);
  if (!own) return asItCame;
  if (t.language === "en") return state ? { title, detail: english(t, state, problem, code, own) } : asItCame;
  const { problems } = refusals[t.language];
  const said = fill(
    t.language,
    problems[`${code}.detail`] ?? "",
    spoken(t, state ?? emptyState(), code, own, details),
  );
  return said === undefined ? asItCame : { title: problems[`${code}.title`] ?? title, detail: said };
}

type Details = { readonly [name: string]: string | number | readonly string[] };

function isCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemCatalogue, code);
}

/** What the sentence names, where all of it is there. */
function ownDetails(
  names: readonly string[],
  details: Readonly<Record<string, unknown>>,
): Details | undefined {
  const own: Record<string, string | number | readonly string[]> = {};
  for (const name of names) {
    const value = Object.hasOwn(details, name) ? details[name] : undefined;
    if (typeof value === "string" || typeof value === "number" || isTexts(value)) own[name] = value;
    else return undefined;
  }
  return own;
}

function spoken(
  t: Translate,
  state: State,
  code: ProblemCode,
  own: Details,
  details: Readonly<Record<string, unknown>>,
): Named {
  const said = Object.entries(own).map(([name, value]): [string, string | number] => {
    if (typeof value === "number") return [name, value];
    if (typeof value !== "string") return [name, value.join(", ")];
    if (name === "reason") return [name, sayReason(t, value, state)];
    if (code === "act.refused_by_rule" && name === "words") {
      const refused = refusalIn({ ...own, params: details.params });
      return [name, refused ? sayRule(t, state, refused) : value];
    }
    if (name === "path" && (code === "act.malformed" || code === "act.mixed_scripts"))
      return [name, sayPath(t, value)];
    // here alone these names stand for offices
    if (code === "replica.other_office") return [name, sayNamed(t, state, "office", value)];
    return [name, sayNamed(t, state, name, value)];
  });
  return Object.fromEntries(said);
}

// The catalogue's own sentence, with names for codes; as it came where the host says it otherwise.
function english(
  t: Translate,
  state: State,
  { detail, details = {} }: ProblemToSay,
  code: ProblemCode,
  own: Details,
): string {
  if (Object.values(own).some((value) => typeof value === "object")) return detail;
  const say = problemCatalogue[code].detail as (details: unknown) => string; // what it names has been looked up
  try {
    return say(own) === detail ? say(spoken(t, state, code, own, details)) : detail;
  } catch {
    return detail; // a host that sent a text where the sentence needs a list
  }
}

/**
 * Why something is refused, where a problem carries its reason as one English sentence: in the reader's language, with
 * rooms and offices by their names. Words of another program, and of a later host, stay as they came.
 */
export function sayReason(t: Translate, reason: string, state: State = emptyState()): string {
  const found = matchReason(reason);
  if (!found) {
    const problem = problemInReason(reason);
    if (!problem) return reason;
    const { title, detail } = sayProblem(t, problem, state);
    return `${title} ${detail}`;
  }
  const { template, parts } = found;
  const named = Object.entries(parts).map(([name, part]) => [
    name,
    name === "reason" ? sayReason(t, part, state) : sayNamed(t, state, name, part),
  ]);
  const said: Named = Object.fromEntries(named);
  if (t.language === "en") return fillWords(template, said);
  return fill(t.language, refusals[t.language].reasons[template] ?? "", said) || reason;
}
