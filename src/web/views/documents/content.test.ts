import { describe, expect, it } from "vitest";
import { deathFields, documentKinds, healths as known, personFields } from "#documents";
import { contentOf } from "./content.ts";
import { healths, kinds, ofDeath, ofPerson } from "./fields.ts";

describe("what is written into the fields of a document", () => {
  it("[DP1] is left out where it is empty, and null where a hyphen stands", () => {
    const written = { surname: " Vyhadanyi ", rank: "-", birthDate: "", stray: "x" };
    expect(contentOf(written, ["surname", "rank", "birthDate", "captured"])).toEqual({
      surname: "Vyhadanyi",
      rank: null,
    });
  });

  it("[DP1] has the fields of the forms, and no others", () => {
    expect([ofPerson, ofDeath, healths]).toEqual([personFields, deathFields, known]);
    // the others are made where what they say is read
    expect([...kinds, "extract", "custody", "effects", "recovery", "bags"].toSorted()).toEqual(
      documentKinds.toSorted(),
    );
  });
});
