import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Office } from "#record";
import { launchBrowser } from "./testing/browser.ts";
import { type OpenDesk, openDesk } from "./testing/desk.ts";
import { type DemonstrationHost, startDemonstration } from "./testing/host.ts";
import { choose, open, openForm, sign, tabTo, writeProposal } from "./testing/steps.ts";

// One process of talks, gone through by people at desks of their own. Each journey goes on where the one before ended.
describe("journeys", () => {
  let host: DemonstrationHost;
  let browser: Browser;
  const desks: OpenDesk[] = [];
  const at = async (office: Office) => {
    const desk = await openDesk(browser, host, office, { keepsApp: true });
    desks.push(desk);
    return desk;
  };
  beforeAll(async () => {
    [host, browser] = await Promise.all([startDemonstration(), launchBrowser()]);
  });
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.close();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  it("[WB2] the host proposes and opens a round; both parties say yes to its date, each for itself", async () => {
    const { page: chair } = await at("host");
    const { page: a } = await at("party-a");
    const { page: b } = await at("party-b");
    await open(chair, "Talks");
    const form = await openForm(chair, "Propose a round");
    await form.getByLabel("Title", { exact: true }).fill("Fourth round");
    await form.getByLabel("Day", { exact: true }).fill("2027-01-12");
    await choose(form, "Format", "plenary");
    const words = await sign(chair, form);
    expect(words).toContain("Republic of Türkiye proposed a round: Fourth round");
    expect(words).toContain("Republic of Türkiye, Russian Federation, Ukraine");
    for (const page of [b, a]) {
      await open(page, "Talks");
      await page.getByRole("link", { name: /: Fourth round$/ }).click();
      const answer = await openForm(page, "Answer on the date");
      await answer.getByText("agreed", { exact: true }).click();
      await sign(page, answer);
    }
    await chair
      .getByRole("link", { name: /Fourth round/ })
      .first()
      .click();
    await chair.getByText("date agreed", { exact: true }).first().waitFor();
    const opening = await openForm(chair, "Open the round");
    for (const [label, value] of [
      ["Name", "N. N."],
      ["Capacity", "Minister"],
      ["Place", "Istanbul"],
    ] as const)
      await opening.getByLabel(label).first().fill(value);
    await opening.getByLabel("Day", { exact: true }).fill(new Date().toISOString().slice(0, 10));
    await sign(chair, opening);
    await a.getByText("open", { exact: true }).first().waitFor(); // without reloading
    for (const desk of desks) expect(desk.faults).toEqual([]);
  });

  it("[WB3] A drafts in its internal room and tables; B sees it without reloading, and counters", async () => {
    const { page: a } = await at("party-a");
    const { page: b } = await at("party-b");
    const { page: chair } = await at("host");
    await open(b, "Proposals");
    await open(chair, "Proposals");
    await open(a, "Proposals");
    await a.getByRole("link", { name: "Write a proposal" }).click();
    const draft = {
      where: /draft in/,
      title: "Quiet hours on the bridge",
      hours: 6,
      words: "No fire on the bridge.",
    };
    expect(await writeProposal(a, draft)).toContain("the host keeps it and cannot read it");
    await a.getByText("Quiet hours on the bridge").first().waitFor();
    for (const page of [b, chair]) expect(await page.getByText("Quiet hours on the bridge").count()).toBe(0);
    const drafted = a.getByRole("listitem").filter({ hasText: "Quiet hours on the bridge" });
    await drafted.getByRole("link", { name: "Go on writing or put it on the table" }).click();
    await a.getByText("on the table in: plenary").click();
    await sign(a, a.getByRole("main"));
    await b.getByRole("link", { name: "Quiet hours on the bridge" }).click();
    await b.getByRole("link", { name: "Make a counter-proposal" }).click();
    await b.getByText("on the table in: plenary").click();
    await b.getByLabel("At least, hours").fill("8");
    await b.getByLabel("Title", { exact: true }).fill("Eight quiet hours on the bridge");
    await sign(b, b.getByRole("main"));
    await b.getByText("The second of two acts").waitFor(); // the answer that names the counter-proposal
    await sign(b, b.getByRole("main"));
    await open(a, "Proposals");
    await a.getByRole("link", { name: "Eight quiet hours on the bridge" }).first().waitFor();
    for (const desk of desks) expect(desk.faults).toEqual([]);
  });

  it("[WB4] the gate shows what is missing, and who owes it", async () => {
    const { page: a } = await at("party-a");
    const matter = a
      .getByRole("listitem")
      .filter({ has: a.getByRole("link", { name: "Eight quiet hours on the bridge" }) });
    await matter.first().waitFor();
    expect(await matter.first().innerText()).toMatch(/from this desk[\s\S]*Russian Federation: an answer/);
    await matter.getByRole("link").first().click();
    await a.getByRole("heading", { name: "Still missing before it could be carried out" }).waitFor();
  });

  it("[WB5] without the host one reads and acts; what was said is sent when it is back, and nothing is lost", async () => {
    const { page: a } = await at("party-a");
    const { page: b } = await at("party-b");
    for (const page of [a, b]) {
      await open(page, "Proposals");
      await page.getByRole("link", { name: "Eight quiet hours on the bridge" }).first().click();
    }
    await host.kill();
    await a.getByText(/^No network\./).waitFor({ timeout: 30_000 });
    await a.getByRole("link", { name: "Answer", exact: true }).click();
    const main = a.getByRole("main");
    await main.getByText("under study", { exact: true }).first().click();
    await sign(a, main);
    await a.getByText("1 act of yours is not yet recorded.").waitFor();
    await a.reload(); // the app and the copy are this browser's own
    await a.getByText("1 act of yours is not yet recorded.").waitFor({ timeout: 30_000 });
    await host.restart();
    await a.getByText("1 act of yours is not yet recorded.").waitFor({ state: "hidden", timeout: 60_000 });
    await b.getByText("under study", { exact: true }).first().waitFor({ timeout: 60_000 });
  });

  it("[WB6] the public sees only the public room, in what is drawn and in what is sent", async () => {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    const sent: Promise<string>[] = [];
    page.on("response", (answer) => {
      if (answer.url().includes("/api/") && !answer.url().includes("/api/feed"))
        sent.push(
          answer.body().then(
            (body) => decoded(body),
            () => "",
          ),
        );
    });
    await page.goto(host.address);
    for (const path of ["/", "/talks", "/proposals", "/record", "/people"]) {
      await page.goto(new URL(path, host.address).href);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForTimeout(300);
      expect(await page.locator("body").innerText()).not.toContain("quiet hours");
    }
    const all = (await Promise.all(sent)).join("\n");
    expect(all).toContain('"room":"public"');
    for (const closed of ["plenary", "internal-a", "host-a", "humanitarian"])
      expect(all).not.toContain(`"room":"${closed}"`);
    await context.close();
  });

  it("[WB7] what the host has changed is refused in words, and nothing of it is shown", async () => {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    await page.route(/\/api\/rooms\/public\//, async (route) => {
      const answer = await route.fetch();
      const body = await answer.body();
      if (body.length > 400) body[300] = (body[300] ?? 0) ^ 1;
      await route.fulfill({ response: answer, body });
    });
    await page.goto(new URL("/record", host.address).href);
    const alert = page.getByRole("alert").filter({ hasText: "What the host sent was not taken" });
    await alert.waitFor({ timeout: 20_000 });
    expect(await alert.innerText()).toContain("compare the record’s words aloud");
    // of the public room, which was changed, nothing is held or shown; the room of seats was not, and is
    await page
      .getByText(/^process, no\. /)
      .first()
      .waitFor();
    expect(await page.getByText(/^public, no\. /).count()).toBe(0);
    await context.close();
  });

  it("[WB8] with the keyboard alone one finds a proposal and withdraws it", async () => {
    const { page } = await at("party-a");
    await tabTo(page, "Proposals");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Proposals" }).waitFor();
    await tabTo(page, "Quiet hours on the bridge");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Quiet hours on the bridge" }).waitFor();
    await tabTo(page, "Withdraw");
    await page.keyboard.press("Enter");
    await page.getByLabel("Reason").waitFor();
    await tabTo(page, "Reason");
    await page.keyboard.type("The bridge is closed.");
    await tabTo(page, "Read before signing");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Read before you sign" }).waitFor();
    await tabTo(page, "Sign for Russian Federation");
    await page.keyboard.press("Enter");
    await page.getByText("withdrawn", { exact: true }).first().waitFor();
  });
});

// Entries travel as base64 in JSON, or as they are.
function decoded(body: Buffer): string {
  const text = body.toString("utf8");
  const inside = [...text.matchAll(/"([A-Za-z0-9+/=]{200,})"/g)].map(([, base64 = ""]) =>
    Buffer.from(base64, "base64").toString("utf8"),
  );
  return [text, ...inside].join("\n");
}
