import { useDesk } from "../../app/desk-context.tsx";
import { Button, Choose, css, Field, Group, OneOf } from "../../design/index.ts";
import type { BoardModel } from "./board-query.ts";
import own from "./exchange.module.css";
import { noPart, type PartDraft, partIsWrong } from "./part-draft.ts";

/** Who goes and who stands by: lines of lists, by side and category. */
export function PartsFields({
  board,
  value,
  onChange,
  tried,
}: {
  readonly board: Pick<BoardModel, "lists" | "sides" | "categories">;
  readonly value: readonly PartDraft[];
  readonly onChange: (value: readonly PartDraft[]) => void;
  readonly tried: boolean;
}) {
  const { t } = useDesk();
  const change = (at: number, part: Partial<PartDraft>) =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <>
      {value.map((part, i) => {
        const wrong = tried ? partIsWrong(part) : undefined;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a draft have no other name than their place
          <Group key={i} title={t("exchange.f.part", { n: i + 1 })}>
            <OneOf
              label={t("field.returnedBy")}
              value={part.returnedBy}
              choices={board.sides}
              onChange={(returnedBy) => change(i, { returnedBy })}
              wrong={wrong && part.returnedBy === null ? t(wrong) : undefined}
            />
            <div className={own.part}>
              <Choose
                label={t("field.category")}
                value={part.category}
                choices={board.categories}
                onChange={(category) => change(i, { category })}
              />
              <Choose
                label={t("field.list")}
                value={part.list}
                choices={board.lists}
                onChange={(list) => change(i, { list })}
                wrong={wrong && part.list === null ? t(wrong) : undefined}
              />
              <Field
                label={t("field.lines")}
                help={t("exchange.f.lines_help")}
                value={part.lines}
                onChange={(lines) => change(i, { lines })}
                wrong={wrong === "exchange.f.lines_wrong" ? t(wrong) : undefined}
                isRequired
              />
            </div>
            <OneOf
              label={t("exchange.f.role")}
              value={part.isReserve ? "reserve" : "goes"}
              choices={[
                { value: "goes", label: t("exchange.f.goes") },
                { value: "reserve", label: t("exchange.f.reserve") },
              ]}
              onChange={(role) => change(i, { isReserve: role === "reserve" })}
            />
            {value.length > 1 && (
              <p className={css.row}>
                <Button look="plain" onPress={() => onChange(value.filter((_, at) => at !== i))}>
                  {t("exchange.f.remove_part", { n: i + 1 })}
                </Button>
              </p>
            )}
          </Group>
        );
      })}
      <p className={css.row}>
        <Button onPress={() => onChange([...value, noPart])}>{t("exchange.f.add_part")}</Button>
      </p>
    </>
  );
}
