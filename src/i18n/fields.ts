import { type Act, isKind, isWithheld, type State, type TruceTerms } from "#record";
import { sayPurpose } from "./names.ts";
import { sayHappened } from "./times.ts";
import type { Translate } from "./translate.ts";
import { isObject, labelOf, type Place, sayValue, typeOf } from "./values.ts";
import { sayLongList } from "./wristbands.ts";

/** `whole`: all of it, where the value tells a long list by its number, its first and its last. */
export type SaidField = { readonly label: string; readonly value: string; readonly whole?: string };
/** A public key in a form to compare by voice or with paper. */
export type Fingerprint = (key: string) => string;

/**
 * Everything that an act says, field by field in the reader's words: what its author reads before he signs. Nothing
 * of the payload is left out; names of fields and codes are said in the reader's language.
 */
export function sayFields(
  t: Translate,
  state: State,
  act: Act,
  fingerprint?: Fingerprint,
): readonly SaidField[] {
  if (isWithheld(state, act)) return withheldFields(t, act);
  const said: SaidField[] = [];
  if (act.happenedAt !== undefined)
    said.push({ label: t("field.happenedAt"), value: sayHappened(t, state, act.happenedAt) });
  const at: Place = { t, state, kind: act.kind, path: [], fingerprint };
  if (isObject(act.payload)) said.push(...payloadFields(at, act.payload));
  if (act.sealed) {
    const bytes = Math.floor((act.sealed.file.replaceAll("=", "").length * 3) / 4);
    said.push({ label: t("field.paper"), value: t("field.sealed", { bytes }) });
    said.push({ label: t("field.commitment"), value: act.sealed.commitment });
  }
  if (act.refs.length > 0)
    said.push({
      label: t("field.refs"),
      value: sayValue(
        { ...at, path: ["refs"] },
        act.refs.map((one) => one.id),
      ),
    });
  return said;
}

// Of what rests on a withdrawn consent nothing is said but that; of the consent itself, what it was for.
function withheldFields(t: Translate, act: Act): readonly SaidField[] {
  const purpose =
    act.kind === "consent.given" || act.kind === "forensic.sample_consented"
      ? [{ label: t("field.purpose"), value: sayPurpose(t, act.payload.purpose) }]
      : [];
  return [...purpose, { label: t("field.consent"), value: t("field.withheld") }];
}

function payloadFields(at: Place, payload: Readonly<Record<string, unknown>>): readonly SaidField[] {
  return Object.entries(payload).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const here: Place = { ...at, path: [...at.path, name] };
    if (name === "terms") return termFields(here, value);
    if (name === "payload" && at.kind === "act.corrected" && isObject(value))
      return correctedFields(at, payload, value);
    const label = labelOf(here);
    const short = sayLongList(here, payload, value);
    const whole = sayValue(here, value);
    return [short === undefined ? { label, value: whole } : { label, value: short, whole }];
  });
}

/** The parts of a truce text in the reader's words, by the name of the part. */
export function sayTruceParts(t: Translate, state: State, terms: TruceTerms): ReadonlyMap<string, SaidField> {
  const at: Place = { t, state, kind: "truce.tabled", path: ["terms"], fingerprint: undefined };
  return new Map(
    Object.entries(terms).flatMap(([part, value]) => {
      const [field] = payloadFields(at, { [part]: value });
      return field ? [[part, field] as const] : [];
    }),
  );
}

// The terms of a proposal or a point are a list; those of a truce are named parts.
function termFields(at: Place, terms: unknown): readonly SaidField[] {
  if (Array.isArray(terms))
    return terms.filter(isObject).map((term) => ({
      label: at.t("field.term", { key: String(term.key).replaceAll("_", " "), type: typeOf(at.t, term) }),
      value: sayValue(at, term),
    }));
  return isObject(terms) ? payloadFields(at, terms) : [];
}

// The corrected wording has the fields of the act that it corrects.
function correctedFields(
  at: Place,
  { act: corrected }: Readonly<Record<string, unknown>>,
  payload: Readonly<Record<string, unknown>>,
): readonly SaidField[] {
  const kind = at.state.entries.get(corrected as never)?.act.kind; // any text is looked up
  const inner: Place = { ...at, kind: kind && isKind(kind) ? kind : "act.corrected" };
  return payloadFields(inner, payload).map((field) => ({
    ...field,
    label: at.t("field.corrected", { label: field.label }),
  }));
}
