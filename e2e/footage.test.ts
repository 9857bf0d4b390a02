import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFfmpeg, readCover, redactFootage, runFfmpeg } from "#footage/run";
import { violationsOn } from "./testing/accessible.ts";
import { launchBrowser } from "./testing/browser.ts";
import { openDesk } from "./testing/desk.ts";
import { type DemonstrationHost, startDemonstration } from "./testing/host.ts";
import { choose, open, openForm, sign, signShown } from "./testing/steps.ts";

const view = "Footage";
const folder = mkdtempSync(join(tmpdir(), "parley-e2e-footage-"));
const at = (name: string) => join(folder, name);

describe("footage", () => {
  let host: DemonstrationHost;
  let browser: Browser;
  beforeAll(async () => {
    [host, browser] = await Promise.all([startDemonstration(), launchBrowser()]);
    // a test picture that ffmpeg makes: nobody is in it
    writeFileSync(at("nothing"), "-");
    const picture = "testsrc2=size=160x120:rate=10:duration=2";
    const args = ["-f", "lavfi", "-i", picture, "-c:v", "libvpx", "-b:v", "1M", "-f", "webm", "@out"];
    await runFfmpeg(findFfmpeg(), at("nothing"), at("original.webm"), args, AbortSignal.timeout(60_000));
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function choosing(page: Page, file: string, button: () => Promise<void>): Promise<void> {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button()]);
    await chooser.setFiles(file);
  }

  it("[FV1] is sealed, boxed, released when nothing lacks, and recalled", async () => {
    const press = await openDesk(browser, host, "press-a");
    const anyone = await openDesk(browser, host, "public");
    const { page } = press;
    for (const desk of [press, anyone]) await open(desk.page, view);

    const form = await openForm(page, "Register footage");
    const choice = () => form.getByRole("button", { name: "Choose a file" }).click();
    writeFileSync(at("page.mp4"), "<html><script>alert(1)</script>");
    await choosing(page, at("page.mp4"), choice);
    await form.getByText("It is neither MP4, WebM, JPEG nor PNG.").waitFor();
    await choosing(page, at("original.webm"), choice);
    await form.getByText("video/webm", { exact: false }).waitFor();
    await form.getByLabel("title").fill("Arrival at the border");
    await form.getByLabel("source").fill("A cameraman, as he says");
    await sign(page, form);
    await page.getByRole("link", { name: "Arrival at the border" }).click();

    const mark = await openForm(page, "Mark a person");
    await choose(mark, "when filmed", "held captive");
    await choose(mark, "What the person is now", "held captive");
    await sign(page, mark);
    await page.getByText("Person 1", { exact: true }).waitFor();
    await page.getByRole("button", { name: "I have viewed all of it" }).click();
    await signShown(page);
    await page.getByText("Viewed whole", { exact: false }).waitFor();

    await page.getByRole("button", { name: "Open the original on this device" }).click();
    await page.getByRole("button", { name: "Put the box here" }).waitFor();
    await choose(page, "person", "1");
    await page.getByRole("button", { name: "Follow", exact: true }).click();
    const end = page.getByRole("button", { name: /^End the box \((\d\d|[2-9])\)$/ });
    await end.waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await end.click();
    const [kept] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Keep the plan as a file" }).click(),
    ]);
    await kept.saveAs(at("cover.json"));
    const cover = readCover(readFileSync(at("cover.json"), "utf8"));
    expect(cover.boxes.map(({ covers, person }) => [covers, person])).toEqual([["face", 1]]);
    await redactFootage(findFfmpeg(), at("original.webm"), at("covered.webm"), cover);

    const enter = await openForm(page, "Enter the covered file");
    await choosing(page, at("covered.webm"), () =>
      enter.getByRole("button", { name: "Choose a file" }).click(),
    );
    await enter.getByText("video/webm", { exact: false }).waitFor();
    await sign(page, enter);
    expect(await anyone.page.getByText("Arrival at the border").count()).toBe(0);
    await page.getByRole("button", { name: "Release", exact: true }).click();
    expect(await signShown(page)).toContain("released footage");

    const released = anyone.page.getByRole("article", { name: "Arrival at the border" });
    await released.getByRole("button", { name: "Play" }).click();
    await anyone.page.getByLabel("Arrival at the border").locator("video").waitFor();
    expect(await violationsOn(anyone.page)).toEqual([]);

    await open(page, view);
    await page.getByRole("button", { name: "Recall" }).click();
    await signShown(page);
    await released.getByText("recalled", { exact: true }).waitFor();
    expect(await released.locator("video").count()).toBe(0);
    for (const { faults, close } of [press, anyone]) {
      expect(faults).toEqual([]);
      await close();
    }
  }, 120_000);
});
