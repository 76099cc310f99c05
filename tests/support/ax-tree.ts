/** The browser's accessibility tree as an outline that a person can read and a test can compare. */
import type { Page } from 'playwright-core';

/** Landmarks and groups, headings, controls, tables; all else is text, or says nothing by itself. */
const KEPT = new Set([
  ...['banner', 'navigation', 'main', 'region', 'complementary', 'contentinfo', 'search', 'form'],
  ...['toolbar', 'group', 'radiogroup', 'article', 'dialog', 'application', 'table', 'alert'],
  ...['heading', 'link', 'button', 'disclosure', 'searchbox', 'textbox', 'combobox', 'slider'],
  ...['radio', 'checkbox', 'Date', 'columnheader', 'rowheader', 'status', 'image'],
]);
/** States that are spoken with the name. */
const STATES = ['level', 'expanded', 'pressed', 'checked', 'disabled', 'live'];
const NAME_MOST = 48;
/** Of a run of the same role so many are written. */
const RUN_MOST = 6;
const RUN_SHOWN = 2;

interface Line {
  role: string;
  text: string;
  within: Line[];
}

/** Text that stays when figures, dates and the ends of long names change. */
function steady(name: string): string {
  const plain = name
    .replace(/\s+/g, ' ')
    .replace(/\d(?:[\d., {2}]*\d)?/g, '#')
    .trim();
  return plain.length > NAME_MOST ? `${plain.slice(0, NAME_MOST).trimEnd()}…` : plain;
}

/** How many lines from here on repeat one role, or two in turn, as a list of headed rows does. */
function runFrom(lines: readonly Line[], from: number): { rows: number; each: number } {
  const runs = [1, 2].map((each) => {
    let to = from + each;
    while (to < lines.length && lines[to]?.role === lines[to - each]?.role) to += 1;
    return { rows: Math.floor((to - from) / each), each };
  });
  return runs.find(({ rows }) => rows > RUN_MOST) ?? { rows: 1, each: 1 };
}

function write(lines: readonly Line[], depth = 0): string[] {
  const out: string[] = [];
  const indent = '  '.repeat(depth);
  for (let from = 0; from < lines.length; ) {
    const { rows, each } = runFrom(lines, from);
    const shown = rows > RUN_MOST ? RUN_SHOWN : rows;
    for (const line of lines.slice(from, from + shown * each)) {
      out.push(`${indent}${line.text}`, ...write(line.within, depth + 1));
    }
    if (rows > shown) out.push(`${indent}…`);
    from += rows * each;
  }
  return out;
}

/** Names of all that has this role in what screen readers are told, in order. */
export async function axNames(page: Page, role: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter((node) => !node.ignored && node.role?.value === role)
    .map((node) => String(node.name?.value ?? ''));
}

/**
 * @param selector of the part to outline; all of the page without it
 * @returns one line for each landmark, heading and control: role, name, states; indented by depth
 */
export async function axOutline(page: Page, selector = 'body'): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', {
    expression: `document.querySelector(${JSON.stringify(selector)})`,
  });
  const { node: top } = await session.send('DOM.describeNode', { objectId: result.objectId ?? '' });
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));

  const linesOf = (id: string): Line[] => {
    const node = byId.get(id);
    if (!node) return [];
    const within = (node.childIds ?? []).flatMap(linesOf);
    const role = String(node.role?.value ?? '').replace(/^DisclosureTriangle.*/, 'disclosure');
    const name = steady(String(node.name?.value ?? ''));
    // A picture without a name and a group without one are only how the page is built.
    const said = name !== '' || !['image', 'group', 'status', 'region', 'form'].includes(role);
    const described = node.properties?.find((one) => one.name === 'describedby');
    // Words with an explanation come and go with each edit of a text.
    const explained = described?.value.relatedNodes?.some(({ idref }) =>
      idref?.startsWith('word-'),
    );
    if (node.ignored || !KEPT.has(role) || !said || explained) return within;
    const states = STATES.flatMap((state) => {
      const value = node.properties?.find((one) => one.name === state)?.value.value;
      return value === undefined || value === false || value === 'false' ? [] : `${state}=${value}`;
    });
    const text = [role, name && `“${name}”`, ...states].filter(Boolean).join(' ');
    return [{ role, text, within }];
  };
  const root = nodes.find((node) => node.backendDOMNodeId === top.backendNodeId);
  if (!root) throw new Error(`no accessibility tree below ${selector}`);
  return `${write(linesOf(root.nodeId)).join('\n')}\n`;
}
