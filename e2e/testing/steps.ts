import type { Locator, Page } from "playwright-core";

/** What a person does again and again. Everything is found by its role and its name, as he finds it. */

export async function open(page: Page, view: string): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: view, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: view }).waitFor();
}

export async function choose(within: Locator | Page, label: string, option: string | RegExp): Promise<void> {
  await within.getByLabel(label, { exact: true }).click();
  const page = "page" in within ? within.page() : within;
  await page.getByRole("option", { name: option }).click();
}

/**
 * The form that a button of this name opens. A page that moves under the pointer between its going down and up
 * loses the press, and a person then presses again: so does this.
 */
export async function openForm(page: Page, name: string): Promise<Locator> {
  const form = page.getByRole("dialog", { name, exact: true });
  for (let presses = 1; ; presses++) {
    await page.getByRole("button", { name, exact: true }).first().click();
    try {
      await form.waitFor({ timeout: 3000 });
      return form;
    } catch (error) {
      if (presses === 3) throw error;
    }
  }
}

/** Asks for the preview, reads it, and signs; answers what the preview said. */
export async function sign(page: Page, within: Locator | Page = page): Promise<string> {
  await within.getByRole("button", { name: "Read before signing" }).click();
  return signShown(page);
}

/** Signs what a preview shows already. */
export async function signShown(page: Page): Promise<string> {
  const preview = page.getByRole("dialog", { name: "Read before you sign" });
  await preview.waitFor();
  const words = await preview.innerText();
  await preview.getByRole("button", { name: /^Sign for / }).click();
  await preview.waitFor({ state: "hidden" });
  return words;
}

/** Drafts or tables a proposal of one duration and one free term, on its page that is open. */
export async function writeProposal(
  page: Page,
  { where, title, hours, words }: { where: RegExp; title: string; hours: number; words: string },
): Promise<string> {
  const main = page.getByRole("main");
  await main.getByText(where).first().click();
  await main.getByLabel("Title", { exact: true }).fill(title);
  await choose(main, "Add a term", "duration");
  await main.getByLabel("At least, hours").fill(String(hours));
  await choose(main, "Add a term", "free words");
  await main.getByLabel("In words").fill(words);
  return sign(page, main);
}

/** Goes on by the Tab key until what has the focus bears this name. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 200; steps++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const at = document.activeElement;
      const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels : null;
      return (labels?.[0]?.textContent ?? at?.getAttribute("aria-label") ?? at?.textContent ?? "").trim();
    });
    if (focused === name) return;
  }
  throw new Error(`The Tab key does not lead to "${name}".`);
}
