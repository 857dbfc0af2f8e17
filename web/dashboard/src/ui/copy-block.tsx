import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { text } from '../catalogue';
import { Button } from './button';

const SAID_FOR_MS = 2000;

/** Copies text, and for a moment says that it did. */
export function useCopy(): { copied: boolean; copy: (value: string) => void } {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (value: string) => {
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return { copied, copy };
}

interface Props {
  readonly value: string;
  readonly label: string;
  readonly primary?: boolean;
}

export function CopyBlock({ value, label, primary = false }: Props) {
  const { copied, copy } = useCopy();
  return (
    <div className="code-block" dir="ltr">
      <code>{value}</code>
      <Button
        size="small"
        variant={primary ? 'primary' : 'outline'}
        icon={copied ? Check : Copy}
        aria-label={copied ? text.common.copied : label}
        onClick={() => copy(value)}
      >
        {copied ? text.common.copied : text.common.copy}
      </Button>
      <span role="status" className="sr-only">
        {copied ? text.common.copied : ''}
      </span>
    </div>
  );
}
