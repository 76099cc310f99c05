/** Sizes of paper and the addresses and lines that pages for paper share. Pure. */
import type { Content } from '../content/content';
import type { Choice } from '../core/choice';
import type { Snapshot } from '../core/snapshot-types';
import { viewLink } from '../share/view';
import { knownIds } from '../state/address';

/** CSS px at 96 a inch. `css`: value of `size` in an `@page` rule. */
export const PAPERS = {
  a4: { width: 793.7, height: 1122.5, css: 'A4 portrait' },
  letter: { width: 816, height: 1056, css: 'letter portrait' },
} as const;
export type Paper = keyof typeof PAPERS;

export const MARGIN_PX = 48;
/** Below the footer: what printers leave white anyway (6 mm) and a little. */
export const BOTTOM_PX = 25;
/** Kept free for the footer and the gap above it. */
export const FOOTER_PX = 58;

/** What is left for a page's content, px. */
export function contentBox(paper: Paper): { width: number; height: number } {
  const { width, height } = PAPERS[paper];
  return { width: width - 2 * MARGIN_PX, height: height - MARGIN_PX - BOTTOM_PX - FOOTER_PX };
}

/** Regions that write on Letter (Unicode CLDR, territory information), of those with many readers. */
const LETTER_REGIONS = /-(US|CA|MX|PH|CO|CL|VE|CR|GT|PR)$/;

export const usualPaper = (tag: string): Paper => (LETTER_REGIONS.test(tag) ? 'letter' : 'a4');

const panelToOpen = ({ panel, story }: Choice): Choice['panel'] =>
  story !== null || panel === 'lesson' ? 'story' : panel;

/** Short address that opens the same on a screen; '' in the one-file edition. */
export const addressOf = (content: Content, choice: Choice): string =>
  viewLink(
    { ...choice, print: null, panel: panelToOpen(choice) },
    knownIds(content.facts),
    window.location.href,
  );

/** Less is not drawn as a flow. */
export const LEAST_MW = 5;

/** The plant's lines that tables on paper name: all main lines, and back-up lines that carry. */
export function tabledLines(content: Content, snapshots: readonly Snapshot[]): string[] {
  const feeds = 'l_zates_feros_330';
  return content.facts.grid.lines
    .filter(({ id, group, voltageKv }) => {
      if (group !== 'plant') return false;
      const says = snapshots.some(({ lines, scenario }) => {
        if (scenario) return scenario.flows.some((f) => f.id === id && Math.abs(f.mw) >= LEAST_MW);
        return id === feeds || lines.get(id)?.state === 'in';
      });
      return voltageKv >= 500 || says;
    })
    .sort((a, b) => b.voltageKv - a.voltageKv)
    .map(({ id }) => id);
}
