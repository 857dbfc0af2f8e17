export interface Validator {
  valid(ref: string, value: unknown): boolean;
  errors(ref: string): unknown;
}
export function makeValidator(documents: Readonly<Record<string, unknown>>): Validator;
