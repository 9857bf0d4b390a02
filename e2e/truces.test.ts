import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Office } from "#record";
import { violationsOn } from "./testing/accessible.ts";
import { launchBrowser } from "./testing/browser.ts";
import { type OpenDesk, openDesk } from "./testing/desk.ts";
import { type DemonstrationHost, startDemonstration } from "./testing/host.ts";
import { choose, open, openForm, sign, signShown } from "./testing/steps.ts";

const day = 86_400_000;

/** The day and the hour of a moment by UTC's clock, as the form's fields take them. */
function utc(at: number): readonly [string, string] {
  const text = new Date(at).toISOString();
  return [text.slice(0, 10), text.slice(11, 16)];
}

async function moment(within: Locator, name: string | RegExp, at: number): Promise<void> {
  const group = within.getByRole("group", { name });
  const [date, hour] = utc(at);
  await group.getByLabel("Day", { exact: false }).fill(date);
  await group.getByLabel("Hour", { exact: false }).fill(hour);
  await choose(group, "By the clock of", "UTC");
}

// Two parties at desks of their own take one text from the draft through its hours.
describe("a short truce", () => {
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

  /** Fills a whole text but for what is left out. */
  async function draft(
    page: Page,
    title: string,
    start: number,
    end: number,
    hotline: string,
  ): Promise<void> {
    const main = page.getByRole("main");
    await main.getByLabel("title", { exact: true }).fill(title);
    await main.getByRole("button", { name: "Fill what is empty with proposals" }).click();
    await moment(main, /^begins/, start);
    await moment(main, /^ends/, end);
    await main.getByRole("button", { name: "Add a zone" }).click();
    await main.getByLabel("name of the zone", { exact: false }).fill("The bank");
    await main.getByLabel("corners", { exact: true }).fill("46.5, 35.1\n46.5, 35.2\n46.6, 35.2");
    await main.getByLabel("the map edition", { exact: false }).fill("1:50,000, edition 3");
    if (hotline !== "") await main.getByLabel("the hotline", { exact: true }).fill(hotline);
  }

  async function go(page: Page, name: string, form: (dialog: Locator) => Promise<void> = async () => {}) {
    const dialog = await openForm(page, name);
    await form(dialog);
    return sign(page, dialog);
  }

  it("[WTR9] is drafted, tabled, countered, completed and accepted, ordered down the chain, and go is said three times", async () => {
    const [a, b] = [await at("party-a"), await at("party-b")];
    await open(a, "Truces");
    await a.getByRole("link", { name: "Draft a text" }).click();
    const start = Math.floor(Date.now() / day) * day + 3 * day + 4 * 3_600_000;
    await draft(a, "Two days on the bank", start, start + day, "");
    await a.getByText("1 part is missing").waitFor();
    const words = await sign(a, a.getByRole("main"));
    expect(words).toContain("tabled the text of a truce: Two days on the bank");
    expect(words).toMatch(/07:00[\s\S]*06:00|06:00[\s\S]*07:00/); // both prints, in winter
    await a.getByRole("heading", { level: 1, name: "Two days on the bank" }).waitFor();

    await open(b, "Truces");
    await b.getByRole("link", { name: "Two days on the bank" }).click();
    const early = await openForm(b, "Answer");
    await early.getByText("agreed in principle", { exact: true }).waitFor();
    expect(await early.getByText("accepted", { exact: true }).count()).toBe(0); // not whole
    await early.getByRole("button", { name: "Cancel" }).click();
    await b.getByRole("link", { name: "Change and table anew" }).click();
    await b.getByLabel("the hotline", { exact: true }).fill("+00 000");
    await moment(b.getByRole("main"), /^ends/, start + 2 * day);
    await b.getByText("no part is missing").waitFor();
    await b.getByRole("main").getByLabel("title", { exact: true }).fill("Two days on the bank, whole");
    await sign(b, b.getByRole("main"));
    await b.getByRole("heading", { name: "What it changes in the earlier text" }).waitFor();
    const changed = await b.getByRole("main").innerText();
    expect(changed).toContain("24 h later");

    await open(a, "Truces");
    await a.getByRole("link", { name: "Two days on the bank, whole" }).click();
    await go(a, "Answer", (dialog) => dialog.getByText("accepted", { exact: true }).click());
    for (const page of [a, b]) {
      await go(page, "Enter our order", async (dialog) => {
        await dialog.getByLabel("Number", { exact: false }).fill("117");
        await dialog.getByLabel("signed by", { exact: false }).fill("The commander");
      });
      for (const step of ["received", "passed to units", "confirmed by units"]) {
        await go(page, "Say how far our order has come", (dialog) =>
          dialog.getByText(step, { exact: true }).click(),
        );
        await page
          .getByRole("list", { name: "down the chain" })
          .getByText("battalion", { exact: false })
          .last()
          .waitFor();
      }
      await go(page, "Give an assurance", async (dialog) => {
        await dialog.getByLabel("words", { exact: false }).fill("Teams on the bank are let work.");
        await moment(dialog, /^holds until/, start + 2 * day);
      });
      for (const hours of [24, 6, 1])
        await go(page, "Say go or no-go", async (dialog) => {
          await dialog.getByText("go", { exact: true }).click();
          await dialog.getByText(`${hours} h before the start`, { exact: true }).click();
        });
    }
    await a.getByText("orders issued", { exact: true }).first().waitFor();
    await a
      .getByText("Nothing is owed", { exact: false })
      .or(a.getByText("nothing", { exact: false }))
      .first()
      .waitFor();
    expect(await violationsOn(a)).toEqual([]);
    for (const desk of desks) expect(desk.faults).toEqual([]);
  });

  it("[WTR9] in its hours one zone is suspended and resumed, its end is put off by both, and it is denounced with warning", async () => {
    const [a, b] = [await at("party-a"), await at("party-b")];
    await open(a, "Truces");
    await a.getByRole("link", { name: "Draft a text" }).click();
    // an hour that has come: the text was agreed by telephone and is entered now
    const start = Math.floor(Date.now() / 3_600_000) * 3_600_000 - 3_600_000;
    await draft(a, "By telephone", start, start + 12 * 3_600_000, "+00 000");
    await sign(a, a.getByRole("main"));
    await open(b, "Truces");
    await b.getByRole("link", { name: "By telephone" }).click();
    await go(b, "Answer", (dialog) => dialog.getByText("accepted", { exact: true }).click());
    for (const page of [a, b])
      await go(page, "Enter our order", async (dialog) => {
        await dialog.getByLabel("Number", { exact: false }).fill("118");
        await dialog.getByLabel("signed by", { exact: false }).fill("The commander");
      });
    await a.getByText("in effect", { exact: true }).first().waitFor();
    await a.getByText(/h \d+ min until it ends/).waitFor();

    await go(a, "Suspend one zone", async (dialog) => {
      await dialog.getByLabel("reason", { exact: false }).fill("Fire on a team.");
      await moment(dialog, /^suspended from/, Date.now() + 120_000);
    });
    await b.getByText("Russian Federation suspended a zone: The bank").waitFor();
    expect(await b.getByRole("button", { name: "Resume" }).count()).toBe(0);
    await a.getByRole("button", { name: "Resume" }).click();
    await signShown(a);
    await b.getByText("resumed", { exact: false }).first().waitFor();

    await go(b, "Propose a later end", (dialog) => moment(dialog, /^the later end/, start + 18 * 3_600_000));
    await go(a, "Answer on the later end", (dialog) => dialog.getByText("accepted", { exact: true }).click());
    await b.getByText("extended", { exact: true }).first().waitFor();

    await go(b, "Denounce with warning", (dialog) =>
      dialog.getByLabel("reason", { exact: false }).fill("Fire on teams, twice."),
    );
    await a.getByText("Ukraine denounced the truce").waitFor();
    await a
      .getByText(/^warning of [56] h|warning of [56] h/)
      .first()
      .waitFor();
    expect(await violationsOn(a)).toEqual([]);
    for (const desk of desks) expect(desk.faults).toEqual([]);
  });

  /** Enters a side's own order to its troops. */
  async function ordered(page: Page, number: string): Promise<void> {
    await go(page, "Enter our order", async (dialog) => {
      await dialog.getByLabel("Number", { exact: false }).fill(number);
      await dialog.getByLabel("signed by", { exact: false }).fill("The commander");
    });
  }

  it("[WTR11] go is said three times by both, a no-go holds the truce, and both have said go at last", async () => {
    const [a, b] = [await at("party-a"), await at("party-b")];
    await open(a, "Truces");
    await a.getByRole("link", { name: "Draft a text" }).click();
    const start = Math.ceil((Date.now() + 120_000) / 60_000) * 60_000;
    await draft(a, "Soon", start, start + day, "+00 000");
    await sign(a, a.getByRole("main"));
    await open(b, "Truces");
    await b.getByRole("link", { name: "Soon", exact: true }).click();
    await go(b, "Answer", (dialog) => dialog.getByText("accepted", { exact: true }).click());
    const say = (page: Page, word: "go" | "no-go", time: string) =>
      go(page, "Say go or no-go", async (dialog) => {
        await dialog.getByText(word, { exact: true }).click();
        await dialog.getByText(time, { exact: true }).click();
      });
    for (const page of [a, b]) {
      await ordered(page, "119");
      for (const hours of [24, 6, 1]) await say(page, "go", `${hours} h before the start`);
    }
    await say(b, "no-go", "at another time");
    await a.getByText("no-go", { exact: true }).first().waitFor();
    await open(a, "What is owed");
    const owing = a.getByRole("listitem").filter({ has: a.getByRole("link", { name: "Soon", exact: true }) });
    await owing.getByText("confirmation of its order by its own units").waitFor();
    await owing.getByRole("link", { name: "Soon", exact: true }).click();
    await say(b, "go", "at another time");
    await a.getByText("orders issued", { exact: true }).first().waitFor();
    for (const desk of desks) expect(desk.faults).toEqual([]);
  });

  it("[WTR10] a side declares its terms for itself, the other answers for itself, each gives its own count", async () => {
    const [a, b, monitor] = [await at("party-a"), await at("party-b"), await at("monitor")];
    await open(a, "Truces");
    await a.getByRole("link", { name: "Declare for our side alone" }).click();
    const main = a.getByRole("main");
    await main.getByLabel("title", { exact: true }).fill("We hold fire on the bank");
    await main.getByText("humanitarian", { exact: true }).click();
    await moment(main, /^begins/, Date.now() - 3_600_000);
    await moment(main, /^ends/, Date.now() + day);
    await main.getByLabel("what is permitted", { exact: true }).fill("Fetching the wounded");
    await main.getByLabel("the duty to warn", { exact: true }).fill("By the hotline, an hour before.");
    const words = await sign(a, main);
    expect(words).toContain("By the hotline, an hour before.");
    await a.getByRole("heading", { level: 1, name: "We hold fire on the bank" }).waitFor();
    expect(await a.getByRole("button", { name: "Answer", exact: true }).count()).toBe(0); // its own

    // the other side finds it among what it owes
    await b.getByRole("heading", { level: 1, name: "What is owed" }).waitFor();
    await b.getByRole("link", { name: "We hold fire on the bank" }).click();
    await b.getByText("Fetching the wounded").waitFor();
    await go(b, "Answer", async (dialog) => {
      await dialog.getByText("reciprocated in part", { exact: true }).click();
      await dialog.getByLabel("words", { exact: false }).first().fill("For the wounded alone.");
    });
    await a.getByText("For the wounded alone.").waitFor();

    await open(monitor, "Truces");
    await monitor.getByRole("link", { name: "We hold fire on the bank" }).click();
    for (const [page, number] of [
      [monitor, "3"],
      [b, "5"],
    ] as const)
      await go(page, "Give a count", async (dialog) => {
        await dialog.getByLabel("What was counted").fill("reports of fire");
        await dialog.getByText("exactly", { exact: true }).click();
        await dialog.getByLabel("The number", { exact: true }).fill(number);
      });
    for (const count of ["3 violations", "5 violations"])
      await a.getByRole("region", { name: "Counts in its window" }).getByText(count).waitFor();
    expect(await violationsOn(a)).toEqual([]);
    for (const desk of desks) expect(desk.faults).toEqual([]);
  });

  it("[WTR12] each party reports what was done, by its own count, and the truce is closed", async () => {
    const [a, b] = [await at("party-a"), await at("party-b")];
    await open(a, "Truces");
    await a.getByRole("link", { name: "Draft a text" }).click();
    // a night that is over: the text was agreed by telephone and is entered now
    const end = Math.floor(Date.now() / 3_600_000) * 3_600_000 - 3_600_000;
    await draft(a, "Last night", end - 12 * 3_600_000, end, "+00 000");
    await sign(a, a.getByRole("main"));
    await open(b, "Truces");
    await b.getByRole("link", { name: "Last night" }).click();
    await go(b, "Answer", (dialog) => dialog.getByText("accepted", { exact: true }).click());
    for (const page of [a, b]) await ordered(page, "120");
    await a.getByText("ended", { exact: true }).first().waitFor();
    for (const [page, words, wounded] of [
      [a, "All who lay at the mill were fetched.", "4"],
      [b, "One team turned back.", "3"],
    ] as const)
      await go(page, "Closing report", async (dialog) => {
        await dialog.getByLabel("words", { exact: true }).fill(words);
        await dialog.getByLabel("wounded evacuated", { exact: false }).fill(wounded);
      });
    await a.getByText("closed", { exact: true }).first().waitFor();
    const report = await a.getByRole("region", { name: "Closing reports" }).innerText();
    for (const words of ["All who lay", "One team turned back.", "4", "3"]) expect(report).toContain(words);
    expect(await a.getByRole("button", { name: "Closing report" }).count()).toBe(0);
    expect(await violationsOn(a)).toEqual([]);
    for (const desk of desks) expect(desk.faults).toEqual([]);
  });

  it("[WTR11] in its hour it is in effect", async () => {
    const a = await at("party-a");
    await open(a, "Truces");
    await a.getByRole("link", { name: "Soon", exact: true }).click();
    await a.getByText("in effect", { exact: true }).first().waitFor({ timeout: 200_000 });
    for (const desk of desks) expect(desk.faults).toEqual([]);
  }, 240_000);
});
