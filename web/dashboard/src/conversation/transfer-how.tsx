import type { TransferHow } from '@parlor/core';
import { useId } from 'react';
import { text } from '../catalogue';
import { HOWS, isPossible } from './asking';
import type { PersonTarget } from './targets';

interface Props {
  readonly person: PersonTarget;
  readonly how: TransferHow;
  readonly onChoose: (how: TransferHow) => void;
}

/** At once, or asked first; what cannot be asked of this person stands there and says so below. */
export function TransferHowChoice({ person, how, onChoose }: Props) {
  const name = useId();
  return (
    <fieldset className="hows">
      <legend className="sr-only">{text.transfer.how}</legend>
      {HOWS.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={name}
            value={one}
            checked={one === how}
            disabled={!isPossible(one, person)}
            onChange={() => onChoose(one)}
          />
          {text.transfer.hows[one]}
        </label>
      ))}
    </fieldset>
  );
}
