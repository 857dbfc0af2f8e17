import { useState } from 'react';
import { text } from '../../catalogue';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { words } from './words';

interface Props {
  readonly name: string;
  /** What else changes, in sentences. */
  readonly touches: readonly string[];
  /** Whether to ask for the name: where something that works today goes. */
  readonly confirm: boolean;
  readonly onClose: () => void;
  readonly onRemove: () => void;
}

/** Says beforehand what goes with a thing that is deleted. */
export function RemoveDialog({ name, touches, confirm, onClose, onRemove }: Props) {
  const [typed, setTyped] = useState('');
  const sure = !confirm || typed.trim() === name.trim();
  const remove = () => {
    onClose();
    onRemove();
  };
  return (
    <Dialog open title={words.deleteTitle(name || words.unnamed)} onClose={onClose}>
      <div className="entry-form">
        <div className="remove-touches wraps">
          <p>{touches.length === 0 ? words.deleteNothing : words.deletes}</p>
          <ul>
            {touches.map((touch) => (
              <li key={touch}>{touch}</li>
            ))}
          </ul>
          <p className="field-help">{words.deleteLater}</p>
        </div>
        {confirm && (
          <TextField
            label={words.typeName(name)}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button variant="danger" disabled={!sure} onClick={remove}>
            {text.common.delete}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
