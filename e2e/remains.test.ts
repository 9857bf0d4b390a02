import { readFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violationsOn } from "./testing/accessible.ts";
import { launchBrowser } from "./testing/browser.ts";
import { type OpenDesk, openBlank, openDesk } from "./testing/desk.ts";
import { type DemonstrationHost, startDemonstration } from "./testing/host.ts";
import { choose, open, openForm, sign } from "./testing/steps.ts";

/** Words that stand in what the forensic offices write, and nowhere else. */
const secrets = ["Tag thirty-one", "Square twelve", "The two halves fit", "Quiet words of a mother"] as const;

describe("remains", () => {
  let host: DemonstrationHost;
  let browser: Browser;
  beforeAll(async () => {
    [host, browser] = await Promise.all([startDemonstration(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  it("[BV10] are recovered, handed on, examined, identified by the rule, told by a person, and revoked", async () => {
    const giver = await openDesk(browser, host, "forensic-a");
    const code = await recovered(giver.page);
    const receiver = await openDesk(browser, host, "forensic-b");
    const { page } = receiver;
    const main = page.getByRole("main");
    await takenOver(page, code);
    const custody = page.getByRole("region", { name: "Chain of custody" });
    await custody.getByText("seals broken", { exact: true }).waitFor();
    await custody.getByText("other seal numbers than before").waitFor();
    await openCase(page, "N-1");
    await openCase(page, "N-2");
    expect(await violationsOn(page)).toEqual([]);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Custody form" }).click();
    expect((await readFile(await (await download).path())).subarray(0, 5).toString()).toBe("%PDF-");
    await main.getByRole("link", { name: "Case N-1" }).click();
    await page.getByRole("heading", { level: 1, name: "Case N-1" }).waitFor();
    const caseAddress = page.url();
    await associate(page, "possible", "Both lay in one bag.");
    await associate(page, "belongs together", "The two halves fit.");
    await main.getByText("changed 1 time").waitFor();
    await open(page, "Remains");
    await formOf(page, "Enter a person sought", (form) => sign(page, form));
    await main.getByRole("link", { name: "Person sought no. 1" }).click();
    await page.getByRole("heading", { level: 1, name: "Person sought no. 1" }).waitFor();
    for (const relation of ["mother", "brother or sister"]) await consent(page, relation);
    expect(await violationsOn(page)).toEqual([]);
    await page.goto(caseAddress);
    const form = await openForm(page, "State an identification");
    await choose(form, "person sought", /^1 · /);
    await form.getByText("1: mother, autosomal", { exact: true }).click();
    await form.getByText("“Confirmed” still needs one of these").waitFor();
    await form.getByText("confirmed", { exact: true }).click();
    await form.getByLabel("decided by, by handle").fill("investigator-one");
    await form.getByRole("button", { name: "Read before signing" }).click();
    const preview = page.getByRole("dialog", { name: "Read before you sign" });
    await preview.getByText(/two close relatives, or one by two methods/).waitFor();
    await preview.getByRole("button", { name: "Back" }).click();
    await form.getByText("2: brother or sister, autosomal", { exact: true }).click();
    await form.getByText("The rule for “confirmed” is met").waitFor();
    await sign(page, form);
    await main.getByText("The family has not been told yet.").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await answered(giver.page, caseAddress);
    await main.getByText("both offices agree").waitFor();
    await told(page);
    await formOf(page, "Revoke the identification", async (one) => {
      await one.getByText("the person came back alive", { exact: true }).click();
      await one.getByLabel("words", { exact: true }).fill("The person came back in an exchange.");
      await sign(page, one);
    });
    await main.getByText("The family was told, and does not know yet that it was revoked.").waitFor();
    await told(page);
    await main.getByText(/^Told in person \(taken back\)/).waitFor();
    await open(page, "Remains");
    await main.getByRole("link", { name: "Person sought no. 1" }).waitFor();
    const operator = await openDesk(browser, host, "operator");
    await operator.page.goto(caseAddress);
    await operator.page.getByText("The two halves fit.").waitFor();
    expect(await operator.page.locator("body").innerText()).not.toContain("The family");
    await page.getByText(/not yet recorded/).waitFor({ state: "hidden", timeout: 20_000 });
    for (const desk of [giver, receiver, operator]) {
      expect(desk.faults).toEqual([]);
      await desk.close();
    }
  });

  it("[BV12] that came to the other side’s families by mistake go back, and the family there is told by a person", async () => {
    const [giver, receiver] = [
      await openDesk(browser, host, "forensic-a"),
      await openDesk(browser, host, "forensic-b"),
    ];
    const [a, b] = [giver.page, receiver.page];
    const code = await recovered(a);
    await takenOver(b, code);
    await openCase(b, "N-7");
    await b.getByRole("main").getByRole("link", { name: "Case N-7" }).click();
    await identified(b, "Case N-7", 7);
    await owedAtHome(b, "to tell the family, in person", "N-7");
    await told(b);
    await associate(b, "excluded", "A second sample differs.", "person sought", /^7 · /);
    await formOf(b, "Revoke the identification", async (form) => {
      await form.getByText("associated anew", { exact: true }).click();
      await form.getByLabel("words", { exact: true }).fill("A second sample differs.");
      await sign(b, form);
    });
    await owedAtHome(b, "that the identification was revoked", "N-7");
    await told(b);
    await formOf(b, "Return to the other side", async (form) => {
      await form.getByText("of the other side", { exact: true }).click();
      await form.getByLabel("words", { exact: true }).fill("The clothing is theirs.");
      await sign(b, form);
    });
    await b.getByText(/^Goes back to|^Returned to/).waitFor();
    await owedAtHome(b, "its remains go back to the other side", code);
    await handedOn(b, /Russian Federation/);
    await takenOver(a, code);
    await openCase(a, "R-1");
    await a.getByRole("main").getByRole("link", { name: "Case R-1" }).click();
    await identified(a, "Case R-1", 9);
    await owedAtHome(a, "to tell the family, in person", "R-1");
    await told(a);
    // neither side reads what the other's family was told
    await open(b, "Remains");
    await b.getByRole("main").getByRole("link", { name: "R-1" }).click();
    await b.getByRole("heading", { level: 1, name: "Case R-1" }).waitFor();
    await b.getByText("own sample from life", { exact: true }).first().waitFor();
    expect(await b.getByRole("main").innerText()).not.toContain("Told in person");
    expect(await violationsOn(b)).toEqual([]);
    for (const desk of [giver, receiver]) {
      expect(desk.faults).toEqual([]);
      await desk.close();
    }
  });

  it("[BV11] are counts alone for the delegations, in what is drawn and in what is sent", async () => {
    for (const office of ["party-a", "host"] as const) {
      const desk: OpenDesk = await openBlank(browser, host);
      const { page } = desk;
      const sent: Promise<string>[] = [];
      page.context().on("response", (answer) => {
        if (answer.url().includes("/api/") && !answer.url().includes("/api/feed"))
          sent.push(answer.body().then(decoded, () => ""));
      });
      await page.goto(host.link(office));
      await page.getByRole("heading", { level: 1, name: "What is owed" }).waitFor();
      await open(page, "Remains");
      const main = page.getByRole("main");
      await main.getByText("6,057").first().waitFor();
      const text = await main.innerText();
      for (const words of ["6,057", "6,060", "differs"]) expect(text, office).toContain(words);
      for (const words of [...secrets, "Containers", "Cases", "Persons sought"])
        expect(text, office).not.toContain(words);
      const all = (await Promise.all(sent)).join("\n");
      expect(all.length).toBeGreaterThan(1_000);
      for (const words of [...secrets, "forensic.case", "forensic.container"])
        expect(all, office).not.toContain(words);
      expect(desk.faults).toEqual([]);
      await desk.close();
    }
  });
});

/** Recorded, looked through and handed on by those who recovered it; answers the bag's code. */
async function recovered(page: Page): Promise<string> {
  await open(page, "Remains");
  const form = await openForm(page, "Record a container");
  const code = await form.locator("strong").first().innerText();
  await form.getByLabel("tag written where the remains lay").fill("Tag thirty-one");
  await form.getByLabel("where, coarsely").fill("Square twelve");
  await form.getByLabel("recovered by").fill("Recovery team two");
  await form.getByText("one body", { exact: true }).click();
  await form.getByText("not known", { exact: true }).click();
  await choose(form, "said to belong to", "Ukraine");
  await form.getByLabel(/^seal numbers/).fill("S-1");
  expect(await sign(page, form)).toContain("the host keeps it and cannot read it");
  await page.getByRole("main").getByRole("link", { name: code, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: `Container ${code}` }).waitFor();
  await formOf(page, "Look for ammunition", async (one) => {
    await one.getByText("no ammunition found", { exact: true }).click();
    await sign(page, one);
  });
  await formOf(page, "Seal a packet of effects", async (one) => {
    await one.getByLabel("packet number").fill("P-1");
    await one.getByLabel("seal", { exact: true }).fill("E-1");
    await one.getByText("half a disc", { exact: true }).click();
    await one.getByLabel(/^inventory/).fill("2 photographs\nA watch");
    await sign(page, one);
  });
  await page.getByText("2 × photographs").waitFor();
  await handedOn(page, /Ukraine/);
  return code;
}

async function handedOn(page: Page, to: RegExp): Promise<void> {
  await formOf(page, "Hand it on", async (one) => {
    await choose(one, "Into the custody of", to);
    await one.getByLabel("place", { exact: true }).fill("The crossing");
    await one.getByText("seals intact", { exact: true }).click();
    await sign(page, one);
  });
  await page.getByText(/not yet recorded/).waitFor({ state: "hidden", timeout: 20_000 });
}

/** Found by its code, and taken over with seals that were broken and renewed. */
async function takenOver(page: Page, code: string): Promise<void> {
  const main = page.getByRole("main");
  await open(page, "Remains");
  await main.getByLabel("Scan or type a bag code").fill(code.toLowerCase().replace("-", " "));
  await main.getByRole("button", { name: "Find" }).click();
  await main.getByRole("link", { name: `Open container ${code}` }).click();
  await page.getByRole("heading", { level: 1, name: `Container ${code}` }).waitFor();
  await formOf(page, "Take it over", async (form) => {
    await form.getByText("seals broken", { exact: true }).click();
    await form.getByLabel(/^seal numbers/).fill("S-2");
    await sign(page, form);
  });
}

/** Enters somebody who is sought, and states on the case that it is he, by his own sample. */
async function identified(page: Page, title: string, number: number): Promise<void> {
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  const address = page.url();
  await open(page, "Remains");
  await formOf(page, "Enter a person sought", async (form) => {
    await form.getByLabel("Number at this office").fill(String(number));
    await sign(page, form);
  });
  await page.goto(address);
  await formOf(page, "State an identification", async (form) => {
    await choose(form, "person sought", new RegExp(`^${number} · `));
    await form.getByText("own sample from life", { exact: true }).click();
    await form.getByText("confirmed", { exact: true }).click();
    await form.getByLabel("decided by, by handle").fill("investigator-one");
    await sign(page, form);
  });
  await page.getByRole("main").getByText("The family has not been told yet.").waitFor();
}

/** What an office owes stands on its first page, and leads to where it is done. */
async function owedAtHome(page: Page, words: string, title: string): Promise<void> {
  await open(page, "What is owed");
  const matter = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: title, exact: true }) });
  await matter.getByText(words).waitFor();
  await matter.getByRole("link", { name: title, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

async function openCase(page: Page, number: string): Promise<void> {
  await formOf(page, "Open a case", async (form) => {
    await form.getByLabel("Number of the case").fill(number);
    await form.getByText("parts of a body", { exact: true }).click();
    await sign(page, form);
  });
  await page.getByRole("link", { name: `Case ${number}` }).waitFor();
}

async function associate(
  page: Page,
  stance: string,
  support: string,
  type = "case",
  other = /^N-2 · /,
): Promise<void> {
  await formOf(page, "Say what belongs together", async (form) => {
    await form.getByText(type, { exact: true }).click();
    await choose(form, "held against", other);
    await form.getByText(stance, { exact: true }).click();
    await form.getByLabel(/^what supports it/).fill(support);
    await sign(page, form);
  });
  await page.getByRole("main").getByText(support).waitFor();
}

async function consent(page: Page, relation: string): Promise<void> {
  await formOf(page, "Take down a relative’s consent", async (form) => {
    await choose(form, "relation to the person", relation);
    await form.getByText("to look for this person alone", { exact: true }).click();
    await form.getByLabel("what was said and agreed to").fill("Quiet words of a mother.");
    await choose(form, "Language of the words", "Ukrainian");
    await choose(form, "taken down by", "doctor");
    await sign(page, form);
  });
  await page.getByRole("heading", { level: 3, name: new RegExp(relation) }).waitFor();
}

async function answered(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await formOf(page, "Answer the identification", async (form) => {
    await form.getByText("agrees", { exact: true }).click();
    await sign(page, form);
  });
  const text = await page.getByRole("main").innerText();
  expect(text).not.toContain("The family");
}

async function told(page: Page): Promise<void> {
  await formOf(page, "Write down that a person told the family", async (form) => {
    await form.getByLabel("told by, by handle").fill("officer-four");
    await choose(form, "In the capacity of", "officer for families");
    await form.getByText("in person, at the family’s home", { exact: true }).click();
    await choose(form, "Language of the words", "Ukrainian");
    await form.getByText("not asked yet", { exact: true }).click();
    await sign(page, form);
  });
  await page
    .getByRole("main")
    .getByText(/^Told in person/)
    .waitFor();
}

async function formOf<T>(page: Page, name: string, fill: (form: Locator) => Promise<T>): Promise<void> {
  const form = await openForm(page, name);
  await fill(form);
  await form.waitFor({ state: "hidden" });
}

// Entries travel as base64 in JSON, or as they are.
function decoded(body: Buffer): string {
  const text = body.toString("utf8");
  const inside = [...text.matchAll(/"([A-Za-z0-9+/=]{200,})"/g)].map(([, base64 = ""]) =>
    Buffer.from(base64, "base64").toString("utf8"),
  );
  return [text, ...inside].join("\n");
}
