import { type Browser, chromium } from "playwright-core";

// On a bare machine the bundled libraries of @sparticuz/chromium serve, if it is told before it is loaded.
process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs24.x";

/**
 * A real Chromium from npm, without anything installed on the machine. `camera` is a file of pictures that stands for one;
 * a browser without a window has nobody to ask, and grants it or refuses it as it was told.
 */
export async function launchBrowser({
  camera,
  isRefused = false,
}: {
  readonly camera?: string;
  readonly isRefused?: boolean;
} = {}): Promise<Browser> {
  const { default: bundled } = await import("@sparticuz/chromium");
  return chromium.launch({
    executablePath: await bundled.executablePath(),
    headless: true,
    args: [
      "--no-sandbox",
      // there is no card for graphics: pages are put together without one, at a third of the work, and maps alone have a made-up one
      "--disable-gpu-compositing",
      "--disable-gpu-rasterization",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      "--ignore-gpu-blocklist",
      ...(camera === undefined
        ? []
        : [
            `--use-fake-ui-for-media-stream${isRefused ? "=deny" : ""}`,
            "--use-fake-device-for-media-stream",
            `--use-file-for-fake-video-capture=${camera}`,
          ]),
    ],
  });
}
