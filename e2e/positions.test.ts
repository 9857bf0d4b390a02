import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Office } from "#record";
import { violationsOn } from "./testing/accessible.ts";
import { desksOfDemonstration } from "./testing/desks.ts";
import { choose, open, openForm, sign, signShown } from "./testing/steps.ts";

describe("positions", () => {
  const openAt = desksOfDemonstration();
  const at = (office: Office) => openAt(office, "Statements");

  const title = "Passage of medical teams";
  const words = "Whether the teams of one side may work behind the line of the other.";
  const position = "Teams of either side, named beforehand, go where the wounded are.";
  const toPositions = async (page: Page) => {
    await page.getByRole("link", { name: "Positions, cited, and outlook" }).click();
    await page.getByRole("heading", { level: 1, name: "Positions, cited, and outlook" }).waitFor();
  };
  const issueOn = (page: Page) => page.getByRole("article").filter({ hasText: title });

  async function giveOutlook(page: Page, author: string, found: string) {
    const form = await openForm(page, "Give an outlook");
    await form.getByRole("button", { name: "Read before signing" }).click();
    await form.getByText("This cannot be said yet", { exact: false }).waitFor();
    await form.getByRole("textbox", { name: "author" }).fill(author);
    await form.getByLabel("looks ahead to").fill("2027-01-31");
    await form.getByLabel("What may come").fill("The teams may be named within the month.");
    await form.getByText("moderate", { exact: true }).click();
    await form.getByText("plenary", { exact: true }).click();
    await form.getByLabel("Find acts by their words").fill(found);
    await form.getByText(found, { exact: false }).first().click();
    expect(await violationsOn(page)).toEqual([]);
    return sign(page, form);
  }

  it("[SV10] [SV9] [SV11] [SV12] are opened as an issue, cited, classified, and looked ahead from", async () => {
    const [h, a, b] = [await at("host"), await at("party-a"), await at("party-b")];
    for (const page of [h, b]) await toPositions(page);

    const issue = await openForm(h, "Open an issue");
    await issue.getByLabel("Issue").fill(title);
    await issue.getByLabel("What separates the positions").fill(words);
    await issue.getByText("plenary", { exact: true }).click();
    expect(await violationsOn(h)).toEqual([]);
    expect(await sign(h, issue)).toContain(words);
    await issueOn(b).getByText(words).waitFor();
    // without a position there is nothing to classify yet
    expect(await issueOn(h).getByRole("button").count()).toBe(0);

    await a
      .getByRole("link", { name: /Medinsky/ })
      .first()
      .click();
    const cite = await openForm(a, "Cite as a position");
    await choose(cite, "Issue", title);
    await cite.getByLabel("Position of the side").fill(position);
    expect(await sign(a, cite)).toContain(position);
    await issueOn(h).getByText(position).waitFor();

    const classify = await openForm(h, `Classify: ${title}`);
    await classify.getByText("convergent norms", { exact: true }).click();
    await classify.getByLabel("Why this office sees it so").fill("Both care for the wounded.");
    await classify.getByText(position, { exact: false }).click();
    expect(await violationsOn(h)).toEqual([]);
    expect(await sign(h, classify)).toContain("convergent norms");
    await issueOn(h).getByText("Both care for the wounded.").waitFor();
    await issueOn(h).getByText("What it rests on: 1 act").waitFor();

    await toPositions(a);
    await giveOutlook(h, "Secretariat of the talks", position.slice(0, 20));
    await giveOutlook(a, "Medical staff of the delegation", title);
    for (const author of ["Secretariat of the talks", "Medical staff of the delegation"]) {
      const outlook = b.getByRole("article").filter({ hasText: `Outlook of: ${author}` });
      await outlook.getByText("What it rests on: 1 act").waitFor();
      await outlook.getByText("moderate", { exact: true }).waitFor();
    }
    // a party's own room is sealed: what it opens and how it classifies stays there
    const inside = await openForm(a, "Open an issue");
    await inside.getByLabel("Issue").fill("What we may offer");
    await inside.getByLabel("What separates the positions").fill("Between ourselves.");
    await inside.getByText(/^internal room of/).click();
    expect(await sign(a, inside)).toContain("internal room of");
    const own = a.getByRole("article").filter({ hasText: "What we may offer" });
    await own.getByText(/^internal room of/).waitFor();
    const ours = await openForm(a, `Classify: ${title}`);
    await ours.getByText("contested facts", { exact: true }).click();
    await ours.getByLabel("Why this office sees it so").fill("As we see it.");
    await ours.getByText(position, { exact: false }).click();
    await sign(a, ours);
    await issueOn(a).getByText("As we see it.").waitFor();
    for (const page of [h, b])
      for (const said of ["What we may offer", "As we see it."])
        expect(await page.getByText(said).count()).toBe(0);
    if (process.env.PARLEY_LOOK)
      await a.screenshot({ path: `${process.env.PARLEY_LOOK}/positions.png`, fullPage: true });

    // how the host classifies it is read in its own room alone
    await issueOn(b).getByText(position).waitFor();
    expect(await b.getByText("Both care for the wounded.").count()).toBe(0);
    expect(await violationsOn(b)).toEqual([]);
  });

  it("[SV13] are cited from what a report says by the side that it tells of", async () => {
    const [a, b] = [await at("party-a"), await at("party-b")];
    await open(a, "Reports");
    const main = a.getByRole("main");
    await main
      .getByLabel("Text of the report")
      .fill("Russia proposed short truces of 24 to 48 hours on Wednesday.");
    await main.getByLabel("Day of the report").fill("2025-07-23");
    await main.getByLabel("Who published or wrote it").fill("Harbour News");
    await main.getByLabel("Occasion of the statements").fill("After the third round");
    await main.getByRole("button", { name: "Read it" }).click();
    await main.getByRole("button", { name: /^Read and sign what is accepted/ }).click();
    await signShown(a);
    const noted = main.getByRole("article", { name: /^a proposal: short truce/ }).last();
    await noted.getByRole("button", { name: "Cite as a position" }).click();
    const cite = a.getByRole("dialog", { name: "Cite as a position" });
    await choose(cite, "Issue", "General ceasefire");
    const own = "Pauses of a day or two come before all else.";
    await cite.getByLabel("Position of the side").fill(own);
    await cite.getByLabel("Date of the position").fill("2026-11-01");
    expect(await violationsOn(a)).toEqual([]);
    await sign(a, cite);
    await toPositions(b);
    const issue = b.getByRole("article").filter({ hasText: "General ceasefire" });
    await issue.getByText(own).waitFor();
    await issue.getByRole("link", { name: "what the report says" }).click();
    await b.getByText("short truce", { exact: false }).first().waitFor();
  });
});
