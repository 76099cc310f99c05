/** Reads back pictures and codes, with nothing of the app's own. */
import { inflateSync } from 'node:zlib';
import jsqr from 'jsqr';

export interface Picture {
  width: number;
  height: number;
  /** RGBA, 8 bits each, row by row. */
  data: Uint8ClampedArray;
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}

/** An 8-bit RGB or RGBA picture without interlace, which is what browsers write (PNG, ISO 15948). */
export function readPng(file: Buffer): Picture {
  if (file.toString('latin1', 1, 4) !== 'PNG') throw new Error('not a PNG');
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const channels = { 2: 3, 6: 4 }[file[25] ?? 0];
  if (file[24] !== 8 || !channels || file[28] !== 0) throw new Error('another kind of PNG');
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(file.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const rows = new Uint8Array(stride * height);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let i = 0; i < stride; i += 1) {
      const left = i < channels ? 0 : (rows[y * stride + i - channels] ?? 0);
      const up = y === 0 ? 0 : (rows[(y - 1) * stride + i] ?? 0);
      const corner = i < channels || y === 0 ? 0 : (rows[(y - 1) * stride + i - channels] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      rows[y * stride + i] = (raw[y * (stride + 1) + 1 + i] ?? 0) + guess;
    }
  }
  for (let p = 0; p < width * height; p += 1) {
    for (let c = 0; c < 4; c += 1) {
      data[p * 4 + c] = c < channels ? (rows[p * channels + c] ?? 0) : 255;
    }
  }
  return { width, height, data };
}

/** What a pupil's phone reads from the picture, found by another library than the one that drew it. */
export function decodeQr(png: Buffer): string | undefined {
  const { data, width, height } = readPng(png);
  return jsqr(data, width, height)?.data;
}
