import { z } from "zod";
import { refuse } from "#base";
import { fromBase64, toBase64 } from "#ledger";
import { actId, entryOf } from "#record";
import type { Admitted } from "../registry.ts";
import { refuseBusy } from "./guard.ts";
import type { Handlers, Host } from "./host.ts";
import { isSeated } from "./standing.ts";

/** What the head of an office signs, and a member can post for him who holds no seat yet. */
const headsKinds: ReadonlySet<string> = new Set(["seat.granted", "seat.revoked", "head.replaced"]);

export const actHandlers: Pick<Handlers, "postAct"> = {
  async postAct(host, { session, body, token }) {
    const { registry, limits, now } = host;
    if (!session) return refuse("api.session_needed", {});
    refuseBusy(limits.acts, token ?? "", now());
    const act = fromBase64(body.act);
    if (!act) refuse("api.malformed", { path: "body.act", reason: "must be base64" });
    const said = saidIn(act);
    if (!isSeated(host, session) && !(said?.room === "process" && headsKinds.has(said.kind)))
      refuse("api.seat_needed", {});
    if (said && said.by.office !== session.office) refuse("api.other_office", { office: session.office });
    const admitted = await registry.submit({ act, signatures: body.signatures });
    await followSeats(host, admitted);
    const { id, room, seq, receivedAt, entry, receipt } = admitted;
    return {
      id,
      room,
      seq,
      receivedAt: new Date(receivedAt).toISOString(),
      entry: toBase64(entry),
      receipt: new TextDecoder().decode(receipt),
    };
  },
};

// A seat that was revoked has no sessions, and a request that was granted is no request any more.
async function followSeats({ registry, store, sessions }: Host, { id }: Pick<Admitted, "id">): Promise<void> {
  const state = registry.state("public");
  const act = actId.parse(id);
  const revoked = entryOf(state, act, "seat.revoked")?.act.payload;
  if (revoked) await sessions.endAllOf(revoked);
  const granted = entryOf(state, act, "seat.granted")?.act.payload;
  if (granted) await store.dropSeatRequests(registry.process, granted.office, granted.key);
}

const said = z.object({ room: z.string(), kind: z.string(), by: z.object({ office: z.string() }) });

// Undefined where it cannot be read, which the registry refuses in words.
function saidIn(act: Uint8Array): z.output<typeof said> | undefined {
  try {
    return said.safeParse(JSON.parse(new TextDecoder().decode(act))).data;
  } catch {
    return undefined; // no JSON: refused further on
  }
}
