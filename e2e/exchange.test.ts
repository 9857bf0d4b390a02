import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Office } from "#record";
import { violationsOn } from "./testing/accessible.ts";
import { launchBrowser } from "./testing/browser.ts";
import { type OpenDesk, openDesk } from "./testing/desk.ts";
import { type DemonstrationHost, startDemonstration } from "./testing/host.ts";
import { choose, open, openForm, sign, signShown } from "./testing/steps.ts";
import { personsGroup } from "./testing/tranche.ts";

const list = /^First list of prisoners of war/;

const heldByB = "Held, to return to side a";

const person = `${"a".repeat(26)}:1`;
const plan = {
  name: "plan.json",
  mimeType: "application/json",
  buffer: Buffer.from(
    JSON.stringify({
      tranches: [{ tranche: 1, date: "2027-01-20", a: [person], b: [] }],
      levels: [{ name: "harm", value: 3, bound: 2, gap: 0.5 }],
      priceOfParity: "12 days",
    }),
  ),
};

// Two parties and an operator at desks of their own take one tranche from the table to the day.
describe("a tranche", () => {
  let host: DemonstrationHost;
  let browser: Browser;
  const desks: OpenDesk[] = [];
  const at = async (office: Office) => {
    const desk = await openDesk(browser, host, office);
    desks.push(desk);
    return desk.page;
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

  it("[WX11] is tabled by one, counter-edited by the other, agreed, locked by both, substituted, staged, and go is said; who stays and why goes no further than it must", async () => {
    const [a, b, operator] = [await at("party-a"), await at("party-b"), await at("operator")];
    await open(a, "Exchange");
    await a.getByRole("link", { name: "Plan tranches" }).click();
    await a.getByText("No list of persons held can be read here: Ukraine").waitFor();
    await a.getByLabel("Plan (JSON file)").setInputFiles(plan); // the author's own paper, in his page alone
    await a.getByText("3 · bound 2 · gap 50%").waitFor();
    await a.getByRole("link", { name: "All tranches" }).click();
    const form = await openForm(a, "Table a tranche");
    await form.getByLabel("Title", { exact: false }).first().fill("First tranche");
    await form.getByLabel("Place", { exact: false }).fill("The bridge");
    await personsGroup(a, 1, "Russian Federation", "1-12", "goes");
    await form.getByRole("button", { name: "Add a group of persons" }).click();
    await personsGroup(a, 2, "Russian Federation", "13", "stands by");
    await form.getByRole("button", { name: "Add a group of persons" }).click();
    await personsGroup(a, 3, "Ukraine", "101-112", "goes");
    const words = await sign(a, form);
    expect(words).toContain("Russian Federation tabled a tranche: First tranche");
    expect(words).toContain("1; 2; 3;");

    await open(b, "Exchange");
    await b.getByRole("link", { name: "First tranche" }).click();
    const edit = await openForm(b, "Edit and table anew");
    await edit.getByLabel("Day", { exact: false }).first().fill("2027-01-20");
    await edit.getByLabel("Title", { exact: false }).first().fill("First tranche, with a day");
    await sign(b, edit);

    await a.getByRole("link", { name: "First tranche, with a day" }).click(); // without reloading
    await a.getByRole("heading", { name: "What it changes in the earlier text" }).waitFor();
    expect(await a.getByRole("main").innerText()).toContain("First tranche → First tranche, with a day");
    const answer = await openForm(a, "Answer");
    await answer.getByText("agreed", { exact: true }).click();
    await sign(a, answer);

    await open(b, "Exchange");
    await b.getByRole("link", { name: "First tranche, with a day" }).click();
    for (const page of [a, b]) {
      await page.getByRole("button", { name: "Lock this text" }).click();
      expect(await signShown(page)).toContain("locked a tranche: First tranche, with a day");
    }
    await a.getByText("locked by both", { exact: true }).first().waitFor();
    expect(await a.getByRole("button", { name: "Edit and table anew" }).count()).toBe(0);

    const substitute = await openForm(a, "Propose a substitution");
    await choose(substitute, "who does not go", /, 3$/);
    await choose(substitute, "who goes instead", /, 13$/);
    await sign(a, substitute);
    await b.getByRole("button", { name: "Agree", exact: true }).click();
    await signShown(b);
    await b
      .getByText(/^1–2, 4–13/)
      .first()
      .waitFor();

    for (const page of [a, b]) {
      const staged = await openForm(page, "Say who is together");
      for (const word of await staged.getByText("yes", { exact: true }).all()) await word.click();
      await sign(page, staged);
    }
    await open(operator, "Exchange");
    await operator.getByRole("link", { name: "First tranche, with a day" }).click();
    for (const page of [a, b, operator]) {
      const ready = await openForm(page, "Say go or no-go");
      await ready.getByText("go", { exact: true }).click();
      await sign(page, ready);
    }
    await a.getByText("ready", { exact: true }).first().waitFor();

    // which handover it was, each in its own word
    for (const page of [a, b]) {
      const link = await openForm(page, "Say which handover it was");
      await link.getByLabel("the handover", { exact: true }).click();
      await page.getByRole("option").first().click();
      if (page === b) await link.getByLabel("lines", { exact: false }).fill("2");
      const said = await sign(page, link);
      expect(/did not come/i.test(said)).toBe(page === b);
    }

    // who does not go now: one reason for everybody, said by the side that holds him
    await open(a, "Exchange");
    const gone = await openForm(a, "Say who is not available");
    await gone.getByText("Russian Federation", { exact: true }).click();
    await choose(gone, "list", list);
    await gone.getByLabel("lines", { exact: false }).fill("2");
    expect(await sign(a, gone)).toContain("some persons are not available now");
    await b.getByText("not available", { exact: true }).first().waitFor();

    // what a doctor and the operator are told goes no further than their rooms
    await open(operator, "Exchange");
    const examined = await openForm(operator, "Record a commission’s decision");
    await choose(examined, "list", list);
    await examined.getByLabel("line", { exact: false }).first().fill("40");
    await examined.getByText("examine again later", { exact: true }).click();
    await examined.getByLabel("paragraph of Annex I", { exact: false }).fill("A1");
    await examined.getByLabel("examining doctor", { exact: false }).fill("Ada Lind");
    await examined.getByLabel("date", { exact: false }).fill("2026-07-01");
    await look(operator, "examine");
    await sign(operator, examined);
    const wish = await openForm(operator, "Keep a wish heard in private");
    await choose(wish, "list", list);
    await wish.getByLabel("line", { exact: false }).first().fill("41");
    await wish.getByText("does not want to return", { exact: true }).click();
    await wish.getByLabel("date", { exact: false }).fill("2026-07-01");
    await wish.getByRole("button", { name: "Read before signing" }).click();
    await operator.getByText(/ask again in private/).waitFor(); // no wish is kept that was told otherwise
    await operator.getByRole("button", { name: "Back", exact: true }).click();
    await wish.getByText("taken in private", { exact: true }).click();
    await look(operator, "wish");
    await sign(operator, wish);
    await open(operator, "What is owed");
    await operator.getByText("another examination of the person on line 40, who was put off").waitFor();
    await look(operator, "examination-owed");
    for (const page of [a, b]) {
      await open(page, "What is owed");
      expect(await page.getByText("another examination").count()).toBe(0);
    }
    expect(await kept(operator)).toMatch(/"wishes"/);
    for (const page of [a, b])
      expect(await kept(page)).not.toMatch(/"wishes"|"medical"|wish\.taken|unwilling|Ada Lind/);
    for (const page of [a, operator]) expect(await violationsOn(page)).toEqual([]);
    for (const desk of desks) expect(desk.faults).toEqual([]);
  }, 90_000);
});

// An exchange office plans from its own copy; what it tables the other side's computes again, and answers with a text of its own.
describe("a plan", () => {
  let host: DemonstrationHost;
  let browser: Browser;
  beforeAll(async () => {
    [host, browser] = await Promise.all([startDemonstration("exchange-1200"), launchBrowser()]);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  it("[WX18] is made, asked why not, kept to, and tabled; the other side computes it again and counter-edits", async () => {
    const desks = await Promise.all(
      (["exchange-a", "exchange-b", "operator"] as const).map((office) => openDesk(browser, host, office)),
    );
    const [a, b, operator] = desks.map(({ page }) => page) as [Page, Page, Page]; // of the three offices
    await open(operator, "Exchange");
    const class1 = await openForm(operator, "Pass on a medical class");
    await class1.getByText("Lowland Republic", { exact: true }).click();
    await choose(class1, "list", heldByB);
    await class1.getByLabel("lines", { exact: false }).fill("1100-1105");
    await class1.getByLabel("day of the decision", { exact: false }).fill("2026-11-20");
    await sign(operator, class1);

    await open(a, "Exchange");
    await a.getByRole("link", { name: "Plan tranches" }).click();
    await a.getByText(/^\d{3}; of them outside parity: 6$/).waitFor({ timeout: 30_000 });
    await a.getByRole("group", { name: "The wounded and sick" }).waitFor();
    await a.getByRole("button", { name: "Plan", exact: true }).click();
    await a.getByText("of them outside parity: 6").nth(1).waitFor({ timeout: 30_000 });
    expect(await violationsOn(a)).toEqual([]);

    const why = a.getByRole("group", { name: "Why not somebody" });
    await choose(why, "list", heldByB);
    await why.getByLabel("line", { exact: false }).fill("1100");
    await why.getByRole("button", { name: "Ask" }).click();
    await a.getByText(/1100 goes in tranche 1$/).waitFor();
    expect(await a.getByRole("status").innerText()).toContain("goes earlier, in tranche 1");
    await a.getByRole("button", { name: "Fix in tranche no. 2 and plan again" }).click();
    await a.getByRole("button", { name: /^Release: .*, 1100$/ }).waitFor();
    await a.getByRole("button", { name: "Keep the plan before it (file)" }).waitFor({ timeout: 30_000 });
    await a.getByText(/1100 goes in tranche 2$/).waitFor(); // he is asked about again
    const files = [
      await savedBy(a, "Keep the case (file)"),
      await savedBy(a, "Keep the plan before it (file)"),
    ];
    const form = await openForm(a, "Table no. 1 of the plan");
    await form.getByLabel("Place", { exact: false }).fill("The bridge");
    const words = await sign(a, form);
    expect(words).toContain("digest of what it was computed from");

    await open(b, "Exchange");
    expect(await plannerKeys(b)).toEqual([]);
    await b.getByRole("link", { name: "tranche no. 2" }).click();
    await b.getByText("This copy does not hold what it was computed from", { exact: false }).waitFor();
    const field = b.getByLabel("Files of the case and of the plan before it (JSON)");
    await field.setInputFiles(files.slice(0, 1));
    await b.getByText("These files differ from what the digest names.").waitFor();
    await field.setInputFiles(files);
    await b.getByRole("button", { name: "Compute it again" }).click();
    await b
      .getByText("the same persons, as no. 1 of the plan.", { exact: false })
      .waitFor({ timeout: 30_000 });
    expect(await violationsOn(b)).toEqual([]);
    const edit = await openForm(b, "Edit and table anew");
    await edit.getByLabel("Title", { exact: false }).first().fill("Second tranche, at the ferry");
    await edit.getByLabel("Place", { exact: false }).fill("The ferry");
    await sign(b, edit);
    await b.getByRole("link", { name: "Exchange", exact: true }).click();
    await b.getByRole("link", { name: "Plan tranches" }).click();
    await b.getByRole("button", { name: "Plan", exact: true }).waitFor({ timeout: 30_000 });
    expect(await b.getByRole("heading", { name: "Your own working paper" }).count()).toBe(0);

    await a.getByRole("link", { name: "All tranches" }).click();
    await a.getByRole("link", { name: "Second tranche, at the ferry" }).click();
    await a.getByText("tranche no. 2 → Second tranche, at the ferry").waitFor();
    expect(await a.getByRole("heading", { name: "The plan behind this text" }).count()).toBe(0);
    await a.getByRole("link", { name: "tranche no. 2", exact: true }).first().click();
    await a.getByRole("button", { name: "Compute it again" }).click();
    await a
      .getByText("the same persons, as no. 1 of the plan.", { exact: false })
      .waitFor({ timeout: 30_000 });
    for (const desk of desks) {
      expect(desk.faults).toEqual([]);
      await desk.close();
    }
  }, 90_000);
});

/** What a button lets one keep, as a file to be chosen elsewhere. */
async function savedBy(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  const buffer = await readFile(await download.path());
  return { name: download.suggestedFilename(), mimeType: "application/json", buffer };
}

/** What this browser keeps of planning, by name. */
function plannerKeys(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open("parley");
      opening.onsuccess = () => done(opening.result);
    });
    const keys = await new Promise<readonly IDBValidKey[]>((done) => {
      const asked = opened.transaction("remembered").objectStore("remembered").getAllKeys();
      asked.onsuccess = () => done(asked.result);
    });
    opened.close();
    return keys.map(String).filter((key) => key.startsWith("planner"));
  });
}

/** Everything that a browser keeps of the record, as text. */
async function kept(page: Page): Promise<string> {
  return (await page.evaluate(`(async () => {
    const asText = (_, value) => value instanceof Uint8Array ? new TextDecoder("latin1").decode(value) : value;
    const wait = (asked) => new Promise((done) => { asked.onsuccess = () => done(asked.result); });
    const all = [];
    for (const { name } of await indexedDB.databases()) {
      const db = await wait(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const held = db.transaction(store).objectStore(store);
        all.push(await wait(held.getAllKeys()), await wait(held.getAll()));
      }
      db.close();
    }
    return JSON.stringify(all, asText);
  })()`)) as string; // what the page has written
}

async function look(page: Page, name: string): Promise<void> {
  if (process.env.PARLEY_LOOK)
    await page.screenshot({ path: `${process.env.PARLEY_LOOK}/${name}.png`, fullPage: true });
}
