import { BootError } from '#platform/boot-error.ts';
import type { Io } from '#server/cli/io.ts';
import type { WithServices } from '#server/cli/services.ts';

export const usage = `audit verify [--county CODE]
  校验审计链并显示链头 / verify the audit chains and print their heads`;

export async function run(_args: string[], _io: Io, _withServices: WithServices): Promise<number> {
  throw new BootError('此命令尚未提供。', 'This command is not there yet.');
}
