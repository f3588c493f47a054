import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The tree of sources as it is being added to; nothing is written before all of it has found its place. */
export class Tree {
  readonly #texts = new Map<string, string>();
  readonly #made: string[] = [];

  constructor(readonly root: string) {}

  add(file: string, text: string): void {
    if (existsSync(path.join(this.root, file))) throw new Error(`${file} is there already`);
    this.#made.push(file);
    this.#texts.set(file, text);
  }

  read(file: string): string {
    return this.#texts.get(file) ?? readFileSync(path.join(this.root, file), 'utf8');
  }

  has(file: string): boolean {
    return this.#texts.has(file) || existsSync(path.join(this.root, file));
  }

  edit(file: string, change: (text: string) => string): void {
    const before = this.read(file);
    const after = change(before);
    if (after === before) throw new Error(`${file} stays as it is`);
    this.#texts.set(file, after);
  }

  /** Files below a folder, by their path from the root. */
  filesIn(folder: string): string[] {
    if (!this.has(folder)) return [];
    return readdirSync(path.join(this.root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${folder}/${file}`);
  }

  get made(): readonly string[] {
    return this.#made;
  }

  get changed(): string[] {
    return [...this.#texts.keys()].filter((file) => !this.#made.includes(file));
  }

  write(): void {
    for (const [file, text] of this.#texts) {
      const place = path.join(this.root, file);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, text);
    }
  }
}

/** Puts a text before or after the first place that a pattern finds; throws where there is none. */
export function beside(text: string, pattern: RegExp, put: (found: string) => string): string {
  const found = pattern.exec(text);
  if (!found) throw new Error(`no ${pattern.source}`);
  return text.slice(0, found.index) + put(found[0]) + text.slice(found.index + found[0].length);
}

export const after = (text: string, pattern: RegExp, more: string): string =>
  beside(text, pattern, (found) => found + more);
export const before = (text: string, pattern: RegExp, more: string): string =>
  beside(text, pattern, (found) => more + found);

/** Imports a name: beside others of the same file, else on a line of its own, which the formatter puts in order. */
export function withImport(text: string, name: string, from: string): string {
  const line = new RegExp(`import \\{([^}]*)\\} from '${from.replaceAll('.', '\\.')}';`);
  const found = line.exec(text);
  if (!found) return `import { ${name} } from '${from}';\n${text}`;
  const names = (found[1] ?? '').split(',').map((one) => one.trim());
  if (names.includes(name)) return text;
  return text.replace(
    line,
    () => `import { ${[...names.filter(Boolean), name].join(', ')} } from '${from}';`,
  );
}
