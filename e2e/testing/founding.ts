import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { loadScreens, type Say } from "#i18n/screens";
import { type Authenticator, plugIn } from "./authenticator.ts";
import { type DeskOptions, type OpenDesk, openBlank } from "./desk.ts";
import type { DemonstrationHost } from "./host.ts";

/** Somebody at a browser of his own, which has an authenticator, and the words that it shows him. */
export type Person = OpenDesk & { readonly t: Say; readonly authenticator: Authenticator };

/** Opens a link in a browser in which nobody has been; `before` where a person comes with his authenticator from another. */
export async function openLink(
  browser: Browser,
  host: Pick<DemonstrationHost, "address">,
  link: string,
  options: DeskOptions = {},
  before?: Authenticator,
): Promise<Person> {
  const desk = await openBlank(browser, host, options);
  const authenticator = await plugIn(desk.page, before);
  await desk.page.goto(link);
  await desk.page.locator("main h1").waitFor();
  return { ...desk, authenticator, t: await loadScreens(options.language ?? "en") };
}

/** Presses the button of these words. */
export async function press({ page }: OpenDesk, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

type Names = readonly [en: string, uk: string, ru: string, tr: string];
type Place = { readonly names: Names; readonly zone: string };
export type SetUpText = {
  readonly process: string;
  readonly title: Names;
  readonly host: Place;
  readonly a: Place;
  readonly b: Place;
};

/** Fills in the host's draft of the founding act, and saves it. */
export async function writeDraft(person: Person, { process, title, host, a, b }: SetUpText): Promise<void> {
  const { page, t } = person;
  const group = (name: string) => page.getByRole("group", { name, exact: true });
  const write = async (name: string, names: Names) => {
    for (const [i, language] of ["English", "Українська", "Русский", "Türkçe"].entries())
      await group(name)
        .getByLabel(language)
        .fill(names[i] ?? "");
  };
  await write(t("set_up.title_of_process"), title);
  await page.getByLabel(t("set_up.process_name")).fill(process);
  for (const [row, place] of Object.entries({ host, a, b }) as ["host" | "a" | "b", Place][]) {
    const name = t(`set_up.row.${row}`);
    await write(name, place.names);
    const zone = group(name).getByRole("combobox");
    await zone.click();
    await zone.pressSequentially(place.zone);
    await page.getByRole("option", { name: place.zone }).waitFor();
    await zone.press("ArrowDown"); // a list that opens closes when the page is scrolled
    await zone.press("Enter");
  }
  for (const language of ["English", "Українська", "Русский"])
    await page.getByText(language, { exact: true }).last().click();
  await press(person, t("set_up.save_draft"));
}

/** Makes the link for a party's head, and reads it from the page. */
export async function linkFor(person: Person, name: string): Promise<string> {
  const { page, t } = person;
  await press(person, t("set_up.make_link", { name }));
  const copy = page.getByRole("button", { name: t("set_up.copy_link", { name }) });
  return page.getByRole("listitem").filter({ has: copy }).last().getByText("/#set-up=").innerText();
}

/** Makes a head's key, saves its file, and joins; answers the file's text. */
export async function joinWithFile(person: Person): Promise<string> {
  const { page, t } = person;
  await press(person, t("set_up.make_key"));
  const download = page.waitForEvent("download");
  await press(person, t("set_up.save_key"));
  const text = await readFile(await (await download).path(), "utf8");
  await page.getByText(t("set_up.safety_kept")).click();
  await press(person, t("set_up.join"));
  await page.getByText(t("set_up.key_given")).waitFor();
  return text;
}

/** Joins once more, with the key that the browser holds. */
export async function joinAnew(person: Person): Promise<void> {
  const { page, t } = person;
  await page.getByText(t("set_up.safety_kept")).click();
  await press(person, t("set_up.join"));
  await page.getByText(t("set_up.key_given")).waitFor();
}

/** Chooses a file for the button of these words. */
export async function bringFile({ page }: OpenDesk, text: string): Promise<void> {
  const file = { name: "head.key.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await page.locator("input[type=file]").setInputFiles(file);
}

/** Says that the text has been read and compared, and signs it. */
export async function signFounding(person: Person): Promise<void> {
  await person.page.getByText(person.t("set_up.have_read")).click();
  await press(person, person.t("set_up.sign"));
}

/** Takes the invitation to his own office with a passkey; his seat is yet to be certified. */
export async function takeOwnInvitation(person: Person): Promise<void> {
  await press(person, person.t("set_up.receive"));
  await press(person, person.t("entry.take"));
  await person.page.getByRole("heading", { level: 1, name: person.t("set_up.own_seat") }).waitFor();
}

/** Certifies his own seat, and waits until his desk is his office's. */
export async function certifyOwnSeat(person: Person, office: string): Promise<void> {
  const { page, t } = person;
  await press(person, t("forms.go_on"));
  await press(person, t("sign.sign", { who: office }));
  await page.getByText(t("shell.desk_of", { office })).waitFor();
}
