import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Office } from "#record";
import { completion, loopback } from "#second-reader/testing";
import { zipped } from "../src/web/testing/zipped.ts";
import { violationsOn } from "./testing/accessible.ts";
import { desksOfDemonstration } from "./testing/desks.ts";
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
  const openAt = desksOfDemonstration();
  const at = (office: Office, on?: DemonstrationHost) => openAt(office, view, on);

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

  it("[DK1] [DK2] [DK3] [DK4] goes from a pasted text to entries that the public reads", async () => {
    const anyone = await at("public");
    const page = await at("press-a");
    const names = page.getByLabel(/^Other names of /);
    await names.nth(2).waitFor();
    expect(await names.count()).toBe(3);
    const labels = await page.locator("label").allInnerTexts();
    const [a = "", b = "", h = ""] = labels
      .filter((one) => one.startsWith("Other names of "))
      .map((one) => /^Other names of (.*), separated/.exec(one)?.[1] ?? "");
    await paste(page, reportOf(a, b, h));
    await page.getByRole("heading", { name: "Draft" }).waitFor();
    expect(await page.getByRole("article").count()).toBeGreaterThan(5);
    expect(await violationsOn(page)).toEqual([]);

    const draft = page.getByRole("region", { name: "Draft" });
    const meeting = draft.getByRole("article", { name: "1. a meeting" });
    await page
      .getByRole("region", { name: "Text of the report" })
      .getByRole("link", { name: "1", exact: true })
      .focus();
    expect(await meeting.getAttribute("data-hot")).toBe("");
    await draft
      .getByRole("article", { name: /a person in office/ })
      .first()
      .getByRole("button", { name: "Reject" })
      .click();
    const event = draft.getByRole("article", { name: /an event/ }).first();
    await event.getByRole("button", { name: /^Correct/ }).click();
    const form = page.getByRole("dialog", { name: /^Correct/ });
    await form.getByLabel("prisoners: at least").fill("240");
    await form.getByRole("button", { name: "Keep" }).click();
    await event.getByText("changed by hand", { exact: true }).waitFor();
    await page.reload();
    await draft.getByText("changed by hand", { exact: true }).waitFor();
    const accepted = await draft.getByText("accepted, not signed").count();
    expect(accepted).toBeGreaterThan(2);
    expect(await draft.getByRole("button", { name: "Ask a second reader" }).count()).toBe(0);
    await draft.getByRole("button", { name: /^Read and sign what is accepted/ }).click();
    const said = await signAll(page);
    expect(said.length).toBeGreaterThanOrEqual(accepted);
    expect(said.join("\n")).toMatch(/SHA-256 [A-Za-z0-9+/]{43}=, characters /);
    expect(await draft.getByText("accepted, not signed").count()).toBe(0);

    const noted = anyone.getByRole("article", { name: /^an event: return of prisoners/ });
    await noted.getByText("return of prisoners; prisoners: 240 to 250").waitFor();
    await noted.getByText("All of it, with its place in the text").click();
    await noted
      .getByText("changed by hand: yes")
      .or(noted.getByText("yes", { exact: true }))
      .first()
      .waitFor();
    expect(await anyone.getByRole("heading", { name: "Draft" }).count()).toBe(0);
    expect(await violationsOn(anyone)).toEqual([]);
    await open(anyone, "Statements");
    await anyone
      .getByRole("link", { name: /Ivo Brandel/ })
      .first()
      .click();
    await anyone.getByRole("heading", { name: "From the same words of the report" }).waitFor();
    await anyone
      .getByRole("link", { name: /what a report says: a proposal/ })
      .first()
      .waitFor();
  });

  it("[DK8] [DK9] refuses hostile files with their codes, runs nothing, and loses nothing", async () => {
    const page = await at("press-b");
    const main = page.getByRole("main");
    await main.getByLabel("Text of the report").fill("What stood here before.");
    const drop = (name: string, buffer: Buffer) =>
      main.locator("input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    const paper = await PDFDocument.create();
    const font = await paper.embedFont(StandardFonts.Helvetica);
    paper.addPage().drawText("The delegations met again.", { font, size: 12, x: 50, y: 500 });
    await drop("whole.pdf", Buffer.from(await paper.save()));
    await expect
      .poll(() => main.getByLabel("Text of the report").inputValue(), { timeout: 10_000 })
      .toBe("The delegations met again.");
    await main.getByLabel("Text of the report").fill("What stood here before.");
    const bomb = zipped("word/document.xml", new Uint8Array(60_000_000));
    for (const [name, buffer, title] of [
      ["cut.pdf", Buffer.from("%PDF-1.7 1 0 obj << /Type /Catalog"), "The file is no text."],
      ["none.docx", Buffer.from("PK\u0003\u0004 no zip at all"), "The file is no text."],
      ["long.txt", Buffer.alloc(5_000_000, "The talks go on. "), "The text is too long for one report."],
      ["bomb.docx", Buffer.from(bomb), "The file unpacks to more than any report."],
    ] as const) {
      await drop(name, buffer);
      await main.getByRole("alert").getByText(title).waitFor();
      expect(await main.getByLabel("Text of the report").inputValue()).toBe("What stood here before.");
    }
    const hostile =
      "\"We propose a truce of 24 hours,\" said Ivo \u202eBran\u200bdel, head of the delegation. <script>document.title='run'</script><img src=x onerror=\"document.title='run'\">";
    await drop("hostile.html", Buffer.from(hostile));
    await expect.poll(() => main.getByLabel("Text of the report").inputValue()).toBe(hostile);
    await paste(page, hostile);
    await page.getByText("2 characters that nobody sees are in this text", { exact: false }).waitFor();
    const shown = page.getByRole("region", { name: "Text of the report" });
    await shown.getByText("U+202E").waitFor();
    await shown.getByText("U+200B").waitFor();
    expect(await shown.locator("img, script").count()).toBe(0);
    expect(await page.title()).not.toBe("run");
  });

  it("[DK10] sends a text to a second reader once it has said to whom, and takes nothing of it by itself", async () => {
    const words = "The ferry <b>Aurora</b> brought 30 wounded home on Tuesday.";
    const event = {
      class: "event",
      type: "evacuation",
      words,
      counts: [{ what: "wounded", words: "30 wounded" }],
    };
    const entries = [event, { ...event, words: "The ferry brought 300 wounded home." }];
    const second = await loopback((response) => response.writeHead(200).end(completion({ entries })));
    const on = await startDemonstration(undefined, { PARLEY_SECOND_READER: second.address });
    let opened: Page | undefined;
    try {
      const page = await at("press-a", on);
      opened = page;
      await paste(page, `${words} Nothing else was told.`);
      const draft = page.getByRole("region", { name: "Draft" });
      await draft.getByRole("button", { name: "Ask a second reader" }).click();
      const window = page.getByRole("dialog", { name: "Ask a second reader" });
      const { host: to } = new URL(second.address);
      await window.getByText(`The whole text goes to ${to}`, { exact: false }).waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await window.getByRole("button", { name: "Do not send" }).click();
      expect(second.asked).toEqual([]);
      await draft.getByRole("button", { name: "Ask a second reader" }).click();
      await window.getByRole("button", { name: `Send it to ${to}` }).click();
      await draft.getByText("Second reader: 1 entry; left out, not in the text: 1").waitFor();
      const added = draft.getByRole("article", { name: /an event/ }).last();
      await added.getByText(`From the second reader ${to}; never measured`).waitFor();
      await added.getByText("open", { exact: true }).waitFor();
      expect(second.asked).toHaveLength(1);
      await page.reload();
      await added.getByText(`From the second reader ${to}; never measured`).waitFor();
      if (process.env.PARLEY_PICTURES)
        await page.screenshot({ path: process.env.PARLEY_PICTURES, fullPage: true });
    } finally {
      await second.close();
      await opened?.goto("about:blank");
      await on.stop();
    }
  });
});
