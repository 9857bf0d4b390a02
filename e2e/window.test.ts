import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Office } from "#record";
import { violationsOn } from "./testing/accessible.ts";
import { launchBrowser } from "./testing/browser.ts";
import { type DeskOptions, type OpenDesk, openDesk } from "./testing/desk.ts";
import { type DemonstrationHost, startDemonstration } from "./testing/host.ts";
import { choose, open, sign } from "./testing/steps.ts";

const title = "Say your line of contact";

// A line over open sea: it is nobody's.
function lineFile(north: number) {
  const coordinates = Array.from({ length: 12 }, (_, n) => [-42.1 + n * 0.03, north + 0.02 * Math.sin(n)]);
  const feature = (geometry: unknown) => ({ type: "Feature", properties: { name: "Line at sea" }, geometry });
  const features = [
    feature({ type: "LineString", coordinates }),
    feature({ type: "Point", coordinates: [0, 0] }),
  ];
  const text = JSON.stringify({ type: "FeatureCollection", features });
  return { name: "line.geojson", mimeType: "application/geo+json", buffer: Buffer.from(text) };
}

describe("a window", () => {
  let host: DemonstrationHost;
  let browser: Browser;
  const desks: OpenDesk[] = [];
  const at = async (office: Office, options: DeskOptions = {}) => {
    const desk = await openDesk(browser, host, office, options);
    desk.context.setDefaultTimeout(30_000);
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

  it("[MP4] a line of each lies on the map, which moves by the keyboard", async () => {
    const [a, b] = [await at("party-a"), await at("party-b")];
    for (const [page, north] of [
      [a, 41.2],
      [b, 41.23],
    ] as const) {
      await open(page, "Map");
      await page.getByRole("button", { name: title }).click();
      const form = page.getByRole("dialog", { name: title });
      await form.getByLabel("Line (GeoJSON, KML or CSV)").setInputFiles(lineFile(north));
      await form.getByText("left out: no line and no area").waitFor();
      await form.getByLabel("Day", { exact: false }).first().fill("2025-11-20");
      await form.getByLabel("Hour", { exact: false }).first().fill("08:00");
      await form.getByText("humanitarian", { exact: true }).click();
      expect(await sign(page, form)).toContain("12 points: latitude 41.2");
    }
    await a.getByText("between the two sides’ lines").waitFor(); // without reloading
    expect(await a.locator("[data-by=webgl] canvas").count()).toBe(1);
    const map = a.getByRole("group", { name: "Map of lines of contact and zones" });
    const middle = a.getByText(/^Middle of the map: /);
    const before = await middle.innerText();
    await map.focus();
    await a.keyboard.press("ArrowUp");
    await a.keyboard.press("+");
    expect(await middle.innerText()).not.toBe(before);
    await a.keyboard.press("Home");
    expect(await middle.innerText()).toBe(before);
    expect(await a.getByRole("table").first().innerText()).toContain("Line at sea");
    expect(await violationsOn(a)).toEqual([]);
    expect(desks.flatMap(({ faults }) => faults)).toEqual([]);
  }, 120_000);

  it("[WN7] the operator plans and proposes, a party that is handed the case computes the same bytes", async () => {
    const [operator, b] = [await at("operator", { theme: "dark" }), await at("party-b")];
    await open(operator, "Window plan");
    await operator.getByRole("button", { name: "Plan an invented case, to practise" }).click();
    await operator.getByRole("heading", { name: "Hours of each team" }).waitFor();
    const gantt = operator.getByRole("group", { name: "Hours of each team" });
    await gantt.focus();
    await operator.keyboard.press("ArrowDown");
    await operator.getByRole("status").filter({ hasText: /^M2 / }).waitFor();
    expect(await violationsOn(operator)).toEqual([]);
    const [file] = await Promise.all([
      operator.waitForEvent("download"),
      operator.getByRole("button", { name: "Save the case" }).click(),
    ]);
    await operator.getByRole("button", { name: "Propose this plan" }).click();
    const form = operator.getByRole("dialog", { name: "Propose this plan" });
    await form.getByLabel("Title", { exact: false }).first().fill("Plan for two days");
    expect(await sign(operator, form)).toContain("proposed a window plan: Plan for two days");

    await open(b, "Window plan");
    await b.getByRole("heading", { name: "Plan for two days" }).waitFor();
    await b
      .getByText("This device does not hold what the plan was computed from", { exact: false })
      .waitFor();
    const own = b.getByRole("article").filter({ hasText: "Plan for two days" });
    await own.locator("input[type=file]").setInputFiles(await file.path());
    await own.getByRole("button", { name: "Compute it here" }).click();
    await own.getByText("Computed again here: the same bytes.").waitFor();

    await operator.getByLabel("Since the beginning, hours:minutes").fill("8:00");
    await choose(operator, "Which", "M1");
    await operator.getByLabel("Minutes late").fill("45");
    await operator.getByRole("button", { name: "Plan on from there" }).click();
    await operator.getByText("Stops changed from the plan before").waitFor({ timeout: 60_000 });
    expect(desks.flatMap(({ faults }) => faults)).toEqual([]);
  }, 180_000);

  it("[MP2] the land is drawn by WebGL under the page’s own policy, and no other host is asked", async () => {
    const page = await at("host");
    await open(page, "Map");
    await page.locator("[data-by=webgl] canvas").waitFor();
    expect(await page.getByText("between the two sides’ lines").count()).toBe(1);
    expect(desks.flatMap(({ faults }) => faults)).toEqual([]);
  }, 60_000);

  it("[MP5] without WebGL the land is drawn plainly", async () => {
    const desk = await openDesk(browser, host, "host", { width: 390, language: "en" });
    desks.push(desk);
    await desk.page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null; // a browser without WebGL
    });
    await desk.page.reload();
    await desk.page.goto(`${host.address}/map`);
    await desk.page.locator("[data-by=drawing] path").waitFor();
    expect(await violationsOn(desk.page)).toEqual([]);
  }, 60_000);
});
