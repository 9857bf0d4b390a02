import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { Actions, Button, css, Facts, Mark, Scroll, Window } from "../../design/index.ts";
import own from "./compare.module.css";
import type { CompareModel } from "./compare-query.ts";
import type { Found } from "./comparison.ts";
import { pairKey } from "./engine/bands.ts";
import type { Pair, Reasons } from "./engine/protocol.ts";
import { lineText } from "./line-text.ts";
import { EngineMatchForm } from "./match-form.tsx";
import { useEngineWords } from "./use-engine-words.ts";

type Opened = {
  readonly pair: Pair;
  readonly model: CompareModel;
  readonly found: Found;
  readonly reasons: Reasons | undefined;
  /** What people have said of the pair already, in words. */
  readonly standing: string | undefined;
  readonly onClose: () => void;
};

/** One pair over the page: both lines as written, why they may be one person, and the proposal that a person can make of it. */
export function PairWindow({
  opened,
  onClose,
}: {
  readonly opened: Opened | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useDesk();
  return (
    <Window title={t("lists.compare.pair")} isOpen={opened !== undefined} onClose={onClose}>
      {opened && <Body {...opened} />}
    </Window>
  );
}

function Body(opened: Opened) {
  const { t, desk } = useDesk();
  const { pair, model, found, standing, onClose } = opened;
  const { name, version } = found.engine;
  const mayPropose = model.mayPropose && !standing && desk.phase === "open" && desk.canSign;
  return (
    <>
      {standing && (
        <p>
          <Mark weight="attention">{t("lists.compare.standing", { status: standing })}</Mark>
        </p>
      )}
      <Why {...opened} />
      <Rivals pair={pair} found={found} />
      <Facts
        rows={[
          [t("lists.compare.engine"), t("list.engine", { name, version, perMille: pair.perMille })],
          [t("lists.compare.inputs"), <code key="inputs">{found.inputs}</code>],
        ]}
      />
      {mayPropose && model.right ? (
        <EngineMatchForm
          records={[
            { list: model.left.id, line: pair.left },
            { list: model.right.id, line: pair.right },
          ]}
          basis={{ name, version, perMille: pair.perMille, inputs: found.inputs }}
          onDone={onClose}
        />
      ) : (
        <Actions>
          <Button onPress={onClose}>{t("sign.back")}</Button>
        </Actions>
      )}
    </>
  );
}

function Why({ pair, model, reasons }: Opened) {
  const { t } = useDesk();
  const words = useEngineWords();
  if (!reasons) return <p className={css.small}>{t("shell.loading")}</p>;
  const sums = [
    [t("match.why.rarity"), reasons.rarityBits],
    [t("match.why.others"), reasons.othersBits],
    [t("match.why.prior"), reasons.priorBits],
  ] as const;
  return (
    <Scroll label={t("lists.compare.pair")}>
      <table className={`${css.table} ${own.why}`}>
        <thead>
          <tr>
            <th scope="col">{t("lists.compare.column.field")}</th>
            <th scope="col">
              <Record side={model.left} line={pair.left} />
            </th>
            <th scope="col">{model.right && <Record side={model.right} line={pair.right} />}</th>
            <th scope="col">{t("lists.compare.column.likeness")}</th>
            <th scope="col">{t("lists.compare.column.weight")}</th>
          </tr>
        </thead>
        <tbody>
          {reasons.reasons.flatMap(({ fields, bits }) =>
            fields.map(({ field, left, right, level }, i) => (
              <tr key={field}>
                <th scope="row">{words.field(field)}</th>
                <td lang="">{left || "–"}</td>
                <td lang="">{right || "–"}</td>
                <td>{words.level(level)}</td>
                {i === 0 && (
                  <td rowSpan={fields.length} className={css.number}>
                    {words.weight(bits)}
                  </td>
                )}
              </tr>
            )),
          )}
          {sums.map(([label, bits]) => (
            <tr key={label}>
              <th scope="row" colSpan={4}>
                {label}
              </th>
              <td className={css.number}>{words.weight(bits)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css.small}>{t("lists.compare.weight_how")}</p>
    </Scroll>
  );
}

function Record({ side, line }: { readonly side: CompareModel["left"]; readonly line: number }) {
  const { t } = useDesk();
  return (
    <>
      <Link href={`/lists/person/${side.id}/${line}`}>{t("list.record", { list: side.title, line })}</Link>
      <p className={css.small}>{side.by}</p>
    </>
  );
}

/** Who else either line may be of. */
function Rivals({ pair, found }: { readonly pair: Pair; readonly found: Found }) {
  const { t } = useDesk();
  const rivals = found.pairs.filter(
    (one) => one !== pair && (one.left === pair.left || one.right === pair.right),
  );
  if (rivals.length === 0) return null;
  return (
    <section aria-label={t("match.why.rivals")}>
      <h3>{t("match.why.rivals")}</h3>
      <ul>
        {rivals.map((one) => (
          <li key={pairKey(one)}>
            <span lang="">{lineText(found.left, one.left).name}</span> ({one.left}) ={" "}
            <span lang="">{lineText(found.right, one.right).name}</span> ({one.right}):{" "}
            {t("lists.compare.chance", { perMille: one.perMille })}
          </li>
        ))}
      </ul>
    </section>
  );
}
