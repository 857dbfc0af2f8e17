// One soft tick for a new message, made here: nothing is loaded for it. Silent where the page was never touched.
const kSeconds = 0.12;
const kLoudest = 0.08;
const kApartMs = 2000;

let context: AudioContext | undefined;
let lastAt = -kApartMs;

export async function tick(): Promise<void> {
  if (performance.now() - lastAt < kApartMs) return;
  lastAt = performance.now();
  context ??= new AudioContext();
  await context.resume();
  const now = context.currentTime;
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.setValueAtTime(740, now);
  tone.frequency.exponentialRampToValueAtTime(988, now + kSeconds / 2);
  volume.gain.setValueAtTime(0.0001, now);
  volume.gain.exponentialRampToValueAtTime(kLoudest, now + 0.012);
  volume.gain.exponentialRampToValueAtTime(0.0001, now + kSeconds);
  tone.connect(volume).connect(context.destination);
  tone.start(now);
  tone.stop(now + kSeconds);
}
