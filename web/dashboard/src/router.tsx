/** Every address of the dashboard. The visitors, the wall and the settings come in chunks of their own. */

import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  type RouterHistory,
} from '@tanstack/react-router';
import { InvitePage } from './entry/invite-page';
import { SetupPage } from './entry/setup-page';
import { SignInPage } from './entry/sign-in-page';
import { CrashPage, NotFoundPage } from './frame/lost-pages';
import { SignedIn } from './frame/signed-in';
import { InboxPage } from './inbox/inbox-page';

const root = createRootRoute({ notFoundComponent: NotFoundPage, errorComponent: CrashPage });
const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn });

function ToInbox() {
  return <Navigate to="/inbox/$view/{-$conversation}" params={{ view: 'mine' }} replace />;
}

function ToWebsites() {
  return <Navigate to="/settings/websites" replace />;
}

const entry = [
  createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage }),
  createRoute({ getParentRoute: () => root, path: '/setup', component: SetupPage }),
  createRoute({ getParentRoute: () => root, path: '/invite', component: InvitePage }),
] as const;

const home = createRoute({ getParentRoute: () => signedIn, path: '/', component: ToInbox });
const inboxHome = createRoute({ getParentRoute: () => signedIn, path: '/inbox', component: ToInbox });
const inbox = createRoute({
  getParentRoute: () => signedIn,
  path: '/inbox/$view/{-$conversation}',
  component: InboxPage,
});

const visitors = createRoute({
  getParentRoute: () => signedIn,
  path: '/visitors',
  component: lazyRouteComponent(() => import('./visitors/visitors-page'), 'VisitorsPage'),
});

const wall = createRoute({
  getParentRoute: () => signedIn,
  path: '/wall',
  component: lazyRouteComponent(() => import('./wall/wall-page'), 'WallPage'),
});

const loadSettings = () => import('./settings/routes');
const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  component: lazyRouteComponent(loadSettings, 'SettingsPage'),
});
const settingsPages = [
  createRoute({ getParentRoute: () => settings, path: '/', component: ToWebsites }),
  createRoute({
    getParentRoute: () => settings,
    path: '/websites',
    component: lazyRouteComponent(loadSettings, 'WebsitesPage'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/members',
    component: lazyRouteComponent(loadSettings, 'MembersPage'),
  }),
] as const;

const loadRouting = () => import('./settings/routing/routes');

/** What a link may say to the dry run: the conversation that waits. */
function aboutConversation(search: Record<string, unknown>): { conversation?: string } {
  return typeof search.conversation === 'string' ? { conversation: search.conversation } : {};
}

/** What a link may say to the rules: which one to open, counted from 1. */
function aboutRule(search: Record<string, unknown>): { rule?: number } {
  const rule = Number(search.rule);
  return Number.isInteger(rule) && rule > 0 ? { rule } : {};
}

const routingPages = [
  createRoute({
    getParentRoute: () => settings,
    path: '/teams',
    component: lazyRouteComponent(loadRouting, 'TeamsPage'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/teams/$team',
    component: lazyRouteComponent(loadRouting, 'TeamPage'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/hours',
    component: lazyRouteComponent(loadRouting, 'HoursPage'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/hours/$team',
    component: lazyRouteComponent(loadRouting, 'TeamHoursPage'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/routing',
    validateSearch: aboutConversation,
    component: lazyRouteComponent(loadRouting, 'RoutingPage'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/rules',
    validateSearch: aboutRule,
    component: lazyRouteComponent(loadRouting, 'RulesPage'),
  }),
] as const;

// At an address of its own, since people are told to go there; within the frame of the settings.
const doctorFrame = createRoute({
  getParentRoute: () => signedIn,
  id: 'doctor-frame',
  component: lazyRouteComponent(loadSettings, 'SettingsPage'),
});
const doctor = createRoute({
  getParentRoute: () => doctorFrame,
  path: '/doctor',
  component: lazyRouteComponent(() => import('./doctor/doctor-page'), 'DoctorPage'),
});

const routeTree = root.addChildren([
  ...entry,
  signedIn.addChildren([
    home,
    inboxHome,
    inbox,
    visitors,
    wall,
    settings.addChildren([...settingsPages, ...routingPages]),
    doctorFrame.addChildren([doctor]),
  ]),
]);

export function makeRouter(history?: RouterHistory) {
  return createRouter({ routeTree, defaultPreload: false, ...(history === undefined ? {} : { history }) });
}

export type AppRouter = ReturnType<typeof makeRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
