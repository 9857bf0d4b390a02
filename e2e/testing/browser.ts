import { type Browser, chromium } from "playwright-core";

// On a bare machine the bundled libraries of @sparticuz/chromium serve, if it is told before it is loaded.
process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs24.x";

/** A real Chromium from npm, without anything installed on the machine. */
export async function launchBrowser(): Promise<Browser> {
  const { default: bundled } = await import("@sparticuz/chromium");
  return chromium.launch({
    executablePath: await bundled.executablePath(),
    headless: true,
    args: [
      "--no-sandbox",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      "--ignore-gpu-blocklist",
    ],
  });
}
