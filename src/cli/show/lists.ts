import { officeName, sayListKind, sayWord } from "#i18n";
import { answerCounts, currentLists, listStatus, otherSide, partyOf, signatureOf } from "#record";
import type { Shown } from "../context.ts";
import { wrap } from "../output.ts";
import type { Section } from "./section.ts";

type List = ReturnType<typeof currentLists>[number];

/** The lists as both sides have answered and signed them; who stands on them is in their content, and not printed. */
export const lists: Section = {
  name: "lists",
  heading: "show.lists",
  data: ({ state }) =>
    currentLists(state).map((list) => ({
      id: list.id,
      by: partyOf(list.side),
      kind: list.kind,
      title: list.title,
      lines: list.lines,
      content: list.digest,
      replaces: list.replaces ?? null,
      answersBy: list.answersBy ?? null,
      status: listStatus(list),
      answers: Object.fromEntries(answerCounts(state, list)),
      signedBy: signing(list).map(partyOf),
    })),
  print: (it) => {
    const { state, t, out } = it;
    for (const list of currentLists(state)) {
      const by = officeName(t, state, partyOf(list.side));
      const title = `${list.title} · ${by} · ${sayListKind(t, list.kind)}`;
      out.line(`• ${wrap(title, "  ")}   ${list.id}`);
      const counts = [...answerCounts(state, list)].map(
        ([word, n]) => `${sayWord(t, word)} ${numberIn(it, n)}`,
      );
      out.line(`    ${[t("list.lines", { n: list.lines }), ...counts].join(" · ")}`);
      const signed = signing(list).map((side) => officeName(t, state, partyOf(side)));
      const who = signed.length > 0 ? t("show.list_signed", { who: signed.join(", ") }) : t("show.list_open");
      out.line(`    ${sayWord(t, listStatus(list))} · ${who}`);
    }
  },
};

// Whose list it is first: neither side has a place of its own.
function signing(list: List) {
  return [list.side, otherSide(list.side)].filter((side) => signatureOf(list, side));
}

function numberIn({ t }: Shown, n: number): string {
  return new Intl.NumberFormat(t.language).format(n);
}
