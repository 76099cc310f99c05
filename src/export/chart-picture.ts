/**
 * A chart of the page as a picture: its drawings and the words around them stand where they stand
 * on the page, below a title and above the credits.
 */
import type { Content } from '../content/content';
import type { Choice } from '../core/choice';
import { readable, viewLink } from '../share/view';
import { knownIds } from '../state/address';
import { lineBreaks } from './lines';
import { copy, type Picture, pictureOf, SVG, tidy, toPng } from './picture';

export { toPng };

/** Address of the page with the chart, as one reads it; '' in the one-file edition. */
export const addressOf = (choice: Choice, content: Content): string =>
  readable(viewLink(choice, knownIds(content.facts), window.location.href));

export interface ChartFrame {
  title: string;
  /** Lines below the title: the day, the age of the facts, whether a model made the figures. */
  about: readonly string[];
  /** Lines below the chart: who published the figures, the address. */
  credits: readonly string[];
}

const EDGE = 24;
const TITLE = 22;
const ABOUT = 14.5;
const CREDIT = 12;
/** Line height over size of type. */
const LEADING = 1.35;

interface Line {
  text: string;
  /** Of the words as the page shows them, px from the window's corner. */
  box: DOMRect;
}

/** Words of a text node as the page breaks them into lines. */
function linesOf(node: Text): Line[] {
  const lines: { from: number; to: number; top: number }[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of node.data.matchAll(/[^ \n\t]+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const { top, width } = range.getBoundingClientRect();
    if (width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.top - top) < 2) last.to = index + word.length;
    else lines.push({ from: index, to: index + word.length, top });
  }
  return lines.map(({ from, to }) => {
    range.setStart(node, from);
    range.setEnd(node, to);
    const text = node.data.slice(from, to).replace(/[ \n\t]+/g, ' ');
    return { text, box: range.getBoundingClientRect() };
  });
}

interface Type {
  /** px */
  size: number;
  weight: string;
  fill: string;
}

function textAt(text: string, x: number, y: number, width: number, type: Type): Element {
  const element = document.createElementNS(SVG, 'text');
  element.setAttribute('x', tidy(x));
  element.setAttribute('y', tidy(y));
  element.setAttribute('font-size', tidy(type.size));
  element.setAttribute('font-weight', type.weight);
  element.setAttribute('fill', type.fill);
  // Whatever type the device has that shows the file.
  element.setAttribute('textLength', tidy(width));
  element.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  element.textContent = text;
  return element;
}

/** @returns what measures a text in the page's type: px of width and from its top to its base */
function measuring(box: Element): (text: string, type: Type) => { width: number; ascent: number } {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no canvas');
  const { fontFamily } = getComputedStyle(box);
  return (text, { size, weight }) => {
    context.font = `${weight} ${size}px ${fontFamily}`;
    const { width, fontBoundingBoxAscent } = context.measureText(text);
    return { width, ascent: fontBoundingBoxAscent };
  };
}

/** What is to be pressed, folded or only heard is no part of a picture. */
const LEFT_OUT = 'button, input, label, details, .visually-hidden';

/** The drawings and words in a box, moved by x and y. */
function contents(box: Element, x: number, y: number): Element[] {
  const measure = measuring(box);
  const made: Element[] = [];
  const from = box.getBoundingClientRect();
  const take = document.createTreeWalker(box, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) =>
      node instanceof Element && (node.matches(LEFT_OUT) || node.closest('svg svg, svg *'))
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  });
  while (take.nextNode()) {
    const node = take.currentNode;
    if (node instanceof SVGSVGElement) {
      const at = node.getBoundingClientRect();
      const drawing = copy(node);
      const place = {
        x: at.left - from.left + x,
        y: at.top - from.top + y,
        width: at.width,
        height: at.height,
      };
      for (const [name, value] of Object.entries(place)) drawing.setAttribute(name, tidy(value));
      drawing.setAttribute('overflow', 'visible');
      made.push(drawing);
    } else if (node instanceof Text && node.parentElement?.closest('svg') === null) {
      const style = getComputedStyle(node.parentElement);
      const type = {
        size: Number.parseFloat(style.fontSize),
        weight: style.fontWeight,
        fill: style.color,
      };
      for (const { text, box: line } of linesOf(node)) {
        const base = line.top + measure(text, type).ascent;
        made.push(textAt(text, line.left - from.left + x, base - from.top + y, line.width, type));
      }
    }
  }
  return made;
}

/** @throws Error where the browser cannot measure words */
export function chartPicture(box: Element, { title, about, credits }: ChartFrame): Picture {
  const size = box.getBoundingClientRect();
  const width = Math.ceil(size.width) + 2 * EDGE;
  const colour = (name: string) => getComputedStyle(box).getPropertyValue(name).trim();
  const made = document.createElementNS(SVG, 'svg');
  const measure = measuring(box);
  let y = EDGE;
  const write = (lines: readonly string[], type: Type) => {
    for (const line of lines.flatMap((text) => lineBreaks(text, width - 2 * EDGE, type.size))) {
      y += type.size * LEADING;
      made.append(textAt(line, EDGE, y - type.size * 0.25, measure(line, type).width, type));
    }
  };
  write([title], { size: TITLE, weight: '660', fill: colour('--ink') });
  write(about, { size: ABOUT, weight: '400', fill: colour('--ink2') });
  y += 12;
  made.append(...contents(box, EDGE, y));
  y += size.height + 12;
  write(credits, { size: CREDIT, weight: '400', fill: colour('--ink2') });
  const height = Math.ceil(y + EDGE * 0.75);
  for (const [name, value] of Object.entries({ width, height }))
    made.setAttribute(name, `${value}`);
  made.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const paper = document.createElementNS(SVG, 'rect');
  for (const [name, value] of Object.entries({ width, height, fill: colour('--surface') })) {
    paper.setAttribute(name, `${value}`);
  }
  const name = document.createElementNS(SVG, 'title');
  name.textContent = title;
  made.prepend(name, paper);
  return pictureOf(made, width, height);
}
