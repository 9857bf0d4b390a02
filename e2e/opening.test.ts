import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "./testing/browser.ts";
import { openDesk } from "./testing/desk.ts";
import { type DemonstrationHost, startDemonstration } from "./testing/host.ts";

const mostBytes = 250 * 1_024;

describe("opening the app", () => {
  let host: DemonstrationHost;
  let browser: Browser;
  beforeAll(async () => {
    [host, browser] = await Promise.all([startDemonstration(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  it("[WB9] fetches at most 250 kB, compressed, before the first page is drawn", async () => {
    // without what the offline worker fetches ahead
    const context = await browser.newContext({ serviceWorkers: "block", locale: "ru" });
    const page = await context.newPage();
    await page.goto(host.address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const fetched = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter((one) => one instanceof PerformanceResourceTiming && one.name.includes("/assets/"))
        .map(
          (one) => [new URL(one.name).pathname, (one as PerformanceResourceTiming).encodedBodySize] as const,
        ),
    );
    // the desk's own thread is fetched beside, while the page is drawn
    const drawn = fetched.filter(([name]) => !name.includes("/worker-"));
    expect(drawn.length).toBeGreaterThan(3);
    expect(
      drawn.reduce((sum, [, bytes]) => sum + bytes, 0),
      JSON.stringify(drawn),
    ).toBeLessThan(mostBytes);
    await context.close();
  });

  it("[WB10] opens without a network what it has held before, at any of its addresses", async () => {
    const { page, context, close } = await openDesk(browser, host, "party-b", { keepsApp: true });
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(async () => {
      const shelf = await caches.open("parley-app");
      return (await shelf.keys()).length > 5;
    });
    await context.setOffline(true);
    await page.goto(new URL("/proposals", host.address).href);
    await page.getByRole("link", { name: /^Short truces of 24 to 48 hours/ }).waitFor();
    await close();
  });
});
