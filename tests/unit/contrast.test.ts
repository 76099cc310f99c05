/**
 * Contrast of the tokens in the pairs in use (WCAG 1.4.3, 1.4.6, 1.4.11), in both themes. axe judges
 * text as it stands on the page; borders, rings, bars and the lines of the map it does not see.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { FALLBACK_TOKENS, MAP_TOKEN_NAMES } from '../../src/map/tokens';

type Tokens = Readonly<Record<string, string>>;

const css = readFileSync(join(root, 'src/ui/tokens.css'), 'utf8');
/** Colours of the block that begins with this selector. */
function tokensOf(selector: string): Tokens {
  const from = css.indexOf(`${selector} {`);
  if (from < 0) throw new Error(`no ${selector} in tokens.css`);
  const block = css.slice(from, css.indexOf('}', from));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[\da-f]{6});/gi)].map(([, name, value]) => [
      name ?? '',
      (value ?? '').toLowerCase(),
    ]),
  );
}
const THEMES = { light: tokensOf(':root'), dark: tokensOf('[data-theme="dark"]') } as const;
/** The darkest ink, which stands on mining's yellow in either theme. */
const RACK = '#14181b';

const channels = (colour: string) =>
  [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));
/** Relative luminance of WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = channels(colour).map((byte) => {
    const c = byte / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}
/** `over` at this opacity on `ground`. */
const mixed = (over: string, ground: string, opacity: number) =>
  `#${channels(over)
    .map((c, i) => Math.round(c * opacity + (channels(ground)[i] ?? 0) * (1 - opacity)))
    .map((c) => c.toString(16).padStart(2, '0'))
    .join('')}`;

test('the measure itself: black on white is 21, a colour on itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#8b877a', '#8b877a')).toBe(1);
});

test('the device’s dark theme and the chosen one are the same, and the map has no others', () => {
  expect(tokensOf(':root:not([data-theme])')).toEqual(THEMES.dark);
  for (const theme of ['light', 'dark'] as const) {
    for (const name of MAP_TOKEN_NAMES) {
      expect(FALLBACK_TOKENS[theme][name].toLowerCase()).toBe(THEMES[theme][`map-${name}`]);
    }
  }
});

const GROUNDS = ['bg', 'surface', 'sunk'];
const LAND = ['map-ukraine', 'map-outside', 'map-water', 'map-bed'];

/** Least contrast → what has it, on what. */
const PAIRS: readonly (readonly [least: number, what: string, of: string[], on: string[]])[] = [
  [4.5, 'text', ['ink', 'ink2', 'ink3'], GROUNDS],
  [4.5, 'reversed text', ['surface'], ['ink']],
  [4.5, 'words on bars', ['on-fill'], ['ua-deep', 'us-deep', 'us-stripe', 'ru-deep']],
  [7, 'text of the walk', ['ink', 'ink2'], ['surface']],
  [7, 'the walk’s steps', ['surface'], ['ink']],
  // Labels have a halo all around.
  [4.5, 'labels of the map', ['map-label', 'map-label2', 'map-water-label'], ['map-halo']],
  [7, 'labels on a projector', ['map-label'], ['map-halo', ...LAND]],
  [3, 'borders of controls', ['line2'], GROUNDS],
  [3, 'the focus ring', ['focus'], [...GROUNDS, 'map-halo', ...LAND]],
  [3, 'the ring within what is chosen', ['surface'], ['ink']],
  [3, 'bars and lines of charts', ['ink', 'ink2', 'ua', 'us', 'ru', 'own'], ['surface']],
  // Ribbons lie on a halo of their own.
  [3, 'flows', ['ua', 'us', 'ru', 'own'], ['map-halo', 'map-ukraine']],
  [3, 'lines in service', ['map-line-in'], LAND],
  [3, 'the plant and the stations', ['ink', 'map-line-in'], ['surface', 'map-halo']],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const tokens = THEMES[theme];
  const colour = (name: string) => {
    const value = tokens[name];
    if (!value) throw new Error(`no token ${name}`);
    return value;
  };

  test.each(PAIRS)('at least %s:1 for %s', (least, _, of, on) => {
    const low = of.flatMap((name) =>
      on
        .map((ground) => [`${name} on ${ground}`, contrast(colour(name), colour(ground))] as const)
        .filter(([, ratio]) => ratio < least),
    );
    expect(low).toEqual([]);
  });

  test('lines out of service and of unknown state are seen in their halo on any ground', () => {
    for (const line of ['map-line-out', 'map-line-unknown']) {
      for (const ground of LAND) {
        // stroke-opacity of `.out .halo` in src/map/overlay/Lines.svelte
        const halo = mixed(colour('map-halo'), colour(ground), 0.5);
        expect(contrast(colour(line), halo), `${line} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  test('mining is seen by its outline, and its rack on the fill', () => {
    expect(contrast(colour('ink'), colour('surface'))).toBeGreaterThanOrEqual(3);
    expect(contrast(RACK, colour('mi'))).toBeGreaterThanOrEqual(4.5);
  });
});
