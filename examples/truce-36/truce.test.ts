import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, readFolder, readKeyFile, storeSource } from "#folder";
import { planTruce } from "#plan";
import {
  contactLines,
  known,
  missingParts,
  missionStatus,
  type Office,
  owed,
  planOf,
  remainsHandovers,
  type Side,
  type State,
  sides,
  truceStatus,
  View,
} from "#record";
import { inputsDigest, planDigest, readAs } from "#replica";
import { buildExample } from "../../src/cli/demo.ts";
import { run, temporaryFolder } from "../../src/cli/testing/run.ts";
import type { OwnPart, Whole } from "../../src/web/views/window/filed.ts";
import type { Example } from "../example.ts";
import { seats } from "./founding.ts";
import { inventSectors, positionOf, seed } from "./ground.ts";
import { truce36 } from "./index.ts";
import { end, hour, start } from "./narrator.ts";

const place = temporaryFolder();
const folder = join(place, "truce");
let example: Example;

beforeAll(async () => {
  example = truce36();
  await buildExample(folder, example); // every act of it is admitted by the registry
}, 180_000);
afterAll(() => rmSync(place, { recursive: true }));

type Held = { readonly text: string; readonly state: State };
const held = new Map<Office, Promise<Held>>();

/** What an office reads with its own key, as text and as state. */
function readingOf(office: Office): Promise<Held> {
  const known = held.get(office) ?? read(office);
  held.set(office, known);
  return known;
}

async function read(office: Office): Promise<Held> {
  const member = seats.find((one) => one.office === office)?.member ?? "";
  const key = await readKeyFile(join(folder, "keys", `${member}.key.json`));
  const described = await readFolder(folder);
  const store = await openStore(described, { readOnly: true });
  try {
    const { process } = described;
    const { entries } = await readAs(
      storeSource(store, { process }),
      office,
      key.identity ? [key.identity] : [],
    );
    const view = new View();
    view.add(entries);
    const filed = entries.flatMap(({ act }) =>
      act.kind === "plan.filed" ? [inflated(act.payload.content)] : [],
    );
    return { text: [JSON.stringify(entries), ...filed].join("\n"), state: view.state };
  } finally {
    await store.close();
  }
}

const inflated = (content: string): string => inflateRawSync(Buffer.from(content, "base64")).toString("utf8");

describe("the truce of 36 hours", () => {
  it("goes from a text that lacks parts to closed, by the hours alone", async () => {
    const { state } = await readingOf("host");
    const [first, text] = [...state.truces.texts.values()];
    if (!first || !text) throw new Error("The example has two texts.");
    const termsOf = (truce: typeof text) => known(state, truce.id, "truce.tabled").act.payload.terms;
    expect(missingParts(termsOf(first)).length).toBeGreaterThan(0);
    expect(missingParts(termsOf(text))).toEqual([]);
    const suspended = known(state, [...text.suspensions.keys()][0] ?? text.id, "truce.suspended_locally").act;
    const at = (now: number) => {
      const before = new View();
      before.add([...state.entries.values()].filter(({ receivedAt }) => receivedAt <= now));
      const truce = before.state.truces.texts.get(text.id);
      return truce && truceStatus(before.state, truce, now);
    };
    const hours = [
      start - 6 * 24 * hour,
      start - hour / 2,
      start + hour,
      Date.parse(suspended.payload.from) + 60_000,
      end - hour,
      end + hour,
      end + 60 * hour,
    ];
    expect(hours.map(at)).toEqual([
      "accepted",
      "orders_issued",
      "in_effect",
      "suspended_locally",
      "in_effect",
      "ended",
      "closed",
    ]);
  });

  it("closes ten missions, breaks one off and does not complete one, and says who was left", async () => {
    const { state } = await readingOf("party-a");
    const missions = [...state.missions.missions.values()];
    const statuses = Map.groupBy(missions, (mission) => missionStatus(state, mission));
    expect([...statuses].map(([status, those]) => [status, those.length]).toSorted()).toEqual([
      ["aborted", 1],
      ["closed", 10],
      ["not_completed", 1],
    ]);
    const [open] = statuses.get("not_completed") ?? [];
    const ended = open?.outcomes.map((id) => known(state, id, "mission.ended").act.payload)[0];
    expect(ended?.left?.remains).not.toBe("nobody");
    for (const mission of missions) expect(planOf(state, mission).cells.length).toBeGreaterThan(0);
    expect(owed(state, end + 60 * 24 * hour)).toEqual([]);
  });

  it("leaves the two sides' counts beside each other where they differ", async () => {
    const { state } = await readingOf("party-b");
    expect(remainsHandovers(state).map(({ from, differs }) => [from, differs])).toEqual([
      ["b", false],
      ["a", true],
    ]);
    expect([...contactLines(state).values()].map((lines) => lines.length)).toEqual([2, 2]);
  });

  it("names each plan by digests that whoever holds the case finds again", async () => {
    const { state } = await readingOf("party-b");
    const said = [...state.plans.proposed.keys()].map((id) => known(state, id, "plan.proposed").act.payload);
    expect(said.filter(({ replaces }) => replaces !== undefined)).toHaveLength(3);
    const [sector] = inventSectors();
    if (!sector) throw new Error("The example has a first sector.");
    const { plan } = said.find((one) => one.plan.inputs === inputsDigest(sector)) ?? {};
    expect(plan?.seed).toBe(seed);
    expect(planDigest(planTruce(sector.given, { seed, iterations: plan?.iterations ?? 0 }))).toBe(
      plan?.digest,
    );
  });

  it("files each plan sealed: the whole for the operator, for each side its own sites and who comes there when", async () => {
    const filedFor = async (office: Office) => {
      const { state } = await readingOf(office);
      return [...state.plans.proposed.values()].flatMap(({ filed }) =>
        filed.map((id) => {
          const { room, payload } = known(state, id, "plan.filed").act;
          return { room, held: JSON.parse(inflated(payload.content)) as Whole | OwnPart };
        }),
      );
    };
    expect(await filedFor("host")).toEqual([]);
    const wholes = (await filedFor("operator")).filter(({ room }) => room === "internal-operator");
    expect(wholes).toHaveLength(6);
    for (const { held } of wholes) expect(held.format).toBe("parley-window-whole/1");
    for (const side of sides) {
      const parts = (await filedFor(`party-${side}`)).map(({ held }) => held as OwnPart);
      expect(parts).toHaveLength(6);
      const ground = new Map(
        inventSectors().flatMap(({ given }) => given.sites.map((one) => [one.code, one.ground])),
      );
      const visited = parts.flatMap(({ teams }) => teams.flatMap(({ stops }) => stops));
      expect(visited.length).toBeGreaterThan(0);
      for (const { kind, place } of visited) if (kind === "site") expect(ground.get(place)).toBe(side);
    }
  });

  // what would tell of a side's sites: codes, ids, exact positions
  const tellingOf = (side: Side) =>
    inventSectors()
      .flatMap(({ given }) => given.sites)
      .filter(({ ground }) => ground === side)
      .flatMap((site) => {
        const { lon, lat } = positionOf(site);
        const reported = example.acts.find(
          ({ act }) => act.kind === "site.reported" && act.payload.code === site.code,
        );
        return [`"${site.code}"`, `"${site.code}.`, `"lon":${lon},`, `"lat":${lat}`, reported?.act.id ?? ""];
      });

  it("lets no site of one side reach the other side, the host or the monitor, in any form", async () => {
    expect(tellingOf("a").length + tellingOf("b").length).toBe(60 * 5);
    for (const side of sides) {
      const telling = tellingOf(side);
      const found = (text: string) => telling.filter((one) => text.includes(one));
      const own = await readingOf(`party-${side}`);
      expect(found(own.text).length).toBeGreaterThan(60); // it is there to be found
      const others = [
        side === "a" ? "party-b" : "party-a",
        "host",
        "monitor",
        "forensic-a",
        "forensic-b",
      ] as const;
      for (const office of others) expect(found((await readingOf(office)).text), office).toEqual([]);
    }
  });

  it("writes none of them into the copy that the other side walks away with", async () => {
    const copy = join(place, "copy");
    const exported = await run("export", folder, copy, "--as", "party-b");
    expect(exported.code, exported.err).toBe(0);
    const telling = tellingOf("a");
    for (const file of readdirSync(copy, { recursive: true, encoding: "utf8" })) {
      const path = join(copy, file);
      if (!statSync(path).isFile()) continue;
      const text = readFileSync(path, "latin1");
      expect(
        telling.filter((one) => text.includes(one)),
        file,
      ).toEqual([]);
    }
  });

  it("carries the dead on: every bag in two hands, one identification agreed, a family told by a person", async () => {
    for (const side of sides) {
      const { state } = await readingOf(`forensic-${side}`);
      const { containers, identifications, taken } = state.forensic;
      expect(containers.size).toBe(12);
      expect(taken.size).toBe(14); // one of each side goes on to the other
      expect([...identifications.values()].map(({ told }) => told.length).toSorted()).toEqual([0, 0, 0, 1]);
      expect([...containers.values()].every(({ checks }) => checks.length === 1)).toBe(true);
    }
  });
});
