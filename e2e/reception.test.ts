import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Office } from "#record";
import { violationsOn } from "./testing/accessible.ts";
import { launchBrowser } from "./testing/browser.ts";
import { type OpenDesk, openBlank, openDesk } from "./testing/desk.ts";
import { type DemonstrationHost, startDemonstration } from "./testing/host.ts";
import { choose, open, openForm, sign } from "./testing/steps.ts";

const others: readonly Office[] = [
  "host",
  "party-a",
  "party-b",
  "exchange-a",
  "exchange-b",
  "operator",
  "reception-b",
];
/** Words that stand in what the reception writes, and nowhere else. */
const secrets = ["Bound at the wrists", "Pale lines", "Ward two, by telephone", "Told in quiet"] as const;

describe("reception", () => {
  let host: DemonstrationHost;
  let browser: Browser;
  let desk: OpenDesk;
  beforeAll(async () => {
    [host, browser] = await Promise.all([startDemonstration(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  it("[RW10] receives a person, asks, examines, and lets a consent be withdrawn", async () => {
    desk = await openDesk(browser, host, "reception-a");
    const { page } = desk;
    const main = page.getByRole("main");
    await page.getByRole("navigation").getByRole("link", { name: "Reception", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Those who came back" }).waitFor();
    await formOf(page, "Receive a person", async (form) => {
      await form.getByText("walks with help", { exact: true }).click();
      const words = await sign(page, form);
      expect(words).toContain("the host keeps it and cannot read it");
    });
    await main.getByRole("link", { name: "Person no. 1" }).click();
    await page.getByRole("heading", { level: 1, name: "Person no. 1" }).waitFor();
    await formOf(page, "Write down: first look (triage)", async (form) => {
      await form.getByText("done", { exact: true }).click();
      await sign(page, form);
    });
    await consent(page, "the record of torture and ill-treatment");
    await formOf(page, "Record a finding", async (form) => {
      await choose(form, "place on the body", "wrist");
      await choose(form, "kind of finding", "scar");
      await form.getByLabel(/^the person’s own account/).fill("Bound at the wrists.");
      await form.getByLabel("finding", { exact: true }).fill("Pale lines around both wrists.");
      await form.getByText("highly consistent", { exact: true }).click();
      await form.getByLabel("Examined by").fill("doctor-two");
      await form.getByText(/^The examiner takes no part/).click();
      await sign(page, form);
    });
    await main.getByText("Pale lines around both wrists.").waitFor();
    await formOf(page, "Record an opinion", async (form) => {
      await form.getByLabel("Opinion of the whole").fill("Told in quiet; the whole agrees.");
      await form.getByText(/^The examination was in private/).click();
      await form.getByText("highly consistent", { exact: true }).click();
      await form.getByLabel("Examined by").fill("doctor-two");
      await form.getByText(/^The examiner takes no part/).click();
      await sign(page, form);
    });
    await consent(page, "contact with the family", async (form) => {
      await form.getByText("that the person has returned", { exact: true }).click();
      await form.getByText("how to reach the person", { exact: true }).first().click();
      await form.getByLabel("how to reach the person").last().fill("Ward two, by telephone.");
    });
    await formOf(page, "Write down: call home", async (form) => {
      await form.getByText("done", { exact: true }).click();
      await sign(page, form);
    });
    const family = page.getByRole("region", { name: "For the family" });
    await family.getByText("Ward two, by telephone.").waitFor();
    expect(await family.innerText()).not.toContain("Pale lines");
    const download = page.waitForEvent("download");
    await family.getByLabel("Name of the person, for the paper alone").fill("Ілля Вигаданий");
    await family.getByRole("button", { name: "Make the PDF" }).click();
    const file = await readFile(await (await download).path());
    expect(file.subarray(0, 5).toString()).toBe("%PDF-");
    expect(await violationsOn(page)).toEqual([]);
    await formOf(page, "Withdraw: the record of torture and ill-treatment", (form) => sign(page, form));
    await main.getByText("2 entries rest on a consent that was withdrawn").waitFor();
    expect(await main.innerText()).not.toContain("Pale lines");
    await open(page, "What is owed");
    await main.getByRole("link", { name: "Returned person no. 1" }).first().waitFor();
    expect(await main.innerText()).not.toContain("Pale lines");
    expect(desk.faults).toEqual([]);
    await page.getByText(/not yet recorded/).waitFor({ state: "hidden", timeout: 20_000 });
    await desk.close();
  });

  it("[DP2] makes papers in the browser from fields, and says what does not fit", async () => {
    const other = await openDesk(browser, host, "exchange-b");
    const { page } = other;
    await open(page, "Documents");
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel("Surname").fill("Вигаданий");
    await page.getByLabel("Rank").fill("-");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Make the PDF" }).click();
    expect((await readFile(await (await download).path())).subarray(0, 5).toString()).toBe("%PDF-");
    await page.getByText("Made: notification-en.pdf").waitFor();
    const buffer = Buffer.from('{"on":"2025-07-02","persons":[]}');
    const wrong = { name: "wrong.json", mimeType: "application/json", buffer };
    await page.locator("input[type=file]").setInputFiles(wrong);
    await page.getByText(/^The file does not fit this document: persons/).waitFor();
    expect(other.faults).toEqual([]);
    await other.close();
  });

  it("[RW11] is read by nobody else, in what is drawn and in what is sent", async () => {
    const isClosedTo = async (office: Office) => {
      const other = await openBlank(browser, host);
      const { page } = other;
      const sent: Promise<string>[] = [];
      page.context().on("response", (answer) => {
        if (answer.url().includes("/api/") && !answer.url().includes("/api/feed"))
          sent.push(answer.body().then(decoded, () => ""));
      });
      await page.goto(host.link(office));
      await page.getByRole("heading", { level: 1, name: "What is owed" }).waitFor();
      await noneOf(page, office);
      const entries = await page.getByRole("navigation").getByRole("link", { name: "Reception" }).count();
      expect(entries, office).toBe(office === "reception-b" ? 1 : 0);
      for (const path of ["/reception", "/record"]) {
        await page.goto(new URL(path, host.address).href);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await noneOf(page, `${office} ${path}`);
      }
      const all = (await Promise.all(sent)).join("\n");
      expect(all.length).toBeGreaterThan(1_000);
      for (const words of [...secrets, '"room":"reception-a"', "return.received"])
        expect(all, office).not.toContain(words);
      await other.close();
    };
    const waiting = [...others];
    const one = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await isClosedTo(next);
    };
    await Promise.all([one(), one(), one()]);
  });
});

async function noneOf(page: Page, where: string): Promise<void> {
  await page.waitForTimeout(150);
  const text = await page.locator("body").innerText();
  for (const words of [...secrets, "Person no. 1", "Returned person"])
    expect(text, where).not.toContain(words);
}

async function formOf<T>(
  page: Page,
  name: string,
  fill: (form: ReturnType<Page["getByRole"]>) => Promise<T>,
): Promise<void> {
  const form = await openForm(page, name);
  await fill(form);
  await form.waitFor({ state: "hidden" });
}

function consent(
  page: Page,
  purpose: string,
  more: (form: ReturnType<Page["getByRole"]>) => Promise<void> = async () => {},
): Promise<void> {
  return formOf(page, `Take down: ${purpose}`, async (form) => {
    await form.getByLabel("what was said and agreed to").fill("What it is for, and who reads it.");
    await choose(form, "Language of the words", "Ukrainian");
    await more(form);
    await choose(form, "taken down by", "doctor");
    await sign(page, form);
  });
}

// Entries travel as base64 in JSON, or as they are.
function decoded(body: Buffer): string {
  const text = body.toString("utf8");
  const inside = [...text.matchAll(/"([A-Za-z0-9+/=]{200,})"/g)].map(([, base64 = ""]) =>
    Buffer.from(base64, "base64").toString("utf8"),
  );
  return [text, ...inside].join("\n");
}
