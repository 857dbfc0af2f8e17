/** The pages of the routing setup, in the one chunk that they load as, with their styles. */

import './setup.css';
import './fields.css';
import './hours.css';
import './explanation.css';
import './rules.css';

export { HoursPage } from './hours-page';
export { RoutingPage } from './routing-page';
export { RulesPage } from './rules-page';
export { TeamHoursPage } from './team-hours-page';
export { TeamPage } from './team-page';
export { TeamsPage } from './teams-page';
