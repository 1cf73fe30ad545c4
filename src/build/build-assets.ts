import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { collectCss, listImports } from './collect-css.ts';

/** Where the sources are and where the files for the browser go. */
type AssetFolders = {
  /** The project: the folder with `views/assets` and `package.json`. */
  readonly project: string;
  /** Emptied first. */
  readonly target: string;
};

/** The name that templates ask for, to the name of the file in the folder that was built. */
type AssetManifest = Readonly<Record<string, string>>;

const tokensFile = '@nl-design-system-unstable/voorbeeld-design-tokens/dist/variables.css';
/** Latin is all that Dutch needs; the other scripts would only add weight. */
const fontFile = '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2';
const fontLicence = '@fontsource-variable/source-sans-3/LICENSE';

/** Builds the style sheet and copies font, scripts and icon, each under a hashed name, with a manifest beside them. */
export async function buildAssets({ project, target }: AssetFolders): Promise<AssetManifest> {
  const require = createRequire(pathToFileURL(join(project, 'package.json')));
  const readPackageFile = (specifier: string) => readFile(require.resolve(specifier));
  const assets = join(project, 'views', 'assets');
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });

  const manifest: Record<string, string> = {};
  const publish = async (name: string, content: Buffer) => {
    manifest[name] = await publishFile(target, name, content);
  };
  await publish('favicon.svg', await readFile(join(assets, 'favicon.svg')));
  await publish('source-sans-3.woff2', await readPackageFile(fontFile));
  await publish('source-sans-3-licence.txt', await readPackageFile(fontLicence));
  await publish('site.js', Buffer.from(await collectScripts(join(assets, 'js'))));

  const css = await collectSiteCss(join(assets, 'css'), readPackageFile);
  await publish('site.css', Buffer.from(nameHashedFiles(css, manifest)));
  await writeFile(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** All scripts as one, since each file is a request on every page; what one names, the others do not see. */
async function collectScripts(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js')).sort();
  const scripts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return scripts.map((script) => `{\n${script}}\n`).join('');
}

async function collectSiteCss(
  folder: string,
  readPackageFile: (specifier: string) => Promise<Buffer>,
): Promise<string> {
  const readOwn = (name: string) => readFile(join(folder, name), 'utf8');
  const components: string[] = [];
  for (const specifier of listImports(await readOwn('components.css'))) {
    components.push((await readPackageFile(specifier)).toString('utf8'));
  }
  const site: string[] = [];
  for (const specifier of listImports(await readOwn('site.css'))) {
    site.push(await readOwn(specifier));
  }
  return collectCss({
    components,
    tokens: (await readPackageFile(tokensFile)).toString('utf8'),
    layers: [await readOwn('tokens.css'), await readOwn('theme.css')],
    site: site.join('\n'),
  });
}

/** Lets `url("name")` in the style sheet point at the published file, which lies in the same folder. */
function nameHashedFiles(css: string, manifest: AssetManifest): string {
  return css.replace(/url\(["']?([^"')]+)["']?\)/g, (_whole, name: string) => {
    const hashed = manifest[name];
    if (hashed === undefined) throw new Error(`The style sheet names a file that is not published: ${name}`);
    return `url("${hashed}")`;
  });
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Text is also written compressed; a font in woff2 is compressed already. */
const textTypes = new Set(['.css', '.js', '.svg', '.txt']);

/** Gives a file a name with a hash of its content in it, so that a browser may keep it for ever. */
export function toHashedName(name: string, content: Buffer): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const extension = extname(name);
  return `${name.slice(0, name.length - extension.length)}.${hash}${extension}`;
}

/** Writes a file under its hashed name to a folder, and text as `.br` and `.gz` beside it; returns the name. */
async function publishFile(folder: string, name: string, content: Buffer): Promise<string> {
  const hashed = toHashedName(name, content);
  const path = join(folder, hashed);
  await writeFile(path, content);
  if (textTypes.has(extname(name))) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    await writeFile(`${path}.br`, await brotli(content, { params }));
    await writeFile(`${path}.gz`, await zip(content, { level: constants.Z_BEST_COMPRESSION }));
  }
  return hashed;
}
