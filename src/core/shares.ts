/** From contract shares to whole units, and from units to the islands they feed. */
import type { Proposal, Split } from './model';
import type { Island, Recipient } from './vocabulary';
import { RECIPIENTS } from './vocabulary';

/** Net output of one running unit, MW (six give the 5,700 MW of the IAEA's database). */
export const UNIT_NET_MW = 950;
/** What one stopped unit draws, MW (120 MW for six; measured 114–140 MW in September 2022). */
export const STOPPED_UNIT_MW = 20;
export const UNIT_COUNT = 6;

export const splitTotal = (split: Split): number => split.ua + split.us + split.ru;

/**
 * Whole units by largest remainder; ties go to Ukraine, then the United States, then Russia.
 * @param weights non-negative weights, any scale
 * @param units whole units to hand out
 */
export function unitsByLargestRemainder(weights: Split, units: number): Split {
  const total = splitTotal(weights);
  const result: Split = { ua: 0, us: 0, ru: 0 };
  if (total <= 0 || units <= 0) return result;
  const remainders: { recipient: Recipient; remainder: number }[] = [];
  let left = units;
  for (const recipient of RECIPIENTS) {
    const quota = (weights[recipient] * units) / total;
    // A hair above a whole number must not lose the unit to rounding.
    const whole = Math.floor(quota + 1e-9);
    result[recipient] = whole;
    left -= whole;
    remainders.push({ recipient, remainder: quota - whole });
  }
  remainders.sort((a, b) =>
    Math.abs(b.remainder - a.remainder) < 1e-9 ? 0 : b.remainder - a.remainder,
  );
  for (const { recipient } of remainders.slice(0, left)) result[recipient] += 1;
  return result;
}

const sameSplit = (a: Split, b: Split): boolean => a.ua === b.ua && a.us === b.us && a.ru === b.ru;

/**
 * The weights in force. A reader's split counts only where the proposal leaves the split open:
 * inside its span, or anywhere when it states no shares at all. A stated share is never changed.
 */
export function splitInForce(proposal: Proposal, split: Split | null): Split {
  const { class: drawClass, split: own = { ua: 0, us: 0, ru: 0 }, span = [] } = proposal.draw;
  if (!split) return own;
  if (drawClass === 'what-if') return split;
  const inside = drawClass === 'span' && splitsBetween(span).some((s) => sameSplit(s, split));
  return inside ? split : own;
}

/**
 * Island that each unit feeds, in the order Ukraine, US share, Russia; null = stopped. Which
 * reactor would run first is not stated anywhere, so the order carries no meaning.
 */
export function assignUnits(units: Split, usTo: Island): (Island | null)[] {
  const islands: (Island | null)[] = [];
  for (let i = 0; i < units.ua; i += 1) islands.push('ua');
  for (let i = 0; i < units.us; i += 1) islands.push(usTo);
  for (let i = 0; i < units.ru; i += 1) islands.push('ru');
  while (islands.length < UNIT_COUNT) islands.push(null);
  return islands;
}

/**
 * Takes the use on site from the US share first, then Russia's, then Ukraine's.
 * @param mw output by recipient, MW, not negative
 * @returns what is left for the lines and what each recipient gave
 */
export function takeOnSite(
  mw: Record<Recipient, number>,
  onSiteMw: number,
): { left: Record<Recipient, number>; taken: Record<Recipient, number> } {
  const left = { ...mw };
  const taken = { ua: 0, us: 0, ru: 0 };
  let remaining = onSiteMw;
  for (const recipient of ['us', 'ru', 'ua'] as const) {
    const part = Math.min(left[recipient], remaining);
    left[recipient] -= part;
    taken[recipient] = part;
    remaining -= part;
  }
  return { left, taken };
}

/** Every split between the two ends of a span, one unit moved at a time. */
export function splitsBetween(span: readonly Split[]): Split[] {
  const [first, last] = [span.at(0), span.at(-1)];
  if (!first || !last) return [];
  const steps = Math.max(
    ...RECIPIENTS.map((recipient) => Math.abs(last[recipient] - first[recipient])),
  );
  return Array.from({ length: steps + 1 }, (_, i) => {
    const at = (r: Recipient) =>
      Math.round(first[r] + (steps === 0 ? 0 : ((last[r] - first[r]) * i) / steps));
    return { ua: at('ua'), us: at('us'), ru: at('ru') };
  });
}
