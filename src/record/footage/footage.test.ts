import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Office, offices } from "../access/offices.ts";
import { roomTable } from "../access/rooms.ts";
import type { ActId } from "../act/act.ts";
import { fitsForm } from "../act/bytes.ts";
import type { Act, PayloadOf } from "../act/kinds.ts";
import { known } from "../fold/state.ts";
import { owed } from "../gate/gate.ts";
import { refuseAct } from "../rules/refuse.ts";
import {
  hexOf,
  instantOf,
  keyOf,
  randomHistory,
  said,
  sealedPaper,
  unread,
  World,
} from "../testing/index.ts";
import type { CoverPlan } from "./acts.ts";
import { footageGate, isFileReleased, isRecalled } from "./view.ts";

const room = "press-a";
type Scene = { readonly world: World; readonly id: ActId };

const fileOf = (world: World, sha256 = hexOf(world.ids)) => ({
  file: { digest: hexOf(world.ids), bytes: 1_000 },
  fileKey: `${keyOf(world.ids).slice(0, 21)}A==`,
  sha256,
  bytes: 900,
  mediaType: "video/mp4",
});

function registering(world: World, original = fileOf(world)) {
  const payload = {
    title: "Arrival",
    original,
    source: "A cameraman",
    credentials: { found: "no_credentials" },
  } as const;
  return { kind: "footage.registered", by: "press-a", room, payload } as const;
}

function registered(world = World.opened()): Scene {
  return { world, id: world.must(registering(world)).id };
}

function marking({ world, id }: Scene, more: Partial<PayloadOf<"footage.person_marked">> = {}) {
  const returned =
    more.now === undefined && more.returnedAt === undefined
      ? { returnedAt: instantOf(world.now - 48 * 3_600_000) }
      : {};
  const payload: PayloadOf<"footage.person_marked"> = {
    footage: id,
    person: 1,
    whenFilmed: "captive",
    now: "come_back",
    shownBy: ["face", "voice"],
    ...returned,
    ...more,
  };
  return { kind: "footage.person_marked", by: "press-a", room, payload } as const;
}

function view({ world, id }: Scene, persons = 1) {
  return world.refused({
    kind: "footage.viewed",
    by: "press-a",
    room,
    payload: { footage: id, persons },
  });
}

type Word = PayloadOf<"footage.held_checked">["himself"];

function check({ world, id }: Scene, himself: Word = "not_held", comrades: Word = "not_held") {
  const payload = { footage: id, person: 1, himself, comrades };
  world.must({ kind: "footage.held_checked", by: "party-a", room, payload });
}

function consent({ world, id }: Scene, by: Office = "reception-a", at = world.now) {
  const payload = { footage: id, person: 1, at: instantOf(at), words: "He was told.", language: "uk" };
  return world.refused({ kind: "footage.consent_given", by, room, payload });
}

function withdraw({ world, id }: Scene, at = world.now) {
  const payload = { footage: id, person: 1, at: instantOf(at) };
  return world.refused({ kind: "footage.consent_withdrawn", by: "reception-a", room, payload });
}

const corner = { x: 10, y: 10, w: 40, h: 50 };
const bare: CoverPlan = { boxes: [], sound: "sound_kept", muted: [] };
const whole: CoverPlan = {
  boxes: [
    {
      covers: "face",
      person: 1,
      moments: [
        { ms: 0, ...corner },
        { ms: 900, ...corner },
      ],
    },
  ],
  sound: "muted_whole",
  muted: [],
};

function redacting({ world, id }: Scene, plan = bare, made = fileOf(world)) {
  return {
    kind: "footage.redacted",
    by: "press-a",
    room,
    payload: { footage: id, made, cover: plan },
  } as const;
}

function redacted(scene: Scene, plan = bare): PayloadOf<"footage.redacted"> {
  return scene.world.must(redacting(scene, plan)).payload;
}

type Released = PayloadOf<"footage.released">;

/** The rule by which the host refuses a release: of sealed rooms it holds the papers as they are, closed. */
function refusedAtHost(world: World, redaction: PayloadOf<"footage.redacted">): unknown {
  const act = said(world, releasing(redaction, { ground: "by_consent" })) as Act;
  return refuseAct(world.state("press-a"), act, world.now)?.details.rule;
}

function releasing({ made, cover }: PayloadOf<"footage.redacted">, more: Partial<Released> = {}) {
  const payload: Released = {
    title: "Arrival",
    file: { digest: made.sha256, bytes: made.bytes, mediaType: made.mediaType },
    ground: "nobody_recognisable",
    boxes: cover.boxes.length,
    sound: cover.sound,
    ...more,
  };
  return { kind: "footage.released", by: "press-a", room: "public", payload } as const;
}

function interest(world: World, by: Office = "press-a") {
  const [id] = world.state(by).footage.registered.keys();
  const payload = { footage: id as ActId, persons: [1], reason: "A court seeks him." };
  return world.must({ kind: "footage.interest_stated", by, room, payload }).id;
}

function second(world: World, interest: ActId, by: Office, member: string) {
  return world.refused({ kind: "footage.interest_signed", by, room, payload: { interest }, member });
}

function lacksOf(
  { world, id }: Scene,
  redaction: PayloadOf<"footage.redacted">,
  at: number | undefined = world.now,
) {
  const found = world.state("press-a").footage.registered.get(id);
  return found && footageGate(world.state("press-a"), found, redaction, at).lacks.map(({ what }) => what);
}

/** One returned man, everything there for a release with his consent. */
function ready(): Scene & { readonly redaction: PayloadOf<"footage.redacted"> } {
  const scene = registered();
  scene.world.must(marking(scene));
  view(scene);
  check(scene);
  consent(scene);
  return { ...scene, redaction: redacted(scene) };
}

describe("footage", () => {
  it("[FG1] is spoken of by those who read it, and so are persons in it", () => {
    const scene = registered();
    const { world } = scene;
    expect(world.refused(marking({ world, id: unread }))).toBe("FG1");
    expect(view({ world, id: unread })).toBe("FG1");
    expect(consent({ world, id: unread })).toBe("FG1");
    expect(withdraw({ world, id: unread })).toBe("FG1");
    expect(world.refused(redacting({ world, id: unread }))).toBe("FG1");
    expect(world.refused(redacting(scene, whole))).toBe("FG1");
    expect(consent(scene)).toBe("FG1");
    expect(second(world, unread, "party-a", "m2")).toBe("FG1");
    const stated = { footage: scene.id, persons: [1], reason: "A court seeks him." };
    expect(world.refused({ kind: "footage.interest_stated", by: "press-a", room, payload: stated })).toBe(
      "FG1",
    );
    const recall = { release: unread };
    expect(world.refused({ kind: "footage.recalled", by: "press-a", room: "public", payload: recall })).toBe(
      "FG1",
    );
    expect(world.refused({ ...marking(scene), by: "press-b", room: "press-b" })).toBe("FG1");
  });

  it("[FG2] is registered once, sealed, with the digest of what is inside", () => {
    const world = World.opened();
    const original = fileOf(world);
    world.must(registering(world, original));
    expect(world.refused(registering(world, original))).toBe("FG2");
    world.must({ ...registering(world, original), by: "press-b", room: "press-b" });
    const { fileKey: _, ...open } = original;
    expect(fitsForm("footage.registered", { ...registering(world).payload, original: open })).toBe(false);
    expect([roomTable["press-a"].sealed, roomTable["press-b"].sealed]).toEqual([true, true]);
  });

  it("[FG3] has persons with what they were and what they are now", () => {
    const scene = registered();
    const { world } = scene;
    expect(world.refused(marking(scene, { now: "come_back" }))).toBe("FG3");
    expect(world.refused(marking(scene, { now: "captive", returnedAt: instantOf(world.now) }))).toBe("FG3");
    expect(world.refused(marking(scene, { returnedAt: instantOf(world.now + 3_600_000) }))).toBe("FG3");
    expect(world.refused(marking(scene, { whenFilmed: "deceased", now: "captive" }))).toBe("FG3");
    world.must(marking(scene, { now: "captive" }));
    world.must(marking(scene));
    const redaction = redacted(scene);
    view(scene);
    expect(lacksOf(scene, redaction)).toEqual(["held_check"]);
  });

  it("[FG4] is viewed whole, and anew when somebody more is marked", () => {
    const scene = ready();
    expect(view(scene, 2)).toBe("FG4");
    expect(lacksOf(scene, scene.redaction)).toEqual([]);
    scene.world.must(marking(scene, { person: 2, shownBy: [] }));
    expect(lacksOf(scene, scene.redaction)).toEqual(["viewing"]);
    view(scene, 2);
    expect(lacksOf(scene, scene.redaction)).toEqual([]);
  });

  it("[FG5] needs no consent of who is not free to give it, and takes none", () => {
    for (const now of ["captive", "handed_over", "deceased"] as const) {
      const scene = registered();
      scene.world.must(marking(scene, { now }));
      expect(consent(scene)).toBe("FG5");
    }
    // whoever consented and is held again does not consent any more
    const scene = ready();
    scene.world.must(marking(scene, { now: "captive" }));
    expect(lacksOf(scene, scene.redaction)).toEqual(["still_held"]);
  });

  it("[FG6] who has returned is asked by his reception, a day later at the earliest", () => {
    const scene = registered();
    const { world } = scene;
    world.must(marking(scene, { returnedAt: instantOf(world.now) }));
    expect(consent(scene)).toBe("FG6");
    world.pass(24);
    expect(consent(scene, "press-a")).toBe("FG6");
    expect(consent(scene, "reception-a", world.now + 3_600_000)).toBe("FG3");
    expect(consent(scene)).toBeUndefined();
    const other = registered();
    other.world.must(marking(other, { now: "civilian" }));
    expect(consent(other, "press-a")).toBeUndefined();
  });

  it("[FG7] a consent stands until it is withdrawn, and is given anew", () => {
    const scene = ready();
    expect(consent(scene)).toBe("FG7");
    expect(withdraw(scene, scene.world.now - 3_600_000)).toBe("FG7");
    expect(withdraw(scene)).toBeUndefined();
    expect(withdraw(scene)).toBe("FG7");
    expect(lacksOf(scene, scene.redaction)).toEqual(["consent"]);
    expect(consent(scene)).toBeUndefined();
    expect(lacksOf(scene, scene.redaction)).toEqual([]);
  });

  it("[FG8] a file to be released is another one than the original, entered once", () => {
    const scene = registered();
    const { world, id } = scene;
    const { original } = known(world.state("press-a"), id, "footage.registered").act.payload;
    expect(world.refused(redacting(scene, bare, fileOf(world, original.sha256)))).toBe("FG8");
    const made = fileOf(world);
    world.must(redacting(scene, bare, made));
    expect(world.refused(redacting(scene, bare, made))).toBe("FG8");
    const backwards = [
      {
        covers: "face",
        moments: [
          { ms: 9, ...corner },
          { ms: 0, ...corner },
        ],
      },
    ];
    expect(fitsForm("footage.redacted", { footage: id, made, cover: { ...bare, boxes: backwards } })).toBe(
      false,
    );
    expect(
      fitsForm("footage.redacted", { footage: id, made, cover: { ...bare, sound: "muted_in_spans" } }),
    ).toBe(false);
  });

  it("[FG9] an overriding interest is signed by two persons, in two offices of the side", () => {
    const scene = ready();
    const { world, redaction } = scene;
    world.must(marking(scene, { now: "deceased" }));
    expect(lacksOf(scene, redaction)).toEqual(["interest"]);
    const stated = interest(world);
    expect(lacksOf(scene, redaction)).toEqual(["interest"]);
    expect(second(world, stated, "press-a", "m2")).toBe("FG9");
    expect(second(world, stated, "party-a", "m1")).toBe("FG9");
    // what another program let through counts as no signature either
    for (const [by, member] of [
      ["press-a", "m2"],
      ["party-a", "m1"],
    ] as const)
      world.append(
        said(world, {
          kind: "footage.interest_signed",
          by,
          room,
          payload: { interest: stated },
          member,
        }) as Act,
      );
    expect(lacksOf(scene, redaction)).toEqual(["interest"]);
    expect(second(world, stated, "party-a", "m2")).toBeUndefined();
    expect(second(world, stated, "party-a", "m3")).toBe("FG9");
    expect(lacksOf(scene, redaction)).toEqual([]);
    const reason = "A court seeks him.";
    expect(world.refused(releasing(redaction))).toBe("FG13");
    expect(world.refused(releasing(redaction, { ground: "public_interest", reason }))).toBeUndefined();
  });

  it("[FG10] is released as a picture, a video or sound, with a reason where it overrides", () => {
    const { world, redaction } = ready();
    const file = { digest: redaction.made.sha256, bytes: 9, mediaType: "text/html" };
    expect(world.refused(releasing(redaction, { ground: "by_consent", file }))).toBe("FG10");
    expect(world.refused(releasing(redaction, { ground: "public_interest" }))).toBe("FG10");
    expect(world.refused(releasing(redaction, { ground: "by_consent", reason: "So." }))).toBe("FG10");
  });

  it("[FG11] is released once, until it was recalled", () => {
    const { world, redaction } = ready();
    const { id } = world.must(releasing(redaction, { ground: "by_consent" }));
    expect(world.refused(releasing(redaction, { ground: "by_consent" }))).toBe("FG11");
    world.must({ kind: "footage.recalled", by: "press-a", room: "public", payload: { release: id } });
    expect(isFileReleased(world.state("public"), redaction.made.sha256)).toBe(false);
    expect(world.refused(releasing(redaction, { ground: "by_consent" }))).toBeUndefined();
    expect(isFileReleased(world.state("public"), redaction.made.sha256)).toBe(true);
  });

  it("[FG12] is released as it was entered and signed", () => {
    const { world, redaction } = ready();
    const other = { ...redaction, made: fileOf(world) };
    expect(world.refused(releasing(other, { ground: "by_consent" }))).toBe("FG12");
    expect(world.refused(releasing(redaction, { ground: "by_consent", boxes: 3 }))).toBe("FG12");
    expect(world.refused(releasing(redaction, { ground: "by_consent", sound: "muted_whole" }))).toBe("FG12");
  });

  it("[FG12] is released by nobody whose press room holds nothing, and the host knows that without reading", () => {
    const { redaction } = ready();
    const world = World.opened();
    expect(world.refused(releasing(redaction))).toBe("FG12");
    expect(refusedAtHost(world, redaction)).toBe("FG12");
    world.append(sealedPaper(world, "press-b", "press-b"));
    expect(refusedAtHost(world, redaction)).toBe("FG12"); // the other side's papers open no gate
    world.append(sealedPaper(world, "press-a", "press-a"));
    expect(refusedAtHost(world, redaction)).toBeUndefined();
  });

  it("[FG13] is withheld until each person is covered, or free and willing, or an interest overrides", () => {
    const scene = registered();
    const { world } = scene;
    const redaction = redacted(scene);
    expect(world.refused(releasing(redaction))).toBe("FG13");
    world.must(marking(scene));
    expect(lacksOf(scene, redaction)).toEqual(["viewing", "held_check"]);
    view(scene);
    check(scene, "not_held", "not_known");
    consent(scene);
    expect(lacksOf(scene, redaction)).toEqual(["held_check"]);
    // comrades are held: consent and two signatures open nothing, covering does
    check(scene, "not_held", "held");
    second(world, interest(world), "party-a", "m2");
    expect(lacksOf(scene, redaction)).toEqual(["still_held"]);
    expect(lacksOf(scene, redacted(scene, { ...whole, sound: "sound_kept" }))).toEqual(["still_held"]);
    const covered = redacted(scene, whole);
    expect(lacksOf(scene, covered)).toEqual([]);
    expect(world.refused(releasing(covered))).toBeUndefined();
    // a word of yesterday does not count today
    check(scene);
    expect(lacksOf(scene, redaction)).toEqual([]);
    world.pass(25);
    expect(lacksOf(scene, redaction)).toEqual(["held_check"]);
    expect(world.refused(releasing(redaction, { ground: "by_consent" }))).toBe("FG13");
    check(scene);
    expect(world.refused(releasing(redaction))).toBe("FG13");
    expect(world.refused(releasing(redaction, { ground: "by_consent" }))).toBeUndefined();
  });

  it("[FG14] is recalled by its own side, once", () => {
    const { world, redaction } = ready();
    const { id } = world.must(releasing(redaction, { ground: "by_consent" }));
    const recall = (by: Office) =>
      world.refused({ kind: "footage.recalled", by, room: "public", payload: { release: id } });
    expect([recall("press-b"), recall("party-b")]).toEqual(["FG14", "FG14"]);
    expect(recall("party-a")).toBeUndefined();
    expect(recall("press-a")).toBe("FG14");
    expect(isRecalled(world.state("monitor"), id)).toBe(true);
  });

  it("[FG15] is to be recalled as soon as its gate is not open any more", () => {
    const scene = ready();
    const { world, redaction } = scene;
    const release = world.must(releasing(redaction, { ground: "by_consent" })).id;
    const owing = (office: Office = "press-a") =>
      owed(world.state(office), world.now).filter(({ what }) => what === "footage_recall");
    world.pass(48);
    expect(owing()).toEqual([]);
    withdraw(scene);
    expect(owing()).toMatchObject([{ by: "press-a", subject: release }]);
    expect(owing("public")).toEqual([]);
    world.must({ kind: "footage.recalled", by: "press-a", room: "public", payload: { release } });
    expect(owing()).toEqual([]);
    // another program released what was never entered: those of its side who read the room see it, and nobody else
    const stray = world.append(
      said(world, releasing({ ...redaction, made: fileOf(world) }, { ground: "by_consent" })) as Act,
    );
    for (const office of ["press-a", "party-a", "reception-a"] as const)
      expect(owing(office)).toMatchObject([{ by: "press-a", subject: stray.act.id }]);
    for (const office of ["public", "host", "press-b", "party-b"] as const) expect(owing(office)).toEqual([]);
  });

  it("[FG16] stays in its room: nobody else holds, owes or is refused anything by it", () => {
    const inside = new Set<Office>(["press-a", "party-a", "reception-a"]);
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { world } = randomHistory(seed, 80);
        for (const office of offices) {
          const mine = world.state(office);
          for (const { id, act } of [...mine.footage.registered.keys()].map((one) => ({
            id: one,
            act: known(mine, one, "footage.registered").act,
          })))
            if (act.room === "press-a" && !inside.has(office)) throw new Error(`${office} reads ${id}`);
          if (office === "host" || office === "public") {
            expect(mine.footage.registered.size + mine.footage.interests.size).toBe(0);
            expect(owed(mine, world.now).some(({ what }) => what === "footage_recall")).toBe(false);
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});
