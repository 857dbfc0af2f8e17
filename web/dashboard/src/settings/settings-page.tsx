/** The frame of the settings: what there is on one side, the chosen page on the other. */

import { Link, Outlet } from '@tanstack/react-router';
import { Globe, Stethoscope, Users } from 'lucide-react';
import { text } from '../catalogue';
import { Icon } from '../ui/icon';

export function SettingsPage() {
  return (
    <div className="settings">
      <nav className="settings-nav" aria-label={text.settings.nav}>
        <h1>{text.settings.title}</h1>
        <p>{text.settings.channels}</p>
        <Link to="/settings/websites">
          <Icon of={Globe} />
          {text.settings.websites}
        </Link>
        <p>{text.settings.workspace}</p>
        <Link to="/settings/members">
          <Icon of={Users} />
          {text.settings.members}
        </Link>
        <Link to="/doctor">
          <Icon of={Stethoscope} />
          {text.settings.doctor}
        </Link>
      </nav>
      <main className="settings-main scroller" id="conversation" tabIndex={-1}>
        <div className="settings-column">
          <Outlet />
        </div>
      </main>
    </div>
  );
}
