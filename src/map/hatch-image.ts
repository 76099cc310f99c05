/** The hatching as a repeating picture: 1.1 px lines at 45 degrees, 7 px apart. */

/** Side of the picture; four lines 7 px apart cross it (7 px times the root of two is 9.9). */
const SIDE = 40;
const LINES = 4;
const LINE_PX = 1.1;
export const HATCH_PIXEL_RATIO = 3;

/**
 * Lines that a picture needs at a zoom. The map library stretches patterns up to twice between
 * whole zooms, so more and finer lines keep their distance on the screen.
 */
export function hatchLines(zoom: number): number {
  return Math.round(LINES * 2 ** (zoom - Math.floor(zoom)));
}

/** Diagonal lines that join up when the picture repeats. */
export function hatchImage(colour: string, opacity: number, lines: number): ImageData {
  const size = SIDE * HATCH_PIXEL_RATIO;
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d');
  if (!pen) return new ImageData(size, size);
  pen.scale(HATCH_PIXEL_RATIO, HATCH_PIXEL_RATIO);
  pen.strokeStyle = colour;
  pen.globalAlpha = opacity;
  pen.lineWidth = (LINE_PX * LINES) / lines;
  pen.beginPath();
  for (let i = -lines; i <= lines; i++) {
    const shift = (i * SIDE) / lines;
    pen.moveTo(shift - 1, SIDE + 1);
    pen.lineTo(shift + SIDE + 1, -1);
  }
  pen.stroke();
  return pen.getImageData(0, 0, size, size);
}
