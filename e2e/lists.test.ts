import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { zipOf } from "../src/web/desk/zip.ts";
import { violationsOn } from "./testing/accessible.ts";
import { launchBrowser } from "./testing/browser.ts";
import { type OpenDesk, openDesk } from "./testing/desk.ts";
import { type DemonstrationHost, startDemonstration } from "./testing/host.ts";
import { choose, open, openForm, sign, signShown } from "./testing/steps.ts";

// Invented persons.
const table = [
  "№;Прізвище;Ім’я;Дата народження;Звання;Пріоритет",
  "1;Вигаданий;Остап;02.03.1990;сержант;1",
  "2;Небувала;Соломія;весна 1995;солдат;2",
  "3;Казковий;Лев;1988;лейтенант;3",
].join("\r\n");
const others = "ФИО;Дата рождения\nВымышленный Остап;02.03.1990\n";

describe("lists of persons", () => {
  let host: DemonstrationHost;
  let browser: Browser;
  const desks: OpenDesk[] = [];
  const wrong: string[] = [];
  const files: Buffer[] = [];
  beforeAll(async () => {
    [host, browser] = await Promise.all([startDemonstration(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });
  const at = async (office: "exchange-a" | "exchange-b") => {
    const desk = await openDesk(browser, host, office, { keepsApp: true });
    desks.push(desk);
    return desk;
  };
  const look = async (page: Page, name: string) => {
    wrong.push(...(await violationsOn(page)).map((one) => `${name}: ${one}`));
    if (process.env.PARLEY_LOOK)
      await page.screenshot({ path: `${process.env.PARLEY_LOOK}/${name}.png`, fullPage: true });
  };

  it("[LV9] are imported, answered line by line, signed by both; committed to and revealed; matched, parted and compared", async () => {
    const [{ page: a }, { page: b, context: ofB }] = await Promise.all([at("exchange-a"), at("exchange-b")]);
    await open(a, "Lists");
    await a.getByRole("link", { name: "Submit a list" }).click();
    await bring(a, "held.csv", table);
    await a.getByText("As it was read: 3 lines").waitFor();
    expect(await a.getByRole("note").innerText()).toMatch(
      /this column is not taken – Пріоритет[\s\S]*весна 1995/,
    );
    await look(a, "import");
    await choose(a, "Whom the list names", "persons held");
    await a.getByLabel("Title of the list").fill("Held in June");
    expect(await sign(a)).toContain("Russian Federation submitted a list: Held in June");
    await a.getByRole("heading", { level: 1, name: "Held in June" }).waitFor();
    await a.getByLabel("Find in one’s own list").waitFor();

    await open(b, "Lists");
    await b.getByRole("link", { name: "Held in June" }).click();
    await b.getByRole("link", { name: "Вигаданий Остап" }).waitFor();
    expect(await b.getByLabel("Find in one’s own list").count()).toBe(0);
    expect(await b.getByRole("main").innerText()).not.toContain("Пріоритет");
    await b.getByRole("checkbox", { name: "Choose line 2" }).check();
    const one = await openForm(b, "Answer 1 line");
    await one.getByText("corrected", { exact: true }).click();
    await one.getByLabel("born").fill("1995-04-01");
    await look(b, "answer");
    await sign(b, one);
    await b.getByRole("grid").getByText("corrected", { exact: true }).waitFor();
    await b.getByRole("button", { name: /^Choose the next 2/ }).click();
    const two = await openForm(b, "Answer 2 lines alike");
    await two.getByText("acknowledged", { exact: true }).click();
    await sign(b, two);
    await b.getByRole("grid").getByText("acknowledged").nth(1).waitFor();
    await look(b, "list");
    for (const page of [b, a]) {
      await page.getByRole("button", { name: "Sign this version" }).click();
      await signShown(page);
    }
    await a.getByText("signed by both", { exact: true }).first().waitFor();
    expect(await b.getByRole("button", { name: "Sign this version" }).count()).toBe(0);

    await a.getByRole("link", { name: "Submit a new version" }).click();
    await bring(a, "held-2.csv", `${table}\r\n4;Пізніший;Юрій;1991;солдат;9`.replace("Казковий", "Казкова"));
    await sign(a);
    // answers to lines that stayed go over by one act of the side that answers
    await b.getByRole("link", { name: /latest version/ }).click();
    await b.getByText("said of version 1, line 1: acknowledged").waitFor();
    await b
      .getByText(/said of version 1, line 3: acknowledged \(the line has been changed since\)/)
      .waitFor();
    await b.getByRole("button", { name: "Take over the answers to 2 same lines" }).click();
    expect(await signShown(b)).toContain("2 lines: 1–2 there, 1–2 here");
    await b.getByText("taken over from line 1 of the version before").waitFor();
    await look(b, "taken-over");
    await a.getByRole("link", { name: "Changes against the version before" }).click();
    await a.getByRole("row", { name: /Пізніший Юрій added/ }).waitFor();
    expect(await a.getByRole("main").innerText()).toMatch(
      /Казкова Лев\s+changed\s+surname: Казковий\s+surname: Казкова/,
    );
    await look(a, "changes");

    for (const [page, text] of [
      [a, table],
      [b, others],
    ] as const) {
      await open(page, "Lists");
      await page.getByRole("link", { name: "Submit a list" }).click();
      if (page === a) await bring(page, "list.csv", text);
      else await drop(page, "list.xlsx", await workbook(text));
      await choose(page, "Whom the list names", "missing persons");
      await page.getByLabel("Title of the list").fill("Sought");
      await page.getByText(/^commit to it now/).click();
      await page.getByLabel("Name of this exchange of lists").fill("July");
      const kept = page.waitForEvent("download");
      await sign(page);
      files.push(await readFile(await (await kept).path()));
      await page.getByRole("table").getByText("at most 64 lines").first().waitFor();
    }
    // on a device that has not made the commitment, the kept file opens it
    await forgetOpenings(a);
    await a.getByRole("button", { name: "Reveal the list" }).click();
    await a.getByText(/^The list and its secret are not on this device/).waitFor();
    for (const [file, words] of [
      [Buffer.from(table), /^This file is not one that was kept/],
      [files[1], /^This file holds a list, but not the one/],
      [files[0], /^This is the list that was committed to/],
    ] as const) {
      await upload(a, "Bring the kept file", "kept.txt", file);
      await a.getByText(words).waitFor();
    }
    await look(a, "read-back");
    // one line is shown to somebody, who checks it against his own record
    await a.getByRole("row", { name: /^July/ }).getByRole("link", { name: "Prove one line" }).click();
    await a.getByLabel("line", { exact: true }).fill("3");
    await a.getByRole("button", { name: "Show the line" }).click();
    await a.getByText("Казковий").first().waitFor();
    await look(a, "proof");
    const saved = a.waitForEvent("download");
    await a.getByRole("button", { name: "Save the proof as a file" }).click();
    const proof = await readFile(await (await saved).path());
    expect(proof.toString()).not.toContain("Небувала");
    await b.getByRole("link", { name: "Check a proof of one line" }).click();
    await upload(
      b,
      "Choose a proof file",
      "proof.json",
      Buffer.from(proof.toString().replace("Лев", "Яків")),
    );
    await b.getByText("differs: does not lead to the commitment").waitFor();
    await upload(b, "Choose a proof file", "proof.json", proof);
    await b.getByText("was on the list that was committed to").waitFor();
    await look(b, "proof-checked");
    for (const page of [a, b]) await open(page, "Lists");
    for (const page of [b, a]) {
      await page.getByRole("button", { name: "Reveal the list" }).click();
      await signShown(page);
    }
    await a.getByText("is the list that was committed to").nth(1).waitFor();
    await b.getByText("is the list that was committed to").nth(1).waitFor();
    await look(a, "all");

    await a.getByRole("link", { name: "Held in June" }).first().click();
    await a.getByRole("link", { name: "Вигаданий Остап" }).click();
    const match = await openForm(a, "Propose a match");
    await choose(match, "list", /^Sought · Ukraine$/);
    await match.getByLabel("line").fill("1");
    await match.getByLabel("Why they may be one person").fill("The same day of birth.");
    await sign(a, match);
    await a.getByRole("button", { name: "Confirm: one person" }).click();
    await signShown(a);
    await b
      .getByRole("row", { name: /^Sought Ukraine/ })
      .getByRole("link")
      .click();
    await b.getByRole("link", { name: "Вымышленный Остап" }).click();
    await b.getByRole("button", { name: "Confirm: one person" }).click();
    await signShown(b);
    await b.getByText("2 records side by side").first().waitFor();
    await a.getByText("Вымышленный Остап").waitFor();
    const fact = await openForm(b, "State something");
    await choose(fact, "about", "surname");
    await fact.getByLabel("As written").fill("Вымышленный");
    await choose(fact, "what it rests on", "document");
    await sign(b, fact);
    await b.getByText("Ukraine: states it").waitFor();
    await look(b, "person");
    // a word on an earlier version stands beside the line that it became, and is said again by an act
    await open(a, "Lists");
    await a.getByRole("link", { name: "Held in June" }).first().click();
    await a.getByRole("link", { name: "Submit a new version" }).click();
    await bring(a, "held-3.csv", `${table}\r\n4;Пізніший;Юрій;1991;солдат;9\r\n5;Останній;Ян;1992;солдат;9`);
    await sign(a);
    await a.getByRole("link", { name: "Вигаданий Остап" }).click();
    await a.getByText("said of version 2, line 1").first().waitFor();
    await look(a, "earlier");
    await a.getByRole("button", { name: "Say it of this version too" }).click();
    await signShown(a);
    await a.getByText(/^Taken over from earlier versions: Held in June, line 1/).waitFor();
    const back = await openForm(b, "Take back your word");
    await back.getByLabel("Reason").fill("Another card was found.");
    await sign(b, back);
    await b.getByText("1 record", { exact: true }).waitFor();

    // compared by the engine in this browser; the pair that a person proposes bears its figure
    await open(b, "Lists");
    await b.getByRole("link", { name: "Held in June" }).click();
    await b.getByRole("link", { name: "Compare with another list" }).click();
    await choose(b, "Compare with", /^Sought · Russian Federation/);
    await b.getByRole("button", { name: "Compare", exact: true }).click();
    const pairs = b.getByRole("grid", { name: "Pairs of lines" });
    await pairs.getByRole("row", { name: /Вигаданий Остап.*Вигаданий Остап/ }).waitFor();
    await b.getByText(/has fewer than 100 lines/).waitFor();
    await look(b, "compare");
    await pairs.getByRole("row", { name: /Вигаданий Остап.*Вигаданий Остап/ }).focus();
    await b.keyboard.press("Enter");
    const pair = b.getByRole("dialog", { name: "Two lines side by side" });
    await pair.getByRole("row", { name: /^family name Вигаданий Вигаданий the same/ }).waitFor();
    await look(b, "pair");
    expect(await sign(b, pair)).toContain("parley-match");
    await pairs.getByText("match: proposed").waitFor();
    await pairs.getByText("match: proposed").click();
    await pair.getByRole("link", { name: "Sought, line 1" }).click();
    await b.getByText(/^parley-match 0\.2\.0: probability \d+ of 1,000$/).waitFor();
    await b.goBack(); // what was found is still there
    await pairs.getByText("match: proposed").waitFor();
    expect(await b.getByRole("button", { name: "Stop" }).count()).toBe(0);

    await ofB.setOffline(true); // what was read stays readable
    await open(b, "Lists");
    await b.getByRole("link", { name: "Held in June" }).click();
    await b.getByRole("link", { name: "Пізніший Юрій" }).waitFor();
    await b.getByRole("link", { name: "Compare with another list" }).click();
    await choose(b, "Compare with", /^Sought · Russian Federation/);
    await b.getByRole("button", { name: "Compare", exact: true }).click();
    await pairs.getByText("match: proposed").waitFor();
    expect(wrong).toEqual([]);
    for (const { faults } of desks)
      expect(faults.filter((one) => !/ERR_INTERNET_DISCONNECTED/.test(one))).toEqual([]);
  });
});

function bring(page: Page, name: string, text: string): Promise<void> {
  return upload(page, "Choose a table (CSV or XLSX)", name, Buffer.from(text));
}

async function upload(
  page: Page,
  button: string,
  name: string,
  bytes: Uint8Array = Buffer.of(),
): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button }).click();
  await (await chooser).setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
}

/** What this device remembers of lists that it has not revealed, gone as on any other device. */
async function forgetOpenings(page: Page): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    const opening = indexedDB.open("parley");
    opening.onsuccess = () => {
      const db = opening.result;
      const store = db.transaction("remembered", "readwrite").objectStore("remembered");
      const all = IDBKeyRange.bound("list to reveal", "list to reveal\uffff");
      store.delete(all).onsuccess = () => { db.close(); done(); };
    };
  })`);
}

/** A list as a workbook has it. */
async function workbook(csv: string): Promise<Uint8Array> {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = csv
    .trim()
    .split("\n")
    .map((line) => `<row>${line.split(";").map(cell).join("")}</row>`);
  const content = Buffer.from(`<worksheet><sheetData>${rows.join("")}</sheetData></worksheet>`);
  return Buffer.concat(await zipOf([{ path: "xl/worksheets/sheet1.xml", content }]));
}

async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const file = `new File([Uint8Array.of(${[...bytes].join()})], "${name}")`;
  const dataTransfer = await page.evaluateHandle(
    `(() => { const data = new DataTransfer(); data.items.add(${file}); return data; })()`,
  );
  await page.getByText("No table chosen yet").dispatchEvent("drop", { dataTransfer });
}
