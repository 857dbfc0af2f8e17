/** All of the settings, in the one chunk that they load as. */

export { MembersPage } from './members-page';
export { SettingsPage } from './settings-page';
export { WebsitesPage } from './websites-page';
