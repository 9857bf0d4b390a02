import { officeName, roomName, sayWord } from "#i18n";
import { type ContactLine, cellText, contactLines, epochMs, known, type Room, truceStatus } from "#record";
import { mayNow } from "../../desk/may.ts";
import { byTurn } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { type Sourced, sourced } from "../../desk/said.ts";
import { cellRing } from "../../map/cell-ring.ts";
import { noticeWords } from "../sites/query.ts";

type LngLat = readonly [lng: number, lat: number];

export type LineModel = Sourced & {
  readonly id: string;
  readonly teller: string;
  /** Its place among those who tell one: by it its pattern is chosen. */
  readonly place: number;
  readonly title: string;
  /** Epoch ms. */
  readonly asOf: number;
  readonly pieces: readonly (readonly LngLat[])[];
  /** The latest of its teller. */
  readonly stands: boolean;
};

type ZoneModel = {
  readonly id: string;
  readonly truce: string;
  readonly title: string;
  readonly status: string;
  readonly name: string;
  readonly ring: readonly LngLat[];
  /** Epoch ms, where the text says them. */
  readonly from: number | undefined;
  readonly to: number | undefined;
};

export type MapModel = {
  readonly lines: readonly LineModel[];
  readonly zones: readonly ZoneModel[];
  /** Notices that hold: cells of some 25 square kilometres, never a place. */
  readonly cells: readonly {
    readonly id: string;
    readonly teller: string;
    readonly label: string;
    readonly words: string;
    readonly until: number;
    readonly ring: readonly LngLat[];
  }[];
  /** Where this office may say its own line. */
  readonly rooms: readonly { readonly value: Room; readonly label: string }[];
};

/** Lines of contact, each its teller's own, and zones of truce texts: what this office reads, and nothing else. */
export const mapLines: Query<undefined, MapModel> = (at) => ({
  lines: linesOf(at),
  zones: zonesOf(at),
  cells: cellsOf(at),
  rooms: roomsToSay(at),
});

function linesOf(at: At): readonly LineModel[] {
  const { state, t } = at;
  const all = contactLines(state);
  return byTurn(at, 0, [...all.keys()]).flatMap((office, place) =>
    (all.get(office) ?? []).map((entry: ContactLine, n) => ({
      ...sourced(at, entry),
      id: entry.act.id,
      teller: officeName(t, state, office),
      place,
      title: entry.act.payload.title,
      asOf: epochMs(entry.act.payload.asOf),
      pieces: entry.act.payload.pieces,
      stands: n === 0,
    })),
  );
}

function zonesOf({ state, t, now }: At): readonly ZoneModel[] {
  return [...state.truces.texts.values()].flatMap((truce) => {
    const status = truceStatus(state, truce, now);
    if (status === "superseded" || status === "declined" || status === "denounced") return [];
    const { title, terms } = known(state, truce.id, "truce.tabled").act.payload;
    return (terms.zones ?? []).map(({ name, ring }, n) => ({
      id: `${truce.id} ${n}`,
      truce: truce.id,
      title,
      status: sayWord(t, status),
      name,
      ring,
      from: terms.start && epochMs(terms.start.at),
      to: terms.end && epochMs(terms.end.at),
    }));
  });
}

function cellsOf(at: At): MapModel["cells"] {
  const { state, t, now } = at;
  return state.missions.notices.flatMap((id) => {
    const { act } = known(state, id, "mission.area_noticed");
    const until = epochMs(act.payload.validUntil);
    if (until <= now) return [];
    return [
      {
        id,
        teller: officeName(t, state, act.by.office),
        label: cellText(act.payload.cell),
        words: noticeWords(at, act.payload),
        until,
        ring: cellRing(act.payload.cell),
      },
    ];
  });
}

const trial = {
  title: "-",
  asOf: "2000-01-01T00:00:00Z",
  pieces: [
    [
      [0, 0],
      [1, 1],
    ],
  ] as [number, number][][], // pairs, as written
  source: { kind: "own_record" as const, publisher: "-" },
};

function roomsToSay(at: At): MapModel["rooms"] {
  return (["humanitarian", "plenary", "monitoring", "public"] as const)
    .filter((room) => mayNow(at, room, "contact.claimed", trial))
    .map((value) => ({ value, label: roomName(at.t, at.state, value) }));
}
