import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { Clock, css, Empty, Facts, Mark, Moment, Page, Rows, Section } from "../../design/index.ts";
import own from "./public.module.css";
import type { Lately, PublicModel, ShortHandover } from "./query.ts";

/** What a reader without sign-in meets first: what these talks are, what was said, and how he can check it himself. */
export function PublicHome() {
  const { t } = useDesk();
  const model = useQuery("public", undefined);
  if (!model) return null;
  return (
    <Page title={model.title} intro={t("public.intro")}>
      <Who model={model} />
      <Said lately={model.lately} />
      <Numbers model={model} />
      <Dates coming={model.coming} />
      <StillUnsaid model={model} />
      <Follow />
      <Checking model={model} />
      <NotShown model={model} />
    </Page>
  );
}

function Who({ model }: { readonly model: PublicModel }) {
  const { t } = useDesk();
  const { host, parties, others, foundedAt } = model;
  return (
    <Section title={t("public.what")}>
      <p className={own.text}>{t("public.what_words", { host })}</p>
      <Facts
        rows={[
          [t("public.parties"), parties.join(", ")],
          [t("public.host"), host],
          ...(others.length > 0 ? [[t("public.others"), others.join(", ")] as const] : []),
          [t("public.founded"), <Clock key="founded" at={foundedAt} />],
        ]}
      />
    </Section>
  );
}

function Said({ lately }: { readonly lately: readonly Lately[] }) {
  const { t } = useDesk();
  return (
    <Section title={t("public.lately")}>
      {lately.length === 0 && <Empty>{t("public.lately_none")}</Empty>}
      <ul className={own.list}>
        {lately.map(({ id, href, what, speaker, capacity, words, isCut, language, on }) => (
          <li key={id}>
            <p className={css.row}>
              <Link href={href}>{speaker}</Link> <span>{capacity}</span>
              <span className={css.small}>
                <Moment when={on} />
              </span>
              {what === "readout" && <Mark>{t("public.readout")}</Mark>}
            </p>
            <blockquote className={css.quote} lang={language}>
              {isCut ? `${words} …` : words}
            </blockquote>
          </li>
        ))}
      </ul>
      <p>
        <Link href="/statements">{t("public.all_statements")}</Link>
      </p>
    </Section>
  );
}

function Numbers({ model }: { readonly model: PublicModel }) {
  const { t } = useDesk();
  const { handovers, totals } = model;
  return (
    <Section title={t("public.numbers")}>
      <p className={own.text}>{t("public.numbers_words")}</p>
      {handovers.length === 0 ? (
        <Empty>{t("claims.handovers_none")}</Empty>
      ) : (
        <Handovers handovers={handovers} />
      )}
      {totals.map(({ from, to, tellers }) => (
        <div key={`${from} ${to}`}>
          <h3>{t("public.totals", { from, to })}</h3>
          <ul>
            {tellers.map(({ teller, id, words, asOf }) => (
              <li key={id}>
                {teller}: <Link href={`/record/${id}`}>{words}</Link>
                {asOf && (
                  <span className={css.small}>
                    {" "}
                    ({t("claims.as_of")} <Moment when={asOf} />)
                  </span>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p>
        <Link href="/claims">{t("public.all_numbers")}</Link>
      </p>
    </Section>
  );
}

function Handovers({ handovers }: { readonly handovers: readonly ShortHandover[] }) {
  const { t } = useDesk();
  return (
    <Rows
      label={t("public.latest_handovers")}
      heads={[t("claims.day"), t("claims.direction"), t("claims.given"), t("claims.received")]}
    >
      <tbody>
        {handovers.map(({ id, on, from, to, given, received, differs }) => (
          <tr key={id}>
            <td className={own.day}>
              <Moment when={on} />
            </td>
            <th scope="row" className={own.direction}>
              {t("claims.from_to", { from, to })}{" "}
              {differs && <Mark weight="attention">{t("show.differs")}</Mark>}
            </th>
            <td>{given ?? <span className={css.soft}>{t("claims.no_account", { teller: from })}</span>}</td>
            <td>{received ?? <span className={css.soft}>{t("claims.no_account", { teller: to })}</span>}</td>
          </tr>
        ))}
      </tbody>
    </Rows>
  );
}

function Dates({ coming }: Pick<PublicModel, "coming">) {
  const { t } = useDesk();
  return (
    <Section title={t("public.dates")}>
      {coming.length === 0 && <Empty>{t("public.dates_none")}</Empty>}
      <ul className={own.list}>
        {coming.map(({ id, href, title, by, on }) => (
          <li key={id}>
            <Link href={href}>{title}</Link> <span className={css.small}>{t("show.by", { office: by })}</span>
            <p>
              <Moment when={on} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function StillUnsaid({ model }: { readonly model: PublicModel }) {
  const { t } = useDesk();
  const { unsaid, moreUnsaid } = model;
  return (
    <Section title={t("public.unsaid")}>
      <p className={own.text}>{t("public.unsaid_words")}</p>
      {unsaid.length === 0 && <Empty>{t("public.unsaid_none")}</Empty>}
      <ul className={own.list}>
        {unsaid.map(({ id, title, words }) => (
          <li key={id}>
            <p>{title}</p>
            <p className={css.small}>{words.join("; ")}</p>
          </li>
        ))}
      </ul>
      {moreUnsaid > 0 && (
        <p>
          <Link href="/claims">{t("public.more_unsaid", { n: moreUnsaid })}</Link>
        </p>
      )}
    </Section>
  );
}

function Follow() {
  const { t } = useDesk();
  const feed = `/api/public/${t.language}`;
  return (
    <Section title={t("public.follow")}>
      <p className={own.text}>{t("public.follow_words")}</p>
      <p className={css.row}>
        <a href={`${feed}/feed.atom`}>Atom</a>
        <a href={`${feed}/feed.rss`}>RSS</a>
        <a href={`${feed}/feed.json`}>JSON</a>
        <a href={`${feed}/page/${new Date().toISOString().slice(0, 10)}`}>{t("public.digest_of")}</a>
      </p>
    </Section>
  );
}

function Checking({ model }: { readonly model: PublicModel }) {
  const { t } = useDesk();
  return (
    <Section title={t("public.check")}>
      <p className={own.text}>{t("public.check_words")}</p>
      <ol className={css.steps}>
        <li>
          {t("public.check_browser")} <Link href="/record">{t("public.to_record")}</Link>
        </li>
        <li>
          {t("public.check_fingerprint")}
          <p>
            <code className={css.mono}>{model.fingerprint}</code>
          </p>
        </li>
        <li>
          {t("public.check_away")} <Link href="/record/check">{t("public.to_check")}</Link>
        </li>
        <li>{t("public.check_without", { file: "docs/verify-without-parley.md" })}</li>
      </ol>
    </Section>
  );
}

function NotShown({ model }: { readonly model: PublicModel }) {
  const { t } = useDesk();
  const { shownRooms, closedRooms } = model;
  return (
    <Section title={t("public.hidden")}>
      <p className={own.text}>{t("public.hidden_words")}</p>
      <Facts
        rows={[
          [t("public.rooms_shown"), shownRooms.join(", ")],
          [t("public.rooms_hidden"), closedRooms.join(", ")],
        ]}
      />
      <p className={own.text}>{t("public.hidden_names")}</p>
    </Section>
  );
}
