import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boxAt } from "#footage";
import { findFfmpeg, inspectFile, readCover, redactFootage, runFfmpeg } from "#footage/run";
import type { CoverPlan } from "#record";
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
    const tone = ["-f", "lavfi", "-i", "sine=frequency=440:duration=2", "-c:a", "libopus"];
    const told = ["-metadata", "title=A named place", "-c:v", "libvpx", "-b:v", "1M", "-f", "webm"];
    await made("nothing", "original.webm", ["-f", "lavfi", "-i", picture, ...tone, ...told]);
    writeFileSync(at("original.png"), await pictureOf(browser));
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const made = (from: string, to: string, args: readonly string[]) =>
    runFfmpeg(findFfmpeg(), at(from), at(to), [...args, "@out"], AbortSignal.timeout(60_000));

  /** That nobody finds in a file what a plan covers: each pixel of a box, each muted moment, what the original told. */
  async function expectCovered(file: string, { boxes, muted }: CoverPlan): Promise<void> {
    expect(await inspectFile(at(file))).toMatchObject({ hasMetadata: false });
    await made(file, "frames.raw", ["-i", "@in", "-f", "rawvideo", "-pix_fmt", "gray"]);
    await made(file, "sound.pcm", ["-i", "@in", "-vn", "-f", "s16le", "-ac", "1", "-ar", "8000"]);
    const frames = readFileSync(at("frames.raw"));
    expect(frames.length).toBe(160 * 120 * 20);
    const lightest = boxes.flatMap((box) =>
      Array.from({ length: 20 }, (_, n) => {
        const rect = boxAt(box, n * 100);
        if (!rect) return 0;
        const rows = Array.from({ length: Math.floor(rect.h) }, (_, y) => {
          const from = (n * 120 + Math.ceil(rect.y) + y) * 160 + Math.ceil(rect.x);
          return frames.subarray(from, from + Math.floor(rect.w) - 1);
        });
        return Math.max(...rows.map((row) => Math.max(...row)));
      }),
    );
    expect(Math.max(...lightest)).toBeLessThan(24);
    expect(frames.some((shade) => shade > 200)).toBe(true);
    const sound = readFileSync(at("sound.pcm"));
    const loudest = (from: number, to: number) =>
      Math.max(
        ...new Int16Array(sound.buffer, sound.byteOffset, sound.length / 2).subarray(from * 8, to * 8),
      );
    for (const { from, to } of muted) expect(loudest(from + 20, to - 20)).toBeLessThan(40);
    expect(loudest(100, 400)).toBeGreaterThan(1_000);
  }

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
    // while it is followed the box cannot be ended: what comes after would be left uncovered
    const end = page.getByRole("button", { name: /^End the box \(\d+\)$/ });
    await expect.poll(() => end.isDisabled()).toBe(true);
    await expect.poll(() => end.isEnabled(), { timeout: 30_000 }).toBe(true);
    await end.click();
    // a span of the sound, from here to half a second on
    for (let n = 0; n < 8; n++) await page.getByRole("button", { name: "A step back" }).click();
    await page.getByRole("button", { name: "Mute from here" }).click();
    for (let n = 0; n < 5; n++) await page.getByRole("button", { name: "A step on" }).click();
    await page.getByRole("button", { name: /^Mute from .* s to here$/ }).click();
    await page.getByRole("list", { name: "muted" }).getByRole("listitem").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await look(page, "editor");
    const [kept] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Keep the plan as a file" }).click(),
    ]);
    await kept.saveAs(at("cover.json"));
    const cover = readCover(readFileSync(at("cover.json"), "utf8"));
    expect(cover.boxes.map(({ covers, person }) => [covers, person])).toEqual([["face", 1]]);
    expect(cover.boxes[0]?.moments.at(-1)?.ms).toBeGreaterThan(1_500);
    expect(cover).toMatchObject({ sound: "muted_in_spans", muted: [{ person: 1 }] });
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
    const [file] = await Promise.all([
      anyone.page.waitForEvent("download"),
      released.getByRole("link", { name: "Keep the file" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("Arrival at the border.webm");
    await file.saveAs(at("released.webm"));
    expect(await inspectFile(at("original.webm"))).toMatchObject({ hasMetadata: true });
    await expectCovered("released.webm", cover);
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

  it("[FV2] a picture is boxed where it stands still, and its plan is burnt in by a program ffmpeg", async ({
    skip,
  }) => {
    const press = await openDesk(browser, host, "press-b");
    const { page } = press;
    await open(page, view);
    const form = await openForm(page, "Register footage");
    await choosing(page, at("original.png"), () =>
      form.getByRole("button", { name: "Choose a file" }).click(),
    );
    await form.getByText("image/png", { exact: false }).waitFor();
    await form.getByLabel("title").fill("A picture of the arrival");
    await form.getByLabel("source").fill("A photographer, as she says");
    await sign(page, form);
    await page.getByRole("link", { name: "A picture of the arrival" }).click();
    await page.getByRole("button", { name: "Open the original on this device" }).click();
    await page.getByRole("img", { name: "Original" }).waitFor();
    expect(await page.getByRole("button", { name: "Follow", exact: true }).count()).toBe(0);
    for (const [name, value] of [
      ["from the left", "20"],
      ["from the top", "30"],
      ["width", "40"],
      ["height", "50"],
    ] as const)
      await page.getByLabel(name, { exact: true }).fill(value);
    await page.getByRole("button", { name: "Put the box here" }).click();
    await page.getByRole("button", { name: "End the box (2)" }).click();
    expect(await violationsOn(page)).toEqual([]);
    await look(page, "picture");
    const [kept] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Keep the plan as a file" }).click(),
    ]);
    await kept.saveAs(at("picture.json"));
    const cover = readCover(readFileSync(at("picture.json"), "utf8"));
    expect(cover.boxes[0]?.moments).toEqual([0, 1].map((ms) => ({ ms, x: 20, y: 30, w: 40, h: 50 })));
    expect(press.faults).toEqual([]);
    await press.close();
    if (findFfmpeg().name !== "ffmpeg") skip(); // that of the package covers no pictures, and says so
    await redactFootage(findFfmpeg(), at("original.png"), at("covered.png"), cover);
  }, 120_000);
});

/** A picture that a browser paints: nobody is in it. */
async function pictureOf(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 320, height: 240 } });
  await page.setContent('<body style="background: linear-gradient(45deg, teal, khaki)">');
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

/** Keeps a picture of the page where PARLEY_LOOK names a folder. */
async function look(page: Page, name: string): Promise<void> {
  const kept = process.env.PARLEY_LOOK;
  if (kept) await page.screenshot({ path: join(kept, `footage-${name}.png`), fullPage: true });
}
