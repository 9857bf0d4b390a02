import type { CDPSession, Page } from "playwright-core";

/** What keeps somebody's passkeys, and is plugged into one page at a time. */
export type Authenticator = { readonly line: CDPSession; readonly id: string };

/** Gives a page an authenticator: it knows its person, and answers at once. With another one's passkeys, it is that one. */
export async function plugIn(page: Page, before?: Authenticator): Promise<Authenticator> {
  const line = await page.context().newCDPSession(page);
  await line.send("WebAuthn.enable");
  const { authenticatorId: id } = await line.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const kept = before && (await before.line.send("WebAuthn.getCredentials", { authenticatorId: before.id }));
  for (const credential of kept?.credentials ?? [])
    await line.send("WebAuthn.addCredential", { authenticatorId: id, credential });
  return { line, id };
}
