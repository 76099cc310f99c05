/**
 * A drawing of the page as a file that stands alone: every style becomes an attribute, every word
 * keeps the width it has here whatever type the reader's device has, and nothing is fetched.
 */

export const SVG = 'http://www.w3.org/2000/svg';

/** Attribute → the value it need not be written for. */
const PAINT: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
};
const TYPE: Readonly<Record<string, string>> = {
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
};
const SHAPES = new Set('path rect circle line polyline polygon text tspan'.split(' '));
const KEPT = new Set(
  (
    'id d x y dx dy x1 x2 y1 y2 r cx cy rx width height viewBox transform overflow points ' +
    'patternUnits patternTransform'
  ).split(' '),
);

/** A line of words would inherit from those around it, so that all of its own is written. */
const written = (of: Element, value: string, usual: string): boolean =>
  value !== usual || of.localName === 'tspan';

export const tidy = (n: number): string => String(Math.round(n * 1e4) / 1e4);
const px = (value: string): number => Number.parseFloat(value) || 0;

/** Lines that keep their width when their group is scaled get the width that does the same. */
function scaleOf(element: SVGGraphicsElement, style: CSSStyleDeclaration): number {
  if (style.getPropertyValue('vector-effect') !== 'non-scaling-stroke') return 1;
  const matrix = element.getCTM();
  return matrix ? Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c)) || 1 : 1;
}

function paint(from: SVGGraphicsElement, to: Element, style: CSSStyleDeclaration): void {
  for (const [name, usual] of Object.entries(PAINT)) {
    const value = style.getPropertyValue(name);
    // Hatching is named by its id alone.
    if (value && written(from, value, usual))
      to.setAttribute(name, value.replace(/url\(["']?[^#]*(#[^"')]+)["']?\)/, 'url($1)'));
  }
  if (style.stroke === 'none') return;
  const scale = scaleOf(from, style);
  to.setAttribute('stroke-width', tidy(px(style.strokeWidth) / scale));
  if (style.strokeDasharray !== 'none') {
    const dashes = style.strokeDasharray.split(/[\s,]+/).map((part) => tidy(px(part) / scale));
    to.setAttribute('stroke-dasharray', dashes.join(' '));
  }
}

function type(from: SVGTextContentElement, to: Element, style: CSSStyleDeclaration): void {
  for (const [name, usual] of Object.entries(TYPE)) {
    const value = style.getPropertyValue(name);
    if (written(from, value, usual)) to.setAttribute(name, value);
  }
  // Words, not the element around several lines of them.
  if (from.childElementCount > 0) return;
  const dy = from.getAttribute('dy');
  if (dy?.endsWith('em')) to.setAttribute('dy', tidy(px(dy) * px(style.fontSize)));
  to.textContent = (from.textContent ?? '').trim();
  to.setAttribute('textLength', tidy(from.getComputedTextLength()));
  to.setAttribute('lengthAdjust', 'spacingAndGlyphs');
}

/** @param from in the page, so that its styles hold */
export function copy(from: Element): Element {
  const to = document.createElementNS(SVG, from.localName);
  for (const { name, value } of from.attributes) if (KEPT.has(name)) to.setAttribute(name, value);
  const style = getComputedStyle(from);
  if (style.opacity !== '1') to.setAttribute('opacity', style.opacity);
  for (const child of from.children) {
    if (getComputedStyle(child).display !== 'none' || child.closest('defs, title')) {
      to.append(copy(child));
    }
  }
  if (SHAPES.has(from.localName)) paint(from as SVGGraphicsElement, to, style);
  if (from instanceof SVGTextContentElement) type(from, to, style);
  else if (from.localName === 'title') to.textContent = from.textContent;
  return to;
}

export interface Picture {
  svg: string;
  /** px */
  width: number;
  height: number;
}

/** @param made with no styles of the page left in it */
export function pictureOf(made: Element, width: number, height: number): Picture {
  made.setAttribute('font-family', 'sans-serif');
  const text = new XMLSerializer().serializeToString(made);
  return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`, width, height };
}

/** @param drawing in the page, so that its styles hold */
export function takePicture(drawing: SVGSVGElement): Picture {
  const { width, height } = drawing.viewBox.baseVal;
  return pictureOf(copy(drawing), width, height);
}

/**
 * The picture as PNG, drawn on this device.
 * @param scale pixels of the file for each of the picture
 * @throws Error where the browser cannot draw it
 */
export async function toPng({ svg, width, height }: Picture, scale = 2): Promise<Blob> {
  const image = new Image();
  // Not an object URL: the page's policy lets pictures come from the site and from `data:` only.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no PNG'))), 'image/png'),
  );
}
