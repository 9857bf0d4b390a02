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
      const inside = await firstOf(desk, lists);
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
        expect(await page.locator("html").getAttribute("lang")).toBe(options.language);
      }
      await desk.close();
      expect([...wrong, ...desk.faults]).toEqual([]);
    },
  );
});

describe("on a phone", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    { example: undefined, office: "party-a", pages: [...paths, ...beside], within: lists },
    {
      example: "exchange-1200",
      office: "exchange-b",
      pages: [...paths, ...beside],
      within: ["/exchange", "/lineday", "/lists"],
    },
    { example: "exchange-1200", office: "reception-b", pages: ["/reception"], within: ["/reception"] },
    {
      example: "truce-36",
      office: "operator",
      pages: paths,
      within: ["/truces", "/missions", "/sites", "/remains"],
    },
  ] as const)(
    "[WB13] every table is read downwards, and no number or code is broken: $example, $office",
    async ({ example, office, pages, within }) => {
      const host = await startDemonstration(example);
      const desk = await openDesk(browser, host, office, { language: "ru", width: 390 });
      const wrong: string[] = [];
      const all = await firstOf(desk, within);
      const persons = all.flatMap((path) =>
        path.startsWith("/lists/") ? [`/lists/person${path.slice(6)}/1`] : [],
      );
      for (const path of [...pages, ...all, ...persons]) {
        await visit(desk, path);
        wrong.push(...(await unfitOn(desk.page)).map((one) => `${path}: ${one}`));
      }
      await desk.close();
      await host.stop();
      expect([...wrong, ...desk.faults]).toEqual([]);
    },
  );
});

/** The address of the first entry of each list. */
async function firstOf(desk: OpenDesk, lists: readonly string[]): Promise<readonly string[]> {
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

/** What does not fit on the page, all of it unfolded: tables read sideways, cells without the name of their column, broken codes. */
function unfitOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    for (const folded of document.querySelectorAll("main details")) folded.setAttribute("open", "");
    const found: string[] = [];
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`${scrollWidth - clientWidth} pixels too wide`);
    for (const table of document.querySelectorAll("main table:not([role=grid])")) {
      const place = table.parentElement ?? table;
      const name = place.getAttribute("aria-label") ?? table.getAttribute("aria-label");
      if (place.scrollWidth > place.clientWidth) found.push(`"${name}" is read sideways`);
      for (const cell of table.querySelectorAll("tbody td"))
        if (cell.checkVisibility() && /^(none|"")$/.test(getComputedStyle(cell, "::before").content))
          found.push(`"${name}" does not name the column of "${cell.textContent}"`);
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      // the bytes that were signed are shown as they are
      for (const { 0: code, index } of text.parentElement?.closest("pre")
        ? []
        : (text.nodeValue ?? "").matchAll(/\d+([-–]\d+)+/g)) {
        range.setStart(text, index);
        range.setEnd(text, index + code.length);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (tops.size > 1) found.push(`"${code}" is broken`);
      }
    return found;
  });
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
