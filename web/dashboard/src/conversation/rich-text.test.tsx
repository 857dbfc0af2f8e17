import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { RichText } from './rich-text';

const drawn = (words: string): string => renderToStaticMarkup(<RichText words={words} />);

describe('rich text', () => {
  it('shows what people type to stress, to list and to quote', () => {
    expect(drawn('It is **two** parts, _really_, see `alma-3`')).toBe(
      '<p>It is <strong>two</strong> parts, <em>really</em>, see <code>alma-3</code></p>',
    );
    expect(drawn('- oat\n- moss')).toBe('<ul><li>oat</li><li>moss</li></ul>');
    expect(drawn('3. legs\n4. seat')).toBe('<ol start="3"><li>legs</li><li>seat</li></ol>');
  });

  it('keeps lines, and links only to the web', () => {
    expect(drawn('one\ntwo')).toBe('<p>one<br/>two</p>');
    expect(drawn('https://casa.example/alma.')).toContain('<a href="https://casa.example/alma"');
    expect(drawn('[no](javascript:alert(1))')).not.toContain('<a');
  });

  it('never reads markup', () => expect(drawn('<b onclick=x>hi</b>')).toContain('&lt;b onclick=x&gt;'));
});
