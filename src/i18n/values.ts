import {
  type ActId,
  type Amount,
  type Claim,
  type ClaimSource,
  codeInGroups,
  isCode,
  office,
  partyOf,
  type ReportCited,
  type ReportEntry,
  type State,
  type Term,
} from "#record";
import { sayBareAmount, sayClaim } from "./amounts.ts";
import { describeAct } from "./describe.ts";
import { officeName, roomName, sayCell, sayListKind, sayPurpose, sayWord } from "./names.ts";
import { sayTerm } from "./terms.ts";
import { isTime, sayHappened, sayTime } from "./times.ts";
import { isMessageKey, type Translate } from "./translate.ts";

/** Where in an act a value stands: the same name means other things in other places. */
export type Place = {
  readonly t: Translate;
  readonly state: State;
  readonly kind: string;
  /** The names of the fields down to the value; places in lists are left out. */
  readonly path: readonly string[];
  readonly fingerprint: ((key: string) => string) | undefined;
};

type Fields = Readonly<Record<string, unknown>>;

/** What a field is called; the party's or the language's own name where that is what it stands for. */
export function labelOf({ t, state, kind, path }: Place): string {
  const name = path.at(-1) ?? "";
  const parent = path.at(-2) ?? kind;
  if (parent === "parties" && (name === "a" || name === "b")) return officeName(t, state, partyOf(name));
  if ((parent === "label" || parent === "title") && name.length === 2) return languageName(t, name);
  const part = `part.${name}`;
  if (parent === "terms" && kind.startsWith("truce.") && isMessageKey(part)) return t(part);
  if (name === "localA" || name === "localB")
    return t(`field.${name}`, { label: officeName(t, state, partyOf(name === "localA" ? "a" : "b")) });
  const keys = [`field.${parent}.${name}`, `field.${name}`];
  const key = keys.find(isMessageKey);
  return key ? t(key) : name;
}

/** A value of a field in words; what consists of parts has a line for each. */
export function sayValue(at: Place, value: unknown): string {
  if (typeof value === "string") return sayText(at, value);
  if (typeof value === "number") return sayNumber(at.t, value);
  if (typeof value === "boolean") return at.t(value ? "field.yes" : "field.no");
  if (Array.isArray(value)) return sayList(at, value);
  return isObject(value) ? sayObject(at, value) : "";
}

export function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What kind of term it is. */
export function typeOf(t: Translate, term: Fields): string {
  const key = `type.${String(term.type)}`;
  return isMessageKey(key) ? t(key) : String(term.type);
}

// Fields that hold one of a few words of the record, wherever they stand.
const wordFields = new Set([
  "answer",
  "commingled",
  "disc",
  "furtherParts",
  "genes",
  "holds",
  "level",
  "news",
  "relation",
  "class",
  "decision",
  "wish",
  "box",
  "carriage",
  "cause",
  "checkpoint",
  "confidence",
  "counter",
  "diedAfter",
  "diedBefore",
  "echelon",
  "echelonReached",
  "emblem",
  "event",
  "extent",
  "ground",
  "hazards",
  "precedence",
  "remains",
  "stance",
  "state",
  "step",
  "task",
  "track",
  "unit",
  "whose",
  "wounded",
  "breakthrough",
  "categories",
  "measure",
  "media",
  "role",
  "scope",
  "shows",
  "talksContinue",
  "tracks",
]);
const wordsOfKind = new Set([
  "exception/type",
  "exceptions/type",
  "round.proposed/format",
  "preparatory.held/format",
  "statement.claim_noted/type",
  "eligibility.proposed/category",
  "eligibility.withheld/reason",
  "parts/category",
  "reserves/category",
  "term/reference",
  "conduct/act",
  "conduct/may",
  "terms/returnFireLadder",
  "terms/breachResponse",
  "tranche.substitution_proposed/reason",
  "answers/reason",
  "basis/type",
  "assertion.made/property",
  "assertion.made/precision",
  "assertion.made/basis",
  "return.received/condition",
  "return.step_done/step",
  "return.step_done/outcome",
  "return.finding_recorded/site",
  "return.finding_recorded/laterality",
  "return.finding_recorded/kind",
  "return.finding_recorded/consistency",
  "return.impression_recorded/consistency",
  "consent.given/takenBy",
  "consent.given/shares",
  "site.withdrawn/reason",
  "teams/type",
  "mission.ended/outcome",
  "forensic.container_recorded/belongs",
  "forensic.container_checked/found",
  "forensic.custody_given/seals",
  "forensic.custody_taken/seals",
  "forensic.identification_revoked/reason",
  "forensic.sample_consented/takenBy",
  "forensic.family_told/capacity",
  "forensic.family_told/place",
  "footage.person_marked/whenFilmed",
  "footage.person_marked/now",
  "footage.person_marked/shownBy",
  "footage.held_checked/himself",
  "footage.held_checked/comrades",
  "credentials/found",
  "boxes/covers",
  "cover/sound",
  "footage.released/sound",
  "footage.released/ground",
  "with/type",
  "counts/what",
  "evidence/type",
]);
const officeFields = new Set(["office", "onBehalfOf"]);
const sideFields = new Set(["from", "to", "side", "order", "of", "heldBy", "returnedBy"]);
const keyFields = new Set(["head", "key"]);
const idForm = /^[a-z2-7]{25}[aeimquy4]$/;
const keyForm = /^[A-Za-z0-9+/]{43}=$/;

function sayText(at: Place, text: string): string {
  const { t, state, kind, path, fingerprint } = at;
  const name = path.at(-1) ?? "";
  const parent = path.at(-2) ?? kind;
  if (name === "kind" && kind.startsWith("list.")) return sayListKind(t, text);
  if ((name === "code" || name === "came") && isCode(text)) return codeInGroups(text);
  if (name === "class" && parent === "entry") return t(`entry.${text as ReportEntry["class"]}`); // as its form has it
  if (idForm.test(text)) return sayReference(at, text);
  if (name === "belongs" && (text === "a" || text === "b")) return officeName(t, state, partyOf(text));
  if (wordFields.has(name) || wordsOfKind.has(`${parent}/${name}`) || (name === "kind" && parent === "terms"))
    return sayWord(t, text);
  if (
    name === "purposes" ||
    (name === "purpose" &&
      (parent === "terms" || parent === "consent.given" || parent === "forensic.sample_consented"))
  )
    return sayPurpose(t, text);
  if (sideFields.has(name) && (text === "a" || text === "b")) return officeName(t, state, partyOf(text));
  if (name === "of") return sayWord(t, text);
  if (
    officeFields.has(name) ||
    (name === "to" && (parent === "document.handed_over" || parent === "forensic.custody_given"))
  )
    return sayOffice(at, text);
  if (name === "language" || name === "languages") return languageName(t, text);
  if (isTermKey(at)) return text === "meeting" ? t("word.meeting") : text.replaceAll("_", " ");
  const isKey = keyFields.has(name) && keyForm.test(text);
  if ((isKey || name === "recipient") && fingerprint) return sayKey(t, text, fingerprint(text));
  return isDateField(at) && isTime(text) ? sayTime(t, state, text) : text;
}

// A recipient is some two thousand letters long: nobody reads it, and its fingerprint tells it from any other.
function sayKey(t: Translate, key: string, digest: string): string {
  const short = key.length > 64 ? `${key.slice(0, 40)}…` : key;
  return `${short}\n${t("field.key_fingerprint", { digest })}`;
}

// Free text may look like a date and is said as it is.
const dateFields = new Set(
  "abortAt answersBy asOf at by byDate dated day decidedOn due effectiveAt endsAt firstAt from horizon issuedAt lapsesAt lastAt lastReport madeOn noticeFrom observedAt on otherDate published reportedAt startDate startsAt to until validUntil window".split(
    " ",
  ),
);

function isDateField({ path }: Place): boolean {
  return dateFields.has(path.at(-1) ?? "") && path.at(-2) !== "translations";
}

// Names of terms within a text, and of nodes in the conditions of a meeting.
function isTermKey({ kind, path }: Place): boolean {
  const name = path.at(-1) ?? "";
  if (kind === "summit.condition_set") return name === "node" || name === "requires";
  if (name === "key") return path.at(-2) === "termAnswers" || kind === "condition.answered";
  return path.at(-2) === "terms" && (name === "first" || name === "next");
}

function sayOffice({ t, state }: Place, text: string): string {
  const known = office.safeParse(text);
  return known.success ? officeName(t, state, known.data) : text;
}

/** One line for the act that another refers to, and where it stands. */
function sayReference({ t, state }: Place, id: string): string {
  const entry = state.entries.get(id as ActId); // any text is looked up
  if (!entry) return t("field.unread_act", { id });
  const said = describeAct(t, state, entry.act);
  const short = said.length > 240 ? `${said.slice(0, 239)}…` : said;
  return `${short} (${t("show.place", { room: roomName(t, state, entry.act.room), seq: entry.seq })})`;
}

// Lists of wristbands, which are long and have no order.
export const codeFields: ReadonlySet<string> = new Set(["codes", "came", "unexpected", "spares"]);

function sayList(at: Place, list: readonly unknown[]): string {
  if (codeFields.has(at.path.at(-1) ?? ""))
    return at.t("field.codes_of", {
      n: list.length,
      codes: list.map((one) => codeInGroups(String(one))).join(" "),
    });
  if (at.path.at(-1) === "ring") return list.map((corner) => sayCorner(at.t, corner)).join("\n");
  if (at.path.at(-1) === "pieces")
    return list
      .flatMap((piece) => (Array.isArray(piece) ? piece.map((one) => sayCorner(at.t, one)) : []))
      .join("\n");
  if (at.path.at(-1) === "lines") return list.map((one) => sayValue(at, one)).join("; ");
  const said = list.map((one) => sayValue(at, one));
  if (said.length < 2) return said[0] ?? at.t("word.none_given");
  return said.map((one, i) => `${i + 1}. ${one}`).join("\n");
}

// Longitude comes first in the record, as in GeoJSON; a person says latitude first.
export function sayCorner(t: Translate, corner: unknown): string {
  const [lon, lat] = Array.isArray(corner) ? corner : [];
  return t("field.corner", { lat: sayNumber(t, Number(lat)), lon: sayNumber(t, Number(lon)) });
}

// The record has whole millionths of a degree; a person says degrees.
function sayPosition(t: Translate, { lon, lat, accuracyMetres }: Fields): string {
  const degrees = new Intl.NumberFormat(t.language, { minimumFractionDigits: 6 });
  const said = (micro: unknown) => degrees.format(Number(micro) / 1_000_000);
  const corner = t("field.corner", { lat: said(lat), lon: said(lon) });
  if (accuracyMetres === undefined) return corner;
  return t("field.within", { corner, metres: sayNumber(t, Number(accuracyMetres)) });
}

function sayObject(at: Place, value: Fields): string {
  const { t, state, path } = at;
  const name = path.at(-1) ?? "";
  if ("amount" in value && "kind" in value && "source" in value) return sayWholeClaim(at, value);
  if (name === "source") return saySource(at, value as ClaimSource); // the form of the act has been checked
  if (name === "amount") return sayBareAmount(t, value as Amount); // as above
  if ("lon" in value && "lat" in value) return sayPosition(t, value);
  if ("row" in value && "column" in value)
    return sayCell(t, { row: Number(value.row), column: Number(value.column) });
  if ("name" in value && "capacity" in value && Object.keys(value).length === 2)
    return `${String(value.name)}, ${String(value.capacity)}`;
  if (Object.keys(value).length === 1 && ("office" in value || "name" in value))
    return sayInOneLine(at, value);
  if (name === "steps" && "step" in value) return sayInOneLine(at, value);
  if (name === "persons" && "record" in value) return sayInOneLine(at, value);
  if (name === "takenOver") return sayTakenOver(t, value);
  if (name === "record" && "list" in value)
    return t("field.record_of", {
      list: sayValue({ ...at, path: [...path, "list"] }, value.list),
      line: Number(value.line),
    });
  if (isTermOf(at, value)) return sayWholeTerm(at, value);
  if (isDateField(at) && typeof value.from === "string" && typeof value.to === "string")
    return sayHappened(t, state, { from: value.from, to: value.to });
  return sayParts(at, value);
}

// A manifest and a day's steps have hundreds of such: each has one line.
function sayInOneLine(at: Place, value: Fields): string {
  const parts = Object.entries(value).map(([name, part]) =>
    sayValue({ ...at, path: [...at.path, name] }, part),
  );
  return parts.join(" · ");
}

function sayTakenOver(t: Translate, { from, line, lines }: Fields): string {
  const run = (first: unknown) => {
    const [start, end] = [Number(first), Number(first) + Number(lines) - 1];
    return start === end ? sayNumber(t, start) : `${sayNumber(t, start)}–${sayNumber(t, end)}`;
  };
  return t("field.taken_over", {
    count: t("list.lines", { n: Number(lines) }),
    before: run(from),
    here: run(line),
  });
}

function sayParts(at: Place, value: Fields, without: readonly string[] = []): string {
  return Object.entries(value)
    .filter(([name, part]) => part !== undefined && !without.includes(name))
    .map(([name, part]) => {
      const here = { ...at, path: [...at.path, name] };
      return under(labelOf(here), sayValue(here, part));
    })
    .join("\n");
}

function under(label: string, said: string): string {
  return said.includes("\n") ? `${label}:\n${said.replaceAll(/^/gm, "  ")}` : `${label}: ${said}`;
}

function sayWholeClaim(at: Place, value: Fields): string {
  const { t } = at;
  const claim = value as Claim; // its form has been checked
  const lines = [
    sayClaim(t, claim),
    ...unitApart(t, claim),
    under(t("field.claim_kind"), sayWord(t, claim.kind)),
  ];
  return [...lines, sayParts(at, value, ["amount", "unit", "approximate", "kind"])].join("\n");
}

// A number that is not published brings no unit of its own.
function unitApart(t: Translate, { amount, unit }: Pick<Claim, "amount" | "unit">): readonly string[] {
  return "undisclosed" in amount ? [under(t("field.unit"), sayWord(t, unit))] : [];
}

function saySource(
  { t, state }: Place,
  { kind, publisher, title, published, url, report }: ClaimSource,
): string {
  const parts = [
    publisher,
    ...(title === undefined ? [] : [`“${title}”`]),
    ...(published === undefined ? [] : [sayTime(t, state, published)]),
    ...(url === undefined ? [] : [url]),
    ...(report === undefined ? [] : [sayReport(t, report)]),
  ];
  return `${sayWord(t, kind)}: ${parts.join(", ")}`;
}

/** Where in a report: its digest, the places in it, and how long it is. */
export function sayReport(t: Translate, { digest, spans, length }: ReportCited): string {
  const places = spans.map(({ from, to }) => `${sayNumber(t, from)}–${sayNumber(t, to)}`);
  return t("field.report_cited", { digest, spans: places.join(", "), length: sayNumber(t, length) });
}

// Terms whose one line says the whole of them.
const wholeInOneLine = new Set([
  "duration",
  "purpose",
  "count_per_side",
  "count",
  "place",
  "object_list",
  "reciprocity",
  "text",
]);

function isTermOf({ path }: Place, value: Fields): boolean {
  return path.at(-1) === "terms" && "key" in value && "type" in value;
}

function sayWholeTerm(at: Place, value: Fields): string {
  if (!wholeInOneLine.has(String(value.type))) return sayParts(at, value, ["key", "type"]);
  const term = value as Term; // the form of the act has been checked
  return [sayTerm(at.t, at.state, term), ...("amount" in term ? unitApart(at.t, term) : [])].join("\n");
}

const languageNames = new Map<string, Intl.DisplayNames>();
const numbers = new Map<string, Intl.NumberFormat>();

function languageName({ language }: Translate, code: string): string {
  const names = languageNames.get(language) ?? new Intl.DisplayNames(language, { type: "language" });
  languageNames.set(language, names);
  return names.of(code) ?? code;
}

function sayNumber({ language }: Translate, value: number): string {
  const format = numbers.get(language) ?? new Intl.NumberFormat(language, { maximumFractionDigits: 20 });
  numbers.set(language, format);
  return format.format(value);
}
