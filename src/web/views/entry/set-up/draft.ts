import { type Language, languages, type ScreenKey } from "#i18n/screens";
import type { Wrong } from "../../../design/index.ts";
import type { SetUpDraft } from "../../../desk/set-up-model.ts";

/** A name in each of the four languages. */
export type Names = Readonly<Record<Language, string>>;
export type HeadRow = { readonly office: OtherOffice | null; readonly key: string };

/** The draft as it is being written. */
export type DraftForm = {
  readonly title: Names;
  readonly process: string;
  readonly hostName: string;
  readonly host: Names;
  readonly hostZone: string;
  readonly a: Names;
  readonly aZone: string;
  readonly b: Names;
  readonly bZone: string;
  readonly languages: readonly Language[];
  readonly others: string;
  readonly heads: readonly HeadRow[];
  readonly note: string;
};

/** Offices whose heads can be there from the start. */
export const otherOffices = [
  "exchange-a",
  "exchange-b",
  "reception-a",
  "reception-b",
  "forensic-a",
  "forensic-b",
  "press-a",
  "press-b",
  "operator",
  "monitor",
] as const;
export type OtherOffice = (typeof otherOffices)[number];

const noNames: Names = { en: "", uk: "", ru: "", tr: "" };
const most = 120;

/** A form of the draft that stands, or a new one; the server's own name and the writer's clock are known. */
export function formOf(draft: SetUpDraft | null): DraftForm {
  if (!draft)
    return {
      title: noNames,
      process: "",
      hostName: location.hostname,
      host: noNames,
      hostZone: "",
      a: noNames,
      aZone: "",
      b: noNames,
      bZone: "",
      languages: [],
      others: "",
      heads: [],
      note: "",
    };
  const { title, process, hostName, host, parties, heads, note } = draft;
  return {
    title,
    process,
    hostName,
    host: host.label,
    hostZone: host.zone,
    a: parties.a.label,
    aZone: parties.a.zone,
    b: parties.b.label,
    bZone: parties.b.zone,
    languages: languages.filter((one) => draft.languages.includes(one)),
    others: draft.languages.filter((one) => !languages.some((own) => own === one)).join(", "),
    heads: heads.flatMap(({ office, head }) => {
      const known = otherOffices.find((one) => one === office);
      return known ? [{ office: known, key: head }] : [];
    }),
    note: note ?? "",
  };
}

/** The draft that a form says; only of one with nothing wrong in it. */
export function draftOf(form: DraftForm): SetUpDraft {
  const { process, hostName, heads } = form;
  const note = form.note.trim().normalize();
  return {
    process,
    title: namesOf(form.title),
    hostName,
    host: { label: namesOf(form.host), zone: form.hostZone },
    parties: {
      a: { label: namesOf(form.a), zone: form.aZone },
      b: { label: namesOf(form.b), zone: form.bZone },
    },
    languages: [...form.languages, ...codesIn(form.others)],
    heads: heads.flatMap(({ office, key }) => (office ? [{ office, head: key.trim() }] : [])),
    ...(note === "" ? {} : { note }),
  };
}

export function checkDraft(form: DraftForm): Wrong<DraftForm> {
  return {
    title: namesAreWrong(form.title),
    process: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(form.process) ? undefined : "set_up.fill_name",
    hostName: /^[a-z0-9.-]+$/.test(form.hostName) ? undefined : "set_up.fill_host_name",
    host: namesAreWrong(form.host),
    hostZone: zoneIsWrong(form.hostZone),
    a: namesAreWrong(form.a),
    aZone: zoneIsWrong(form.aZone),
    b: namesAreWrong(form.b),
    bZone: zoneIsWrong(form.bZone),
    languages: form.languages.length + codesIn(form.others).length > 0 ? undefined : "set_up.fill_languages",
    others: codesIn(form.others).every((one) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(one))
      ? undefined
      : "set_up.fill_codes",
    heads: headsAreWrong(form.heads),
  };
}

export function nameIsWrong(text: string): ScreenKey | undefined {
  if (text.trim() === "") return "forms.fill";
  return text.trim().length > most ? "set_up.fill_shorter" : undefined;
}

function namesAreWrong(names: Names): ScreenKey | undefined {
  return languages.map((one) => nameIsWrong(names[one])).find((one) => one !== undefined);
}

function headsAreWrong(heads: readonly HeadRow[]): ScreenKey | undefined {
  if (heads.some(({ office }) => office === null)) return "set_up.fill_office";
  if (new Set(heads.map(({ office }) => office)).size < heads.length) return "set_up.fill_once";
  const isKey = ({ key }: HeadRow) => /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(key.trim());
  return heads.every(isKey) ? undefined : "set_up.fill_key";
}

function zoneIsWrong(zone: string): ScreenKey | undefined {
  return zone === "" ? "set_up.fill_zone" : undefined;
}

function namesOf(names: Names): Names {
  const { en, uk, ru, tr } = names;
  const plain = (text: string) => text.trim().normalize();
  return { en: plain(en), uk: plain(uk), ru: plain(ru), tr: plain(tr) };
}

function codesIn(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((one) => one !== "");
}
