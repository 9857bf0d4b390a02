import type { Act } from "../act/kinds.ts";
import type { State } from "../fold/state.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";
import { headAt } from "./view.ts";

/** What may be said about offices, seats and keys. Who signs for whom is checked in people/authority.ts. */
export function refusePeople(state: State, act: Act): Refusal | undefined {
  const { people } = state;
  switch (act.kind) {
    case "process.opened": {
      if (people.opened) return refusal("PE1", "The process is open already; there is one founding act.");
      const { host, parties, heads } = act.payload;
      const keys = [host.head, parties.a.head, parties.b.head, ...heads.map((one) => one.head)];
      if (new Set(keys).size !== keys.length)
        return refusal("PE2", "Two offices cannot have one head's key.");
      return undefined;
    }
    case "seat.granted": {
      const { office, member, key } = act.payload;
      if (office !== act.by.office)
        return refusal("PE3", "The head of an office grants seats in that office only.");
      if ([...people.heads.values()].flat().some((head) => head.key === key))
        return refusal("PE4", "A head's key certifies seats; it cannot be a device key itself.");
      const held = people.byKey.get(key) ?? [];
      if (held.some((seat) => seat.office !== office || seat.member !== member))
        return refusal(
          "PE5",
          "This key belongs to another member; a device key serves one member in one office.",
        );
      if (held.some((seat) => seat.until === undefined))
        return refusal("PE6", "This key holds the seat already.");
      return undefined;
    }
    case "seat.revoked": {
      const { office, member, key } = act.payload;
      if (office !== act.by.office)
        return refusal("PE3", "The head of an office revokes seats of that office only.");
      const held = people.byKey.get(key) ?? [];
      if (!held.some((seat) => seat.office === office && seat.member === member && seat.until === undefined))
        return refusal("PE7", "There is no such seat to revoke.");
      return undefined;
    }
    case "head.replaced": {
      if (act.payload.office !== act.by.office)
        return refusal("PE3", "An office replaces its own head's key only.");
      if (headAt(people, act.payload.office, Number.POSITIVE_INFINITY) === act.payload.head)
        return refusal("PE8", "This is the head's key already.");
      for (const [office, heads] of people.heads)
        if (office !== act.payload.office && heads.some((head) => head.key === act.payload.head))
          return refusal("PE2", "Two offices cannot have one head's key.");
      if (people.byKey.has(act.payload.head))
        return refusal("PE4", "A device key cannot become a head's key.");
      return undefined;
    }
    default:
      return undefined;
  }
}
