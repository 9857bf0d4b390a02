import { useState } from "react";
import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { usePlace } from "../../app/router.tsx";
import { Button, Choose, css, Empty, Facts, Notice, Page, Progress, Section } from "../../design/index.ts";
import type { CompareModel } from "./compare-query.ts";
import type { Found } from "./comparison.ts";
import { type Band, bandOf, fewLines, pairKey } from "./engine/bands.ts";
import type { Pair } from "./engine/protocol.ts";
import lists from "./lists.module.css";
import { PairWindow } from "./pair.tsx";
import { PairGrid } from "./pair-grid.tsx";
import { useComparison } from "./use-comparison.ts";

const stepsOfComparing = 5;

/** One list beside another: pairs that the engine finds likely, for a person to look at. What it finds is nobody's act. */
export function ComparePage({ left, right }: { readonly left: string; readonly right: string }) {
  const { t } = useDesk();
  const { go } = usePlace();
  const model = useQuery("lists.compare", { left, right });
  return (
    <Page
      title={t("lists.compare.title")}
      intro={t("lists.compare.intro")}
      actions={<Link href={`/lists/${left}`}>{t("lists.back_to_list")}</Link>}
    >
      {!model ? (
        <Empty>{t("lists.unread")}</Empty>
      ) : (
        <>
          <p>
            <strong>{model.left.title}</strong> · {model.left.by} · {model.left.kind}
          </p>
          {model.choices.length === 0 ? (
            <Empty>{t("lists.compare.alone")}</Empty>
          ) : (
            <div className={lists.choices}>
              <Choose
                label={t("lists.compare.with")}
                value={model.right?.id ?? null}
                choices={model.choices}
                onChange={(id) => go(`/lists/${left}/compare/${id}`)}
              />
            </div>
          )}
          {model.right && <Comparing key={`${left} ${right}`} model={model} right={model.right} />}
        </>
      )}
    </Page>
  );
}

function Comparing({
  model,
  right,
}: {
  readonly model: CompareModel;
  readonly right: NonNullable<CompareModel["right"]>;
}) {
  const { t } = useDesk();
  const { held, reasons, start, stop, explain } = useComparison({ left: model.left.id, right: right.id });
  if (model.content !== "read")
    return <Notice tone="attention">{t(`lists.content.${model.content}`)}</Notice>;
  const begin = () => void start();
  return (
    <>
      <div className={css.row}>
        {held.is === "running" ? (
          <Button onPress={stop}>{t("record.check.stop")}</Button>
        ) : (
          <Button look={held.is === "found" ? "quiet" : "main"} onPress={begin}>
            {t("lists.compare.start")}
          </Button>
        )}
      </div>
      {held.is === "running" && (
        <Progress
          label={t("lists.compare.running", {
            step: Math.min(stepsOfComparing, Math.floor(held.done) + 1),
            of: stepsOfComparing,
          })}
          done={held.done}
          of={stepsOfComparing}
        />
      )}
      {held.is === "found" && model.latest && (
        <Notice tone="attention" title={t("lists.compare.older")}>
          <Link href={`/lists/${model.latest.left}/compare/${model.latest.right}`}>
            {t("lists.compare.to_latest")}
          </Link>
        </Notice>
      )}
      {held.is === "failed" && <Notice tone="refused">{t("lists.compare.failed")}</Notice>}
      {held.is === "found" && (
        <Pairs model={model} right={right} found={held.found} reasons={reasons} onSight={explain} />
      )}
    </>
  );
}

function Pairs({
  model,
  right,
  found,
  reasons,
  onSight,
}: {
  readonly model: CompareModel;
  readonly right: NonNullable<CompareModel["right"]>;
  readonly found: Found;
  readonly reasons: ReturnType<typeof useComparison>["reasons"];
  readonly onSight: (pairs: readonly Pair[]) => void;
}) {
  const { t } = useDesk();
  const [band, setBand] = useState<Band | "all">("all");
  const [opened, setOpened] = useState<Pair>();
  const standing = new Map(model.matches.map((one) => [pairKey(one), one.status]));
  const of = (wanted: Band) => found.pairs.filter((pair) => bandOf(pair) === wanted).length;
  const pairs = found.pairs.filter((pair) => band === "all" || bandOf(pair) === band);
  const close = () => setOpened(undefined);
  const { name, version } = found.engine;
  return (
    <Section title={t("lists.compare.pairs")}>
      <Facts
        rows={[
          [t("lists.compare.band.likely"), t("lists.compare.count", { n: of("likely") })],
          [t("lists.compare.band.look"), t("lists.compare.count", { n: of("look") })],
          [t("lists.compare.band.below"), t("lists.compare.count", { n: found.below })],
          [t("lists.compare.engine"), `${name} ${version}`],
          [t("lists.compare.inputs"), <code key="inputs">{found.inputs}</code>],
        ]}
      />
      <p className={css.small}>{t("lists.compare.inputs_how")}</p>
      {Math.min(found.left.rows, found.right.rows) < fewLines && (
        <Notice tone="attention">{t("lists.compare.few", { n: fewLines })}</Notice>
      )}
      <div className={lists.choices}>
        <Choose
          label={t("lists.compare.show")}
          value={band}
          choices={[
            { value: "all", label: t("lists.compare.band.all") },
            { value: "likely", label: t("lists.compare.band.likely") },
            { value: "look", label: t("lists.compare.band.look") },
          ]}
          onChange={setBand}
        />
      </div>
      <p className={css.small} role="status">
        {t("lists.compare.count", { n: pairs.length })}
      </p>
      <PairGrid
        key={band}
        shown={{ pairs, left: found.left, right: found.right, reasons, standing }}
        titles={[`${model.left.title} · ${model.left.by}`, `${right.title} · ${right.by}`]}
        onSight={onSight}
        onOpen={setOpened}
      />
      <p className={css.small}>{t("lists.compare.keys")}</p>
      <PairWindow
        opened={
          opened && {
            pair: opened,
            model,
            found,
            reasons: reasons.get(pairKey(opened)),
            standing: standing.get(pairKey(opened)),
            onClose: close,
          }
        }
        onClose={close}
      />
    </Section>
  );
}
