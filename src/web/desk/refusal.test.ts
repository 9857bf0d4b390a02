import { describe, expect, it } from "vitest";
import { RefusedByServer } from "#api";
import { ProblemError, problem } from "#base";
import { translator } from "#i18n";
import { World } from "#record/testing";
import { refusalIn, refusalOf } from "./refusal.ts";

const state = World.opened(7).state("party-a");
const notReadable = problem("api.not_readable", { room: "internal-b" });

describe("what the desk refuses, as its page shows it", () => {
  it("is in the reader's language, with rooms by their names", () => {
    const { code, title, detail } = refusalOf(translator("uk"), new ProblemError(notReadable), state);
    expect([code, title]).toEqual(["api.not_readable", "Цей учасник цього не читає."]);
    expect(detail).toContain("внутрішня кімната: Південь");
  });

  it("is said alike where the host refuses", () => {
    const wire = { type: "urn:parley:problem:api.not_readable", ...notReadable };
    const said = refusalOf(translator("tr"), new RefusedByServer(wire), state);
    expect(said).toEqual(refusalIn(translator("tr"), notReadable, state));
    expect(said.title).not.toBe(notReadable.title);
  });

  it("has words for what no host answers and for what a person stops", () => {
    const t = translator("ru");
    expect(refusalOf(t, new TypeError("Failed to fetch"))).toEqual({
      code: "unreachable",
      title: "Нет связи с принимающей стороной.",
      detail: "",
    });
    expect(refusalOf(t, new DOMException("x", "AbortError")).title).toBe("Остановлено.");
  });

  it("tells a form which field does not fit, and why", () => {
    const malformed = problem("act.malformed", {
      path: "payload.terms.0.key",
      reason: "must be a key such as duration",
    });
    const { details, detail } = refusalIn(translator("ru"), malformed, state);
    expect(details).toEqual({ path: "payload.terms.0.key", reason: "должно быть ключом вроде duration" });
    expect(detail).toBe("положения, 1, краткое имя положения: должно быть ключом вроде duration.");
  });
});
