import { type Problem, type Random, seededRandom } from "#base";
import { type Office, offices } from "../access/offices.ts";
import { type Room, readableRooms, roomTable } from "../access/rooms.ts";
import { checkAct } from "../act/bytes.ts";
import type { Entry } from "../act/entry.ts";
import type { Act, Kind } from "../act/kinds.ts";
import type { State } from "../fold/state.ts";
import { View } from "../fold/view.ts";
import { refuseAct, refuseInside } from "../rules/refuse.ts";
import { opening, type Saying, said } from "./builders.ts";

/** The first moment of every world: 1 July 2025, noon. */
export const firstMoment = Date.parse("2025-07-01T12:00:00Z");

/**
 * A process in memory: its rooms, its clock, and what each office knows. Acts inside sealed rooms stand in them
 * as those read them who hold the key.
 */
export class World {
  readonly ids: Random;
  readonly rooms = new Map<Room, Entry[]>();
  /** All that was admitted, in the order of admission. */
  readonly log: Entry[] = [];
  readonly #views = new Map<Office, View>(offices.map((one) => [one, new View()]));
  now = firstMoment;

  constructor(seed = 1) {
    this.ids = seededRandom(seed);
  }

  /** A world whose founding act is said. */
  static opened(seed = 1): World {
    const world = new World(seed);
    world.must({ kind: "process.opened", by: "host", room: "process", payload: opening(seed) });
    return world;
  }

  state(office: Office): State {
    return this.#view(office).state;
  }

  /** Admits an act at the world's clock as the host would, or says why not. */
  say(act: Act): Problem | undefined {
    const checked = checkAct(act);
    if ("problem" in checked) return checked.problem;
    const refusedBy =
      roomTable[act.room].sealed && act.kind !== "paper.sealed"
        ? refuseInside(this.state(act.by.office), act, this.now)
        : refuseAct(this.state(act.by.office), act, this.now);
    if (refusedBy) return refusedBy;
    this.append(act);
    return undefined;
  }

  /** Puts an act into its room without asking any rule, as a host that lies could. */
  append(act: Act): Entry {
    const room = this.rooms.get(act.room) ?? [];
    this.rooms.set(act.room, room);
    const roster = this.rooms.get("process")?.length ?? 0;
    const entry: Entry = { seq: room.length, receivedAt: this.now, roster, act };
    room.push(entry);
    this.log.push(entry);
    for (const reader of roomTable[act.room].readers) this.#view(reader).add([entry]);
    return entry;
  }

  /** Builds and says an act that the rules must admit. */
  must<K extends Kind>(saying: Saying<K>): Act<K> {
    const act = said(this, saying);
    const refusal = this.say(act as Act); // an act of one kind is an act
    if (refusal) throw new Error(`${saying.kind} was refused: ${refusal.code} ${refusal.detail}`);
    return act;
  }

  /** Builds and says an act, and answers the rule that refused it, or the problem's code where no rule did. */
  refused<K extends Kind>(saying: Saying<K>): string | undefined {
    const refusal = this.say(said(this, saying) as Act); // an act of one kind is an act
    if (!refusal) return undefined;
    return refusal.code === "act.refused_by_rule" ? String(refusal.details.rule) : refusal.code;
  }

  pass(hours: number): void {
    this.now += hours * 3_600_000;
  }

  /** What an office may read, in the order of admission. */
  entriesFor(office: Office): readonly Entry[] {
    const rooms = new Set(readableRooms(office));
    return this.log.filter((entry) => rooms.has(entry.act.room));
  }

  #view(office: Office): View {
    const view = this.#views.get(office);
    if (!view) throw new Error(`There is no office ${office}.`);
    return view;
  }
}
