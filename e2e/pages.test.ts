import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violationsOn } from "./testing/accessible.ts";
import { launchBrowser } from "./testing/browser.ts";
import { type DeskOptions, type OpenDesk, openDesk } from "./testing/desk.ts";
import { type DemonstrationHost, startDemonstration } from "./testing/host.ts";

const paths = [
  "/",
  "/talks",
  "/proposals",
  "/truces",
  "/exchange",
  "/claims",
  "/lists",
  "/lineday",
  "/map",
  "/window",
  "/missions",
  "/sites",
  "/sites/import",
  "/remains",
  "/meeting",
  "/statements",
  "/joint",
  "/reading",
  "/footage",
  "/record",
  "/people",
  "/enter",
  "/nowhere",
];
/** Lists whose first entry has a page of its own. */
const lists = ["/talks", "/proposals", "/truces", "/meeting", "/statements", "/record"];
const beside = [
  "/exchange/plan",
  "/lists/new",
  "/proposals/new",
  "/truces/new",
  "/statements/positions",
  "/record/check",
  "/record/compare",
  "/record/queue",
];
const languages = ["en", "uk", "ru", "tr"] as const;

describe("every page", () => {
  let host: DemonstrationHost;
  let browser: Browser;
  beforeAll(async () => {
    [host, browser] = await Promise.all([startDemonstration(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
  });

  const looks: readonly (DeskOptions & { readonly office: "host" | "party-a" | "public" })[] = [
    ...languages.map((language) => ({ language, office: "party-a" as const })),
    { language: "en", theme: "dark", office: "host" },
    { language: "uk", theme: "dark", width: 390, office: "public" },
    { language: "tr", width: 390, office: "host" },
  ];

  it.each(looks)(
    "[WB1] reads whole, passes axe and asks no other host: %o",
    async ({ office, ...options }) => {
      const desk = await openDesk(browser, host, office, options);
      const wrong: string[] = [];
      const inside = await firstOf(desk);
      for (const path of [...paths, ...beside, ...inside]) {
        await visit(desk, path);
        const { page } = desk;
        // what axe finds on the pages inside does not hang on the language
        if (options.language === "en" || options.width !== undefined || paths.includes(path))
          wrong.push(...(await violationsOn(page)).map((one) => `${path}: ${one}`));
        const text = await page.locator("body").innerText();
        for (const [found] of text.matchAll(/\b(undefined|NaN|Invalid Date|\[object Object\])\b|\{\w+\}/g))
          wrong.push(`${path}: shows ${found}`);
        const tooWide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (tooWide > 0) wrong.push(`${path}: ${tooWide} pixels too wide`);
        if (options.width !== undefined)
          for (const table of await sideways(page)) wrong.push(`${path}: "${table}" is read sideways`);
        expect(await page.locator("html").getAttribute("lang")).toBe(options.language);
      }
      await desk.close();
      expect([...wrong, ...desk.faults]).toEqual([]);
    },
  );
});

/** The address of the first entry of each list. */
async function firstOf(desk: OpenDesk): Promise<readonly string[]> {
  const found: string[] = [];
  for (const list of lists) {
    await visit(desk, list);
    const entry = desk.page
      .getByRole("main")
      .locator(`a[href^="${list}/"]:not([href$="/new"], [href$="/positions"])`);
    const links = await entry.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
    const [first] = links.filter((href) => /\/[a-z2-7]{26}$/.test(href));
    if (first) found.push(first);
  }
  return found;
}

/** The tables of rows that are wider than their place: on a phone each row is a block, and none is. */
function sideways(page: Page): Promise<readonly string[]> {
  return page
    .locator("main [role=group]:has(> table)")
    .evaluateAll((all) =>
      all
        .filter((one) => one.scrollWidth > one.clientWidth)
        .map((one) => one.getAttribute("aria-label") ?? ""),
    );
}

/** Goes to a page as a link in the app does, and waits until another heading stands there and all stands still. */
async function visit({ page }: OpenDesk, path: string): Promise<void> {
  await page.evaluate(async (to) => {
    const shown = () => document.querySelector("main")?.innerHTML;
    const left = location.pathname === to ? undefined : document.querySelector("main h1");
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
    let before: string | undefined;
    for (let still = 0; still < 2; before = shown()) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const heading = document.querySelector("main h1");
      still = heading && heading !== left && before === shown() ? still + 1 : 0;
    }
  }, path);
}
