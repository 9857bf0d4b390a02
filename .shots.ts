import { launchBrowser } from "./e2e/testing/browser.ts";
import { openDesk } from "./e2e/testing/desk.ts";
import { startDemonstration } from "./e2e/testing/host.ts";
console.log(new Date().toISOString());
const host = await startDemonstration("exchange-1200");
console.log("served", new Date().toISOString());
const browser = await launchBrowser();
const only = process.argv.slice(2);
try {
  for (const [language, theme, width] of [["en","light",1280],["uk","dark",1280],["ru","light",390],["tr","dark",390],["ru","dark",1280],["tr","light",1280],["en","dark",390],["uk","light",390]] as const) {
    if (only.length && !only.includes(`${language}-${width}`)) continue;
    const { page, faults, close } = await openDesk(browser, host, language === "uk" || language === "tr" ? "reception-a" : "reception-b", { language, theme, width });
    await page.setViewportSize({ width, height: 1000 });
    const shot = async (name: string) => { await page.waitForTimeout(500); await page.screenshot({ path: `/tmp/shots/${name}-${language}-${theme}-${width}.png`, fullPage: true }); };
    await shot("owed");
    await page.goto(new URL("/reception", host.address).href);
    await page.locator("main h1").waitFor();
    await shot("ward0");
    await page.locator("table a").first().waitFor();
    await shot("ward");
    for (const n of [2, 4]) {
      await page.locator("table a").filter({ hasText: new RegExp(`\\b${n}$|№ ?${n}\\b`) }).first().click();
      await page.locator("ol").first().waitFor();
      await shot(`person${n}`);
      await page.goBack();
      await page.locator("table a").first().waitFor();
    }
    if (faults.length) console.log(language, faults);
    await close();
  }
} finally { await browser.close(); await host.stop(); }
