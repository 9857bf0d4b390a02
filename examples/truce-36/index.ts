import { type Example, withIds } from "../example.ts";
import { agreeTerms, sayGo } from "./act-1-terms.ts";
import { afterwards, noticeAreas, openSites, reportSites } from "./act-2-sites.ts";
import { acknowledge, assure, decide, notifyMissions, proposePlans } from "./act-3-missions.ts";
import { throughTheHours } from "./act-4-hours.ts";
import { acceptRemains, accountForRemains, closeTruce, offerRemains } from "./act-5-closing.ts";
import { examine, fillBags, writtenAt } from "./act-6-remains.ts";
import { coursesOf } from "./course.ts";
import { founding, seats } from "./founding.ts";
import { end, hour, Narrator, start } from "./narrator.ts";
import { planWindow } from "./window.ts";

const process = "truce-36";
const recomputed = "Computed again at the operator’s table by an expert of ours: the same digests.";

/** A truce of 36 hours along an invented line with 60 sites, from its text to the families: everything as it is said, in order. */
export function truce36(): Example {
  const window = planWindow();
  const courses = coursesOf(window);
  const { sectors } = window;
  const tell = new Narrator("2026-10-20T08:00:00Z");
  agreeTerms(tell, sectors);
  reportSites(tell, sectors);
  tell.until(start - 60 * hour);
  openSites(tell, sectors);
  tell.until(start - 57 * hour);
  offerRemains(tell, sectors);
  proposePlans(tell, sectors);
  tell.until(start - 54 * hour);
  notifyMissions(tell, courses);
  for (const [before, echelon] of [
    [44, "received"],
    [36, "passed_to_units"],
    [16, "confirmed_by_units"],
  ] as const) {
    tell.until(start - before * hour);
    acknowledge(tell, courses, echelon);
    if (before !== 36) continue;
    tell.until(start - 24.5 * hour);
    sayGo(tell, "t24", recomputed);
  }
  tell.until(start - 9 * hour);
  assure(tell, courses);
  tell.until(start - 6.2 * hour);
  sayGo(tell, "t6");
  tell.until(start - 5.9 * hour);
  noticeAreas(tell, sectors);
  tell.until(start - 2 * hour);
  decide(tell, courses);
  tell.until(start - 1.2 * hour);
  sayGo(tell, "t1");
  tell.until(start);
  throughTheHours(tell, window, courses);
  accountForRemains(tell, courses);
  tell.until(writtenAt);
  const bags = fillBags(tell, courses);
  afterwards(tell, sectors, courses);
  tell.until(end + 48 * hour);
  closeTruce(tell, courses);
  tell.until(end + 6 * 24 * hour);
  examine(tell, bags);
  acceptRemains(tell, courses);
  return { process, founding, seats, acts: withIds(process, tell.said), blobs: [] };
}
