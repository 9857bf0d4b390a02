import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Office } from "#record";
import type { DemonstrationHost } from "./host.ts";

export type DeskOptions = {
  readonly language?: "en" | "uk" | "ru" | "tr";
  readonly theme?: "light" | "dark";
  readonly width?: number;
  /** Milliseconds after which a step has failed. */
  readonly patience?: number;
  /** Keeps the app's files for times without a network: ten megabytes a desk, half the work of opening it. */
  readonly keepsApp?: boolean;
};

/** One person's browser at one desk, and what went wrong in it. */
export type OpenDesk = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors on the console and requests to other hosts than the configured one. */
  readonly faults: string[];
  readonly close: () => Promise<void>;
};

/** Opens the app as an office, in a browser of its own; the public has no link. */
export async function openDesk(
  browser: Browser,
  host: Pick<DemonstrationHost, "address" | "link">,
  office: Office,
  options: DeskOptions = {},
): Promise<OpenDesk> {
  const desk = await openBlank(browser, host, options);
  const { page } = desk;
  await page.goto(office === "public" ? host.address : host.link(office));
  // the record is read and its signatures are checked first: a loaded machine takes its time
  await page.waitForURL((url) => url.pathname === "/" && url.hash === "", { timeout: 60_000 });
  await page.locator("main h1").waitFor();
  return desk;
}

/** A browser in which nobody has been, with no page open yet. */
export async function openBlank(
  browser: Browser,
  host: Pick<DemonstrationHost, "address">,
  { language = "en", theme = "light", width = 1_280, patience = 20_000, keepsApp = false }: DeskOptions = {},
): Promise<OpenDesk> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: theme,
    locale: language,
    serviceWorkers: keepsApp ? "allow" : "block",
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const faults: string[] = [];
  const own = new URL(host.address).origin;
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !url.startsWith("blob:") && !url.startsWith("data:"))
      faults.push(`a request to ${url}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  return { page, context, faults, close: () => context.close() };
}

/** Does what the host refuses: the browser's own lines about the refusals are no faults. */
export async function refused(desk: OpenDesk, step: () => Promise<void>): Promise<void> {
  const { faults } = desk;
  const before = faults.length;
  await step();
  const others = faults
    .splice(before)
    .filter((one) => !/^Failed to load resource: .* status of 4\d\d /.test(one));
  faults.push(...others);
}
