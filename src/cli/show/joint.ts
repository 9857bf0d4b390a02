import { officeName, sayWord } from "#i18n";
import { clearanceOf, communiqueStatus, known, releaseOf } from "#record";
import type { Shown } from "../context.ts";
import { wrap } from "../output.ts";
import { inPartyOrder } from "./parties.ts";
import type { Section } from "./section.ts";

/** Joint communiqués: the words, who has cleared which version, or what was released. */
export const joint: Section = {
  name: "joint",
  heading: "show.joint",
  data: textsOf,
  print: (it) => {
    const { state, t, out } = it;
    for (const [turn, { id, versions, status }] of textsOf(it).entries()) {
      out.line(`• ${versions[0]?.title} · ${t(`show.joint.${status}`)}`);
      const tabled = state.communiques.tabled.get(id);
      for (const { language, text } of versions) {
        out.line(`    ${language}: ${wrap(text, "      ")}`);
        if (!tabled) continue;
        const said = ["host" as const, ...inPartyOrder(it, turn)].map(
          (by) => `${officeName(t, state, by)}: ${sayWord(t, clearanceOf(state, tabled, language, by))}`,
        );
        out.line(`      ${wrap(said.join("; "), "      ")}`);
      }
    }
  },
};

function textsOf({ state, now }: Shown) {
  const { tabled, released } = state.communiques;
  const read = [...tabled.values()].map((one) => ({
    id: one.id,
    ...known(state, one.id, "communique.tabled").act.payload,
    status: communiqueStatus(state, one, now),
  }));
  const alone = [...released.keys()].flatMap((id) => {
    const release = tabled.has(id) ? undefined : releaseOf(state, id);
    return release ? [{ id, versions: release.act.payload.versions, status: "released" as const }] : [];
  });
  return [...read, ...alone];
}
