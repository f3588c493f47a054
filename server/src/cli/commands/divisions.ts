import { readFile } from 'node:fs/promises';
import { loadCounties } from '#modules/county/county.service.ts';
import { applyDivisionChanges } from '#modules/division/division.service.ts';
import { isDay } from '#platform/core/clock.ts';
import { UsageError } from '#server/cli/command.ts';
import type { Io } from '#server/cli/io.ts';
import type { WithServices } from '#server/cli/services.ts';

export const usage = `divisions load CODE… | divisions move FILE
  载入行政区划：代码或前缀，如 130434 或 13 / load divisions by code or prefix, such as 130434 or 13
  按对照表变更代码，每行 旧代码,新代码,生效日期 / move households to new codes, one old,new,date a line`;

export async function run(args: string[], io: Io, withServices: WithServices): Promise<number> {
  const [verb, ...rest] = args;
  if (verb === 'load' && rest.length > 0) return load(rest, io, withServices);
  if (verb === 'move' && rest[0] && rest.length === 1) return move(rest[0], io, withServices);
  throw new UsageError('请给出 load 与代码，或 move 与文件。', 'Give load with codes, or move with a file.');
}

function load(codes: string[], io: Io, withServices: WithServices): Promise<number> {
  return withServices(async ({ ctx }) => {
    const started = performance.now();
    const result = await loadCounties(ctx, codes, (count) =>
      io.progress(`已读入 ${count} 条 / ${count} read`),
    );
    io.progress('');
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    io.say(`用时 ${seconds} 秒 / took ${seconds} s`);
    io.print(
      `新增 ${result.created}，更新 ${result.updated}，未变 ${result.unchanged} / ${result.created} created, ${result.updated} updated, ${result.unchanged} unchanged`,
    );
    return 0;
  });
}

async function move(file: string, io: Io, withServices: WithServices): Promise<number> {
  const changes = readChanges(await readFile(file, 'utf8').catch(unreadable));
  return withServices(async ({ ctx }) => {
    for (const done of await applyDivisionChanges(ctx, changes))
      io.print([done.oldCode, done.newCode, done.households, done.cadres, done.grants].join(','));
    return 0;
  });
}

function unreadable(): never {
  throw new UsageError('无法读取文件。', 'The file cannot be read.');
}

/** `old,new,date` on each line; a heading and empty lines are skipped. */
function readChanges(text: string) {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const changes = lines.flatMap((line, at) => {
    const [oldCode = '', newCode = '', effectiveOn = '', ...more] = line
      .split(',')
      .map((cell) => cell.trim());
    if (!/\d/.test(line)) return [];
    if (!/^\d+$/.test(oldCode) || !/^\d+$/.test(newCode) || !isDay(effectiveOn) || more.length > 0)
      throw new UsageError(
        `第 ${at + 1} 行不是“旧代码,新代码,日期”。`,
        `Line ${at + 1} is not old,new,date.`,
      );
    return [{ oldCode, newCode, effectiveOn }];
  });
  if (changes.length === 0) throw new UsageError('文件中没有变更。', 'The file holds no changes.');
  return changes;
}
