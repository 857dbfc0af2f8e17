/** The gallery: ?scene=NAME&theme=dark&dir=rtl shows one scene; without a scene, a list of all of them. */

import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter';
import '../src/styles/app.css';
import { prefer, type Theme } from '../src/frame/preferences';
import { followTheme } from '../src/frame/theme';
import { SCENES, sceneOf } from './scenes';
import { stage } from './stage';

const wishes = new URLSearchParams(window.location.search);
const scene = wishes.get('scene');
document.documentElement.dir = wishes.get('dir') ?? 'ltr';
prefer({ theme: (wishes.get('theme') ?? 'light') as Theme });
followTheme();

function Contents() {
  return (
    <main className="entry-page">
      <ul>
        {Object.keys(SCENES).map((name) => (
          <li key={name}>
            <a className="link" href={`?scene=${name}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}

const place = document.getElementById('root');
const shown = scene === null ? undefined : stage(sceneOf(scene));
if (place !== null) createRoot(place).render(shown?.screen ?? <Contents />);
// For whoever drives the gallery from outside: the double, to let something happen.
Object.assign(window, { stage: shown });
