// `node scripts/pictures.ts`: makes the pictures of the guides from a running demonstration, in a real browser.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Office } from "#record";
import { launchBrowser } from "../e2e/testing/browser.ts";
import { type DeskOptions, openDesk } from "../e2e/testing/desk.ts";
import { type DemonstrationHost, startDemonstration } from "../e2e/testing/host.ts";
import { choose, open } from "../e2e/testing/steps.ts";

type Picture = DeskOptions & {
  readonly name: string;
  readonly office: Office;
  readonly height?: number;
  /** What is done before the picture is taken. */
  readonly go: (page: Page) => Promise<void>;
};

const pictures: readonly Picture[] = [
  { name: "home", office: "party-b", go: async () => {} },
  {
    name: "proposal",
    office: "party-b",
    height: 1_150,
    go: async (page) => {
      await open(page, "Proposals");
      await page.getByRole("link", { name: /^Short truces of 24 to 48 hours/ }).click();
    },
  },
  {
    name: "preview",
    office: "host",
    go: async (page) => {
      await open(page, "Talks");
      await page.getByRole("button", { name: "Propose a round" }).click();
      const form = page.getByRole("dialog", { name: "Propose a round" });
      await form.getByLabel("Title", { exact: true }).fill("Fourth round of direct talks");
      await form.getByLabel("Day", { exact: true }).fill("2026-12-03");
      await choose(form, "Format", "plenary");
      await form.getByRole("button", { name: "Read before signing" }).click();
      await page.getByRole("dialog", { name: "Read before you sign" }).waitFor();
    },
  },
  {
    name: "claims",
    office: "host",
    theme: "dark",
    height: 1_150,
    go: async (page) => {
      await open(page, "Numbers");
      await page
        .locator("main section:has(svg g)")
        .first()
        .evaluate((plot) => plot.scrollIntoView());
    },
  },
  {
    name: "meeting",
    office: "host",
    height: 1_150,
    go: async (page) => {
      await open(page, "Leaders’ meeting");
      await page.getByRole("link", { name: "Meeting of the leaders by the end of August" }).click();
    },
  },
  { name: "public", office: "public", theme: "dark", width: 390, language: "uk", go: async () => {} },
];

/** The way of a name, in the exchange of 1,200 for 1,200. */
const wayOfAName: readonly Picture[] = [
  { name: "name-lists", office: "exchange-b", go: (page) => follow(page, "lists") },
  {
    name: "name-verification",
    office: "exchange-a",
    theme: "dark",
    go: async (page) => {
      await follow(page, "lists", /^Held, to return to side b/);
      await page.getByRole("grid").or(page.getByRole("table")).first().scrollIntoViewIfNeeded();
    },
  },
  {
    name: "plan",
    office: "exchange-a",
    height: 1_150,
    go: async (page) => {
      await open(page, "Exchange");
      await page.getByRole("link", { name: "Plan tranches" }).click();
      await page.getByRole("button", { name: "Plan", exact: true }).click();
      const why = page.getByRole("group", { name: "Why not somebody" });
      await why.waitFor({ timeout: 60_000 });
      await choose(why, "list", "Held, to return to side a (persons held)");
      await why.getByLabel("line", { exact: false }).fill("1100");
      await why.getByRole("button", { name: "Ask" }).click();
      await page.getByRole("status").waitFor();
      await page
        .getByRole("heading", { name: "Your own working paper" })
        .evaluate((heading) => heading.scrollIntoView());
    },
  },
  {
    name: "name-tranche",
    office: "party-a",
    theme: "dark",
    go: (page) => follow(page, "exchange", /^First tranche/),
  },
  { name: "name-lineday", office: "operator", go: (page) => follow(page, "lineday") },
  {
    name: "name-reception",
    office: "reception-b",
    theme: "dark",
    go: (page) => follow(page, "reception", "Person no. 2"),
  },
];

/** Goes to a page by its address, and on by a link. */
async function follow(page: Page, path: string, link?: string | RegExp): Promise<void> {
  await page.goto(new URL(`/${path}`, page.url()).href);
  await page.getByRole("heading", { level: 1 }).waitFor();
  if (link !== undefined) await page.getByRole("main").getByRole("link", { name: link }).first().click();
  await page.waitForTimeout(1_000);
}

const folder = join(import.meta.dirname, "..", "docs", "picture");
mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
try {
  await take(await startDemonstration(), pictures);
  await take(await startDemonstration("exchange-1200"), wayOfAName);
} finally {
  await browser.close();
}

async function take(host: DemonstrationHost, all: readonly Picture[]): Promise<void> {
  try {
    for (const { name, office, height = 900, go, ...look } of all) {
      const { page, close } = await openDesk(browser, host, office, look);
      const { theme = "light", width = 1_280 } = look;
      await page.setViewportSize({ width, height });
      await go(page);
      await page.waitForTimeout(1_000);
      const path = join(folder, `${name}-${theme}-${width}.png`);
      await page.screenshot({ path });
      console.log(path);
      await close();
    }
  } finally {
    await host.stop();
  }
}
