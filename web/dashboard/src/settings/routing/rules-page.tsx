/** Which chats go elsewhere, come first, or need agents with a skill. */

import { Link } from '@tanstack/react-router';
import { Card } from './card';
import { RulesCard } from './rules-card';
import { SetupFrame } from './setup-frame';
import { words } from './words';

function TryThem() {
  return (
    <Card
      title={words.rule.tryThem}
      help={words.rule.tryHelp}
      action={
        <Link to="/settings/routing" hash="try" className="btn btn-outline">
          {words.rule.tryOpen}
        </Link>
      }
    >
      {null}
    </Card>
  );
}

export function RulesPage() {
  return (
    <SetupFrame title={words.rule.title} purpose={words.rule.purpose} after={<TryThem />}>
      <RulesCard />
    </SetupFrame>
  );
}
