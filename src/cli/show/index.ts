import { refuse } from "#base";
import type { Entry } from "#record";
import { type Common, heading, type Shown, shown } from "../context.ts";
import { claims } from "./claims.ts";
import { footage } from "./footage.ts";
import { forensic } from "./forensic.ts";
import { joint } from "./joint.ts";
import { lineday } from "./lineday.ts";
import { lists } from "./lists.ts";
import { missions } from "./missions.ts";
import { showAct } from "./one-act.ts";
import { people } from "./people.ts";
import { plans } from "./plans.ts";
import { pledges } from "./pledges.ts";
import { positions } from "./positions.ts";
import { proposals } from "./proposals.ts";
import { remains } from "./remains.ts";
import { reports } from "./reports.ts";
import { returns } from "./returns.ts";
import { rounds } from "./rounds.ts";
import type { Section } from "./section.ts";
import { sites } from "./sites.ts";
import { statements } from "./statements.ts";
import { summits } from "./summits.ts";
import { tranches } from "./tranches.ts";
import { truces } from "./truces.ts";

const sections: readonly Section[] = [
  rounds,
  proposals,
  truces,
  pledges,
  tranches,
  lists,
  lineday,
  claims,
  remains,
  forensic,
  summits,
  positions,
  statements,
  reports,
  joint,
  footage,
  returns,
  sites,
  missions,
  plans,
  people,
];

const siteOffices: readonly string[] = ["party-a", "party-b", "operator"];

/** `parley show DIR [SUBJECT]`: rounds, proposals, claims, pledges …, or one act, as an office sees them. */
export function showCommand(path: string, subject: string | undefined, options: Common): Promise<void> {
  return shown(path, options, (it) => {
    const named = subject === undefined ? undefined : sections.find((one) => one.name === subject);
    if (subject !== undefined && !named) {
      showAct(it, actNamed(it, subject));
      return;
    }
    // those who came back, sites, and the dead have no place on anybody else's page, not even an empty one
    const isForensic = it.office === "operator" || it.office.startsWith("forensic-");
    const known = sections.filter(
      (one) =>
        (one !== returns || it.office.startsWith("reception-")) &&
        (one !== sites || siteOffices.includes(it.office)) &&
        (one !== forensic || isForensic),
    );
    it.out.data(named ? named.data(it) : Object.fromEntries(known.map((one) => [one.name, one.data(it)])));
    printSections(it, named ? [named] : known.filter((one) => one !== people && one !== statements));
  });
}

/** The sections one below the other, each said to be empty where it is. */
export function printSections(it: Shown, chosen: readonly Section[] = sections): void {
  for (const [i, section] of chosen.entries()) {
    if (i === 0) heading(it, it.t(section.heading));
    else it.out.line(`\n${it.t(section.heading)}`);
    if (section.data(it).length === 0) it.out.line(it.t("show.nothing"));
    section.print(it);
  }
}

// An act by its id or by the beginning of it, of at least six characters.
function actNamed({ reading, state }: Shown, subject: string): Entry {
  const found = reading.entries.filter((entry) => subject.length >= 6 && entry.act.id.startsWith(subject));
  const [entry, ...more] = found;
  if (entry && more.length === 0) return state.entries.get(entry.act.id) ?? entry;
  return refuse("command.subject", { subject, known: sections.map((one) => one.name).join(", ") });
}
