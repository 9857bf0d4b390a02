import type { Told, ToldBySide } from "./told.ts";

/** What a mark stands for: a count of one event, an unpublished number, an addition, or a side's own total so far. */
export type MarkKind = "count" | "withheld" | "addition" | "total";

/** One mark of the plot, and one row of the table below it. */
export type PlotMark = {
  readonly told: Told;
  readonly kind: MarkKind;
  readonly teller: string;
  readonly place: number;
  /** Where it stands: for a count the sum of this side's own counts so far, for a total the total itself. */
  readonly least: number | undefined;
  /** Undefined where the end is open, and where there is no number. */
  readonly most: number | undefined;
};

/** A stretch of a side's own sum between two numbers that it has not published. */
type Stretch = readonly {
  readonly at: number;
  readonly least: number;
  readonly most: number | undefined;
}[];

export type Series = {
  readonly teller: string;
  readonly place: number;
  readonly stretches: readonly Stretch[];
  readonly marks: readonly PlotMark[];
};

/**
 * Marks for the numbers of each side, from that side's own numbers alone: nothing of the other's enters, nothing
 * is rounded, and what has no number stands nowhere on the scale. Additions and totals do not enter the sum.
 */
export function seriesOf({ teller, place, told }: ToldBySide): Series {
  const marks: PlotMark[] = [];
  const stretches: { at: number; least: number; most: number | undefined }[][] = [[]];
  let sum: { least: number; most: number | undefined } = { least: 0, most: 0 };
  for (const one of told.toSorted((x, y) => x.at - y.at)) {
    const mark = { told: one, teller, place };
    if (one.kind === "cumulative") {
      marks.push({ ...mark, kind: "total", ...rangeOf(one) });
    } else if (one.isWithheld || one.kind === "incremental") {
      const kind = one.isWithheld ? "withheld" : "addition";
      marks.push({ ...mark, kind, least: undefined, most: undefined });
      // what comes after is without this number: the line is interrupted here, and never begins at none
      if (one.isWithheld) stretches.push(sum.least > 0 ? [{ at: one.at, ...sum }] : []);
    } else {
      sum = added(sum, one);
      marks.push({ ...mark, kind: "count", ...sum });
      stretches.at(-1)?.push({ at: one.at, ...sum });
    }
  }
  return { teller, place, marks, stretches: closed(stretches) };
}

/** All marks of a plot in the order of time: its points, and the rows of its table. */
export function marksOf(series: readonly Series[]): readonly PlotMark[] {
  return series
    .flatMap(({ marks }) => marks)
    .toSorted((one, other) => one.told.at - other.told.at || one.place - other.place);
}

/** The last moment and the greatest number that a plot must have room for. */
export function extentOf(marks: readonly PlotMark[]): {
  readonly from: number;
  readonly to: number;
  readonly most: number;
} {
  const times = marks.map(({ told }) => told.at);
  const ends = marks.flatMap(({ least, most }) => [least ?? 0, most ?? 0]);
  return { from: Math.min(...times), to: Math.max(...times), most: Math.max(1, ...ends) };
}

function rangeOf({ min, max }: Told): {
  readonly least: number | undefined;
  readonly most: number | undefined;
} {
  if (min === undefined && max === undefined) return { least: undefined, most: undefined };
  return { least: min ?? 0, most: max };
}

function added(
  { least, most }: { readonly least: number; readonly most: number | undefined },
  { min, max }: Told,
): { readonly least: number; readonly most: number | undefined } {
  return {
    least: least + (min ?? 0),
    most: most === undefined || max === undefined ? undefined : most + max,
  };
}

// Each stretch lasts until the interruption that ends it.
function closed(stretches: readonly Stretch[]): readonly Stretch[] {
  return stretches
    .map((stretch, i) => {
      const end = stretches[i + 1]?.[0]?.at;
      const last = stretch.at(-1);
      return end !== undefined && last && end > last.at ? [...stretch, { ...last, at: end }] : stretch;
    })
    .filter((stretch) => stretch.length > 0);
}
