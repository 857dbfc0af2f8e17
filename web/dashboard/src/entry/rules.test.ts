import { expect, it } from 'vitest';
import { colourProblem, emailProblem, originsIn, originsProblem, passwordProblem } from './rules';

it.each(['https://www.casa.example', 'http://localhost:8080', 'https://casa.example/\nhttps://b.example'])(
  'takes %s for origins',
  (value) => expect(originsProblem(value)).toBeUndefined(),
);

it.each([
  '',
  'www.casa.example',
  'https://casa.example/shop',
  'ftp://casa.example',
  'https://',
  'https://a.example\nb',
])('refuses %j for origins', (value) => expect(originsProblem(value)).toBeTypeOf('string'));

it('reads one origin from each line', () => {
  expect(originsIn(' https://a.example/ \n\nhttps://b.example')).toEqual(['https://a.example', 'https://b.example']);
});

it('wants passwords of 10 to 256 characters, counted as people count', () => {
  expect(passwordProblem('123456789')).toBeTypeOf('string');
  expect(passwordProblem('1234567890')).toBeUndefined();
  expect(passwordProblem('🪑'.repeat(10))).toBeUndefined();
  expect(passwordProblem('x'.repeat(257))).toBeTypeOf('string');
});

it('checks addresses and colours', () => {
  expect(emailProblem('ada@casa.example')).toBeUndefined();
  expect(emailProblem('ada')).toBeTypeOf('string');
  expect(colourProblem('#4A45d9')).toBeUndefined();
  expect(colourProblem('red')).toBeTypeOf('string');
});
