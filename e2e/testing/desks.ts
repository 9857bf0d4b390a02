import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { Office } from "#record";
import { launchBrowser } from "./browser.ts";
import { type OpenDesk, openDesk } from "./desk.ts";
import { type DemonstrationHost, startDemonstration } from "./host.ts";
import { open } from "./steps.ts";

/** Opens an office's desk on a view; of the demonstration, where no other host is named. */
export type OpenAt = (office: Office, view: string, on?: DemonstrationHost) => Promise<Page>;

/** For the journeys of a `describe`: a demonstration and a browser, and desks that are closed after each journey and have no fault. */
export function desksOfDemonstration(): OpenAt {
  let host: DemonstrationHost;
  let browser: Browser;
  const desks: OpenDesk[] = [];
  beforeAll(async () => {
    [host, browser] = await Promise.all([startDemonstration(), launchBrowser()]);
  });
  afterEach(async () => {
    for (const { faults, close } of desks.splice(0)) {
      expect(faults).toEqual([]);
      await close();
    }
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });
  return async (office, view, on = host) => {
    const desk = await openDesk(browser, on, office);
    desks.push(desk);
    await open(desk.page, view);
    return desk.page;
  };
}
