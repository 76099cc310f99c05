/** Writes a PNG of 16 steps between two colours: a tenth of what a browser's own PNG weighs. */
import { crc32, deflateSync } from 'node:zlib';

const STEPS = 16;

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/**
 * @param {number} width px
 * @param {number} height px
 * @param {ArrayLike<number>} steps one for each pixel, by rows: 0 = all `paper`, 15 = all `ink`
 * @param {readonly number[]} paper red, green, blue, 0 to 255
 * @param {readonly number[]} ink the same
 * @returns {Buffer}
 */
export function twoTonePng(width, height, steps, paper, ink) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Four bits a pixel, by palette.
  header.set([4, 3, 0, 0, 0], 8);
  const palette = Buffer.from(
    Array.from({ length: STEPS }, (_, step) =>
      paper.map((from, i) => Math.round(from + ((ink[i] - from) * step) / (STEPS - 1))),
    ).flat(),
  );
  const rowBytes = Math.ceil(width / 2);
  // Each row begins with its filter, none.
  const rows = Buffer.alloc(height * (rowBytes + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (rowBytes + 1) + 1 + (x >> 1);
      rows[at] |= steps[y * width + x] << (x % 2 === 0 ? 4 : 0);
    }
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
