import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadScreens } from "#i18n/screens";
import type { Authenticator } from "./testing/authenticator.ts";
import { launchBrowser } from "./testing/browser.ts";
import { refused } from "./testing/desk.ts";
import {
  bringFile,
  certifyOwnSeat,
  joinAnew,
  joinWithFile,
  linkFor,
  openLink,
  type Person,
  press,
  type SetUpText,
  signFounding,
  takeOwnInvitation,
  writeDraft,
} from "./testing/founding.ts";
import { type DemonstrationHost, startEmpty } from "./testing/host.ts";
import { open, sign, signShown, writeProposal } from "./testing/steps.ts";

const text: SetUpText = {
  process: "two-rivers",
  title: ["Talks of the two rivers", "Перемовини двох річок", "Переговоры двух рек", "İki nehir görüşmeleri"],
  host: { names: ["Estenia", "Естенія", "Эстения", "Estenya"], zone: "Istanbul" },
  a: { names: ["Northland", "Нортландія", "Нортландия", "Kuzeyeli"], zone: "Kyiv" },
  b: { names: ["Southland", "Саутландія", "Саутландия", "Güneyeli"], zone: "Moscow" },
};
const [, nameA] = text.a.names;
const [, , nameB] = text.b.names;

// Three heads found a process and fill their offices. Each journey goes on where the one before ended.
describe("founding and seats", () => {
  let server: DemonstrationHost;
  let browser: Browser;
  const people: Person[] = [];
  const at = async (link: string, language: "en" | "uk" | "ru" = "en", before?: Authenticator) => {
    const person = await openLink(browser, server, link, { language }, before);
    people.push(person);
    return person;
  };
  let host: Person;
  let a: Person;
  let b: Person;
  let member: Person;
  const files = { host: "", a: "", b: "" };
  const links = { host: "", a: "", b: "", member: "" };
  beforeAll(async () => {
    [server, browser] = await Promise.all([startEmpty(), launchBrowser()]);
    links.host = server.link("host");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it("[WB20] the host writes the draft and invites the others by links of their own; each head makes his key and joins", async () => {
    host = await at(links.host);
    await writeDraft(host, text);
    links.a = await linkFor(host, text.a.names[0]);
    links.b = await linkFor(host, text.b.names[0]);
    files.host = await joinWithFile(host);
    a = await at(links.a, "uk");
    b = await at(links.b, "ru");
    [files.a, files.b] = await Promise.all([joinWithFile(a), joinWithFile(b)]);
    for (const { page, t } of [host, a, b])
      await page.getByRole("button", { name: t("set_up.show_number") }).waitFor();
  });

  it("[WB21] where something is lost all three join anew, and each sees that it was done", async () => {
    await press(host, host.t("set_up.show_number"));
    await press(host, host.t("set_up.reopen.joining"));
    await press(host, host.t("set_up.reopen_do.joining"));
    for (const person of [host, a, b]) {
      await person.page.getByText(person.t("set_up.draws", { n: 2 })).waitFor();
      await joinAnew(person);
    }
    await press(host, host.t("set_up.show_number"));
    await press(a, a.t("set_up.show_number"));
  });

  it("[WB22] in another browser a head goes on with the file of his key; another's file is refused in words", async () => {
    const other = await at(links.b, "ru");
    const { page, t } = other;
    await page.getByText(t("set_up.key_elsewhere"), { exact: true }).waitFor();
    await bringFile(other, files.a);
    await page.getByText(t("set_up.other_file")).waitFor();
    await bringFile(other, files.b);
    await page.getByText(t("set_up.no_number")).waitFor(); // the number is where he joined
    await press(b, b.t("set_up.show_number"));
    await signFounding(other);
    b = other;
  });

  it("[WB23] with the third signature the process is founded, and each head takes his passkey and the first seat of his office", async () => {
    await signFounding(host);
    await signFounding(a);
    const fingerprints = new Set<string>();
    for (const { page, t } of [host, a, b]) {
      await page.getByRole("button", { name: t("set_up.receive") }).waitFor();
      const shown = await page
        .getByText(t("set_up.founded_words"))
        .locator("xpath=following-sibling::*[1]")
        .innerText();
      fingerprints.add(shown.replaceAll(/\s/g, ""));
    }
    expect([...fingerprints]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    await Promise.all([
      takeOwnInvitation(a).then(() => certifyOwnSeat(a, nameA)),
      takeOwnInvitation(b).then(() => certifyOwnSeat(b, nameB)),
    ]);
    const first = host;
    host = await at(links.host); // at another device: the key comes from its file
    await takeOwnInvitation(host);
    await host.page.getByText(host.t("set_up.no_head_key")).waitFor();
    await bringFile(host, files.b);
    await host.page.getByText(host.t("set_up.other_file")).waitFor();
    await bringFile(host, files.host);
    await certifyOwnSeat(host, text.host.names[0]);
    await refused(first, async () => {
      await first.page.goto(links.host);
      await first.page.getByText(first.t("set_up.refused.link")).waitFor();
    });
  });

  it("[WB24] a head invites a member, who reads as the public until the head has compared the words and certified his key", async () => {
    await inEnglish(a);
    await open(a.page, "Proposals");
    await a.page.getByRole("link", { name: "Write a proposal" }).click();
    const tabled = {
      where: /on the table in: plenary/,
      title: "A bridge",
      hours: 6,
      words: "It is open by day.",
    };
    await writeProposal(a.page, tabled);
    await open(a.page, "People and rooms");
    await press(a, "Invite somebody");
    const form = a.page.getByRole("dialog", { name: "Invite somebody" });
    await form.getByLabel("Title of the seat").fill("adviser");
    await form.getByRole("button", { name: "Invite somebody" }).click();
    links.member = await form.getByText("/#invitation=").innerText();
    await form.getByRole("button", { name: "Done" }).click();
    member = await at(links.member);
    await press(member, "Make the passkey and ask for a seat");
    await member.page.getByText("Your seat has not been certified yet").waitFor();
    const words = await wordsOn(member.page.locator("main"));
    await open(member.page, "Proposals");
    expect(await member.page.getByText("A bridge").count()).toBe(0);

    const asking = a.page.getByRole("listitem").filter({ hasText: "Call the person" });
    expect(await wordsOn(asking)).toEqual(words);
    await asking.getByRole("button", { name: "Certify this key" }).click();
    expect(await signShown(a.page)).toContain("adviser");
    await a.page.getByText("Nobody asks for a seat.").waitFor();

    await member.page.getByText("Your seat has not been certified yet").waitFor({ state: "hidden" });
    await member.page.getByText(`Desk: ${text.a.names[0]}`).waitFor();
    await member.page.getByText("A bridge").first().waitFor(); // without reloading
    const late = await at(server.address);
    await refused(late, async () => {
      await late.page.goto(links.member);
      await late.page.getByText("The invitation was refused.").waitFor();
    });
  });

  it("[WB25] what one of an office drafts in its internal room the other reads there, and nobody else", async () => {
    const drafts = [
      [member, a, "A ferry beside the bridge"],
      [a, member, "A second ferry"],
    ] as const;
    await inEnglish(b);
    await open(b.page, "Proposals");
    for (const [author, reader, title] of drafts) {
      await open(author.page, "Proposals");
      await author.page.getByRole("link", { name: "Write a proposal" }).click();
      const words = await writeProposal(author.page, {
        where: /draft in/,
        title,
        hours: 2,
        words: "It goes at night.",
      });
      expect(words).toContain("the host keeps it and cannot read it");
      await open(reader.page, "Proposals");
      await reader.page.getByText(title).first().waitFor();
      expect(await b.page.getByText(title).count()).toBe(0);
    }
  });

  it("[WB26] a member signs out, which leaves what the public reads, and in again with his passkey", async () => {
    const { page } = member;
    await press(member, "Sign out");
    await page.getByText("Public view", { exact: true }).waitFor();
    expect(await page.getByText("You are no longer signed in").count()).toBe(0); // he knows: he wished it
    await open(page, "Proposals");
    expect(await page.getByText("ferry").count()).toBe(0);
    await press(member, "Sign in");
    await press(member, "Sign in with a passkey");
    await page.getByText(`Desk: ${text.a.names[0]}`).waitFor();
    await open(page, "Proposals");
    await page.getByText("A second ferry").first().waitFor();
  });

  it("[WB27] a member whose seat the head revokes loses the rooms at once", async () => {
    await open(a.page, "People and rooms");
    const seat = a.page.getByRole("listitem").filter({ hasText: /^adviser/ });
    await seat.getByRole("button", { name: "Revoke the seat" }).click();
    const form = a.page.getByRole("dialog", { name: "Revoke the seat" });
    await form.getByLabel("Reason").fill("The adviser has left.");
    await sign(a.page, form);
    await refused(member, async () => {
      await member.page.getByText("You are no longer signed in for: Northland").waitFor();
      await member.page.getByText("Public view", { exact: true }).waitFor();
      expect(await member.page.getByText("ferry").count()).toBe(0);
      await press(member, "Sign in");
      await press(member, "Sign in with a passkey");
      await member.page.getByText("Your seat has not been certified yet").waitFor();
      await open(member.page, "Proposals");
      expect(await member.page.getByText(/ferry|A bridge/).count()).toBe(0);
    });
    await seat.getByText("revoked", { exact: true }).waitFor();
  });

  it("[WB28] a head whose browser is gone brings his key from its file, and certifies the key of another one", async () => {
    const again = await at(server.address, "en", b.authenticator);
    const { page } = again;
    await press(again, "Sign in");
    await press(again, "Sign in with a passkey");
    await page.getByText("Desk: Southland").waitFor();
    await open(page, "People and rooms");
    await page.getByText("This browser holds no key for this office.").waitFor();
    await bringFile(again, files.a);
    await page.getByText("This file does not hold the key of the head of this office.").waitFor();
    await bringFile(again, files.b);
    await page.getByText("kept in this browser: seats can be granted and revoked here").waitFor();
    await press(again, "Ask for a seat for this browser");
    const form = page.getByRole("dialog", { name: "Ask for a seat for this browser" });
    await form.getByLabel("Title of the seat").fill("head of office, second device");
    await form.getByRole("button", { name: "Ask for a seat for this browser" }).click();
    await press(again, "Certify this key");
    await signShown(page);
    await page.getByRole("button", { name: "Invite somebody" }).waitFor(); // it can sign
  });

  it("[WB29] every browser went without an error and asked no other host", () => {
    expect(people.map(({ faults }) => faults)).toEqual(people.map(() => []));
  });
});

/** The words of a key, to be read aloud. */
async function wordsOn(within: Locator): Promise<readonly string[]> {
  const words = within.locator("ol li");
  await words.first().waitFor();
  return words.allInnerTexts();
}

async function inEnglish(person: Person): Promise<void> {
  const { page, t } = person;
  await page.getByRole("button", { name: t("shell.language") }).click();
  await page.getByRole("option", { name: "English" }).click();
  Object.assign(person, { t: await loadScreens("en") });
}
