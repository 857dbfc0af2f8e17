// Turns built web folders into two files for the compiler: an assembly file that includes the bytes, and the table of
// server/edge/http/assets.h. Text is compressed with brotli at its highest quality.
//
//   node embed-assets.mjs <web folder> <output folder>
//
// Writes assets.S, assets.cc, assets.d (what it read, for ninja) and the compressed bytes.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join, relative, resolve, sep } from 'node:path';
import { argv, exit, stderr } from 'node:process';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const contentTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wasm': 'application/wasm',
};

const compressible = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt', '.xml', '.wasm']);
const hashedName = /-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

// Which built folder is served where. `serve` gives the path of a file, or nothing when the file is not served.
export const surfaces = [
  { dist: 'dashboard/dist', entry: 'index.html', serve: (file) => `/${file}` },
  {
    dist: 'widget/dist',
    entry: 'w.js',
    serve: (file) => (file === 'w.js' ? '/w.js' : `/widget/${file.replace(/^panel\//, '')}`),
  },
  { dist: 'demo/dist', entry: 'index.html', serve: (file) => `/demo/${file}` },
];

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function isImmutable(file) {
  return /^(assets|panel)\//.test(file) && hashedName.test(file);
}

export function contentTypeOf(file) {
  const type = contentTypes[extname(file)];
  if (!type) throw new Error(`${file}: no content type is known for '${extname(file)}' (cmake/embed-assets.mjs)`);
  return type;
}

function compress(bytes) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

function describe(dist, file, path) {
  const source = join(dist, file);
  const bytes = readFileSync(source);
  const packed = compressible.has(extname(file)) ? compress(bytes) : undefined;
  return {
    path,
    source,
    size: bytes.length,
    packed: packed && packed.length < bytes.length ? packed : undefined,
    contentType: contentTypeOf(file),
    hash: createHash('sha256').update(bytes).digest('hex'),
    immutable: isImmutable(file),
  };
}

// Every served file below `web`, sorted by path as std::string_view compares: byte by byte.
export function collect(web) {
  const missing = surfaces.filter(({ dist, entry }) => !existsSync(join(web, dist, entry)));
  if (missing.length > 0) {
    const names = missing.map(({ dist, entry }) => `web/${dist}/${entry}`).join(', ');
    throw new Error(`the web is not built: no ${names}. Run bin/build, which builds it first.`);
  }
  const assets = surfaces.flatMap(({ dist, serve }) =>
    filesBelow(join(web, dist)).map((file) => describe(join(web, dist), file, serve(file))),
  );
  assets.sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
  const twice = assets.find((asset, at) => at > 0 && assets[at - 1].path === asset.path);
  if (twice) throw new Error(`two files want to be served at ${twice.path}`);
  return assets;
}

const symbol = (at, form) => `parlor_asset_${at}_${form}`;

function assembly(assets, output) {
  const include = (name, file, hash) =>
    `  .balign 16\n  .globl ${name}\n  .hidden ${name}\n${name}:  // ${hash}\n  .incbin "${file}"\n`;
  const blocks = assets.flatMap((asset, at) => [
    asset.size > 0 ? include(symbol(at, 'identity'), asset.source, asset.hash) : '',
    asset.packed ? include(symbol(at, 'brotli'), join(output, `${at}.br`), asset.hash) : '',
  ]);
  return `  .section .rodata\n${blocks.join('')}  .section .note.GNU-stack,"",@progbits\n`;
}

function table(assets) {
  const declare = (at, form, size) => `extern const std::byte ${symbol(at, form)}[${size}];\n`;
  const declarations = assets.map(
    ({ size, packed }, at) =>
      (size > 0 ? declare(at, 'identity', size) : '') + (packed ? declare(at, 'brotli', packed.length) : ''),
  );
  const rows = assets.map((asset, at) => {
    const identity = asset.size > 0 ? symbol(at, 'identity') : '{}';
    const brotli = asset.packed ? symbol(at, 'brotli') : '{}';
    const etag = `"\\"${asset.hash.slice(0, 20)}\\""`;
    const text = `${JSON.stringify(asset.path)}, ${JSON.stringify(asset.contentType)}`;
    return `    Asset{${text}, ${identity}, ${brotli}, ${etag}, ${asset.immutable}},\n`;
  });
  return `// Made by cmake/embed-assets.mjs.
#include "edge/http/assets.h"

#include <array>

extern "C" {
${declarations.join('')}}

namespace parlor::edge {

namespace {
constinit const std::array<Asset, ${assets.length}> kAssets{
${rows.join('')}};
}  // namespace

std::span<const Asset> assets() { return kAssets; }

}  // namespace parlor::edge
`;
}

function dependencies(assets, output) {
  const escaped = (file) => file.replace(/ /g, '\\ ');
  return `${escaped(join(output, 'assets.S'))}: ${assets.map(({ source }) => escaped(source)).join(' ')}\n`;
}

export function embed(web, output) {
  const assets = collect(resolve(web));
  const folder = resolve(output);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  assets.forEach(({ packed }, at) => {
    if (packed) writeFileSync(join(folder, `${at}.br`), packed);
  });
  writeFileSync(join(folder, 'assets.S'), assembly(assets, folder));
  writeFileSync(join(folder, 'assets.cc'), table(assets));
  writeFileSync(join(folder, 'assets.d'), dependencies(assets, folder));
  return assets;
}

if (import.meta.url === pathToFileURL(argv[1]).href) {
  try {
    embed(argv[2], argv[3]);
  } catch (error) {
    stderr.write(`embed-assets: ${error.message}\n`);
    exit(1);
  }
}
