import { Icon, type IconName } from './icons';

interface Props {
  icon: IconName;
  label: string;
  onClick: () => void;
  /** Whether its menu is open; absent where it has none. */
  expanded?: boolean;
}

export function IconButton({ icon, label, onClick, expanded }: Props) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      aria-haspopup={expanded === undefined ? undefined : 'menu'}
      aria-expanded={expanded}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
