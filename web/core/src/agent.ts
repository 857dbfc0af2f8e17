// Entry point for the dashboard.

import type { AgentClient, AgentCredentials, ConnectOptions } from './client';

export declare function connectAgent(options: ConnectOptions<AgentCredentials>): AgentClient;
