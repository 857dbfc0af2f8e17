import { Avatar } from '../../ui/avatar';
import { nameOf, useSetup } from './setup-context';

const SHOWN = 4;

/** The first few of a group; how many they are stands beside it. */
export function Faces({ agents }: { readonly agents: readonly string[] }) {
  const { people } = useSetup();
  return (
    <span className="faces" aria-hidden="true">
      {agents.slice(0, SHOWN).map((id) => (
        <Avatar key={id} id={id} name={nameOf(people, id)} size={26} />
      ))}
    </span>
  );
}
