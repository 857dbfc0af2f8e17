import { describe, expect, it } from 'vitest';
import { pageUrl, runOf, thoughtFor } from './thought';

const SITES = [
  { id: 'main', origins: ['https://www.casa.example', 'https://casa.example'] },
  { id: 'outlet', origins: ['https://outlet.example'] },
];

describe('a chat that somebody thinks of', () => {
  it('asks for nothing that was left open', () => {
    expect(runOf(thoughtFor(SITES), SITES)).toEqual({ inbox: 'main' });
    expect(runOf(thoughtFor([]), [])).toEqual({});
  });

  it('asks for all that was said', () => {
    const required = [{ skill: 's', level: 3 }];
    const thought = { ...thoughtFor(SITES), inbox: 'outlet', page: '/sale', message: ' Hello ', language: 'de' };
    expect(runOf({ ...thought, team: 't', priority: 'urgent', required }, SITES)).toEqual({
      inbox: 'outlet',
      page_url: 'https://outlet.example/sale',
      message: 'Hello',
      language: 'de',
      team: 't',
      priority: 'urgent',
      required,
    });
  });

  it('says of the visitor what was said, and nothing of what was left blank', () => {
    const attributes = [
      { key: ' plan ', value: ' Gold ' },
      { key: '', value: 'lost' },
      { key: 'empty', value: '' },
    ];
    const thought = { ...thoughtFor(SITES), title: ' Sofas ', attributes };
    expect(runOf({ ...thought, returning: 'no' }, SITES)).toEqual({
      inbox: 'main',
      page_title: 'Sofas',
      returning: false,
      attributes: [
        { key: 'plan', value: 'Gold' },
        { key: 'empty', value: '' },
      ],
    });
    expect(runOf({ ...thoughtFor(SITES), returning: 'yes' }, SITES)).toEqual({ inbox: 'main', returning: true });
    expect(runOf({ ...thoughtFor(SITES), attributes: [{ key: ' ', value: 'x' }] }, SITES)).toEqual({ inbox: 'main' });
  });

  it('takes an address as it is', () => {
    expect(pageUrl(' https://other.example/a?utm_campaign=x ', 'https://casa.example')).toBe(
      'https://other.example/a?utm_campaign=x',
    );
    expect(pageUrl('/a', undefined)).toBe('/a');
    expect(pageUrl(' ', 'https://casa.example')).toBe('');
  });
});
