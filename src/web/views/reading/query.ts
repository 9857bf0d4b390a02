import { type SaidField, sayEntry, sayFields } from "#i18n";
import {
  type Act,
  type ActId,
  entryOfReport,
  epochMs,
  type Office,
  processOf,
  type Room,
  refusedBy,
  sideOf,
} from "#record";
import { mayNow } from "../../desk/may.ts";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { type Said, type SourceLine, saidOf, sourceLine } from "../../desk/said.ts";
import { type Citing, citingOf, dayOf } from "../statements/citing.ts";

/** One entry of a report as it stands in the record. */
export type NotedModel = {
  readonly id: ActId;
  readonly class: string;
  readonly line: string;
  readonly fields: readonly SaidField[];
  readonly said: Said;
  readonly source: SourceLine | undefined;
  readonly withdrawn: { readonly said: Said; readonly reason: string } | undefined;
  readonly room: Room | undefined;
  /** On which issues this office may cite it as its side's position. */
  readonly mayCite: Citing | undefined;
};

export type ReadingModel = {
  readonly mayRead: boolean;
  readonly noted: readonly NotedModel[];
  /** Whom a report may name: each party and the host, with their names in four languages. */
  readonly parties: readonly {
    readonly office: Office;
    readonly name: string;
    readonly aliases: readonly string[];
  }[];
};

const screenLanguages = ["en", "uk", "ru", "tr"] as const;

/** What reports were said to say, the latest first; and whom a report may name, for who reads another. */
export const readingDesk: Query<undefined, ReadingModel> = (at) => {
  const { state, office } = at;
  return {
    mayRead: refusedBy(office, "report.entry_noted", "public") === undefined && office !== "public",
    noted: [...state.reports.entries.keys()]
      .flatMap((id) => notedModel(at, id))
      .toSorted((one, other) => other.said.received - one.said.received),
    parties: partiesOf(at),
  };
};

function notedModel(at: At, id: ActId): readonly NotedModel[] {
  const { state, t, office } = at;
  const found = entryOfReport(state, id);
  if (!found) return [];
  const { noted, withdrawn } = found;
  const { entry, source } = noted.act.payload;
  const mayWithdraw =
    noted.act.by.office === office &&
    mayNow(at, noted.act.room, "report.entry_withdrawn", { entry: id, reason: "trial" });
  return [
    {
      id,
      class: t(`entry.${entry.class}`),
      line: sayEntry(t, state, entry),
      fields: sayFields(t, state, noted.act),
      said: saidOf(at, noted),
      source: sourceLine(source),
      withdrawn: withdrawn && { said: saidOf(at, withdrawn), reason: withdrawn.act.payload.reason },
      room: mayWithdraw ? noted.act.room : undefined,
      mayCite: mayCite(at, noted.act),
    },
  ];
}

// What a report says is nobody's word: a side itself makes it its position (PO8).
function mayCite(at: At, { id, payload, saidAt }: Act<"report.entry_noted">): Citing | undefined {
  const side = sideOf(at.office);
  const { source } = payload;
  const dated = source.published ?? dayOf(epochMs(saidAt));
  return side && citingOf(at, { side, from: { entry: id }, source, dated });
}

function partiesOf(at: At): ReadingModel["parties"] {
  const founding = processOf(at.state);
  if (!founding) return [];
  const three = [...inPartyOrder(at, 0), "host" as const];
  return three.map((office) => {
    const { label } = office === "host" ? founding.host : founding.parties[office === "party-a" ? "a" : "b"];
    const aliases = [...new Set(screenLanguages.map((language) => label[language]))];
    const name = label[at.t.language];
    return { office, name, aliases: aliases.filter((one) => one !== name) };
  });
}
