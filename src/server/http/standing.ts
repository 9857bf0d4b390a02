import { refuse } from "#base";
import { type Office, seatedNow } from "#record";
import type { Host } from "./host.ts";
import type { Session } from "./sessions.ts";

type Roster = Pick<Host, "registry" | "demonstration">;

type Holder = Pick<Session, "office" | "member">;

/** A session that is somebody's in particular. */
export type Member = Session & { readonly member: string };

/**
 * Whether a session's member holds a seat of its office now. A session of nobody in particular counts as seated, in a
 * demonstration alone.
 */
export function isSeated({ registry, demonstration }: Roster, { office, member }: Holder): boolean {
  if (member === undefined) return demonstration !== undefined;
  const { people } = registry.state("public");
  return seatedNow(people).some((seat) => seat.office === office && seat.member === member);
}

/** As which office a session reads and posts now: its own with a seat in the record, and else the public. */
export function officeNow(host: Roster, session: Session | undefined): Office {
  return session && isSeated(host, session) ? session.office : "public";
}

/** The member whose session this is. */
export function memberOf(session: Session | undefined): Member {
  if (!session) return refuse("api.session_needed", {});
  const { member } = session;
  return member === undefined ? refuse("api.member_needed", {}) : { ...session, member };
}
