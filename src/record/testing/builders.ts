import { type Random, seededRandom } from "#base";
import type { Office } from "../access/offices.ts";
import type { Room } from "../access/rooms.ts";
import { type ActId, actId, type Header } from "../act/act.ts";
import type { Act, Kind, PayloadOf } from "../act/kinds.ts";

/** What a test says; all else of the header is filled in. */
export type Saying<K extends Kind> = {
  readonly kind: K;
  readonly by: Office;
  readonly room: Room;
  readonly payload: PayloadOf<K>;
  readonly saidAt?: string;
  readonly refs?: Header["refs"];
  readonly member?: string;
};

/** What a builder needs of a world: its clock and its source of ids. */
export type Setting = { readonly now: number; readonly ids: Random };

const zones = { a: "Europe/Helsinki", b: "Europe/Istanbul" } as const;

/** The founding act's payload, with invented labels: two rivers that share a host. */
export function opening(seed = 1): PayloadOf<"process.opened"> {
  const keys = seededRandom(seed ^ 0x0b5e55ed);
  const row = (en: string, uk: string, ru: string, tr: string, zone: string) => ({
    label: { en, uk, ru, tr },
    zone,
    head: keyOf(keys),
  });
  return {
    title: {
      en: "Talks of the two rivers",
      uk: "Переговори двох річок",
      ru: "Переговоры двух рек",
      tr: "İki nehir görüşmeleri",
    },
    hostName: "parley.example",
    host: row("Harbour", "Гавань", "Гавань", "Liman", "Europe/Istanbul"),
    parties: {
      a: row("Northbank", "Північ", "Север", "Kuzey", zones.a),
      b: row("Southbank", "Південь", "Юг", "Güney", zones.b),
    },
    order: keys.below(2) === 0 ? ["a", "b"] : ["b", "a"],
    heads: (["exchange-a", "exchange-b", "operator", "monitor"] as const).map((office) => ({
      office,
      head: keyOf(keys),
    })),
    log: `parley.example+0123abcd+${base64(keys.bytes(33))}`,
    witnesses: [],
    languages: ["en", "uk", "ru", "tr"],
    demonstration: true,
  };
}

/** An act with a seeded id and a header that fits; the bytes of `seen` are not what these tests judge. */
export function said<K extends Kind>(world: Setting, saying: Saying<K>): Act<K> {
  const { kind, by, room, payload, refs = [], member = "m1" } = saying;
  return {
    v: 1,
    id: idOf(world.ids),
    process: "two-rivers",
    room,
    kind,
    by: { member, office: by, capacity: "delegate" },
    saidAt: saying.saidAt ?? instantOf(world.now),
    refs,
    seen: { size: 0, root: zeroKey },
    payload,
  } as unknown as Act<K>; // Saying pairs the kind with its payload
}

/** A sealed paper: only its header is in clear. */
export function sealedPaper(world: Setting, by: Office, room: Room): Act<"paper.sealed"> {
  const { payload: _, ...rest } = said(world, { kind: "paper.sealed", by, room, payload: undefined });
  return { ...rest, sealed: { file: "YWdl", commitment: zeroKey } } as Act<"paper.sealed">; // as checkAct reads it
}

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";

/** 128 bits of a seeded source as an act id. */
export function idOf(random: Random): ActId {
  let text = "";
  for (let i = 0; i < 25; i++) text += alphabet[random.below(32)];
  return actId.parse(text + "aeimquy4"[random.below(8)]);
}

export function keyOf(random: Random): string {
  return base64(random.bytes(32));
}

const zeroKey = base64(new Uint8Array(32));

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** An instant on the wire, to the second, in UTC. */
export function instantOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** The civil day, in UTC, some days after an instant. */
export function dayOf(at: number, daysLater = 0): string {
  return new Date(at + daysLater * 86_400_000).toISOString().slice(0, 10);
}

export const ownRecord = { kind: "own_record", publisher: "Secretariat" } as const;

/** A count of one event, as one office says it. */
export function counted(value: number, unit: "persons" | "bodies" | "violations" = "persons") {
  return { amount: { value }, unit, kind: "single", source: ownRecord } as const;
}
