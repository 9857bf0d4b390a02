import { leafHash as leafOf, signNote, toBase64 } from "#ledger";
import type { Act, EntryHead, PayloadOf } from "#record";
import { bodies, keyFor } from "#server/testing";
import { roomSigner } from "../trust.ts";
import { type Forged, honest } from "./forged.ts";

/** What the host does to the record before it gives out a copy, and the problem by which a reader finds it. */
export type Lie = {
  readonly name: string;
  readonly code: string;
  readonly words?: RegExp;
  readonly tell: (record: Forged) => void;
};

const minute = 60_000;

/** Lies in the record: every copy is signed with the log's own key, tree and all. */
export const lies: readonly Lie[] = [
  lie(
    "an entry is left out",
    "verify.entry",
    /saw another history/,
    (r) => void r.in("plenary").splice(1, 1),
  ),
  lie("two entries are exchanged", "verify.entry", /saw another history/, (r) => {
    const held = r.in("humanitarian");
    [held[0], held[1]] = [held[1] as Uint8Array, held[0] as Uint8Array]; // both are there
  }),
  lie("an act is changed", "verify.signature", undefined, (r) => {
    const { head, act } = r.read("humanitarian", -1);
    const payload = { ...(act.payload as object), to: "b", from: "a" };
    r.write("humanitarian", -1, { head, act: { ...act, payload } as Act });
  }),
  lie("a byte of an act is changed to no act", "verify.entry", /canonical|JSON|form/, (r) => {
    const held = r.in("humanitarian");
    held[2] = (held[2] as Uint8Array).with(-1, 0x20);
  }),
  lie("bytes that are no entry", "verify.entry", /parley-entry/, (r) => {
    r.in("humanitarian")[2] = new TextEncoder().encode("parley-entry/v2\n\n{}");
  }),
  lie("a signature is another act's", "verify.signature", undefined, (r) => {
    const { signatures } = r.read("humanitarian", 0).head;
    const { head, act } = r.read("humanitarian", -1);
    r.write("humanitarian", -1, { head: { ...head, signatures }, act });
  }),
  lie("an act is put under another author's key", "verify.authority", /holds no seat/, (r) => {
    const { head, act } = r.read("humanitarian", -1);
    r.write("humanitarian", -1, { head, act }, [r.process.device("party-a")]);
  }),
  lie("an act carries two signatures", "verify.authority", /one signature/, (r) => {
    const { head, act } = r.read("humanitarian", -1);
    r.write("humanitarian", -1, { head, act }, [r.process.device("party-b"), r.process.logKey]);
  }),
  lie("an act is invented under a key without a seat", "verify.authority", /holds no seat/, (r) => {
    r.append("humanitarian", r.act("humanitarian", r.read("humanitarian", -1).act), [keyFor("inventor")]);
  }),
  lie("a seat is forged", "verify.authority", /signature of that office's head/, (r) => {
    r.append("process", seat(r, "party-b", "party-b"), [r.process.logKey]);
  }),
  lie("a forged seat speaks", "verify.authority", /holds no seat/, (r) => {
    r.append("process", seat(r, "party-b", "party-b"), [r.process.logKey]);
    const act = r.act("humanitarian", r.read("humanitarian", -1).act, { by: by("party-b", "m9") });
    r.append("humanitarian", act, [keyFor("m9")]);
  }),
  lie("one side's head grants a seat on the other side", "verify.authority", /PE3/, (r) => {
    r.append("process", seat(r, "party-a", "party-b"), [r.process.head("party-a")]);
  }),
  lie("a revoked seat speaks", "verify.authority", /revoked/, (r) => {
    r.append("humanitarian", byRevoked(r), [r.process.device("party-a", "m2")]);
  }),
  lie("a revoked seat speaks under an old roster", "verify.entry", /not what stood/, (r) => {
    const receivedAt = r.read("process", -1).head.receivedAt + minute;
    const head = { roster: rosterBefore(r), receivedAt };
    r.append("humanitarian", byRevoked(r), [r.process.device("party-a", "m2")], head);
  }),
  lie("a roster goes back", "verify.entry", /roster out of order/, (r) => reHead(r, -1, { roster: 3 })),
  lie("a roster is of seats to come", "verify.entry", /roster out of order/, (r) =>
    reHead(r, -1, { roster: 99 }),
  ),
  lie("a roster is of seats that came later", "verify.entry", /not what stood/, (r) =>
    reHead(r, 0, { roster: rosterBefore(r) + 1 }),
  ),
  lie("an act on seats names another roster", "verify.entry", /its own place/, (r) => {
    const { head, act } = r.read("process", -1);
    r.write("process", -1, { head: { ...head, roster: head.roster - 1 }, act });
  }),
  lie("a time of receipt goes back", "verify.entry", /before the entry before it/, (r) => {
    reHead(r, -1, { receivedAt: r.read("humanitarian", 0).head.receivedAt - 1 });
  }),
  lie("an act is back-dated before it was said", "verify.entry", /said after it was received/, (r) => {
    for (const at of [0, 1, 2]) {
      const { receivedAt } = r.read("plenary", at).head;
      reHead(r, at, { receivedAt: Math.min(receivedAt, r.read("process", 13).head.receivedAt) }, "plenary");
    }
  }),
  lie("an entry stands in another room", "verify.entry", /belongs to the room/, (r) => {
    r.in("plenary").push(r.in("humanitarian").at(-1) as Uint8Array);
  }),
  lie("an act stands twice", "verify.entry", /stands in this copy already/, (r) => {
    r.in("humanitarian").push(r.in("humanitarian").at(-2) as Uint8Array);
  }),
  lie("one id stands for two acts", "verify.entry", /stands in this copy already/, (r) => {
    const { id } = r.read("humanitarian", -1).act;
    r.append("public", r.act("public", r.read("humanitarian", -1).act, { id }), [
      r.process.device("party-b"),
    ]);
  }),
  lie("an act of another process", "verify.entry", /belongs to the process/, (r) => {
    const act = r.act("humanitarian", r.read("humanitarian", -1).act, { process: "three-rivers" });
    r.append("humanitarian", act, [r.process.device("party-b")]);
  }),
  lie("an act in clear in a sealed room", "verify.entry", /in clear in a sealed room/, (r) => {
    const act = r.act("internal-b", r.read("plenary", 2).act, { by: by("party-b") });
    r.append("internal-b", act, [r.process.device("party-b")]);
  }),
  lie("an act that may not be said in its room", "verify.entry", /may not say/, (r) => {
    const act = r.act("plenary", r.read("plenary", 0).act, { by: by("monitor") });
    r.append("plenary", act, [r.process.device("monitor")]);
  }),
  lie("its author was shown another history", "verify.entry", /saw another history/, (r) => {
    const seen = { size: 1, root: toBase64(new Uint8Array(32)) };
    r.append("humanitarian", r.act("humanitarian", r.read("humanitarian", -1).act, { seen }), [
      r.process.device("party-b"),
    ]);
  }),
  lie("a second founding act", "verify.entry", /one founding act/, (r) => {
    const { process } = r;
    const heads = [process.head("host"), process.head("party-a"), process.head("party-b")];
    r.append("process", r.act("process", r.read("process", 0).act), heads);
  }),
  lie("a founding act signed by one head alone", "verify.no_founding", /three signatures/, (r) => {
    r.write("process", 0, r.read("process", 0), [r.process.head("host")]);
  }),
  lie("a founding act with another head's key", "verify.no_founding", /three signatures/, (r) =>
    refound(r, (payload) => ({ ...payload, host: { ...payload.host, head: key("new host") } }), "old"),
  ),
  lie("a founding act that names another log", "verify.no_founding", /another host's/, (r) =>
    refound(r, (payload) => ({ ...payload, hostName: "elsewhere.example" }), "old"),
  ),
  lie("a founding act of other heads, all signing", "verify.fingerprint", undefined, (r) =>
    refound(r, (payload) => ({ ...payload, host: { ...payload.host, head: key("new host") } }), "new"),
  ),
  noteLie("another root", "verify.checkpoint", /not the root/, (text) =>
    text.replace(/\n[^\n]{44}\n$/, `\n${toBase64(new Uint8Array(32))}\n`),
  ),
  noteLie("another size", "verify.checkpoint", /speaks of 2 entries/, (text) =>
    text.replace(/\n\d+\n/, "\n2\n"),
  ),
  noteLie("a size with a leading zero", "verify.checkpoint", /not a size/, (text) =>
    text.replace(/\n(\d+)\n/, "\n0$1\n"),
  ),
  noteLie("an extension line", "verify.checkpoint", /three lines/, (text) => `${text}shown to B alone\n`),
  noteLie("another room's origin", "verify.checkpoint", undefined, (text) =>
    text.replace("humanitarian", "public"),
  ),
  lie("a checkpoint signed by another key", "verify.checkpoint", /signed by none|signature/i, (r) => {
    r.notes.set("humanitarian", (signer, tree) => honest({ ...signer, key: keyFor("other log") }, tree));
  }),
  lie("a checkpoint of another room", "verify.checkpoint", undefined, (r) => {
    const { hostName, process, logKey } = r.process;
    r.notes.set("humanitarian", (_, tree) => honest(roomSigner(hostName, process, "public", logKey), tree));
  }),
  lie("a checkpoint with CRLF", "verify.checkpoint", /control character/, (r) => {
    r.notes.set("humanitarian", (signer, tree) => {
      const text = new TextDecoder().decode(honest(signer, tree));
      return new TextEncoder().encode(text.replaceAll("\n", "\r\n"));
    });
  }),
  lie("entries are cut off under a newer checkpoint", "verify.checkpoint", /speaks of 4 entries/, (r) => {
    const whole = [...r.in("humanitarian")];
    r.in("humanitarian").pop();
    r.notes.set("humanitarian", (signer, tree) => {
      for (const bytes of whole.slice(-1)) tree.append(leafOf(bytes));
      return honest(signer, tree);
    });
  }),
];

/** Lies that one copy alone cannot show: an earlier copy does. */
export const liesAboutThePast: readonly Lie[] = [
  lie("the log is rolled back", "verify.history", /only 3/, (r) => void r.in("humanitarian").pop()),
  lie("the last act is another one", "verify.history", /not in this log/, (r) => {
    r.in("humanitarian").pop();
    r.append("humanitarian", r.act("humanitarian", r.read("humanitarian", -1).act), [
      r.process.device("party-b"),
    ]);
  }),
  lie("the log forked before its end and grew", "verify.history", /not in this log/, (r) => {
    r.in("humanitarian").pop();
    for (const _ of [1, 2, 3])
      r.append("humanitarian", r.act("humanitarian", r.read("humanitarian", -1).act), [
        r.process.device("party-b"),
      ]);
  }),
  lie("a room is left out", "verify.history", /left it out/, (r) => void r.entries.delete("plenary")),
  lie("the last act was received at another time", "verify.history", /not in this log/, (r) => {
    reHead(r, -1, { receivedAt: r.read("humanitarian", -1).head.receivedAt + minute });
  }),
];

function lie(name: string, code: string, words: RegExp | undefined, tell: (record: Forged) => void): Lie {
  return words ? { name, code, words, tell } : { name, code, tell };
}

// A checkpoint whose text the log's own key has signed.
function noteLie(
  name: string,
  code: string,
  words: RegExp | undefined,
  change: (text: string) => string,
): Lie {
  return lie(`a checkpoint with ${name}`, code, words, (r) => {
    r.notes.set("humanitarian", (signer, tree) => {
      const [text = ""] = new TextDecoder().decode(honest(signer, tree)).split("\n—");
      return signNote(change(text.replace(/\n+$/, "\n")), [signer]);
    });
  });
}

function reHead(
  r: Forged,
  at: number,
  change: Partial<EntryHead>,
  room: "humanitarian" | "plenary" = "humanitarian",
) {
  const { head, act } = r.read(room, at);
  r.write(room, at, { head: { ...head, ...change }, act });
}

function by(office: Act["by"]["office"], member = "m1"): Act["by"] {
  return { office, member, capacity: "delegate" };
}

function seat(r: Forged, granting: "party-a" | "party-b", office: "party-b"): Act {
  const payload = { office, member: "m9", key: key("m9"), title: "delegate" };
  const { act } = r.read("process", 2);
  return r.act("process", act, { kind: "seat.granted", by: by(granting), payload } as Partial<Act>);
}

// The record ends with the revocation of the seat m2 of party-a.
function rosterBefore(r: Forged): number {
  return r.in("process").length - 1;
}

function byRevoked(r: Forged): Act {
  const payload = bodies(9).payload;
  return r.act("humanitarian", r.read("humanitarian", 0).act, {
    by: by("party-a", "m2"),
    payload,
  } as Partial<Act>);
}

function refound(
  r: Forged,
  change: (payload: PayloadOf<"process.opened">) => PayloadOf<"process.opened">,
  heads: "old" | "new",
) {
  const { head, act } = r.read("process", 0);
  const payload = change(act.payload as PayloadOf<"process.opened">); // the first act of every process
  const host = heads === "old" ? r.process.head("host") : keyFor("new host");
  r.write("process", 0, { head, act: { ...act, payload } as Act }, [
    host,
    r.process.head("party-a"),
    r.process.head("party-b"),
  ]);
}

function key(name: string): string {
  return toBase64(keyFor(name).publicKey);
}
