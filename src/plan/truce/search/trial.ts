/** Most stops of one team. */
export const width = 160;
/** Most loads on board of a team that has begun. */
export const begunMost = 32;

/** A way of one team that is being tried: its stops, what is loaded at each, and the times that came out. */
export type Trial = {
  n: number;
  /** Minute at the end. */
  end: number;
  /** Liaisons are wanted for longer than they can stay, as others' routes are. */
  shifts: boolean;
  readonly place: Int32Array;
  readonly load: Int32Array;
  readonly arrive: Int32Array;
  readonly start: Int32Array;
  readonly leave: Int32Array;
  /** The latest with gamma slow legs. */
  readonly lateStart: Int32Array;
  readonly lateLeave: Int32Array;
  /** Minutes to clear-by that are left after the slowest legs. */
  readonly slack: Int32Array;
  /** Persons or bodies unloaded here. */
  readonly unloaded: Int32Array;
  /** By load: at which stop it is unloaded. What was on board from the beginning stands in `begunTo`. */
  readonly to: Int32Array;
  readonly begunTo: Int32Array;
  /** What it uses of beds and intake: where in `Routes.shared`, and how much. */
  uses: number;
  readonly usedAt: Int32Array;
  readonly usedBy: Int32Array;
};

/** Most that one route uses. */
export const usesMost = (S: number): number => width * (S + 1) + begunMost;

export function trialOf(S: number): Trial {
  const row = () => new Int32Array(width);
  return {
    n: 0,
    end: 0,
    shifts: false,
    place: row(),
    load: new Int32Array(width * S),
    arrive: row(),
    start: row(),
    leave: row(),
    lateStart: row(),
    lateLeave: row(),
    slack: row(),
    unloaded: row(),
    to: new Int32Array(width * S),
    begunTo: new Int32Array(begunMost),
    uses: 0,
    usedAt: new Int32Array(usesMost(S)),
    usedBy: new Int32Array(usesMost(S)),
  };
}
