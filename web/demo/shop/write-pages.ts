import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { basketPage } from './basket-page.ts';
import { catalogue, productPath } from './catalogue.ts';
import { deliveryPage } from './delivery-page.ts';
import { homePage } from './home-page.ts';
import { productPage } from './product-page.ts';

/** Writes every page of the shop below `root` and answers with the files, as Vite's inputs. */
export function writePages(root: string): string[] {
  rmSync(root, { recursive: true, force: true });
  const pages = new Map<string, string>([
    ['', homePage()],
    ['delivery/', deliveryPage()],
    ['basket/', basketPage()],
    ...catalogue.map((product): [string, string] => [productPath(product), productPage(product)]),
  ]);
  return [...pages].map(([path, html]) => {
    const file = join(root, path, 'index.html');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, html);
    return file;
  });
}
