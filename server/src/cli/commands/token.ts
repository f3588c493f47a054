import { BootError } from '#platform/boot-error.ts';
import type { Io } from '#server/cli/io.ts';
import type { WithServices } from '#server/cli/services.ts';

export const usage = `token USERNAME --division CODE --rights RIGHT,… --days N [--name NAME]
  签发接口令牌，只显示一次 / issue an API token, printed once`;

export async function run(_args: string[], _io: Io, _withServices: WithServices): Promise<number> {
  throw new BootError('此命令尚未提供。', 'This command is not there yet.');
}
