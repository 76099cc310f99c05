/** Problems in words; an empty list means inputs, outputs and sizes match inputs.json. */
export function verifyBasemap(root?: string): string[];
