import type { Browser, Page } from "playwright-core";
import { openDesk } from "./desk.ts";
import type { DemonstrationHost } from "./host.ts";
import { choose, open, openForm, sign, signShown } from "./steps.ts";

/** Fills a group of persons of a tranche's text: whose they are, lines of the demonstration's list, and how they go. */
export async function personsGroup(
  page: Page,
  n: number,
  side: string,
  lines: string,
  role: string,
): Promise<void> {
  const fields = page.getByRole("group", { name: `Persons, group ${n}`, exact: true });
  await fields.getByText(side, { exact: true }).click();
  await choose(fields, "list", /^First list of prisoners of war/);
  await fields.getByLabel("lines", { exact: false }).fill(lines);
  await fields.getByText(role, { exact: true }).click();
}

/** A tranche that both parties have locked, under which the first returns the lines of the list that are given. */
export async function lockedTranche(
  browser: Browser,
  host: DemonstrationHost,
  {
    title,
    lines,
    on,
    place,
  }: { readonly title: string; readonly lines: string; readonly on: string; readonly place: string },
): Promise<void> {
  const desks = [await openDesk(browser, host, "party-a"), await openDesk(browser, host, "party-b")] as const;
  const [{ page: a }, { page: b }] = desks;
  await open(a, "Exchange");
  const form = await openForm(a, "Table a tranche");
  await form.getByLabel("Title", { exact: false }).first().fill(title);
  await form.getByLabel("Day", { exact: false }).first().fill(on);
  await form.getByLabel("Place", { exact: false }).fill(place);
  await personsGroup(a, 1, "Russian Federation", lines, "goes");
  await sign(a, form);
  for (const page of [a, b]) {
    await open(page, "Exchange");
    await page.getByRole("link", { name: title }).click();
  }
  const answer = await openForm(b, "Answer");
  await answer.getByText("agreed", { exact: true }).click();
  await sign(b, answer);
  for (const page of [a, b]) {
    await page.getByRole("button", { name: "Lock this text" }).click();
    await signShown(page);
  }
  await a.getByText("locked by both", { exact: true }).first().waitFor();
  for (const desk of desks) await desk.close();
}
