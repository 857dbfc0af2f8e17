// The icons (Lucide) of what is imported later, each as the path it is.
export const kPencil =
  'M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497zM15 5l4 4';
export const kBin =
  'M10 11v6M14 11v6M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6M3 6h18M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2';
export const kSound = 'M11 5 6 9H2v6h4l5 4zM16 9a5 5 0 0 1 0 6M19 5a10 10 0 0 1 0 14';
export const kWide = 'M15 3h6v6M21 3l-7 7M3 21l7-7M9 21H3v-6';
export const kNarrow = 'M14 10l7-7M20 10h-6V4M3 21l7-7M4 14h6v6';
export const kPlus = 'M7.9 20A9 9 0 1 0 4 16.1L2 22zM8 12h8M12 8v8';
export const kFaces = [
  'M12 2a10 10 0 1 1 0 20 10 10 0 1 1 0-20M15 12v-1.584M17 10a5 5 0 00-3 1M7 10a5 5 0 013 1M9 12v-1.584M9 17a5 5 0 016 0',
  'M12 2a10 10 0 1 1 0 20 10 10 0 1 1 0-20M15 10V9M9 10V9M9 16a5 5 0 016 0',
  'M12 2a10 10 0 1 1 0 20 10 10 0 1 1 0-20M15 10V9M8 16h8M9 10V9',
  'M12 2a10 10 0 1 1 0 20 10 10 0 1 1 0-20M15 10V9M16.472 15a6 6 0 01-8.943 0M9 10V9',
  'M12 2a10 10 0 1 1 0 20 10 10 0 1 1 0-20M15 10V9M7.084 14.302a5.12 5.12 0 009.833 0 .24.24 0 00-.235-.302H7.32a.24.24 0 00-.235.302M9 10V9',
];
