import { mkdir, readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { TruceCase } from "#plan";
import { truceCaseForm } from "#plan/files";
import type { Office } from "#record";
import { violationsOn } from "./testing/accessible.ts";
import { launchBrowser } from "./testing/browser.ts";
import { type DeskOptions, type OpenDesk, openDesk } from "./testing/desk.ts";
import { type DemonstrationHost, startDemonstration } from "./testing/host.ts";
import { choose, open, openForm, sign, signShown } from "./testing/steps.ts";

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

function siteFile(given: TruceCase, sites: TruceCase["sites"]) {
  const { lon = 0, lat = 0 } = given.anchor ?? {};
  const hour = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString();
  const rows = sites.map(({ code, x, y }) => {
    const east = 111_320 * Math.cos((lat * Math.PI) / 180);
    const place = [(lat + y / 111_320).toFixed(6), (lon + x / east).toFixed(6)];
    return [code, ...place, "forest", hour(-2), hour(60), "priority/litter/2"].join(",");
  });
  const text = ["code,lat,lon,ground,reported_at,valid_until,wounded", ...rows].join("\n");
  return { name: "sites.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
}

const square = "-42,41 -41.9,41 -41.9,41.1 -42,41";
const zoneFile = {
  name: "zones.kml",
  mimeType: "application/vnd.google-earth.kml+xml",
  buffer: Buffer.from(`<kml xmlns="http://www.opengis.net/kml/2.2"><Document>
<Placemark><name>South crossing</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${square}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
<Placemark><name>Ring</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${square}</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>${square}</coordinates></LinearRing></innerBoundaryIs></Polygon></Placemark>
</Document></kml>`),
};

/** Where pictures of the pages go; none are made where it is not set. */
const pictures = process.env.PARLEY_PICTURES;

async function pictured(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  await page.waitForTimeout(800);
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
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
      const form = await openForm(page, title);
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
    await operator.getByRole("heading", { name: "Hours of each team" }).waitFor({ timeout: 120_000 });
    const gantt = operator.getByRole("group", { name: "Hours of each team" });
    await gantt.focus();
    await operator.keyboard.press("ArrowDown");
    await operator.getByRole("status").filter({ hasText: /^M2 / }).waitFor();
    expect(await violationsOn(operator)).toEqual([]);
    const [file] = await Promise.all([
      operator.waitForEvent("download"),
      operator.getByRole("button", { name: "Save the case" }).click(),
    ]);
    const form = await openForm(operator, "Propose this plan");
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
    await own.getByText("Computed again here: the same bytes.").waitFor({ timeout: 120_000 });

    await operator.getByLabel("Since the beginning, hours:minutes").fill("8:00");
    await choose(operator, "Which", "M1");
    await operator.getByLabel("Minutes late").fill("45");
    await operator.getByRole("button", { name: "Plan on from there" }).click();
    await operator.getByText("Stops changed from the plan before").waitFor({ timeout: 60_000 });
    expect(desks.flatMap(({ faults }) => faults)).toEqual([]);
  }, 300_000);

  it("[WN9] what a plan was computed from is filed sealed: all of it for the operator, each side's own part for that side", async () => {
    const again = await at("operator"); // another device of the same office, without a file
    const operator = await at("operator");
    await open(operator, "Window plan");
    const practise = operator.getByRole("button", { name: "Plan an invented case, to practise" });
    await practise.click();
    await operator.getByRole("heading", { name: "Hours of each team" }).waitFor({ timeout: 120_000 });
    const [file] = await Promise.all([
      operator.waitForEvent("download"),
      operator.getByRole("button", { name: "Save the case" }).click(),
    ]);
    const given = truceCaseForm.parse(JSON.parse(await readFile(await file.path(), "utf8")));
    const half = Math.ceil(given.sites.length / 2);
    const [a, b] = [await at("party-a"), await at("party-b", { theme: "dark", width: 390 })];
    for (const [page, sites] of [
      [a, given.sites.slice(0, half)],
      [b, given.sites.slice(half)],
    ] as const) {
      await page.goto(new URL("/sites/import", host.address).href);
      await page.locator("input[type=file]").setInputFiles(siteFile(given, sites));
      await page.getByRole("button", { name: `Sign ${sites.length} sites` }).click({ timeout: 60_000 });
      await page.getByRole("heading", { level: 1, name: "Sites" }).waitFor({ timeout: 60_000 });
      await page.getByRole("button", { name: /^Show exactly where/ }).waitFor();
    }
    await pictured(a, "sites-register");
    await a.getByRole("button", { name: /^Show exactly where/ }).click();
    await pictured(a, "sites-exact");
    expect(await violationsOn(a)).toEqual([]);

    const form = await openForm(operator, "Propose this plan");
    await form.getByLabel("Title", { exact: false }).first().fill("Plan by its sites");
    await sign(operator, form);
    const own = (page: Page) => page.getByRole("article").filter({ hasText: "Plan by its sites" });
    await own(operator).getByText("File what it was computed from").click();
    for (const room of [/^internal room of /, /^sites of Ukraine$/, /^sites of Russian Federation$/]) {
      const rooms = await own(operator).getByText("Filed in the room").count();
      await own(operator).getByRole("button", { name: room }).click();
      expect(await signShown(operator)).toContain("sealed content of");
      await own(operator).getByText("Filed in the room").nth(rooms).waitFor();
    }
    await pictured(operator, "window-filed");

    await open(again, "Window plan");
    await own(again).getByRole("button", { name: "Open" }).first().click();
    await own(again).getByRole("group", { name: "Hours of each team" }).waitFor();
    await own(again).getByRole("button", { name: "Compute it here" }).click();
    await own(again).getByText("Computed again here: the same bytes.").waitFor({ timeout: 120_000 });
    await pictured(again, "window-opened");
    expect(await violationsOn(again)).toEqual([]);
    for (const [page, ours, theirs] of [
      [a, given.sites.slice(0, half), given.sites.slice(half)],
      [b, given.sites.slice(half), given.sites.slice(0, half)],
    ] as const) {
      await page.goto(new URL("/window", host.address).href);
      await own(page).getByRole("button", { name: "Open" }).click();
      await own(page).getByText("Your own sites, and who comes there when.", { exact: false }).waitFor();
      const text = await own(page).innerText();
      expect(ours.some(({ code }) => text.includes(`${code} `))).toBe(true);
      for (const { code } of theirs) expect(text).not.toMatch(new RegExp(`\\b${code}\\b`));
      await page.locator("[data-by=webgl] canvas").waitFor();
      await pictured(page, `window-own-${page === a ? "a" : "b"}`);
      expect(await violationsOn(page)).toEqual([]);
    }
    await a.getByRole("navigation").getByRole("link", { name: "Sites", exact: true }).click();
    await a.getByRole("link", { name: given.sites[0]?.code ?? "", exact: true }).click();
    await a.getByRole("group", { name: "On the map" }).waitFor();
    await pictured(a, "site-one");
    expect(desks.flatMap(({ faults }) => faults)).toEqual([]);
  }, 500_000);

  it("[MP10] a zone is drawn on the map of a truce's draft, by hand and by keys", async () => {
    const page = await at("party-a");
    await page.goto(new URL("/truces/new", host.address).href);
    await page.getByRole("button", { name: "Add a zone" }).click();
    await page.getByLabel("name of the zone").fill("North crossing");
    await page.getByRole("button", { name: "Draw on the map" }).click();
    const map = page.getByRole("group", { name: "Zones on the map" });
    const corners = page.getByLabel("corners", { exact: true });
    await map.click({ position: { x: 120, y: 100 } });
    await map.click({ position: { x: 300, y: 110 } });
    await map.focus();
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await corners.inputValue()).split("\n").length).toBe(3);
    const before = await corners.inputValue();
    const box = await map.boundingBox(); // where it is after it was scrolled to
    if (!box) throw new Error("The map is there.");
    await page.mouse.move(box.x + 120, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 150, box.y + 140, { steps: 4 });
    await page.mouse.up();
    const after = await corners.inputValue();
    expect(after.split("\n").slice(1)).toEqual(before.split("\n").slice(1));
    expect(after).not.toBe(before);
    await pictured(page, "zone-drawn");
    await page.keyboard.press("Backspace");
    await expect.poll(async () => (await corners.inputValue()).split("\n").length).toBe(2);
    await page.getByLabel("Zones from a file (GeoJSON, KML or CSV)").setInputFiles(zoneFile);
    await page.getByText("left out: an area with a hole").waitFor();
    await expect.poll(() => page.getByLabel("name of the zone").count()).toBe(2);
    expect(await violationsOn(page)).toEqual([]);
    expect(desks.flatMap(({ faults }) => faults)).toEqual([]);
  }, 120_000);

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
