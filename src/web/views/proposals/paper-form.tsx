import { useEffect, useRef, useState } from "react";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { usePlace } from "../../app/router.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  Choose,
  css,
  Empty,
  Field,
  Form,
  MomentField,
  Page,
  Section,
  SourceFields,
  useNoMoment,
  useOwnWords,
} from "../../design/index.ts";
import { beginPaper, fieldRefused, type PaperDraft, writePaper } from "./paper.ts";
import { LiveDiff, OpenParts, Terms, Where } from "./paper-parts.tsx";
import type { PaperStart, Start } from "./paper-query.ts";
import { usePaper } from "./papers.ts";
import own from "./proposals.module.css";

/** A page on which a proposal is written: from nothing, from a draft, as a counter, anew, or to complete an agreement. */
export function PaperPage({ start, place }: { readonly start: Start; readonly place: string }) {
  const { t } = useDesk();
  const answer = useQuery("proposals.paper", start);
  const title = t(`proposals.paper.${start.from}`);
  if (!answer) return <Page title={title}>{null}</Page>;
  if (!answer.may)
    return (
      <Page title={title}>
        <Empty>
          {answer.status
            ? t("proposals.paper_closed", { status: answer.status })
            : t("proposals.paper_nothing")}
        </Empty>
      </Page>
    );
  const { against } = answer.start;
  return (
    <Page title={title} intro={t(`proposals.paper.${start.from}_words`, { title: against?.title ?? "" })}>
      <PaperForm key={place} place={place} from={start.from} start={answer.start} />
    </Page>
  );
}

function PaperForm({
  place,
  from,
  start,
}: {
  readonly place: string;
  readonly from: Start["from"];
  readonly start: PaperStart;
}) {
  const { t } = useDesk();
  const { go } = usePlace();
  const propose = useSigning();
  const words = useOwnWords();
  const moment = useNoMoment();
  const { paper, change, drop } = usePaper(place, () => beginPaper(start, words, moment));
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const written = writePaper(paper, start);
  const problems = "wrong" in written ? written.wrong : undefined;
  const said = new Map(
    [...(tried && problems ? problems : [])].map(([field, key]) => [field, t(key)] as const),
  );
  const wrong = new Map([...said, ...refused]);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused.size > 0)
      body.current?.querySelector<HTMLElement>("[data-invalid] :is(input, textarea, button)")?.focus();
  }, [refused]);
  const set = (part: Partial<PaperDraft>) => {
    setRefused(new Map());
    change(part);
  };
  const kind = start.rooms.find((one) => one.room === paper.room)?.kind;
  const isTabled = kind !== "proposal.drafted";
  const onReady = () => {
    if (!("draft" in written)) return;
    const onSaid = (id: string) => {
      drop();
      if (!isTabled) go("/proposals");
      else if (start.links.counters) go(`/proposals/${start.links.counters}/answer/${id}`);
      else go(`/proposals/${id}`);
    };
    propose(written.draft, onSaid, (refusal) => {
      const at = fieldRefused(refusal);
      if (!at) return false;
      setRefused(new Map([[at.field, t("proposals.wrong.refused", { words: at.reason })]]));
      return true;
    });
  };
  const form = {
    draft: paper,
    set,
    wrong: (field: keyof PaperDraft) => wrong.get(field),
    isWrong: problems !== undefined,
    tried,
    setTried,
  };
  // what has been typed stays in the page's memory: the table lists it until it is signed or let go
  const cancel = () => go(start.against?.href ?? "/proposals");
  return (
    <div className={own.form} ref={body}>
      <Form form={form} onReady={onReady} onCancel={cancel}>
        <div className={own.paper}>
          <p className={css.small}>{t("proposals.in_memory")}</p>
          <Where
            start={start}
            value={paper.room}
            onChange={(room) => set({ room })}
            wrong={wrong.get("room")}
          />
          <Field
            label={t("proposals.title")}
            value={paper.title}
            onChange={(title) => set({ title })}
            wrong={wrong.get("title")}
            isRequired
          />
          <Section title={t("proposals.terms")}>
            <OpenParts start={start} terms={paper.terms} onChange={(terms) => set({ terms })} />
            <Terms start={start} terms={paper.terms} onChange={(terms) => set({ terms })} wrong={wrong} />
          </Section>
          {start.against && (
            <LiveDiff against={start.against.id} terms={paper.terms} isCompleting={from === "complete"} />
          )}
          <Section title={t("proposals.further")}>
            <Field
              label={t("forms.optional", { label: t("proposals.rationale") })}
              value={paper.rationale}
              onChange={(rationale) => set({ rationale })}
              wrong={wrong.get("rationale")}
              lines
            />
            {start.rounds.length > 0 && (
              <Choose
                label={t("forms.optional", { label: t("proposals.round") })}
                value={paper.round === "" ? "none" : paper.round}
                choices={[
                  { value: "none", label: t("proposals.no_round") },
                  ...start.rounds.map(({ id, title }) => ({ value: id, label: title })),
                ]}
                onChange={(round) => set({ round: round === "none" ? "" : round })}
              />
            )}
            <MomentField
              label={t("proposals.lapses")}
              value={paper.lapses}
              onChange={(lapses) => set({ lapses: { ...paper.lapses, ...lapses } })}
              tried={wrong.has("lapses")}
              isOptional
            />
            {isTabled && (
              <>
                <MomentField
                  label={t("proposals.put_forward")}
                  value={paper.happened}
                  onChange={(happened) => set({ happened })}
                  tried={wrong.has("happened")}
                  isOptional
                />
                <SourceFields
                  value={paper.source}
                  onChange={(source) => set({ source })}
                  tried={wrong.has("source")}
                />
              </>
            )}
          </Section>
        </div>
      </Form>
    </div>
  );
}
