import { z } from "zod";

/** The two parties, in code. Which party is which is drawn by lot when a process is opened. */
export const sides = ["a", "b"] as const;
export type Side = (typeof sides)[number];
export const side = z.enum(sides);
export type PerSide<T> = { readonly [S in Side]: T };

/** An office is a seat in the process; members hold it for a time. */
export const offices = [
  "host",
  "party-a",
  "party-b",
  "exchange-a",
  "exchange-b",
  "reception-a",
  "reception-b",
  "forensic-a",
  "forensic-b",
  "press-a",
  "press-b",
  "operator",
  "monitor",
  "public",
] as const;
export type Office = (typeof offices)[number];
export const office = z.enum(offices);

/** The side that an office belongs to; undefined for those who are neither. */
export function sideOf(holder: Office): Side | undefined {
  if (holder.endsWith("-a")) return "a";
  if (holder.endsWith("-b")) return "b";
  return undefined;
}

export function otherSide(of: Side): Side {
  return of === "a" ? "b" : "a";
}

export function partyOf(of: Side): "party-a" | "party-b" {
  return of === "a" ? "party-a" : "party-b";
}

/** Offices in three groups that the table of who may do what uses. */
export const parties = ["party-a", "party-b"] as const satisfies readonly Office[];
export const principals = ["host", "party-a", "party-b"] as const satisfies readonly Office[];
export const speakers = [
  "host",
  "party-a",
  "party-b",
  "press-a",
  "press-b",
  "operator",
  "monitor",
] as const satisfies readonly Office[];
