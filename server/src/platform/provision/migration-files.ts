import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface MigrationStep {
  /** SQL without its comments. */
  readonly text: string;
  /** Repeated until it changes nothing more: a fill in batches. */
  readonly isRepeated: boolean;
}

export interface Migration {
  readonly tag: string;
  readonly when: number;
  readonly hash: string;
  /** Each statement separately instead of all in one transaction. */
  readonly isStepwise: boolean;
  readonly steps: readonly MigrationStep[];
}

const folder = path.resolve(import.meta.dirname, '../../../../migrations');
const breakpoint = '--> statement-breakpoint';
/** First line of a migration of large tables. */
const stepwise = '-- step by step';
/** Line before a statement that fills a batch. */
const repeated = '-- until nothing is left';

/** The migrations in the order of the journal. */
export function readMigrations(): Migration[] {
  const journal: { entries: { tag: string; when: number }[] } = JSON.parse(
    readFileSync(path.join(folder, 'meta/_journal.json'), 'utf8'),
  );
  return journal.entries.map(({ tag, when }) =>
    parseMigration(tag, when, readFileSync(path.join(folder, `${tag}.sql`), 'utf8')),
  );
}

export function parseMigration(tag: string, when: number, content: string): Migration {
  return {
    tag,
    when,
    hash: createHash('sha256').update(content).digest('hex'),
    isStepwise: content.startsWith(stepwise),
    steps: content.split(breakpoint).flatMap((part) => {
      const text = withoutComments(part);
      return text === '' ? [] : [{ text, isRepeated: part.split('\n').includes(repeated) }];
    }),
  };
}

const withoutComments = (part: string): string =>
  part
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('--'))
    .join('\n')
    .trim();
