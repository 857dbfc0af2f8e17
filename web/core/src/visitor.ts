// Entry point for the widget: only what a visitor needs.

import type { ConnectOptions, VisitorClient, VisitorCredentials } from './client';

export declare function connectVisitor(options: ConnectOptions<VisitorCredentials>): VisitorClient;
