import type { DryRun } from '@parlor/core/routing';
import { words } from './words';

export type Priority = NonNullable<DryRun['priority']>;

const PRIORITIES: readonly Priority[] = ['low', 'normal', 'high', 'urgent'];

export const PRIORITY_CHOICES = PRIORITIES.map((value) => ({ value, label: words.priorities[value] }));
