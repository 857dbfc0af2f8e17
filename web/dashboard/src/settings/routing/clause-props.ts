import type { ConditionClause } from '@parlor/core/routing';

export interface ClauseProps {
  readonly clause: ConditionClause;
  readonly error: string | undefined;
  readonly inbox: string;
  readonly onChange: (clause: ConditionClause) => void;
}

export interface ValueProps extends ClauseProps {
  readonly label: string;
}
