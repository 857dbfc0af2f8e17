/** The sounds of the inbox, made here: nothing is loaded for them. Silent until the page has been touched. */

import type { AlertName } from './alert-rules';

/** Hertz, and when each note begins. */
const NOTES: Record<AlertName, readonly (readonly [number, number])[]> = {
  chat: [
    [587, 0],
    [880, 0.18],
  ],
  message: [[740, 0]],
  silence: [
    [262, 0],
    [262, 0.17],
  ],
};
const NOTE_SECONDS: Record<AlertName, number> = { chat: 0.24, message: 0.12, silence: 0.13 };
const LOUDEST = 0.1;
const SILENT = 0.0001;

let context: AudioContext | undefined;

function note(to: AudioContext, hertz: number, at: number, seconds: number): void {
  const tone = to.createOscillator();
  const volume = to.createGain();
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(SILENT, at);
  volume.gain.exponentialRampToValueAtTime(LOUDEST, at + 0.012);
  volume.gain.exponentialRampToValueAtTime(SILENT, at + seconds);
  tone.connect(volume).connect(to.destination);
  tone.start(at);
  tone.stop(at + seconds);
}

export async function play(name: AlertName): Promise<void> {
  if (typeof AudioContext === 'undefined' || navigator.userActivation?.hasBeenActive === false) return;
  context ??= new AudioContext();
  await context.resume();
  const now = context.currentTime;
  for (const [hertz, after] of NOTES[name]) note(context, hertz, now + after, NOTE_SECONDS[name]);
}
