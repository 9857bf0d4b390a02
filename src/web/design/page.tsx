import { type ReactNode, useEffect, useId, useRef } from "react";
import css from "./design.module.css";

/** One screen: its heading takes the focus when one comes to it, so that a reader knows where he is. */
export function Page({
  title,
  intro,
  actions,
  children,
}: {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Parley`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div className={css.page}>
      <header className={css.pageHead}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {intro && <p className={css.intro}>{intro}</p>}
        </div>
        {actions && <div className={css.row}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function Section({
  title,
  children,
  actions,
}: {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  const id = useId();
  return (
    <section className={css.section} aria-labelledby={id}>
      <div className={css.pageHead}>
        <h2 id={id}>{title}</h2>
        {actions && <div className={css.row}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}

export function Sheet({ children }: { readonly children: ReactNode }) {
  return <div className={css.sheet}>{children}</div>;
}

/** What is said where there is nothing to show. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className={css.soft}>{children}</p>;
}

export function Notice({
  tone = "plain",
  title,
  children,
}: {
  readonly tone?: "plain" | "attention" | "refused";
  readonly title?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={css.notice} data-tone={tone} role={tone === "refused" ? "alert" : "note"}>
      {title && <strong>{title}</strong>}
      {children && <div>{children}</div>}
    </div>
  );
}

/** Name and value pairs. */
export function Facts({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={css.facts}>
      {rows.map(([name, value]) => (
        <div key={name} style={{ display: "contents" }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
