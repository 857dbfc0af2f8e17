import { RestError, reasonOf } from '../rest/request';
import { Notice } from '../ui/notice';

interface Props {
  readonly error: unknown;
  readonly title: string;
  /** Better sentences for the reasons that this form knows. */
  readonly known?: Readonly<Record<string, string>>;
}

export function Failure({ error, title, known = {} }: Props) {
  if (error === undefined) return null;
  const sentence = known[reasonOf(error)];
  const details = error instanceof RestError ? error.message : '';
  return <Notice kind="danger">{sentence ?? `${title} ${details}`}</Notice>;
}
