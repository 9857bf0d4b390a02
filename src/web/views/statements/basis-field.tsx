import { useState } from "react";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { css, Empty, Field, Group, Tick } from "../../design/index.ts";
import type { LinkedAct } from "./one.ts";
import { useKept } from "./use-kept.ts";

const most = 20; // as the form of the act has it
const longest = 200; // characters of its line; the whole stands in the record

/** The acts that a word rests on: some at hand, and any other found by its words. */
export function BasisField({
  value,
  offered,
  onChange,
  wrong,
}: {
  readonly value: readonly LinkedAct[];
  /** What is at hand, before anything is sought. */
  readonly offered: readonly LinkedAct[];
  readonly onChange: (value: readonly LinkedAct[]) => void;
  readonly wrong: string | undefined;
}) {
  const { t } = useDesk();
  const [text, setText] = useState("");
  const atHand = [...new Map([...offered, ...value].map((one) => [one.id, one])).values()];
  const found = useFound(text)?.filter((one) => !atHand.some(({ id }) => id === one.id));
  const ticks = (acts: readonly LinkedAct[]) =>
    acts.map((one) => {
      const isChosen = value.some(({ id }) => id === one.id);
      return (
        <Tick
          key={one.id}
          isSelected={isChosen}
          isDisabled={!isChosen && value.length >= most}
          onChange={(isOn) => onChange([...value.filter(({ id }) => id !== one.id), ...(isOn ? [one] : [])])}
        >
          {shortOf(one.words)}
        </Tick>
      );
    });
  return (
    <Group title={t("field.basis")}>
      <div className={css.lines} data-invalid={wrong ? "" : undefined}>
        {ticks(atHand)}
        <Field label={t("statements.form.find_acts")} value={text} onChange={setText} />
        {found && ticks(found)}
        {found?.length === 0 && <Empty>{t("record.none")}</Empty>}
        {wrong && <p className={css.wrong}>{wrong}</p>}
      </div>
    </Group>
  );
}

function shortOf(words: string): string {
  return words.length > longest ? `${words.slice(0, longest).replace(/\s+\S*$/, "")} …` : words;
}

// The latest acts of the record in which these words stand; what is still on its way is no ground yet.
function useFound(text: string): readonly LinkedAct[] | undefined {
  const sought = text.trim();
  const filter = { room: "", office: "", kind: "", text: sought, from: "", to: "" };
  const model = useKept(useQuery("record.list", { filter, from: 0, count: sought === "" ? 0 : 8 }));
  if (sought === "") return undefined;
  return model?.rows.filter(({ seq }) => seq !== undefined).map(({ id, words }) => ({ id, words }));
}
