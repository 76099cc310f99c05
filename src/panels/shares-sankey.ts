/**
 * Shares against physics as a Sankey: from the plant to those who may use the power, and on to the
 * grid it reaches, or to nowhere. Every width comes from the same scenario as the map.
 */
import { type SankeyGraph, sankey, sankeyJustify, sankeyLinkHorizontal } from 'd3-sankey';
import type { ScenarioResult } from '../core/snapshot-types';
import { RECIPIENTS, type Recipient } from '../core/vocabulary';

export type SankeyNodeId = 'plant' | Recipient | 'onSite' | 'gridUa' | 'gridRu' | 'nowhere';

interface NodeDatum {
  id: SankeyNodeId;
}
interface LinkDatum {
  source: SankeyNodeId;
  target: SankeyNodeId;
  /** MW. */
  value: number;
}

/** Below this a link would be thinner than a hair and is left to the table. */
const LEAST_MW = 5;

/** Links in MW; empty when no unit runs. */
export function sankeyLinks(scenario: ScenarioResult): LinkDatum[] {
  const links: LinkDatum[] = [];
  const add = (source: SankeyNodeId, target: SankeyNodeId, value: number) => {
    if (value >= LEAST_MW) links.push({ source, target, value });
  };
  for (const recipient of RECIPIENTS) add('plant', recipient, scenario.totals[recipient]);
  add('plant', 'onSite', scenario.totals.onSite);
  for (const recipient of RECIPIENTS) {
    const at = recipient === 'us' ? scenario.usTo : recipient;
    const island = scenario.islands.find((i) => i.island === at);
    if (!island || island.offeredMw <= 0) continue;
    const part = island.deliverableMw / island.offeredMw;
    add(recipient, at === 'ua' ? 'gridUa' : 'gridRu', scenario.totals[recipient] * part);
    add(recipient, 'nowhere', scenario.totals[recipient] * (1 - part));
  }
  return links;
}

export interface Placed {
  nodes: { id: SankeyNodeId; x0: number; x1: number; y0: number; y1: number; mw: number }[];
  links: { d: string; width: number; recipient: Recipient | 'onSite'; mw: number }[];
}

/** Places the Sankey in a box of the given size, pixels. */
export function placeSankey(links: readonly LinkDatum[], width: number, height: number): Placed {
  if (links.length === 0) return { nodes: [], links: [] };
  const ids = [...new Set(links.flatMap((l) => [l.source, l.target]))];
  const layout = sankey<NodeDatum, LinkDatum>()
    .nodeId((node) => node.id)
    .nodeAlign(sankeyJustify)
    .nodeWidth(10)
    .nodePadding(16)
    .extent([
      [0, 2],
      [width, height - 2],
    ]);
  const graph: SankeyGraph<NodeDatum, LinkDatum> = layout({
    nodes: ids.map((id) => ({ id })),
    links: links.map((link) => ({ ...link })),
  });
  const path = sankeyLinkHorizontal<NodeDatum, LinkDatum>();
  const idOf = (end: unknown): SankeyNodeId => (end as NodeDatum).id;
  return {
    nodes: graph.nodes.map((n) => ({
      id: n.id,
      x0: n.x0 ?? 0,
      x1: n.x1 ?? 0,
      y0: n.y0 ?? 0,
      y1: n.y1 ?? 0,
      mw: n.value ?? 0,
    })),
    links: graph.links.map((l) => {
      const [source, target] = [idOf(l.source), idOf(l.target)];
      const recipient = source === 'plant' ? target : source;
      return {
        d: path(l) ?? '',
        width: Math.max(1, l.width ?? 1),
        recipient: recipient as Recipient | 'onSite',
        mw: l.value,
      };
    }),
  };
}
