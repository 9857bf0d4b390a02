import type { CoverPlan, FootageBox } from "#record";

/** Covered and muted a little longer than said: a frame that lies between two clocks is covered too. */
const slackMs = 60;
/** Covered a little wider than said: where colour is kept for every second pixel, nothing shows at an edge. */
const slackPixels = 2;

/**
 * ffmpeg's filters for a plan, for the first picture of a file: each straight piece of each box is a black rectangle
 * that is laid over. What stood below is gone before anything is encoded.
 */
export function pictureFilters({ boxes }: CoverPlan): string {
  const pieces = boxes.flatMap(piecesOf);
  const laid = pieces.map(({ width, height, x, y, from, to }, i) => {
    const source = `color=black:s=${width}x${height}:r=1:d=1,format=yuv420p[box${i}]`;
    const over = `[at${i}][box${i}]overlay=x='${x}':y='${y}':enable='between(t,${from},${to})':eof_action=repeat:format=yuv420[at${i + 1}]`;
    return `${source};${over}`;
  });
  return [`[0:v:0]format=yuv420p,setsar=1[at0]`, ...laid, `[at${pieces.length}]null[made]`].join(";");
}

/** ffmpeg's filter that silences the spans of a plan; undefined where it mutes none, or all. */
export function soundFilter({ sound, muted }: CoverPlan): string | undefined {
  if (sound !== "muted_in_spans") return undefined;
  const spans = muted.map(({ from, to }) => `between(t,${seconds(from - slackMs)},${seconds(to + slackMs)})`);
  return `asetnsamples=n=256:p=0,volume=volume=0:enable='${spans.join("+")}'`;
}

type Piece = {
  readonly width: number;
  readonly height: number;
  readonly x: string;
  readonly y: string;
  readonly from: string;
  readonly to: string;
};

// From each moment to the next, as wide and high as the larger of the two.
function piecesOf({ moments }: FootageBox): readonly Piece[] {
  return moments.slice(1).flatMap((to, i): readonly Piece[] => {
    const from = moments[i];
    if (!from) return [];
    const share = `clip((t*1000-${from.ms})/${to.ms - from.ms},0,1)`;
    const along = (a: number, b: number) =>
      a === b ? `${a - slackPixels}` : `${a - slackPixels}+(${b - a})*${share}`;
    return [
      {
        width: even(Math.max(from.w, to.w) + 2 * slackPixels + 1),
        height: even(Math.max(from.h, to.h) + 2 * slackPixels + 1),
        x: along(from.x, to.x),
        y: along(from.y, to.y),
        from: seconds(from.ms - slackMs),
        to: seconds(to.ms + slackMs),
      },
    ];
  });
}

function even(pixels: number): number {
  return pixels + (pixels % 2);
}

function seconds(ms: number): string {
  return (Math.max(0, ms) / 1_000).toFixed(3);
}
