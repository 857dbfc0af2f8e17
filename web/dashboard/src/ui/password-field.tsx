import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { text } from '../catalogue';
import { TextField } from './field';
import { Icon } from './icon';

type Props = ComponentProps<typeof TextField>;

export function PasswordField(props: Props) {
  const [shown, setShown] = useState(false);
  return (
    <div className="password">
      <TextField {...props} dir="ltr" type={shown ? 'text' : 'password'} spellCheck={false} autoCapitalize="none" />
      <button
        type="button"
        className="password-eye"
        aria-pressed={shown}
        aria-label={shown ? text.signIn.hidePassword : text.signIn.showPassword}
        onClick={() => setShown(!shown)}
      >
        <Icon of={shown ? EyeOff : Eye} size={16} />
      </button>
    </div>
  );
}
