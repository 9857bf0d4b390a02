import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Office } from "#record";
import { violationsOn } from "./testing/accessible.ts";
import { desksOfDemonstration } from "./testing/desks.ts";
import { choose, openForm, sign, signShown } from "./testing/steps.ts";

const view = "Joint communiqués";

describe("joint communiqués", () => {
  const openAt = desksOfDemonstration();
  const at = (office: Office) => openAt(office, view);

  async function table(page: Page, versions: readonly (readonly [string, string, string])[], more?: Step) {
    const form = await openForm(page, "Table a joint communiqué");
    for (const [language, title, text] of versions) {
      const group = form.getByRole("group", { name: language });
      await group.getByLabel("title").fill(title);
      await group.getByLabel("text").fill(text);
    }
    await more?.(form);
    await sign(page, form);
  }

  type Step = (form: Locator) => Promise<void>;

  async function answer(page: Page, language: string): Promise<Locator> {
    const version = page.getByRole("article", { name: language });
    await version.getByRole("button").click();
    const form = page.getByRole("dialog", { name: `Answer on the version: ${language}` });
    await form.getByText("cleared for release", { exact: true }).click();
    return form;
  }

  async function clear(page: Page, language: string): Promise<string> {
    const form = await answer(page, language);
    const words = await sign(page, form);
    await form.waitFor({ state: "hidden" }); // what is pressed while it closes is lost
    return words;
  }

  const readsIt = (page: Page, title: string) => page.getByRole("link", { name: title });

  it("[JT1] are cleared by three in two languages, and public with the last clearance", async () => {
    const pages = { host: await at("host"), a: await at("party-a"), b: await at("party-b") };
    const [anyone, press] = [await at("public"), await at("press-a")];
    const title = "Statement after the round";
    await table(pages.host, [
      ["English", title, "The delegations met today and will meet again."],
      ["Turkish", "Tur sonrası açıklama", "Heyetler bugün bir araya geldi ve yeniden görüşecek."],
    ]);
    for (const page of Object.values(pages)) await readsIt(page, title).click();
    for (const page of [pages.host, pages.a, pages.b]) {
      await clear(page, "English");
      for (const one of [anyone, press]) expect(await readsIt(one, title).count()).toBe(0);
      if (page !== pages.b) expect(await clear(page, "Turkish")).toContain("cleared for release");
    }
    const last = await answer(pages.b, "Turkish");
    await last.getByText("Yours is the last clearance").waitFor();
    await last.getByRole("button", { name: "Read before signing" }).click();
    const preview = pages.b.getByRole("dialog", { name: "Read before you sign" });
    await preview.getByRole("button", { name: /^Sign for / }).click();
    await preview.getByText("released the joint communiqué", { exact: false }).waitFor();
    expect(await violationsOn(pages.a)).toEqual([]);
    const release = await signShown(pages.b);
    expect(release).toContain("released the joint communiqué");
    for (const one of [anyone, press, pages.host]) {
      if (one !== pages.host) await readsIt(one, title).click();
      await one.getByText("Everybody reads it, word for word as it was cleared.").waitFor();
    }
    expect(await anyone.getByRole("list", { name: "Clearances of this version" }).count()).toBe(0);
    expect(await violationsOn(anyone)).toEqual([]);
  });

  it("[JT2] are published by the server at their time, where the release was signed ahead", async () => {
    const [h, a, b, anyone] = [
      await at("host"),
      await at("party-a"),
      await at("party-b"),
      await at("public"),
    ];
    const title = "Statement at a time";
    const soon = new Date(Math.ceil((Date.now() + 45_000) / 60_000) * 60_000).toISOString();
    await table(h, [["English", title, "The truce begins."]], async (form) => {
      await form.getByText("at a time", { exact: true }).click();
      const time = form.getByRole("group", { name: "Time of release" });
      await time.getByLabel("Day", { exact: false }).fill(soon.slice(0, 10));
      await time.getByLabel("Hour", { exact: false }).fill(soon.slice(11, 16));
      await choose(time, "By the clock of", "UTC");
    });
    for (const page of [h, a, b]) {
      await readsIt(page, title).click();
      await clear(page, "English");
    }
    await a.getByText("Nobody else reads it before its time.", { exact: false }).waitFor();
    await a.getByRole("button", { name: "Sign the release ahead" }).click();
    await signShown(a);
    await h.getByText("Release signed ahead by").waitFor();
    expect(await readsIt(anyone, title).count()).toBe(0);
    await readsIt(anyone, title).waitFor({ timeout: 110_000 });
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(soon));
  });
});
