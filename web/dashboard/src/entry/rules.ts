/** What the forms check before they bother the server. Pure; undefined means that all is well. */

import { text } from '../catalogue';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 256;

export function missing(value: string): string | undefined {
  return value.trim() === '' ? text.common.required : undefined;
}

export function emailProblem(value: string): string | undefined {
  if (value.trim() === '') return text.common.required;
  return /^[^\s@]+@[^\s@]+$/.test(value.trim()) ? undefined : text.setup.emailWrong;
}

export function passwordProblem(value: string): string | undefined {
  const length = [...value].length;
  if (length < PASSWORD_MIN) return text.setup.passwordShort;
  return length > PASSWORD_MAX ? text.setup.passwordLong : undefined;
}

/** The lines of the field as the server wants them: origins without a closing slash. */
export function originsIn(value: string): string[] {
  return value
    .split(/[\n,]/)
    .map((line) => line.trim().replace(/\/$/, ''))
    .filter((line) => line !== '');
}

function isOrigin(line: string): boolean {
  try {
    return /^https?:\/\//.test(line) && new URL(line).origin === line.toLowerCase();
  } catch {
    return false;
  }
}

export function originsProblem(value: string): string | undefined {
  const origins = originsIn(value);
  if (origins.length === 0) return text.common.required;
  const wrong = origins.find((line) => !isOrigin(line));
  return wrong === undefined ? undefined : text.setup.originWrong(wrong);
}

export function colourProblem(value: string): string | undefined {
  return value === '' || /^#[0-9a-f]{6}$/i.test(value) ? undefined : text.settings.colourWrong;
}
