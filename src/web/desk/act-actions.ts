import { ProblemError } from "#base";
import { type PayloadOf, type Room, seatedNow } from "#record";
import type { Replica } from "#replica";
import type { Action } from "./action.ts";
import type { Desk } from "./desk.ts";
import { type Preview, previewOf } from "./preview.ts";
import { releaseAhead } from "./release-ahead.ts";
import { composeAsHead, sayAsHead } from "./waiting-head.ts";

/** What a view asks to say; who says it, in which capacity and when follows from the desk. */
export type PageDraft = {
  readonly room: Room;
  readonly kind: string;
  readonly payload: unknown;
  /** When it happened, where that is another time than now. */
  readonly happenedAt?: unknown;
};

let nextPreview = 1;

/** Makes the act that a draft would become and says it in plain words; nothing is signed yet. */
export async function composeShown(desk: Desk, draft: PageDraft): Promise<Preview> {
  const at = desk.at();
  if (!at) throw new Error("Nothing can be said before the record has been read.");
  const saidAt = new Date(at.now).toISOString();
  const capacity = capacityOf(at.replica);
  const full = { ...draft, payload: await payloadOf(at.replica, draft, capacity), capacity, saidAt };
  const composed = (await composeAsHead(desk, full)) ?? at.replica.compose(full);
  if (!("act" in composed)) throw new ProblemError(composed.problem);
  const id = nextPreview++;
  desk.previews.set(id, composed.act);
  return previewOf({ ...at, state: composed.ground }, id, composed.act, composed.problem);
}

// What a page names, and the desk alone can fill in.
async function payloadOf(replica: Replica, { kind, room, payload }: PageDraft, capacity: string) {
  if (kind === "paper.keys_handed") return keysIn(replica, room);
  if (kind === "communique.release_deposited") return releaseAhead(replica, payload, capacity);
  return payload;
}

const keysOfAnAct = 500;

// Keys of papers do not pass through the page: it names the room alone.
async function keysIn(replica: Replica, room: Room): Promise<PayloadOf<"paper.keys_handed">> {
  return { keys: (await replica.keysToHand(room)).slice(0, keysOfAnAct) };
}

/** Signs what was shown in a preview; answers the act's id. It is recorded as soon as the host can be reached. */
const say: Action<number, string> = async (desk, id) => {
  const act = desk.previews.get(id);
  if (!act) throw new Error("What is to be signed has not been shown.");
  desk.previews.delete(id);
  if (await sayAsHead(desk, act)) return act.id;
  return desk.replica().say(act);
};

/** Takes back an act of one's own that is not recorded. */
const discard: Action<string, void> = (desk, id) => {
  const queued = desk.replica().queue.find(({ act }) => act.id === id);
  if (!queued) throw new Error(`Nothing with the id ${id} is on its way.`);
  return desk.replica().discard(queued.act.id);
};

/** Asks the host again after a refusal that a person has looked at. */
const askAgain: Action<undefined, void> = (desk) => desk.replica().askAgain();

// The title of the seat is the capacity in which its holder speaks.
function capacityOf({ state, device, office }: Replica): string {
  const seat = seatedNow(state.people).find((one) => one.key === device?.publicKey && one.office === office);
  return seat?.title ?? "head of office";
}

const compose: Action<PageDraft, Preview> = (desk, draft) => composeShown(desk, draft);

export const actActions = { compose, say, discard, askAgain } as const;
