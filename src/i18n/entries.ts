import type { Actor, ReportEntry, State } from "#record";
import { sayBareAmount } from "./amounts.ts";
import { officeName, sayWord } from "./names.ts";
import type { Translate } from "./translate.ts";

/** Who does it in what a report says: an office by its name here, somebody outside by his own. */
function sayActor(t: Translate, state: State, actor: Actor): string {
  return "office" in actor ? officeName(t, state, actor.office) : actor.name;
}

/** The gist of what a report says, in one line without its class; empty where the class says it. */
export function sayEntry(t: Translate, state: State, entry: ReportEntry): string {
  const all = (actors: readonly Actor[]) => actors.map((one) => sayActor(t, state, one)).join(", ");
  const parts = partsOf();
  return parts.filter((one) => one !== undefined && one !== "").join("; ");

  function partsOf(): readonly (string | undefined)[] {
    switch (entry.class) {
      case "meeting":
        return [sayWord(t, entry.role), entry.place, all(entry.with)];
      case "person":
        return [`${entry.person.name}, ${entry.person.capacity}`];
      case "proposal":
        return [sayWord(t, entry.measure), all(entry.by)];
      case "agreement":
        return [sayWord(t, entry.measure), all(entry.between)];
      case "event":
        return [
          sayWord(t, entry.event),
          ...entry.counts.map(({ amount, what }) => `${sayWord(t, what)}: ${sayBareAmount(t, amount)}`),
        ];
      case "media":
        return [sayWord(t, entry.media), sayWord(t, entry.shows), entry.by];
      case "outcome":
        return [
          `${t("field.breakthrough")}: ${sayWord(t, entry.breakthrough)}`,
          `${t("field.talksContinue")}: ${sayWord(t, entry.talksContinue)}`,
        ];
      default:
        return entry satisfies never;
    }
  }
}
