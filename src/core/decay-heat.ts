/** Heat of a stopped reactor, for teaching. */

/** Three years of running before the stop. */
const RUN_SECONDS = 3 * 365 * 86_400;
/** Thermal power of one of the plant's reactors at full power, MW. */
export const THERMAL_MW = 3000;

/** Times after the stop that say how the heat falls: a minute to four years, seconds. */
export const DECAY_TIMES = [
  { id: 'minute', seconds: 60 },
  { id: 'hour', seconds: 3600 },
  { id: 'day', seconds: 86_400 },
  { id: 'month', seconds: 30 * 86_400 },
  { id: 'year', seconds: 365 * 86_400 },
  { id: 'fourYears', seconds: 4 * 365 * 86_400 },
] as const;

/**
 * Decay heat in MW, by the Way–Wigner approximation 0.0622 (t^−0.2 − (t + T)^−0.2) of full power
 * (Way and Wigner, Physical Review 73, 1948), t and T in seconds. Good to some ten per cent from a
 * minute to some years after the stop; fuel that has been changed since is left out.
 * @param seconds after the stop, above 0
 */
export function decayHeatMw(seconds: number): number {
  if (!(seconds > 0)) throw new RangeError(`decay heat ${seconds} s after the stop`);
  return 0.0622 * (seconds ** -0.2 - (seconds + RUN_SECONDS) ** -0.2) * THERMAL_MW;
}
