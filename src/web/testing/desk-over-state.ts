import { translator } from "#i18n";
import type { Office, State } from "#record";
import type { World } from "#record/testing";
import type { At } from "../desk/query.ts";

const noContents: At["contents"] = { of: () => ({ is: "absent" }) };

/** What a question is answered from, of an office that has nothing waiting to be recorded. */
export function deskOf(state: State, office: Office, now: number, contents: At["contents"] = noContents): At {
  const replica = { queue: [] } as unknown as At["replica"]; // these questions ask a replica for its queue alone
  return { replica, state, office, now, t: translator("en"), contents, since: undefined };
}

export function deskIn(world: World, office: Office, contents?: At["contents"]): At {
  return deskOf(world.state(office), office, world.now, contents);
}
