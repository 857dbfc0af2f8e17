/** Told to the server at hello. */
export const VERSION = '0.1.0';
