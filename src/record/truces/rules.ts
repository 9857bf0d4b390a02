import { type Room, roomTable } from "../access/rooms.ts";
import type { Act } from "../act/kinds.ts";
import { dueMs, epochMs } from "../act/time.ts";
import { knowsAgreement } from "../claims/rules.ts";
import { entryOf, known, type State } from "../fold/state.ts";
import { processOf } from "../people/view.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";
import { orderSteps } from "./acts.ts";
import { missingParts, type WrongPart, wrongParts, wrongPrints } from "./complete.ts";
import type { Truce } from "./fold.ts";
import { datelessMidnight } from "./midnight.ts";
import { endOf, inEffect, isExtended, type TruceStatus, truceStatus } from "./view.ts";

/** What may be said about truces, and when. */
export function refuseTruces(state: State, act: Act, now: number): Refusal | undefined {
  const { texts, declarations } = state.truces;
  switch (act.kind) {
    case "truce.tabled": {
      const { retables, agreement, terms } = act.payload;
      const earlier = retables && texts.get(retables);
      if (retables && !earlier) return noTruce();
      if (earlier?.retabledAs)
        return refusal("TR2", "It was tabled again already; table the latest text again.");
      if (earlier && roomOf(state, earlier) !== act.room)
        return refusal("TR11", "A text is tabled again in its own room, {room}.", {
          room: roomOf(state, earlier),
        });
      if (agreement && !knowsAgreement(state, agreement))
        return refusal("TR3", "There is no such agreed point or proposal in what this office reads.");
      const dateless = datelessMidnight(terms);
      if (dateless)
        return refusal(
          "TR22",
          '{part}: "{words}" names two days; write the hour with its date, as 2026-12-15 00:00.',
          dateless,
        );
      const process = processOf(state);
      if (!process) return undefined;
      const { parties, order } = process;
      const [wrong] = wrongParts(terms, { a: parties.a.zone, b: parties.b.zone }, order);
      return wrong && refuseWrong(wrong);
    }
    case "truce.answered": {
      const truce = texts.get(act.payload.truce);
      if (!truce) return noTruce();
      const status = truceStatus(state, truce, now);
      if (isOver(status))
        return refusal("TR5", "The text is {status}; there is nothing left to answer.", { status });
      if (isAccepted(status))
        return refusal(
          "TR12",
          "Both parties have accepted the text; it is tabled again, or denounced with warning.",
        );
      if (!isReadByAllOf(state, truce, act.room)) return elsewhere(state, truce);
      const { terms } = known(state, truce.id, "truce.tabled").act.payload;
      const missing = missingParts(terms);
      if (act.payload.answer === "accepted" && missing.length > 0)
        return refusal(
          "TR6",
          "A truce cannot be accepted before its text is whole. Missing: {missing}. Answer agreed_in_principle, or table the missing parts.",
          { missing },
        );
      return undefined;
    }
    case "truce.order_issued":
    case "truce.guarantee_given":
    case "truce.readiness_said": {
      const truce = texts.get(act.payload.truce);
      if (!truce) return noTruce();
      if (!isReadByAllOf(state, truce, act.room)) return elsewhere(state, truce);
      const status = truceStatus(state, truce, now);
      const { start } = known(state, truce.id, "truce.tabled").act.payload.terms;
      if (act.kind === "truce.readiness_said" && start && now >= epochMs(start.at))
        return refusal(
          "TR20",
          "Go or no-go is said before the start; afterwards a truce is denounced with warning.",
        );
      if (isAccepted(status)) return undefined;
      return refusal(
        "TR7",
        "Orders, guarantees and go or no-go follow an accepted text; this one is {status}.",
        { status },
      );
    }
    case "truce.order_acknowledged": {
      const { truce: id, order, step, at } = act.payload;
      const truce = texts.get(id);
      if (!truce) return noTruce();
      if (!isReadByAllOf(state, truce, act.room)) return elsewhere(state, truce);
      if (!truce.orders.get(act.by.office)?.includes(order))
        return refusal("TR23", "Each side says of its own orders alone how far they have come.");
      const said = (truce.steps.get(act.by.office) ?? [])
        .map((one) => known(state, one, "truce.order_acknowledged").act.payload)
        .filter((one) => one.order === order)
        .map((one) => one.step);
      if (said.includes(step)) return refusal("TR24", "This step of the order has been said already.");
      const before = orderSteps[orderSteps.indexOf(step) - 1];
      if (before && !said.includes(before))
        return refusal(
          "TR24",
          "An order is received, then passed to the units, then confirmed by them: {before} comes first.",
          { before },
        );
      return epochMs(at) > epochMs(act.saidAt)
        ? refusal("TR25", "What is still to come is not confirmed.")
        : undefined;
    }
    case "truce.extension_proposed": {
      const truce = texts.get(act.payload.truce);
      if (!truce) return noTruce();
      if (!isReadByAllOf(state, truce, act.room)) return elsewhere(state, truce);
      if (!isAccepted(truceStatus(state, truce, now)))
        return refusal("TR26", "Only an accepted truce that has not ended is extended.");
      const { end } = act.payload;
      const standing = endOf(state, truce);
      if (standing && epochMs(end.at) <= epochMs(standing.at))
        return refusal("TR26", "An extension ends later than the end that stands.");
      const process = processOf(state);
      if (!process) return undefined;
      const { parties, order } = process;
      const [print] = wrongPrints(end, { a: parties.a.zone, b: parties.b.zone }, order);
      return print && refuseWrong({ part: "end", print });
    }
    case "truce.extension_answered": {
      const truce = texts.get(act.payload.truce);
      const extension = truce?.extensions.get(act.payload.extension);
      if (!truce || !extension) return noTruce();
      if (!isReadByAllOf(state, truce, act.room)) return elsewhere(state, truce);
      if (!isAccepted(truceStatus(state, truce, now)))
        return refusal("TR27", "An extension is answered before the end that stands.");
      return isExtended(state, extension)
        ? refusal("TR27", "Both have said yes to this end; it stands, until the truce is denounced.")
        : undefined;
    }
    case "truce.suspended_locally": {
      const truce = texts.get(act.payload.truce);
      if (!truce) return noTruce();
      if (!isReadByAllOf(state, truce, act.room)) return elsewhere(state, truce);
      if (!inEffect.has(truceStatus(state, truce, now)))
        return refusal("TR28", "Only a truce in effect is suspended in one of its zones.");
      const { zones = [] } = known(state, truce.id, "truce.tabled").act.payload.terms;
      if (!zones.some(({ name }) => name === act.payload.zone))
        return refusal("TR29", "A suspension names one of the text's zones: {zones}.", {
          zones: zones.map(({ name }) => name),
        });
      return epochMs(act.payload.from) < epochMs(act.saidAt)
        ? refusal("TR30", "A zone is suspended with warning, not for a time that has passed.")
        : undefined;
    }
    case "truce.resumed": {
      const truce = texts.get(act.payload.truce);
      const suspension = truce?.suspensions.get(act.payload.suspension);
      if (!truce || !suspension) return noTruce();
      if (!isReadByAllOf(state, truce, act.room)) return elsewhere(state, truce);
      return suspension.author !== act.by.office || suspension.resumed
        ? refusal("TR31", "The side that suspended a zone resumes it, once.")
        : undefined;
    }
    case "truce.closing_reported": {
      const truce = texts.get(act.payload.truce);
      if (!truce) return noTruce();
      if (!isReadByAllOf(state, truce, act.room)) return elsewhere(state, truce);
      const status = truceStatus(state, truce, now);
      if (status !== "ended" && status !== "denounced" && status !== "closed")
        return refusal("TR32", "A closing report follows the end; this truce is {status}.", { status });
      return truce.closings.has(act.by.office)
        ? refusal("TR32", "Each party reports once at the end, and corrects its own report.")
        : undefined;
    }
    case "truce.denounced": {
      const truce = texts.get(act.payload.truce);
      if (!truce) return noTruce();
      if (!isReadByAllOf(state, truce, act.room)) return elsewhere(state, truce);
      if (epochMs(act.payload.effectiveAt) < epochMs(act.saidAt))
        return refusal(
          "TR8",
          "A truce is denounced with warning, not for a time that has passed (Hague Regulations art. 40-41).",
        );
      return undefined;
    }
    case "truce.declared": {
      const { window } = act.payload;
      if (typeof window !== "string" && epochMs(window.from) >= dueMs(window.to))
        return refusal("TR9", "The declared window ends before it starts.");
      return undefined;
    }
    case "truce.declaration_answered": {
      const declaration = declarations.get(act.payload.declaration);
      if (!declaration) return noDeclaration();
      return declaration.author === act.by.office
        ? refusal("TR10", "A declaration is answered by the other party.")
        : undefined;
    }
    case "truce.count_claimed":
      return entryOf(state, act.payload.declaration, "truce.declared") ? undefined : noDeclaration();
    default:
      return undefined;
  }
}

function refuseWrong({ part, print }: WrongPart): Refusal {
  return print
    ? refusal("TR4", '{part}: "{print}" is {right} in {zone}.', { part, ...print })
    : refusal("TR4", "{part}: The end is not after the start.", { part });
}

function roomOf(state: State, truce: Truce): Room {
  return known(state, truce.id, "truce.tabled").act.room;
}

// Whoever relies on a text must see what becomes of it: an operator is not left with a denounced truce.
function isReadByAllOf(state: State, truce: Truce, room: Room): boolean {
  const { readers } = roomTable[room];
  return roomTable[roomOf(state, truce)].readers.every((one) => readers.includes(one));
}

function elsewhere(state: State, truce: Truce): Refusal {
  return refusal("TR13", "It is said where all who read the text read it, as in {room}.", {
    room: roomOf(state, truce),
  });
}

function isAccepted(status: TruceStatus): boolean {
  return ["accepted", "orders_issued", "no_go"].includes(status) || inEffect.has(status);
}

function isOver(status: TruceStatus): boolean {
  return ["superseded", "denounced", "ended", "closed"].includes(status);
}

function noTruce(): Refusal {
  return refusal("TR1", "There is no such truce text in what this office reads.");
}

function noDeclaration(): Refusal {
  return refusal("TR1", "There is no such declaration in what this office reads.");
}
