/** Where the buttons over the map stand, so that no label hides under them. */
import type { Box } from './types';

const MARGIN = 8;

/** @param free the part of the map that is not covered, `MARGIN` inside its edges */
export function controlBoxes(free: Box, withFlows: boolean): Box[] {
  const right = free.x + free.w;
  const bottom = free.y + free.h;
  const chip = withFlows ? 208 : 124;
  return [
    { x: right - 54, y: bottom - 98, w: 62, h: 106 },
    { x: free.x - MARGIN, y: bottom - 52, w: chip + 2 * MARGIN, h: 60 },
    { x: right - 216, y: free.y - MARGIN, w: 224, h: withFlows ? 36 : 22 },
  ];
}
