import { scriptAddress } from "./trusted.ts";

/** Keeps the app's files in this browser, so that it opens without a network; where the browser can. */
export async function keepApp(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    // the policy's address stands in for a string
    await navigator.serviceWorker.register(scriptAddress("/offline.js"), { type: "module" });
    const { active } = await navigator.serviceWorker.ready;
    if (navigator.onLine) active?.postMessage("opened");
  } catch (error) {
    console.warn("The app is not kept for use without a network.", error); // it works with one
  }
}
