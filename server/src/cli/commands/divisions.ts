import { BootError } from '#platform/boot-error.ts';
import type { Io } from '#server/cli/io.ts';
import type { WithServices } from '#server/cli/services.ts';

export const usage = `divisions load CODE…
  载入行政区划：代码或前缀，如 130434 或 13 / load divisions by code or prefix, such as 130434 or 13`;

export async function run(_args: string[], _io: Io, _withServices: WithServices): Promise<number> {
  throw new BootError('此命令尚未提供。', 'This command is not there yet.');
}
