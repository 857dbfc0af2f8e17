/** How good somebody is at something: from a little to an expert. */
export const LEVELS = [1, 2, 3, 4, 5] as const;
export const LEVEL_DEFAULT = 3;
