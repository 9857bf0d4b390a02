import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Office } from "#record";
import { violationsOn } from "./testing/accessible.ts";
import { launchBrowser } from "./testing/browser.ts";
import { type OpenDesk, openDesk } from "./testing/desk.ts";
import { type DemonstrationHost, startDemonstration } from "./testing/host.ts";
import { open } from "./testing/steps.ts";

const view = "Reports";

// An invented report of the usual kind; its parties are those of the demonstration.
const reportOf = (a: string, b: string, host: string) => `Delegations of ${a} and ${b} meet in ${host}

The delegations of ${a} and ${b} held a third round of talks in ${host} on Wednesday. Earlier the two heads of delegation met in private.

"We proposed short truces of 24 to 48 hours along the line of contact so that the wounded can be collected," said Ivo Brandel, head of the ${a} delegation.

Mila Torvik, head of the ${b} delegation, said the sides agreed to exchange at least 1,200 prisoners each. "We expect the next meeting in August," she said.

The two sides exchanged 250 prisoners on Wednesday, according to the ${a} defence ministry. In 2023 they had exchanged 90 prisoners.

No breakthrough was reported, but the talks will continue.
`;

describe("the reading desk", () => {
  let host: DemonstrationHost;
  let browser: Browser;
  const desks: OpenDesk[] = [];
  const at = async (office: Office) => {
    const desk = await openDesk(browser, host, office);
    desks.push(desk);
    await open(desk.page, view);
    return desk.page;
  };
  beforeAll(async () => {
    [host, browser] = await Promise.all([startDemonstration(), launchBrowser()]);
  });
  afterEach(async () => {
    for (const { faults, close } of desks.splice(0)) {
      expect(faults).toEqual([]);
      await close();
    }
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  async function paste(page: Page, text: string) {
    const main = page.getByRole("main");
    await main.getByLabel("Text of the report").fill(text);
    await main.getByLabel("Day of the report").fill("2025-07-23");
    await main.getByLabel("Who published or wrote it").fill("Harbour News");
    await main.getByLabel("Occasion of the statements").fill("After the third round");
    await main.getByRole("button", { name: "Read it" }).click();
  }

  /** Signs what is shown until no preview follows; answers what each preview said. */
  async function signAll(page: Page): Promise<readonly string[]> {
    const said: string[] = [];
    const preview = page.getByRole("dialog", { name: "Read before you sign" });
    await preview.waitFor();
    while (await preview.isVisible()) {
      const words = await preview.innerText();
      if (words !== said.at(-1)) said.push(words);
      await preview.getByRole("button", { name: /^Sign for / }).click();
      await page.waitForTimeout(700);
    }
    return said;
  }

  it("[RG1] [RG2] [RG3] [RG4] [RG6] goes from a pasted text to entries that the public reads", async () => {
    const anyone = await at("public");
    const page = await at("press-a");
    const names = await page.getByLabel(/^Other names of /).count();
    expect(names).toBe(3);
    const labels = await page.locator("label").allInnerTexts();
    const [a = "", b = "", h = ""] = labels
      .filter((one) => one.startsWith("Other names of "))
      .map((one) => /^Other names of (.*), separated/.exec(one)?.[1] ?? "");
    await paste(page, reportOf(a, b, h));
    await page.getByRole("heading", { name: "Draft" }).waitFor();
    expect(await page.getByRole("article").count()).toBeGreaterThan(5);
    expect(await violationsOn(page)).toEqual([]);
    await page.screenshot({ path: process.env.PARLEY_PICTURE ?? "/tmp/desk-reading.png", fullPage: true });
  });
});
