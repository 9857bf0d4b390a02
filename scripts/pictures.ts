// `node scripts/pictures.ts [NAME…]`: makes the pictures of the guides, or those named, from running demonstrations, in a real browser.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { findFfmpeg, runFfmpeg } from "#footage/run";
import type { Office } from "#record";
import { launchBrowser } from "../e2e/testing/browser.ts";
import { type DeskOptions, openDesk } from "../e2e/testing/desk.ts";
import { startDemonstration } from "../e2e/testing/host.ts";
import { choose, open, openForm, sign } from "../e2e/testing/steps.ts";
import { inventSectors } from "../examples/truce-36/ground.ts";

const wanted = process.argv.slice(2);

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
  {
    name: "reading",
    office: "press-a",
    height: 1_150,
    go: async (page) => {
      await follow(page, "reading");
      await page.getByLabel("Text of the report").fill(report);
      await page.getByLabel("Day of the report").fill("2025-07-23");
      await page.getByLabel("Who published or wrote it").fill("Summary of public acts");
      await page.getByLabel("Occasion of the statements").fill("After the third round");
      await page.getByRole("button", { name: "Read it" }).click();
      const heading = page.getByRole("heading", { name: "Draft" });
      await heading.waitFor();
      await heading.evaluate((one) => one.scrollIntoView());
    },
  },
  {
    name: "positions",
    office: "host",
    height: 1_000,
    go: async (page) => {
      await follow(page, "statements/positions");
      await page.getByRole("heading", { name: "Issue by issue" }).evaluate((one) => one.scrollIntoView());
    },
  },
  {
    name: "footage",
    office: "press-a",
    height: 1_300,
    go: async (page) => {
      await follow(page, "footage");
      const form = await openForm(page, "Register footage");
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        form.getByRole("button", { name: "Choose a file" }).click(),
      ]);
      await chooser.setFiles({ name: "arrival.webm", mimeType: "video/webm", buffer: await testPattern() });
      await form.getByText("video/webm", { exact: false }).waitFor();
      await form.getByLabel("title").fill("Arrival at the border");
      await form.getByLabel("source").fill("A cameraman, as he says");
      await sign(page, form);
      await page.getByRole("link", { name: "Arrival at the border" }).click();
      const mark = await openForm(page, "Mark a person");
      await choose(mark, "when filmed", "held captive");
      await choose(mark, "What the person is now", "held captive");
      await sign(page, mark);
      await page.getByText("Person 1", { exact: true }).waitFor();
      await page.getByRole("button", { name: "Open the original on this device" }).click();
      await page.getByRole("button", { name: "Put the box here" }).click();
      await choose(page, "person", "1");
      await page.getByRole("heading", { name: "Persons in it" }).evaluate((one) => one.scrollIntoView());
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

/** The way of a truce hour, in the truce of 36 hours. */
const wayOfATruce: readonly Picture[] = [
  {
    name: "truce-text",
    office: "party-a",
    height: 1_150,
    go: (page) => follow(page, "truces", /^Pause of 36 hours/),
  },
  { name: "truce-missions", office: "operator", go: (page) => follow(page, "missions") },
  {
    name: "truce-mission",
    office: "party-b",
    theme: "dark",
    height: 1_150,
    go: (page) => follow(page, "missions", "T36-08"),
  },
  { name: "truce-map", office: "operator", height: 1_150, go: (page) => follow(page, "map") },
  {
    name: "truce-window",
    office: "party-b",
    height: 1_150,
    go: async (page) => {
      await follow(page, "window");
      await page.getByText(/replaced plans?$/).click();
      const proposed = page.getByRole("article").filter({ hasText: "Window plan of Sector 1" }).last();
      const [sector] = inventSectors();
      const buffer = Buffer.from(JSON.stringify(sector?.given));
      const file = { name: "case.json", mimeType: "application/json", buffer };
      await proposed.locator("input[type=file]").setInputFiles(file);
      await proposed.getByRole("button", { name: "Compute it here" }).click();
      await proposed.getByText("Computed again here").waitFor({ timeout: 120_000 });
      await proposed.scrollIntoViewIfNeeded();
    },
  },
  { name: "truce-remains", office: "forensic-b", height: 1_150, go: (page) => follow(page, "remains") },
];

/** A joint communiqué, beside the same truce. */
const joint: readonly Picture[] = [
  {
    name: "joint",
    office: "host",
    theme: "dark",
    go: async (page) => {
      await follow(page, "joint");
      const form = await openForm(page, "Table a joint communiqué");
      for (const [language, title, text] of communique) {
        const version = form.getByRole("group", { name: language });
        await version.getByLabel("title").fill(title);
        await version.getByLabel("text").fill(text);
      }
      await sign(page, form);
      await page.getByRole("link", { name: communique[0][1] }).click();
      await page.getByRole("article", { name: "English" }).getByRole("button").click();
      const answer = page.getByRole("dialog", { name: "Answer on the version: English" });
      await answer.getByText("cleared for release", { exact: true }).click();
      await sign(page, answer);
    },
  },
];

const communique = [
  [
    "English",
    "After the pause of 36 hours",
    "The teams of both sides have left the zones. The parties will meet again.",
  ],
  [
    "Turkish",
    "36 saatlik aranın ardından",
    "Her iki tarafın ekipleri bölgelerden ayrıldı. Taraflar yeniden görüşecek.",
  ],
] as const;

// public acts of 23 July 2025 in words of our own; the demonstration has the sources
const report = `Delegations of Ukraine and Russia met in Istanbul on Wednesday for a third round of direct talks. Before it Rustem Umerov and Vladimir Medinsky, the heads of the two delegations, met in private.

Medinsky said the sides had agreed to exchange at least 1,200 prisoners each. He said Russia had again proposed short truces of 24 to 48 hours along the line of contact so that the wounded and the bodies of the dead can be collected.

Umerov said Ukraine had proposed a meeting of the leaders by the end of August.

The round lasted about 40 minutes. In June the delegations had met for a second round.
`;

/** A moving test pattern in which nobody is seen. */
async function testPattern(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "parley-pictures-"));
  const [nothing, made] = [join(folder, "nothing"), join(folder, "made.webm")];
  writeFileSync(nothing, "-");
  const args = [
    "-f",
    "lavfi",
    "-i",
    "testsrc2=size=640x360:rate=15:duration=4",
    "-c:v",
    "libvpx",
    "-f",
    "webm",
  ];
  await runFfmpeg(findFfmpeg(), nothing, made, [...args, "@out"], AbortSignal.timeout(60_000));
  const bytes = readFileSync(made);
  rmSync(folder, { recursive: true });
  return bytes;
}

/** Goes to a page by its address, and on by a link. */
async function follow(page: Page, path: string, link?: string | RegExp): Promise<void> {
  await page.goto(new URL(`/${path}`, page.url()).href);
  await page.getByRole("heading", { level: 1 }).waitFor();
  if (link !== undefined) await page.getByRole("main").getByRole("link", { name: link }).first().click();
  await page.waitForTimeout(1_000);
}

/** Waits until the copy has been read and checked: between one work and the next its line is gone for a moment. */
async function settled(page: Page): Promise<void> {
  const working = page
    .getByRole("status")
    .filter({ hasText: /\d+\D+\d+$/ })
    .first();
  for (let [quiet, waited] = [0, 0]; quiet < 6; waited++) {
    if (waited > 240) throw new Error("The copy has not been read after two minutes.");
    await page.waitForTimeout(500);
    quiet = (await working.isVisible()) ? 0 : quiet + 1;
  }
}

const folder = join(import.meta.dirname, "..", "docs", "picture");
mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
try {
  await take(pictures);
  await take(wayOfAName, "exchange-1200");
  await take([...wayOfATruce, ...joint], "truce-36");
} finally {
  await browser.close();
}

async function take(
  all: readonly Picture[],
  example?: Parameters<typeof startDemonstration>[0],
): Promise<void> {
  const chosen = all.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  if (chosen.length === 0) return;
  const host = await startDemonstration(example);
  try {
    for (const { name, office, height = 900, go, ...look } of chosen) {
      const { page, close } = await openDesk(browser, host, office, { ...look, patience: 60_000 });
      const { theme = "light", width = 1_280 } = look;
      await page.setViewportSize({ width, height });
      await go(page);
      await settled(page);
      const path = join(folder, `${name}-${theme}-${width}.png`);
      await page.screenshot({ path });
      console.log(path);
      await close();
    }
  } finally {
    await host.stop();
  }
}
