import { expect, it } from "vitest";
import { endpointOf } from "#second-reader";
import { completion, loopback } from "#second-reader/testing";
import { onEachBackend } from "../testing/backends.ts";
import { HttpHost } from "../testing/index.ts";

const text = "Nothing was agreed, said the envoy.";
const bytes = new TextEncoder().encode(text);
const address = "/api/second-reader";

onEachBackend((stage) => {
  it("[HT73] a second reader is asked for offices that note what reports say, where the host has one on", async () => {
    const { process } = stage;
    const entries = [{ class: "person", words: "the envoy", span: { start: 1 } }, { class: "none" }];
    const server = await loopback((response) => response.writeHead(200).end(completion({ entries })));
    const on = await HttpHost.of(process, { secondReader: endpointOf(server.address, "m", "secret-key") });
    const off = await HttpHost.of(process);
    try {
      const { host: to } = new URL(server.address);
      expect((await on.ask("press-a", "GET", address)).json()).toEqual({ to });
      expect((await on.ask("forensic-a", "GET", address)).json()).toEqual({ to: null });
      expect((await off.ask("press-a", "GET", address)).json()).toEqual({ to: null });
      expect((await on.ask("public", "GET", address)).json().code).toBe("api.session_needed");
      for (const [host, office, code] of [
        [off, "press-a", "second_reader.off"],
        [on, "forensic-a", "second_reader.off"],
        [on, "public", "api.session_needed"],
      ] as const)
        expect((await host.ask(office, "POST", address, bytes)).json().code).toBe(code);
      expect((await on.ask("press-a", "POST", address, Uint8Array.of(0xff))).json().code).toBe(
        "reader.not_text",
      );
      expect(server.asked).toEqual([]);
      const answer = await on.ask("press-a", "POST", address, bytes);
      expect(answer.json()).toEqual({ pointed: [{ class: "person", words: "the envoy" }], unformed: 1 });
      const [asked] = server.asked;
      const sent = JSON.parse(JSON.parse(asked?.body ?? "").messages[1].content);
      expect(sent.report).toBe(text);
      expect(sent.parties.map(({ id }: { id: string }) => id)).toEqual(["party-a", "party-b", "host"]);
      expect(`${answer.body}${JSON.stringify(answer.headers)}`).not.toContain("secret-key");
    } finally {
      await Promise.all([on.close(), off.close(), server.close()]);
    }
  });
});
