import { type ComponentType, lazy } from "react";
import type { ScreenKey } from "#i18n/screens";
import type { Office } from "#record";

export type View = {
  /** The first part of the path; "" is home. */
  readonly path: string;
  readonly label: ScreenKey;
  /** Shown in the navigation. */
  readonly isListed: boolean;
  /** Listed for these offices alone; for all where it is left out. */
  readonly offices?: readonly Office[];
  /** Needs the founding act to have been read. */
  readonly needsProcess: boolean;
  readonly view: ComponentType<{ readonly parts: readonly string[] }>;
};

const listed = { isListed: true, needsProcess: true } as const;
const aside = { isListed: false, needsProcess: false } as const;

/** The views by their place in the address; each is fetched when it is first opened. */
export const views: readonly View[] = [
  { path: "", label: "shell.nav.home", ...listed, view: lazy(() => import("../views/home/home.tsx")) },
  {
    path: "talks",
    label: "shell.nav.talks",
    ...listed,
    view: lazy(() => import("../views/talks/talks.tsx")),
  },
  {
    path: "proposals",
    label: "shell.nav.proposals",
    ...listed,
    view: lazy(() => import("../views/proposals/proposals.tsx")),
  },
  {
    path: "truces",
    label: "shell.nav.truces",
    ...listed,
    view: lazy(() => import("../views/truces/truces.tsx")),
  },
  {
    path: "exchange",
    label: "shell.nav.exchange",
    ...listed,
    view: lazy(() => import("../views/exchange/exchange.tsx")),
  },
  {
    path: "claims",
    label: "shell.nav.claims",
    ...listed,
    view: lazy(() => import("../views/claims/claims.tsx")),
  },
  {
    path: "lists",
    label: "shell.nav.lists",
    ...listed,
    view: lazy(() => import("../views/lists/lists.tsx")),
  },
  {
    path: "lineday",
    label: "shell.nav.lineday",
    ...listed,
    view: lazy(() => import("../views/lineday/lineday.tsx")),
  },
  {
    path: "map",
    label: "shell.nav.map",
    ...listed,
    view: lazy(() => import("../views/map/map.tsx")),
  },
  {
    path: "window",
    label: "shell.nav.window",
    ...listed,
    offices: ["party-a", "party-b", "operator"],
    view: lazy(() => import("../views/window/window.tsx")),
  },
  {
    path: "meeting",
    label: "shell.nav.meeting",
    ...listed,
    view: lazy(() => import("../views/summits/meeting.tsx")),
  },
  {
    path: "statements",
    label: "shell.nav.statements",
    ...listed,
    view: lazy(() => import("../views/statements/statements.tsx")),
  },
  {
    path: "reading",
    label: "shell.nav.reading",
    ...listed,
    view: lazy(() => import("../views/reading/reading.tsx")),
  },
  {
    path: "joint",
    label: "shell.nav.joint",
    ...listed,
    view: lazy(() => import("../views/joint/joint.tsx")),
  },
  {
    path: "footage",
    label: "shell.nav.footage",
    ...listed,
    view: lazy(() => import("../views/footage/footage.tsx")),
  },
  {
    path: "missions",
    label: "shell.nav.missions",
    ...listed,
    offices: ["host", "party-a", "party-b", "operator", "monitor"],
    view: lazy(() => import("../views/missions/missions.tsx")),
  },
  {
    path: "sites",
    label: "shell.nav.sites",
    ...listed,
    offices: ["party-a", "party-b", "operator"],
    view: lazy(() => import("../views/sites/sites.tsx")),
  },
  {
    path: "reception",
    label: "shell.nav.reception",
    ...listed,
    offices: ["reception-a", "reception-b"],
    view: lazy(() => import("../views/reception/reception.tsx")),
  },
  {
    path: "remains",
    label: "shell.nav.remains",
    ...listed,
    view: lazy(() => import("../views/remains/remains.tsx")),
  },
  {
    path: "documents",
    label: "shell.nav.documents",
    ...listed,
    offices: ["exchange-a", "exchange-b", "reception-a", "reception-b", "forensic-a", "forensic-b"],
    view: lazy(() => import("../views/documents/documents.tsx")),
  },
  {
    path: "record",
    label: "shell.nav.record",
    ...listed,
    view: lazy(() => import("../views/record/record.tsx")),
  },
  {
    path: "people",
    label: "shell.nav.people",
    ...listed,
    view: lazy(() => import("../views/people/people.tsx")),
  },
  { path: "enter", label: "shell.sign_in", ...aside, view: lazy(() => import("../views/entry/entry.tsx")) },
  { path: "set-up", label: "shell.set_up", ...aside, view: lazy(() => import("../views/entry/set-up.tsx")) },
];
